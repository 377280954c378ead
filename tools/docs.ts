/**
 * `npm run docs`: prints what the code knows of itself into the documents, between their marks, and into
 * files of its own.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { typed } from '../src/cli/command-line.ts';
import { catalogueTable } from '../src/gate/faults.ts';
import { pages } from '../src/domain/address.ts';
import { pageBlocksTable } from '../src/domain/page-blocks.ts';
import { componentsTable } from '../src/markdown/components.ts';
import { liveTable } from '../src/markdown/live.ts';
import { coreSize } from './core-size.ts';
import { drawingShapes } from './drawings.ts';
import { fieldsDocument, guideFieldsTable } from './field-tables.ts';
import { formsTable } from './forms-table.ts';
import { roomsTable } from './rooms.ts';
import { signPaths } from './sign-paths.ts';
import { wordKeys } from './word-keys.ts';

/** A part of a document, or a whole file, that is printed from the code. */
export interface PrintedPart {
  readonly file: string;
  /** Name in the marks `<!-- print:name -->` and `<!-- /print -->`. */
  readonly name: string;
  readonly text: () => string;
  /** The file holds nothing else, and no marks. */
  readonly whole?: true;
}

export const printedParts: readonly PrintedPart[] = [
  { file: 'docs/architecture.md', name: 'rooms', text: roomsTable },
  { file: 'docs/viet-bai.md', name: 'fields', text: guideFieldsTable },
  { file: 'docs/truong-noi-dung.md', name: 'fields', text: fieldsDocument, whole: true },
  { file: 'docs/viet-bai.md', name: 'components', text: componentsTable },
  { file: 'docs/trang-tu-do.md', name: 'components', text: () => componentsTable(true) },
  { file: 'docs/trang-tu-do.md', name: 'live', text: liveTable },
  { file: 'docs/trang-tu-do.md', name: 'blocks', text: () => pageBlocksTable((page) => pages[page]) },
  { file: 'docs/loi-kiem-tra.md', name: 'faults', text: catalogueTable },
  { file: 'docs/architecture.md', name: 'forms', text: formsTable },
  { file: 'docs/architecture.md', name: 'size', text: coreSize },
  { file: 'src/words/keys.ts', name: 'keys of words', text: wordKeys, whole: true },
  { file: 'src/domain/drawing-shapes.json', name: 'drawings', text: drawingShapes, whole: true },
  { file: 'src/domain/sign-paths.json', name: 'paths of signs', text: signPaths, whole: true },
];

/** A document with one part printed anew. @throws Error when the marks are missing */
export function withPart(document: string, { file, name, text, whole }: PrintedPart): string {
  if (whole) return text();
  const mark = `<!-- print:${name} -->`;
  const from = document.indexOf(mark);
  const to = document.indexOf('<!-- /print -->', from);
  if (from < 0 || to < 0) throw new Error(`${file}: the marks of “${name}” are missing`);
  return `${document.slice(0, from + mark.length)}\n${text()}\n${document.slice(to)}`;
}

if (import.meta.main) {
  typed({});
  for (const part of printedParts) {
    writeFileSync(part.file, withPart(readFileSync(part.file, 'utf8'), part));
    console.log(`${part.file}: ${part.name}`);
  }
}
