/** QR codes as one SVG path, made at build time. */
import { encode } from 'uqr';

/** One as it is drawn: side in modules, path of the dark ones. */
interface Code {
  readonly side: number;
  readonly path: string;
}

/** The address of a guide stands on several of its pages. */
const drawn = new Map<string, Code>();

/**
 * A code for a text: side in modules, quiet zone of four included as the standard asks, and the path of its
 * dark modules.
 */
export function qrPath(text: string): Code {
  const known = drawn.get(text) ?? draw(text);
  drawn.set(text, known);
  return known;
}

/** How much of a code may be spoilt: about 7, 15, 25 and 30 in 100 of it. */
export type Spare = 'L' | 'M' | 'Q' | 'H';

/** The same, not kept: for work that meets an address once. */
export function draw(text: string, spare: Spare = 'M'): Code {
  const { data } = encode(text, { ecc: spare, border: 4 });
  const path = data
    .flatMap((row, index) => {
      // Dark modules side by side are one stroke: a third of the bytes.
      const runs: string[] = [];
      for (let x = 0; x < row.length; x++) {
        if (!row[x]) continue;
        const from = x;
        while (row[x + 1]) x++;
        runs.push(`M${from} ${index}h${x - from + 1}v1H${from}z`);
      }
      return runs;
    })
    .join('');
  return { side: data.length, path };
}
