/**
 * The settings of an edition over those of the handbook: what the edition writes stands on the lines where it
 * wrote it, what it leaves out follows from the handbook.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isScalar } from 'yaml';
import { numberLevels, type NumberLevel } from '../../domain/number-levels.ts';
import type { Problem } from '../../domain/problem.ts';
import { fault, problemAt } from '../../gate/faults.ts';
import { documentOf } from './cut.ts';

/** The settings, by path in the project. */
export const settingsFile = 'content/edition.yaml';

/** What an edition must say itself: nothing of it is true of another. */
const own = ['base', 'numbers', 'name', 'edition', 'place', 'owner', 'url', 'feedback', 'checked'];
/** Written by the mount and nowhere else. */
const original = 'original';
const made = [original, 'communeRows'];
/** Settings of the handbook's own that no edition takes over. */
const notInherited = new Set([
  'official',
  'reviewedBy',
  'faults',
  'contacts',
  'directory',
  'look',
  'words',
  'communes',
  ...made,
]);

/** The settings as they are built. */
interface Laid {
  readonly bytes: Buffer;
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
  /** Whose numbers its own guides take. */
  readonly level: NumberLevel;
}

/** A field at the top of a document: its name, its value, and where it is written. */
interface Field {
  readonly name: string;
  readonly value: unknown;
  readonly line: number;
}

/** Lays the settings of an edition over the handbook's. Faults of shape are left to the gate. */
export function layOver(bytes: Buffer, under: Buffer, place: { file: string; product: string }): Laid {
  const text = bytes.toString('utf8');
  const fields = fieldsOf(text);
  // Whatever is no list of fields the gate tells, from the text alone.
  if (fields === undefined) return { bytes, problems: [], notices: [], level: 'commune' };
  const base = [...(fieldsOf(under.toString('utf8'))?.values() ?? [])];
  const follows = base.filter(({ name }) => !fields.has(name) && !notInherited.has(name));
  const ofBase = base.filter(({ name }) => name === 'name' || name === 'url');
  const added = [
    ...follows.map(({ name, value }) => [name, value] as const),
    [original, Object.fromEntries(ofBase.map(({ name, value }) => [name, value]))] as const,
  ];
  const lines = added.map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`).join('');
  return {
    bytes: Buffer.from(`${text.replace(/\n*$/, '\n')}${lines}`),
    ...judge(fields, versionOf(place.product), place.file),
    level: numberLevels.find((level) => level === fields.get('numbers')?.value) ?? 'commune',
  };
}

type Judged = Pick<Laid, 'problems' | 'notices'>;

/** What the edition must say itself, what it may not, and whether the handbook has moved on. */
function judge(fields: ReadonlyMap<string, Field>, version: string, file: string): Judged {
  const missing = own.filter((name) => !fields.has(name));
  const base = fields.get('base');
  const problems: Problem[] = [];
  if (missing.length > 0) problems.push(problemAt(file, fault('edition-needs', { missing }), { line: 1 }));
  for (const key of made) {
    const { line } = fields.get(key) ?? {};
    if (line !== undefined)
      problems.push(problemAt(file, fault('edition-made', { key }), { line, field: key }));
  }
  if (base === undefined || base.value === version) return { problems, notices: [] };
  const old = fault('edition-base', { written: String(base.value), now: version });
  return { problems, notices: [problemAt(file, old, { line: base.line, field: 'base' })] };
}

/** Fields at the top of a document, by name; undefined when it has none that can be read. */
function fieldsOf(text: string): ReadonlyMap<string, Field> | undefined {
  const document = documentOf(text);
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
  const values: unknown = document.toJS();
  const all = new Map(typeof values === 'object' && values !== null ? Object.entries(values) : []);
  return new Map(
    document.contents.items.flatMap(({ key }): [string, Field][] => {
      if (!isScalar(key)) return [];
      const name = String(key.value);
      const line = text.slice(0, key.range[0]).split('\n').length;
      return [[name, { name, value: all.get(name), line }]];
    }),
  );
}

/** Version of the handbook in a folder. */
export function versionOf(product: string): string {
  const pack: unknown = JSON.parse(readFileSync(join(product, 'package.json'), 'utf8'));
  return typeof pack === 'object' && pack !== null && 'version' in pack ? String(pack.version) : '';
}
