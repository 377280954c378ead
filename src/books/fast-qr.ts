/**
 * The codes of `formats/qr.ts` in a third of the time, for what draws hundreds of them for each of thousands
 * of editions: choosing the mask of least penalty is nearly all of the work. Readers' devices load the other.
 */
import { encode } from 'uqr';

/** Which modules a mask turns over (ISO/IEC 18004, table 10). */
const masks: readonly ((column: number, row: number) => boolean)[] = [
  (column, row) => (column + row) % 2 === 0,
  (_, row) => row % 2 === 0,
  (column) => column % 3 === 0,
  (column, row) => (column + row) % 3 === 0,
  (column, row) => (Math.floor(column / 3) + Math.floor(row / 2)) % 2 === 0,
  (column, row) => ((column * row) % 2) + ((column * row) % 3) === 0,
  (column, row) => (((column * row) % 2) + ((column * row) % 3)) % 2 === 0,
  (column, row) => (((column + row) % 2) + ((column * row) % 3)) % 2 === 0,
];

/** What a mask turns over in a code of this side, by the modules that hold data: the same in all of them. */
const turned = new Map<string, Uint8Array>();
function turns(mask: number, side: number): Uint8Array {
  const key = `${mask} ${side}`;
  const known = turned.get(key);
  if (known) return known;
  const made = Uint8Array.from({ length: side * side }, (_, at) =>
    masks[mask]?.(at % side, Math.floor(at / side)) === true ? 1 : 0,
  );
  turned.set(key, made);
  return made;
}

/** Places of the fifteen format bits, each twice, from the lowest. */
const formatPlaces = (side: number): (readonly [number, number])[] => {
  const at = (x: number, y: number): number => y * side + x;
  return Array.from({ length: 15 }, (_, bit) => [
    bit < 6 ? at(8, bit) : bit < 8 ? at(8, bit + 1) : bit === 8 ? at(7, 8) : at(14 - bit, 8),
    bit < 8 ? at(side - 1 - bit, 8) : at(8, side - 15 + bit),
  ]);
};
/** What the fifteen bits are turned over with, and their divisor. */
const formatTurn = 21_522;
const formatDivisor = 1335;

/** The format bits of a level (as the standard counts them) and a mask. */
function formatBits(level: number, mask: number): number {
  const data = (level << 3) | mask;
  let rest = data;
  for (let bit = 0; bit < 10; bit++) rest = (rest << 1) ^ ((rest >>> 9) * formatDivisor);
  return ((data << 10) | rest) ^ formatTurn;
}

/** Runs of the line that is looked at, the newest first: a buffer for one line after the other. */
const runs = new Int32Array(256);

/** Penalty where the runs of a line up to a light one, `at`, look like a corner of the code. */
function corners(at: number, last: number): number {
  const run = (back: number): number => (at - back < 0 ? 0 : (runs[at - back] ?? 0));
  const core = run(1);
  if (core === 0 || run(2) !== core || run(3) !== core * 3 || run(4) !== core || run(5) !== core) return 0;
  const [near, far] = [last, run(6)];
  return (near >= core * 4 && far >= core ? 40 : 0) + (far >= core * 4 && near >= core ? 40 : 0);
}

/** Penalty of the runs of one line: long ones, and those that look like a corner of the code. */
function linePenalty(dark: Uint8Array, side: number, from: number, step: number): number {
  let penalty = 0;
  let colour = 0;
  let count = 0;
  let run = 0;
  for (let at = from, end = from + side * step; at < end; at += step) {
    if (dark[at] === colour) {
      run++;
      continue;
    }
    if (run >= 5) penalty += run - 2;
    // Before the first and after the last all is light.
    runs[count] = count === 0 ? run + side : run;
    if (colour === 0) penalty += corners(count, runs[count] ?? 0);
    count++;
    colour = 1 - colour;
    run = 1;
  }
  if (run >= 5) penalty += run - 2;
  if (colour === 1) {
    runs[count] = run;
    count++;
    run = 0;
  }
  runs[count] = run + side + (count === 0 ? side : 0);
  return penalty + corners(count, runs[count] ?? 0);
}

function penaltyOf(dark: Uint8Array, side: number): number {
  let penalty = 0;
  for (let line = 0; line < side; line++)
    penalty += linePenalty(dark, side, line * side, 1) + linePenalty(dark, side, line, side);
  let count = 0;
  for (let y = 0, at = 0; y < side; y++)
    for (let x = 0; x < side; x++, at++) {
      const own = dark[at] ?? 0;
      count += own;
      const below = at + side;
      if (
        x + 1 < side &&
        y + 1 < side &&
        own === dark[at + 1] &&
        own === dark[below] &&
        own === dark[below + 1]
      )
        penalty += 3;
    }
  const total = side * side;
  return penalty + (Math.ceil(Math.abs(count * 20 - total * 10) / total) - 1) * 10;
}

/** Modules of a code without its quiet zone, row by row; 1 is dark. */
function quickCode(text: string): { readonly side: number; readonly dark: Uint8Array } {
  const { data, types, size: side } = encode(text, { ecc: 'M', border: 0, maskPattern: 0 });
  const holds = new Uint8Array(side * side);
  const plain = new Uint8Array(side * side);
  for (let y = 0, at = 0; y < side; y++)
    for (let x = 0; x < side; x++, at++) {
      if (Number(types[y]?.[x]) === 0) holds[at] = 1;
      if (data[y]?.[x] === true) plain[at] = 1;
    }
  const places = formatPlaces(side);
  const written = places.reduce((bits, [at], bit) => bits | ((plain[at] ?? 0) << bit), 0);
  const level = (written ^ formatTurn) >>> 13;
  const first = turns(0, side);
  let best = plain;
  let least = Infinity;
  for (let mask = 0; mask < masks.length; mask++) {
    const turn = turns(mask, side);
    const dark = new Uint8Array(plain.length);
    for (let at = 0; at < dark.length; at++)
      dark[at] = (plain[at] ?? 0) ^ ((holds[at] ?? 0) & ((first[at] ?? 0) ^ (turn[at] ?? 0)));
    const bits = formatBits(level, mask);
    places.forEach(([one, other], bit) => {
      dark[one] = dark[other] = (bits >>> bit) & 1;
    });
    const penalty = penaltyOf(dark, side);
    if (penalty >= least) continue;
    least = penalty;
    best = dark;
  }
  return { side, dark: best };
}

/** Modules of the quiet zone around a code. */
const quiet = 4;

/** A code as `draw` of `formats/qr.ts` draws it: side with its quiet zone, path of the dark modules. */
export function quickDraw(text: string): { readonly side: number; readonly path: string } {
  const { side, dark } = quickCode(text);
  let path = '';
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      if (dark[y * side + x] === 0) continue;
      const from = x;
      while (x + 1 < side && dark[y * side + x + 1] === 1) x++;
      path += `M${from + quiet} ${y + quiet}h${x - from + 1}v1H${from + quiet}z`;
    }
  return { side: side + 2 * quiet, path };
}
