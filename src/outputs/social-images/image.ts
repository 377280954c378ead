/**
 * Picture of a page for social networks and chats: a leaf of an exercise book with the number large on it.
 * Few plain colours, so that the
 * file stays small; words as outlines. What stands where is said here; `social-file.ts` draws it.
 */
import type { Ramp } from './flat-canvas.ts';
import { lineWidth, wrapLines } from '../../formats/lettering.ts';
import { between, colour, type Colour } from './png.ts';

/** Size that networks ask for, in pixels. */
export const socialSize = { width: 1200, height: 630 } as const;

/** What stands on the picture. */
export interface SocialImage {
  /** Number of the guide and the word before it; none on the picture of the whole handbook. */
  readonly number?: { readonly label: string; readonly value: string };
  readonly title: string;
  /** A line above the title. */
  readonly about: string;
  readonly site: string;
  /** Address that one can type. */
  readonly address: string;
  readonly look: SocialLook;
}

// Colours of `tokens.css`, light scheme; one is the edition's, and the lines are a breath of it.
const fixed = { paper: '#fffdf6', ink: '#1d1930', margin: '#c2273b', white: '#ffffff' } as const;
/** The colours of an edition's pictures, and whether the sign of the handbook stands there. */
export interface SocialLook {
  readonly act: string;
  readonly sign: boolean;
}

/** Each colour, and what lies between a ground and what is written on it. */
export function socialPalette(look: SocialLook): readonly Colour[] {
  const paper = colour(fixed.paper);
  const ink = colour(fixed.ink);
  const margin = colour(fixed.margin);
  const white = colour(fixed.white);
  const act = colour(look.act);
  const grid = between(white, act, 0.13);
  return [
    paper,
    grid,
    ink,
    act,
    margin,
    white,
    between(paper, ink, 0.2),
    between(paper, ink, 0.4),
    between(paper, ink, 0.6),
    between(paper, ink, 0.8),
    between(paper, act, 0.25),
    between(paper, act, 0.5),
    between(paper, act, 0.75),
    between(act, white, 0.35),
    between(act, white, 0.7),
    between(paper, margin, 0.5),
  ];
}
/**
 * From paper to ink, from paper to the colour of what can be done, from that to white: indexes into the
 * palette.
 */
export const ramps = {
  ink: [0, 6, 7, 8, 9, 2],
  act: [0, 10, 11, 12, 3],
  white: [3, 13, 14, 5],
} as const satisfies Record<string, Ramp>;

/** What is laid on the ground. Positions in whole pixels; a line's are its left end and its base line. */
export type Shape =
  | {
      readonly kind: 'plate';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly radius: number;
      readonly ramp: keyof typeof ramps;
    }
  | {
      readonly kind: 'line';
      readonly text: string;
      readonly size: number;
      readonly x: number;
      readonly y: number;
      readonly ramp: keyof typeof ramps;
    };

/** Left and right end of what is written. */
const column = { from: 120, to: 1140 } as const;
/** Width of the title's column, in pixels. */
export const titleColumn = column.to - column.from;
const titleSizes = [84, 76, 68, 60, 54, 48] as const;

/** Height of a line in its own size, marks above and below included. */
const leading = 1.22;
/** Room for the title between number and foot. */
const titleRoom = 252;

/** The title's lines at the largest size at which they fit into their room. */
export function titleLines(title: string): {
  readonly lines: readonly string[];
  readonly size: number;
  readonly widest: number;
} {
  for (const size of titleSizes) {
    const lines = wrapLines(title, size, titleColumn);
    const widest = Math.max(...lines.map((line) => lineWidth(line, size)));
    if ((lines.length * leading * size <= titleRoom && widest <= titleColumn) || size === titleSizes.at(-1))
      return { lines, size, widest };
  }
  throw new Error('no size of title');
}

/** The largest size at which one line fits. */
const fit = (text: string, size: number, width: number): number =>
  Math.min(size, Math.floor(size * (width / lineWidth(text, size))));

/** The ground of every picture, as SVG: paper with its lines and margin, and the sign of the handbook. */
export function socialGround({ act, sign }: SocialLook): string {
  const { paper, margin, white } = fixed;
  const grid = `rgb(${between(colour(white), colour(act), 0.13).join(' ')})`;
  const { width, height } = socialSize;
  const lines: string[] = [];
  for (let y = 70; y < height; y += 70) lines.push(`M0 ${y}H${width}`);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="${paper}"/>` +
    `<path d="${lines.join('')}" stroke="${grid}" stroke-width="2"/><path d="M76 0V${height}" stroke="${margin}" stroke-width="8"/>` +
    (sign
      ? `<g transform="translate(${column.from} 548) scale(1.7)"><rect x="4" y="3" width="26" height="28" rx="3" fill="${act}"/><path d="M9 3v28" stroke="${margin}" stroke-width="2"/><path d="M13 11h12M13 17h12M13 23h8" stroke="${paper}" stroke-width="2.4" stroke-linecap="round"/></g>`
      : '') +
    '</svg>'
  );
}

/** What stands on the ground, from back to front. */
export function socialShapes({ number, title, about, site, address, look }: SocialImage): Shape[] {
  const shapes: Shape[] = [];
  const line = (text: string, size: number, x: number, y: number, ramp: keyof typeof ramps): void => {
    shapes.push({ kind: 'line', text, size, x: Math.round(x), y, ramp });
  };

  let aboutAt: number = column.from;
  if (number) {
    const size = 150;
    const box = Math.max(lineWidth(number.value, size) + 64, 190);
    shapes.push({
      kind: 'plate',
      x: column.from,
      y: 56,
      width: Math.round(box),
      height: 216,
      radius: 24,
      ramp: 'act',
    });
    line(number.label, 40, column.from + (box - lineWidth(number.label, 40)) / 2, 110, 'white');
    line(number.value, size, column.from + (box - lineWidth(number.value, size)) / 2, 238, 'white');
    aboutAt = Math.round(column.from + box + 36);
  }
  line(about, fit(about, 44, column.to - aboutAt), aboutAt, number ? 180 : 150, 'act');

  const { lines: words, size } = titleLines(title);
  const step = Math.round(size * leading);
  // The block stands in the middle of its room.
  const first = Math.round((number ? 410 : 350) - (words.length * step) / 2 + size * 0.94);
  words.forEach((word, index) => line(word, size, column.from, first + index * step, 'ink'));

  const siteSize = fit(site, 40, 420);
  const addressSize = fit(address, 36, column.to - column.from - 90 - lineWidth(site, siteSize) - 40);
  line(site, siteSize, column.from + (look.sign ? 70 : 0), 592, 'ink');
  line(address, addressSize, column.to - lineWidth(address, addressSize), 592, 'act');
  return shapes;
}
