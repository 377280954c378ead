/**
 * Offices of a place may stand in its `edition.yaml`, under `units`: an id and behind it what its own file
 * would say, on one line in braces or below it. The view has a file for each, every line where it was
 * written.
 */
import { isCollection, isMap, isScalar, type Pair } from 'yaml';
import { documentOf } from './cut.ts';

/** The settings without the offices, their lines left empty, and a file for each office. */
interface Apart {
  readonly settings: Buffer;
  readonly units: readonly (readonly [inside: string, bytes: Buffer])[];
}

/** Takes the offices out of the settings. Whatever is no list of them is left for the gate to tell. */
export function unitsApart(bytes: Buffer): Apart {
  const text = bytes.toString('utf8').replaceAll('\r\n', '\n');
  const document = documentOf(text);
  const nothing = { settings: bytes, units: [] };
  if (document.errors.length > 0 || !isMap(document.contents)) return nothing;
  const found = document.contents.items.find(({ key }) => isScalar(key) && key.value === 'units');
  if (!isScalar(found?.key) || !isMap(found.value)) return nothing;
  const [from, until] = [found.key.range[0], found.value.range[1]];
  const units = found.value.items.map((pair) => unitOf(text, pair));
  if (units.includes(undefined)) return nothing;
  const lines = text.slice(from, until).replaceAll(/[^\n]/g, '');
  return {
    settings: Buffer.from(text.slice(0, from) + lines + text.slice(until)),
    units: units.filter((unit) => unit !== undefined),
  };
}

/** The file of one office: its lines as if they stood alone. */
function unitOf(text: string, { key, value }: Pair): Apart['units'][number] | undefined {
  const range = isCollection(value) ? value.range : undefined;
  if (!isScalar(key) || !/^[a-z0-9-]+$/.test(String(key.value)) || !range) return undefined;
  const before = text.slice(0, range[0]);
  const column = before.length - before.lastIndexOf('\n') - 1;
  const own = text.slice(range[0], range[1]).split('\n');
  const flat = own.map((line, at) => (at === 0 || line.trim() === '' ? line : line.slice(column)));
  // In braces the place of a line says nothing.
  const body = isCollection(value) && value.flow ? own : flat;
  const above = '\n'.repeat(before.split('\n').length - 1);
  return [`content/units/${String(key.value)}.yaml`, Buffer.from(`${above}${body.join('\n')}\n`)];
}
