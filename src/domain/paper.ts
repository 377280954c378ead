/**
 * How much room a text takes on paper or on a projected slide, reckoned without a browser, so that the build
 * can choose how much of a guide fits. Each width is the largest of Roboto, Segoe UI and Arial, the letters
 * that sheets ask for; wider ones are shrunk by `styles/faces.css`. Pure.
 */

/**
 * Advance widths in thousandths of the type size. Letters that are not named take 640; marks above and below
 * take nothing.
 */
const widths: Readonly<Record<string, number>> = {
  ' ': 278,
  a: 556,
  b: 588,
  c: 523,
  d: 589,
  đ: 600,
  e: 556,
  f: 347,
  g: 589,
  h: 566,
  i: 243,
  j: 243,
  k: 507,
  l: 243,
  m: 876,
  n: 566,
  o: 586,
  p: 588,
  q: 589,
  r: 348,
  s: 516,
  t: 339,
  u: 566,
  v: 500,
  w: 751,
  x: 500,
  y: 500,
  z: 500,
  A: 667,
  B: 667,
  C: 722,
  D: 722,
  Đ: 722,
  E: 667,
  F: 611,
  G: 778,
  H: 722,
  I: 278,
  J: 552,
  K: 667,
  L: 556,
  M: 898,
  N: 748,
  O: 778,
  P: 667,
  Q: 778,
  R: 722,
  S: 667,
  T: 611,
  U: 722,
  V: 667,
  W: 944,
  X: 667,
  Y: 667,
  Z: 611,
  '.': 278,
  ',': 278,
  ':': 278,
  ';': 278,
  '/': 390,
  '(': 348,
  ')': 348,
  '-': 400,
  '–': 560,
  '…': 1000,
  '“': 410,
  '”': 410,
  '?': 556,
  '!': 284,
  '+': 684,
  '=': 684,
  '%': 889,
  '@': 1015,
};
/** The horn of ơ and ư reaches past the letter. */
const horn = '\u031b';
const hornWidth = 70;
/** Bold letters are this much wider. */
const boldFactor = 1.1;

/** Words measured before: the same few thousand come again and again. */
const known = new Map<string, number>();

/** Width of a text in ems of its type size. */
export function textWidth(text: string, bold = false): number {
  let width = known.get(text);
  if (width === undefined) known.set(text, (width = measured(text)));
  return bold ? width * boldFactor : width;
}

function measured(text: string): number {
  let sum = 0;
  for (const ch of text.normalize('NFD')) {
    if (ch === horn) sum += hornWidth;
    else if (!/\p{M}/u.test(ch)) sum += widths[ch] ?? (ch >= '0' && ch <= '9' ? 562 : 640);
  }
  return sum / 1000;
}

/** Widths of the words of texts measured before: a sheet tries one sentence in many sizes and columns. */
const knownWords = new Map<string, readonly number[]>();

/** Widths of the words of a text, not bold. */
function wordWidths(text: string): readonly number[] {
  let list = knownWords.get(text);
  if (list === undefined) {
    list = text
      .split(/\s+/u)
      .filter((word) => word !== '')
      .map((word) => textWidth(word));
    knownWords.set(text, list);
  }
  return list;
}

/** A run of a line: some words, bold or not. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
}

/**
 * Lines that a text takes in a column of `width` ems. An empty text takes none; a word wider than the column
 * is broken.
 */
export function linesOf(text: string, width: number, bold = false): number {
  return flow([{ text, bold }], () => width);
}

/**
 * Lines of a paragraph whose column may be narrower beside a drawing: `width(i)` is the room in line `i`, in
 * ems.
 */
export function flow(runs: readonly Run[], width: (line: number) => number): number {
  let line = 0;
  let used = 0;
  let any = false;
  for (const { text, bold = false } of runs) {
    const space = textWidth(' ', bold);
    for (const word of wordWidths(text)) {
      any = true;
      let own = bold ? word * boldFactor : word;
      if (used > 0 && used + space + own > width(line)) {
        line++;
        used = 0;
      }
      while (used === 0 && own > width(line)) {
        own -= width(line);
        line++;
      }
      used += (used > 0 ? space : 0) + own;
    }
  }
  return any ? line + 1 : 0;
}
