/** QR codes as one SVG path, made at build time. */
import { encode } from 'uqr';

/** A code for a text: side in modules, quiet zone of four included as the standard asks, and the path of its dark modules. */
export function qrPath(text: string): { readonly side: number; readonly path: string } {
  const { data } = encode(text, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => {
    // Dark modules side by side are one stroke: a third of the bytes.
    const runs: string[] = [];
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x++;
      runs.push(`M${from} ${y}h${x - from + 1}v1H${from}z`);
    }
    return runs;
  }).join('');
  return { side: data.length, path };
}
