/**
 * Wide picture of a page, which networks and chats show beside a link: a leaf of an exercise book with the
 * number large on it and what the first steps look like. Few plain colours, so that the file stays small;
 * words as outlines. What stands where is said here; `file.ts` draws it.
 */
import type { Ramp } from './flat-canvas.ts';
import { lineWidth, wrapLines } from '../../formats/lettering.ts';
import { fixed } from './colours.ts';
import { between, colour, type Colour } from './png.ts';
import type { Drawn } from './shown.ts';

/** Size that networks ask for, in pixels. */
export const socialSize = { width: 1200, height: 630 } as const;

/** What stands on the picture. */
export interface SocialImage {
  /** Number of the guide and the word before it; none on the picture of the whole handbook. */
  readonly number?: { readonly label: string; readonly value: string };
  readonly title: string;
  /** A line above the title. */
  readonly about: string;
  /** What the first steps look like, at most three. */
  readonly shown: readonly Drawn[];
  readonly site: string;
  /** Address that one can type. */
  readonly address: string;
  readonly look: SocialLook;
}

/** The colours of an edition's pictures, and whether the sign of the handbook stands there. */
export interface SocialLook {
  readonly act: string;
  readonly sign: boolean;
}

/** A leaf to draw on. */
export interface Ground {
  readonly width: number;
  readonly height: number;
  /** Row from which texts of the edition stand; above it all editions have the same picture. */
  readonly foot: number;
  readonly svg: (look: SocialLook) => string;
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
    colour(fixed.sun),
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
    }
  /** A drawing on a white square with round corners. */
  | {
      readonly kind: 'square';
      readonly drawn: Drawn;
      readonly side: number;
      readonly x: number;
      readonly y: number;
    }
  /** A QR code: `side` modules of so many pixels, its quiet zone included. */
  | {
      readonly kind: 'code';
      readonly path: string;
      readonly side: number;
      readonly module: number;
      readonly x: number;
      readonly y: number;
    };

/** Left and right end of what is written. */
const column = { from: 120, to: 1140 } as const;
/** Width of the title's column, in pixels. */
export const titleColumn = column.to - column.from;
const titleSizes = [84, 76, 68, 60, 54, 48] as const;

/** Height of a line in its own size, marks above and below included. */
const leading = 1.22;
/** Room for the title between number and foot. */
const titleRoom = 220;

/** Words in lines, in the largest of some sizes in which they fit. */
export interface Lines {
  readonly lines: readonly string[];
  readonly size: number;
  /** Width of the widest line, in pixels. */
  readonly widest: number;
}

const found = new Map<string, Lines>();

/**
 * Words in the largest of these sizes in which they fit into a room; in the last one whether or not; a line
 * is `high` times its size.
 */
export function linesIn(
  text: string,
  sizes: readonly number[],
  room: { readonly width: number; readonly height: number },
  high = leading,
): Lines {
  // Many editions draw the same titles.
  const key = JSON.stringify([text, sizes, room.width, room.height, high]);
  const lines = found.get(key) ?? searched(text, sizes, room, high);
  found.set(key, lines);
  return lines;
}

function searched(
  text: string,
  sizes: readonly number[],
  room: { readonly width: number; readonly height: number },
  high: number,
): Lines {
  const all = sizes.map((size): Lines => {
    const lines = wrapLines(text, size, room.width);
    return { lines, size, widest: Math.max(...lines.map((line) => lineWidth(line, size))) };
  });
  const fits = all.find(
    ({ lines, size, widest }) => lines.length * high * size <= room.height && widest <= room.width,
  );
  const last = fits ?? all.at(-1);
  if (last === undefined) throw new Error('no size of letters');
  return last;
}

/** The title's lines at the largest size at which they fit into their room. */
export const titleLines = (title: string): Lines =>
  linesIn(title, titleSizes, { width: titleColumn, height: titleRoom });

/** The largest size at which one line fits. */
export const fitLine = (text: string, size: number, width: number): number =>
  Math.min(size, Math.floor(size * (width / lineWidth(text, size))));

