/** The QR path covers exactly the dark modules, with a quiet zone around them. */
import { expect, test } from 'vitest';
import { encode } from 'uqr';
import { qrPath } from '../../src/formats/qr.ts';

test.each(['https://so-tay-so.example/?che-do=nguoi-cao-tuoi', 'https://so-tay-so.example/'])(
  '%s',
  (text) => {
    const { side, path } = qrPath(text);
    const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g)].map(
      (m) => m.slice(1).map(Number) as [number, number, number],
    );
    const drawn = new Set(runs.flatMap(([x, y, n]) => Array.from({ length: n }, (_, i) => `${x + i},${y}`)));
    const dark = encode(text, { ecc: 'M', border: 4 }).data.flatMap((row, y) =>
      row.flatMap((on, x) => (on ? [`${x},${y}`] : [])),
    );
    expect(dark.length).toBeGreaterThan(100);
    expect(drawn).toEqual(new Set(dark));
    for (const [x, y, n] of runs)
      expect(Math.min(x, y, side - x - n, side - 1 - y)).toBeGreaterThanOrEqual(4);
  },
);
