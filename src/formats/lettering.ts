/**
 * Words as outlines: an image must look the same on every machine, whatever fonts it has. Letters come from
 * Andika, the face of the handbook, whose Vietnamese lives in a file of its own.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { create, type Font } from 'fontkitten';

/** A letter: its outline in font units (SVG path, y upwards) and its width. */
interface Letter {
  readonly outline: string;
  readonly width: number;
}

const inProject = createRequire(join(process.cwd(), 'package.json'));
let files: Font[] | undefined;
/** Bold Andika. Files are read when first needed, in the order in which letters are looked for. */
const fonts = (): Font[] =>
  (files ??= ['latin', 'vietnamese', 'latin-ext'].map(
    (part) =>
      create(
        readFileSync(inProject.resolve(`@fontsource/andika/files/andika-${part}-700-normal.woff2`)),
      ) as Font,
  ));

const letters = new Map<string, Letter | undefined>();

function letter(ch: string): Letter | undefined {
  if (letters.has(ch)) return letters.get(ch);
  const code = ch.codePointAt(0) ?? 0;
  const font = fonts().find((candidate) => candidate.hasGlyphForCodePoint(code));
  const glyph = font?.glyphForCodePoint(code);
  const found = font && glyph && { outline: glyph.path.toSVG(), width: glyph.advanceWidth / font.unitsPerEm };
  letters.set(ch, found);
  return found;
}

/** Letters of a text that the face does not have; they are left out of a picture. */
export const missingLetters = (text: string): string[] =>
  [...new Set(text.normalize('NFC'))].filter((ch) => letter(ch) === undefined);

/** Width of a line at this size, in the units of the size. */
export function lineWidth(text: string, size: number): number {
  let width = 0;
  for (const ch of text.normalize('NFC')) width += letter(ch)?.width ?? 0;
  return width * size;
}

/** Units of the outlines in one size of type. */
const units = 2048;

/** A letter of a line. */
export interface PlacedLetter {
  /** What it is, for those who keep drawings of letters. */
  readonly ch: string;
  /** Outline in `units`, y upwards. */
  readonly outline: string;
  /** Left end from the line's, in the units of the size. */
  readonly at: number;
}

/** The letters of a line that leave a mark, from left to right. */
export function placeLetters(text: string, size: number): PlacedLetter[] {
  const placed: PlacedLetter[] = [];
  let at = 0;
  for (const ch of text.normalize('NFC')) {
    const drawn = letter(ch);
    if (drawn === undefined) continue;
    if (drawn.outline !== '') placed.push({ ch, outline: drawn.outline, at: at * size });
    at += drawn.width;
  }
  return placed;
}

/** A letter as SVG, its left end and its base line at x, y. */
export const drawLetter = (outline: string, size: number, x: number, y: number): string =>
  `<path transform="translate(${x} ${y}) scale(${size / units} ${-size / units})" d="${outline}"/>`;

/**
 * Lines of about equal length, as few as fit: first as many as greedy filling needs, then the narrowest
 * column that still needs no more, so that no single word is left on the last line. A word wider than the
 * column stands alone and is too wide.
 */
export function wrapLines(text: string, size: number, column: number): string[] {
  const words = text
    .normalize('NFC')
    .split(/\s+/)
    .filter((word) => word !== '');
  const fill = (width: number): string[] => {
    const lines: string[] = [];
    for (const word of words) {
      const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
      if (lines.length > 0 && lineWidth(longer, size) > width) lines.push(word);
      else lines[Math.max(lines.length - 1, 0)] = longer;
    }
    return lines;
  };
  const least = fill(column);
  for (let width = column * 0.5; width < column; width += column * 0.05) {
    const lines = fill(width);
    if (lines.length === least.length && lines.every((line) => lineWidth(line, size) <= column)) return lines;
  }
  return least;
}
