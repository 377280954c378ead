/** The QR path covers exactly the dark modules, with a quiet zone around them. */
import { expect, test } from 'vitest';
import { encode } from 'uqr';
import { qrPath } from '../../src/formats/qr.ts';

test.each(['https://so-tay-so.example/?che-do=nguoi-cao-tuoi', 'https://so-tay-so.example/'])(
  '%s',
  (text) => {
    const { side, path } = qrPath(text);
    const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g)].map(
      (match) => match.slice(1).map(Number) as [number, number, number],
    );
    const drawn = new Set(
      runs.flatMap(([x, y, length]) => Array.from({ length }, (_, index) => `${x + index},${y}`)),
    );
    const dark = encode(text, { ecc: 'M', border: 4 }).data.flatMap((row, index) =>
      row.flatMap((on, position) => (on ? [`${position},${index}`] : [])),
    );
    expect(dark.length).toBeGreaterThan(100);
    expect(drawn).toEqual(new Set(dark));
    for (const [x, y, number] of runs)
      expect(Math.min(x, y, side - x - number, side - 1 - y)).toBeGreaterThanOrEqual(4);
  },
);