/** The sign of the handbook, its corner at x, y, in so many times its own size of 34. */
export const handbookSign = (x: number, y: number, scale: number, act: string): string =>
  `<g transform="translate(${x} ${y}) scale(${scale})"><rect x="4" y="3" width="26" height="28" rx="3" fill="${act}"/><path d="M9 3v28" stroke="${fixed.margin}" stroke-width="2"/><path d="M13 11h12M13 17h12M13 23h8" stroke="${fixed.paper}" stroke-width="2.4" stroke-linecap="round"/></g>`;

/** The ground of every wide picture, as SVG: paper with its lines and margin, and the handbook's sign. */
export function socialGround({ act, sign }: SocialLook): string {
  const { paper, margin, white } = fixed;
  const grid = `rgb(${between(colour(white), colour(act), 0.13).join(' ')})`;
  const { width, height } = socialSize;
  const lines: string[] = [];
  for (let y = 70; y < height; y += 70) lines.push(`M0 ${y}H${width}`);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="${paper}"/>` +
    `<path d="${lines.join('')}" stroke="${grid}" stroke-width="2"/><path d="M76 0V${height}" stroke="${margin}" stroke-width="8"/>` +
    `${sign ? handbookSign(column.from, 548, 1.7, act) : ''}</svg>`
  );
}
export const wideGround: Ground = { ...socialSize, foot: 530, svg: socialGround };

/** The plate with the number, as high as `height`: its shapes and its width. */
export function numberPlate(
  number: NonNullable<SocialImage['number']>,
  at: { readonly x: number; readonly y: number },
  height: number,
): { readonly shapes: readonly Shape[]; readonly width: number } {
  const size = Math.round(height * 0.7);
  const label = Math.round(height * 0.18);
  const width = Math.round(Math.max(lineWidth(number.value, size) + height * 0.3, height * 0.88));
  const middle = (text: string, letters: number): number =>
    Math.round(at.x + (width - lineWidth(text, letters)) / 2);
  const line = (text: string, letters: number, down: number): Shape => ({
    kind: 'line',
    text,
    size: letters,
    x: middle(text, letters),
    y: at.y + Math.round(height * down),
    ramp: 'white',
  });
  return {
    width,
    shapes: [
      { kind: 'plate', ...at, width, height, radius: 24, ramp: 'act' },
      line(number.label, label, 0.25),
      line(number.value, size, 0.84),
    ],
  };
}

/** Side of a drawing, from one to the next, and where the row of them begins from above. */
const drawings = { side: 216, step: 238, top: 56 } as const;

/** What stands on the ground, from back to front. */
export function socialShapes({ number, title, about, shown, site, address, look }: SocialImage): Shape[] {
  const shapes: Shape[] = [];
  const line = (text: string, size: number, x: number, y: number, ramp: keyof typeof ramps): void => {
    shapes.push({ kind: 'line', text, size, x: Math.round(x), y, ramp });
  };

  if (number) shapes.push(...numberPlate(number, { x: column.from, y: 56 }, 216).shapes);
  shown.forEach((drawn, index) => {
    const x = column.to - drawings.side - (shown.length - 1 - index) * drawings.step;
    shapes.push({ kind: 'square', drawn, side: drawings.side, x, y: drawings.top });
  });
  line(about, fitLine(about, number ? 34 : 44, titleColumn), column.from, number ? 322 : 150, 'act');

  const { lines: words, size } = titleLines(title);
  const step = Math.round(size * leading);
  // The block stands in the middle of its room.
  const first = Math.round((number ? 434 : 350) - (words.length * step) / 2 + size * 0.94);
  words.forEach((word, index) => line(word, size, column.from, first + index * step, 'ink'));

  const siteSize = fitLine(site, 40, 420);
  const addressSize = fitLine(address, 36, column.to - column.from - 90 - lineWidth(site, siteSize) - 40);
  line(site, siteSize, column.from + (look.sign ? 70 : 0), 592, 'ink');
  line(address, addressSize, column.to - lineWidth(address, addressSize), 592, 'act');
  return shapes;
}
