/** A plan's document by its bytes, whatever its name ends in. */
import { oldFontText } from '../../vietnamese/old-fonts.ts';
import type { PlanDocument } from '../document.ts';
import { isHeaderRow } from '../recognise/columns.ts';
import { Refusal } from '../refusal.ts';
import { readDocx } from './docx.ts';
import { readPdf } from './pdf.ts';
import { readText } from './text.ts';
import { readXlsx } from './xlsx.ts';

/** The largest document that is read, in bytes. */
const mostBytes = 20 * 1024 * 1024;

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** Whether a file of the old compound form holds a locked document. */
const isLocked = (bytes: Uint8Array): boolean =>
  new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1)).includes('EncryptedPackage');

/** Texts of a document, cells too. */
export const textsOf = ({ blocks }: PlanDocument): string[] =>
  blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : block.rows.flat().map(({ text }) => text),
  );

/** Refuses what was read and cannot be a plan. */
function prove(document: PlanDocument): PlanDocument {
  const { name, blocks } = document;
  const texts = textsOf(document).filter((text) => text !== '');
  if (texts.length === 0) throw new Refusal('empty', name);
  const old = texts.filter((text) => oldFontText(text) !== undefined).length;
  if (old > 2 && old > texts.length / 4) throw new Refusal('old-font', name);
  const tables = blocks.filter((block) => block.kind === 'table');
  const bare = ({ rows }: { rows: readonly (readonly { text: string }[])[] }): boolean =>
    rows.length === 1 && isHeaderRow(rows[0]?.map(({ text }) => text) ?? []);
  if (tables.length > 0 && tables.some(bare) && blocks.length < 4) throw new Refusal('empty-table', name);
  return document;
}

/** Reads a document. Throws a {@link Refusal} with what to do instead. */
export async function readDocument(bytes: Uint8Array, name: string): Promise<PlanDocument> {
  if (bytes.length > mostBytes) throw new Refusal('too-big', name);
  if (bytes.length === 0) throw new Refusal('empty', name);
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw new Refusal(isLocked(bytes) ? 'encrypted' : 'old-word', name);
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return prove(await readPdf(bytes, name));
  if (startsWith(bytes, 0x50, 0x4b))
    return prove(/\.xls[xm]$/i.test(name) ? readXlsx(bytes, name) : readDocx(bytes, name));
  if (/\.(?:txt|tsv|md|csv)$/i.test(name) || name === '-') return prove(readText(bytes, name));
  throw new Refusal('unknown', name);
}
