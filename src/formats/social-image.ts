/**
 * Picture of a page for social networks and chats, as SVG: a leaf of an exercise book with the number large on it. Few plain colours,
 * so that the file stays small; words as outlines.
 */
import { drawLine, lineWidth, wrapLines } from './lettering.ts';
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
}

// Colours of `tokens.css`, light scheme.
const colours = { paper: '#fffdf6', grid: '#e6def7', ink: '#1d1930', act: '#46238a', margin: '#c2273b', white: '#ffffff' } as const;
/** Each colour, and what lies between a ground and what is written on it. */
export const socialPalette: readonly Colour[] = (() => {
  const { paper, grid, ink, act, margin, white } = Object.fromEntries(Object.entries(colours).map(([k, v]) => [k, colour(v)])) as Record<keyof typeof colours, Colour>;
  return [
    paper, grid, ink, act, margin, white, between(paper, ink, 0.2), between(paper, ink, 0.4), between(paper, ink, 0.6), between(paper, ink, 0.8),
    between(paper, act, 0.25), between(paper, act, 0.5), between(paper, act, 0.75), between(act, white, 0.35), between(act, white, 0.7), between(paper, margin, 0.5),
  ];
})();
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
export function titleLines(title: string): { readonly lines: readonly string[]; readonly size: number; readonly widest: number } {
  for (const size of titleSizes) {
    const lines = wrapLines(title, size, titleColumn);
    const widest = Math.max(...lines.map((l) => lineWidth(l, size)));
    if ((lines.length * leading * size <= titleRoom && widest <= titleColumn) || size === titleSizes.at(-1)) return { lines, size, widest };
  }
  throw new Error('no size of title');
}

/** The largest size at which one line fits. */
const fit = (text: string, size: number, width: number): number => Math.min(size, Math.floor(size * (width / lineWidth(text, size))));

export function drawSocialImage({ number, title, about, site, address }: SocialImage): string {
  const { width, height } = socialSize;
  const parts: string[] = [`<rect width="${width}" height="${height}" fill="${colours.paper}"/>`];
  const lines: string[] = [];
  for (let y = 70; y < height; y += 70) lines.push(`M0 ${y}H${width}`);
  parts.push(`<path d="${lines.join('')}" stroke="${colours.grid}" stroke-width="2"/>`, `<path d="M76 0V${height}" stroke="${colours.margin}" stroke-width="8"/>`);

  let aboutAt: number = column.from;
  if (number) {
    const size = 150;
    const box = Math.max(lineWidth(number.value, size) + 64, 190);
    parts.push(
      `<rect x="${column.from}" y="56" width="${Math.round(box)}" height="216" rx="24" fill="${colours.act}"/><g fill="${colours.white}">`,
      drawLine(number.label, 40, Math.round(column.from + (box - lineWidth(number.label, 40)) / 2), 110),
      drawLine(number.value, size, Math.round(column.from + (box - lineWidth(number.value, size)) / 2), 238), '</g>',
    );
    aboutAt = Math.round(column.from + box + 36);
  }
  const aboutSize = fit(about, 44, column.to - aboutAt);
  parts.push(`<g fill="${colours.act}">`, drawLine(about, aboutSize, aboutAt, number ? 180 : 150), '</g>');

  const { lines: words, size } = titleLines(title);
  const step = Math.round(size * leading);
  // The block stands in the middle of its room.
  const first = Math.round((number ? 410 : 350) - (words.length * step) / 2 + size * 0.94);
  parts.push(`<g fill="${colours.ink}">`, ...words.map((l, i) => drawLine(l, size, column.from, first + i * step)), '</g>');

  const siteSize = fit(site, 40, 420);
  const addressSize = fit(address, 36, column.to - column.from - 90 - lineWidth(site, siteSize) - 40);
  parts.push(
    `<g transform="translate(${column.from} 548) scale(1.7)"><rect x="4" y="3" width="26" height="28" rx="3" fill="${colours.act}"/><path d="M9 3v28" stroke="${colours.margin}" stroke-width="2"/><path d="M13 11h12M13 17h12M13 23h8" stroke="${colours.paper}" stroke-width="2.4" stroke-linecap="round"/></g>`,
    `<g fill="${colours.ink}">`, drawLine(site, siteSize, column.from + 70, 592), '</g>',
    `<g fill="${colours.act}">`, drawLine(address, addressSize, Math.round(column.to - lineWidth(address, addressSize)), 592), '</g>',
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${parts.join('')}</svg>`;
}
