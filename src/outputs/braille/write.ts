/**
 * Guides in braille as BRF: 40 cells by 25 lines, translated by liblouis with the tables of the Sao Mai
 * Center for the Blind. Each guide in full (grade 0) and contracted (grade 1).
 */
import { spawnSync } from 'node:child_process';
import { guideText } from '../../books/guide-text.ts';
import { originOf, plainText } from '../../books/plain-text.ts';
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

/** A paragraph on lines of 40 cells; a word that is longer is cut. */
function wrap(text: string): string[] {
  const lines = [''];
  for (const word of text.split(' ').filter((part) => part !== '')) {
    const last = lines.at(-1) ?? '';
    if (last === '') lines[lines.length - 1] = word;
    else if (last.length + 1 + word.length <= cells) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
    for (let open = lines.at(-1) ?? ''; open.length > cells; open = lines.at(-1) ?? '')
      lines.splice(-1, 1, open.slice(0, cells), open.slice(cells));
  }
  return lines;
}

/** Lines on pages of 25, the last of which holds the number of the page at its right end. */
export function paginate(
  paragraphs: readonly string[],
  numbers: (count: number) => readonly string[],
): string {
  const lines = paragraphs.flatMap(wrap);
  const room = linesOfPage - 1;
  const count = Math.ceil(lines.length / room);
  const names = numbers(count);
  if (names.length < count)
    throw new Error(
      `Một bài dài ${count} trang chữ nổi, nhiều nhất ${names.length}. (guide too long for braille)`,
    );
  return names
    .map((number, page) => {
      const held = lines.slice(page * room, (page + 1) * room);
      const filled = [...held, ...Array.from({ length: room - held.length }, () => '')];
      return [...filled, number.padStart(cells)].join('\r\n');
    })
    .join('\r\n\f');
}

/** Two files a guide: `chu-noi/cap-0/83.brf`, `chu-noi/cap-1/83.brf`. */
export function brailleFiles({ handbook, choice, program, say }: ExportInput): ExportedFile[] {
  const translator = program('lou_translate', 'liblouis-bin');
  const all = choice.guides.map((guide) => {
    const lines = plainText(guideText(guide, handbook), originOf(guide, handbook))
      .split('\n')
      .filter((line) => line !== '');
    return { number: guide.data.number, lines: [t('books.brailleNote'), ...lines] };
  });
  const longest = 200;
  const pageNames = Array.from({ length: longest }, (_, index) => t('books.page', { n: index + 1 }));
  return Object.entries(grades).flatMap(([grade, table], place) => {
    // All guides in one run of the program: reading a table takes longer than using it.
    const made = translate([...pageNames, ...all.flatMap(({ lines }) => lines)], translator, table);
    const numbers = made.splice(0, longest);
    return all.map(({ number, lines }, index) => {
      say(place * all.length + index + 1, all.length * Object.keys(grades).length);
      return {
        name: `chu-noi/${grade}/${number}.brf`,
        content: paginate(made.splice(0, lines.length), (count) => numbers.slice(0, count)),
      };
    });
  });
}
