/**
 * Guides in braille as BRF: 40 cells by 25 lines, translated by liblouis with the tables of the Sao Mai
 * Center for the Blind. Each guide in full (grade 0) and contracted (grade 1).
 */
import { spawnSync } from 'node:child_process';
import { guideText } from '../../books/guide-text.ts';
import { kindLines, originOf, type KindLine, type LineKind } from '../../books/plain-text.ts';
import { t } from '../../words/words.ts';
import type { ExportedFile, ExportInput } from '../output.ts';

const cells = 40;
const linesOfPage = 25;
/** By name of the file. */
const grades = { 'cap-0': 'vi-vn-g0.utb', 'cap-1': 'vi-vn-g1.ctb' } as const;

/** Letters of BRF for the 64 cells of six dots, by the dots of a cell as a number. */
const brfLetters = ' A1B\'K2L@CIF/MSP"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)=';
const firstCell = 0x2800;

/** Braille of Unicode as letters of BRF. @throws Error for what is no cell of six dots */
function asBrf(braille: string): string {
  return Array.from(braille, (cell) => {
    if (cell === ' ') return cell;
    const letter = brfLetters[(cell.codePointAt(0) ?? 0) - firstCell];
    if (letter === undefined)
      throw new Error(
        `Bảng chữ nổi chưa có ô cho “${cell}”. Báo cho người giữ sổ tay. (undefined braille cell)`,
      );
    return letter;
  }).join('');
}

/** Signs that the tables do not know, with those that mean the same. */
const sameSigns: readonly (readonly [RegExp, string])[] = [
  [/[–—]/g, '-'],
  [/…/g, '...'],
  [/[“”„]/g, '"'],
  [/[‘’]/g, "'"],
  [/→/g, '>'],
  [/\u00a0/g, ' '],
  [/✓/g, t('books.tick')],
];
const known = (text: string): string =>
  sameSigns.reduce((changed, [sign, same]) => changed.replace(sign, same), text);

/** Lines of text as lines of braille. @throws Error when the program refuses or a sign has no cell */
export function translate(lines: readonly string[], program: string, table: string): string[] {
  const run = spawnSync(program, ['--forward', `unicode.dis,${table}`], {
    input: `${lines.map(known).join('\n')}\n`,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
  const made = run.stdout.split('\n').slice(0, -1);
  if (run.status !== 0 || made.length !== lines.length)
    throw new Error(`liblouis không chuyển được chữ nổi: ${run.stderr.trim()} (lou_translate failed)`);
  const unknown = made.find((line) => line.includes(String.raw`\x`));
  if (unknown !== undefined)
    throw new Error(
      `Bảng chữ nổi chưa có ô cho một ký hiệu: ${unknown.slice(0, 60)} (undefined braille cell)`,
    );
  return made.map(asBrf);
}

/** Where lines of a kind begin, in cells, and whether they stand apart. */
interface Place {
  readonly first: number;
  readonly rest: number;
  readonly centred?: true;
  readonly apart?: true;
}
/**
 * As braille books set them: a heading in the middle with an empty line before it, a step a little in, the
 * first line of a paragraph from the third cell, an item out and its further lines in.
 */
const places: Readonly<Record<LineKind, Place>> = {
  title: { first: 0, rest: 0, centred: true, apart: true },
  heading: { first: 0, rest: 0, centred: true, apart: true },
  step: { first: 4, rest: 4, apart: true },
  text: { first: 2, rest: 0 },
  item: { first: 0, rest: 2 },
  box: { first: 4, rest: 2 },
};

/** A line of cells; what leads to the next one does not end a page. */
export interface BrailleLine {
  readonly text: string;
  readonly leads?: boolean;
}

/** A paragraph on lines of 40 cells; a word that is longer is cut. */
export function wrap(text: string, kind: LineKind = 'text', depth = 0): BrailleLine[] {
  const { first, rest, centred, apart } = places[kind];
  const inward = 2 * depth;
  const lines: string[] = [];
  let line = ' '.repeat(first + inward);
  let empty = true;
  const close = (): void => {
    lines.push(line);
    line = ' '.repeat(rest + inward);
    empty = true;
  };
  for (const word of text.split(' ').filter((part) => part !== '')) {
    if (!empty && line.length + 1 + word.length > cells) close();
    line += empty ? word : ` ${word}`;
    empty = false;
    while (line.length > cells) {
      const over = line.slice(cells);
      line = line.slice(0, cells);
      close();
      line += over;
      empty = false;
    }
  }
  if (!empty) lines.push(line);
  const leads = kind === 'title' || kind === 'heading' || kind === 'step';
  const set = lines.map((own) => ({
    text: centred ? ' '.repeat(Math.floor((cells - own.length) / 2)) + own : own,
    leads,
  }));
  return apart ? [{ text: '', leads: true }, ...set] : set;
}

/** Lines on pages, none of which ends with what leads to the next line or begins with an empty one. */
function pagesOf(lines: readonly BrailleLine[], room: number): string[][] {
  const made: string[][] = [];
  for (let from = 0; from < lines.length;) {
    while (lines[from]?.text === '') from += 1;
    let to = Math.min(from + room, lines.length);
    while (to < lines.length && to > from + 1 && lines[to - 1]?.leads) to -= 1;
    made.push(lines.slice(from, to).map(({ text }) => text));
    from = to;
  }
  return made;
}

/** Lines on pages of 25, the last of which holds the number of the page at its right end. */
export function paginate(
  lines: readonly BrailleLine[],
  numbers: (count: number) => readonly string[],
): string {
  const room = linesOfPage - 1;
  const held = pagesOf(lines, room);
  const names = numbers(held.length);
  if (names.length < held.length)
    throw new Error(
      `Một bài dài ${held.length} trang chữ nổi, nhiều nhất ${names.length}. (guide too long for braille)`,
    );
  return held
    .map((page, index) => {
      const filled = [...page, ...Array.from({ length: room - page.length }, () => '')];
      return [...filled, (names[index] ?? '').padStart(cells)].join('\r\n');
    })
    .join('\r\n\f');
}

/** Two files a guide: `chu-noi/cap-0/83.brf`, `chu-noi/cap-1/83.brf`. */
export function brailleFiles({ handbook, choice, program, say }: ExportInput): ExportedFile[] {
  const translator = program('lou_translate', 'liblouis-bin');
  const all = choice.guides.map((guide) => {
    const note: KindLine = { kind: 'text', text: t('books.brailleNote'), depth: 0 };
    return {
      number: guide.data.number,
      lines: [note, ...kindLines(guideText(guide, handbook), originOf(guide, handbook))],
    };
  });
  const longest = 200;
  const pageNames = Array.from({ length: longest }, (_, index) => t('books.page', { n: index + 1 }));
  return Object.entries(grades).flatMap(([grade, table], turn) => {
    // All guides in one run of the program: reading a table takes longer than using it.
    const words = all.flatMap(({ lines }) => lines.map(({ text }) => text));
    const made = translate([...pageNames, ...words], translator, table);
    const numbers = made.splice(0, longest);
    return all.map(({ number, lines }, index) => {
      say(turn * all.length + index + 1, all.length * Object.keys(grades).length);
      return {
        name: `chu-noi/${grade}/${number}.brf`,
        content: paginate(
          made
            .splice(0, lines.length)
            .flatMap((text, place) => wrap(text, lines[place]?.kind, lines[place]?.depth)),
          (count) => numbers.slice(0, count),
        ),
      };
    });
  });
}
