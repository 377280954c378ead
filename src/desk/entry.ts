/** A file of the content as the desk opens and saves it. */
import { readDeskBody, type Block, type Body } from './body.ts';
import { writeDeskBody } from './body-write.ts';
import { editYaml, readYaml, writeYaml, type FieldOrder, type ValueMap } from './yaml-edit.ts';

/** A file in its parts. */
export interface OpenEntry {
  readonly head: ValueMap;
  /** Only files that have a body. */
  readonly body?: Body;
}

interface Halves {
  readonly open: string;
  readonly yaml: string;
  readonly close: string;
  readonly body: string;
}

/** Head and body of a file with the lines that divide them; undefined when a file with a body has no head. */
function halvesOf(file: string, text: string): Halves | undefined {
  if (!file.endsWith('.mdx')) return { open: '', yaml: text, close: '', body: '' };
  const found = /^(---[ \t]*\n)([\s\S]*?\n)(---[ \t]*(?:\n|$))/.exec(text);
  if (!found) return undefined;
  const [whole, open = '', yaml = '', close = ''] = found;
  return { open, yaml, close, body: text.slice(whole.length) };
}

/** Opens a file. @throws the parser's own error when its body cannot be read */
export function openEntry(file: string, text: string): OpenEntry {
  const halves = halvesOf(file, text);
  const head = readYaml(halves?.yaml ?? '');
  return file.endsWith('.mdx') ? { head, body: readDeskBody(halves?.body ?? text) } : { head };
}

/**
 * The text of a file with these values and blocks. `text` is what it was opened from, empty for a new file;
 * what is the same as there keeps its bytes.
 */
export function saveEntry(
  file: string,
  text: string,
  head: ValueMap,
  blocks: readonly Block[],
  order: FieldOrder,
): string {
  const halves = text === '' ? undefined : halvesOf(file, text);
  if (halves === undefined) {
    const yaml = writeYaml(head);
    return file.endsWith('.mdx') ? `---\n${yaml}---\n${writeDeskBody(blocks)}` : yaml;
  }
  const yaml = editYaml(halves.yaml, head, order);
  if (!file.endsWith('.mdx')) return yaml;
  return halves.open + yaml + halves.close + writeDeskBody(blocks, readDeskBody(halves.body));
}
