/** Text files and pasted tables: cells between tabs, or between upright bars. */
import { tidy, type Block, type PlanDocument } from '../document.ts';
import { Refusal } from '../refusal.ts';
import { paragraphsOf, type Line } from './lines.ts';

/** The text of a file; UTF-16 is told by its mark. */
function decode(bytes: Uint8Array, name: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('encoding', name);
  }
}

/** Cells of a line of a pasted table, or undefined. */
function cellsOf(line: string): string[] | undefined {
  if (line.includes('\t') && line.split('\t').filter((cell) => cell.trim() !== '').length > 1)
    return line.split('\t').map(tidy);
  const bars = /^\s*\|(.+)\|\s*$/.exec(line);
  return bars?.[1]?.split('|').map(tidy);
}

/** Reads text. */
export function readText(bytes: Uint8Array, name: string): PlanDocument {
  const blocks: Block[] = [];
  let lines: Line[] = [];
  let rows: { text: string; place: string }[][] = [];
  const flush = (): void => {
    blocks.push(...paragraphsOf(lines));
    if (rows.length > 0) blocks.push({ kind: 'table', rows });
    [lines, rows] = [[], []];
  };
  decode(bytes, name)
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .forEach((line, index) => {
      const cells = cellsOf(line);
      const place = `dòng ${index + 1}`;
      if (cells === undefined) {
        if (rows.length > 0) flush();
        lines.push({ text: tidy(line), place });
        return;
      }
      if (rows.length === 0) flush();
      if (cells.every((cell) => /^[-:]*$/.test(cell))) return;
      rows.push(cells.map((text, column) => ({ text, place: `${place}, cột ${column + 1}` })));
    });
  flush();
  return { name, blocks };
}
