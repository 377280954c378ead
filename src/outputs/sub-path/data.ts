/** Addresses in JSON: whole texts, keys too, and lists of addresses in one text, a line each. */
import type { Turn } from './turn.ts';

const text = /"(?:[^"\\]|\\.)*"/g;

/**
 * The same JSON with its addresses turned, and nothing else touched. `home` says that `/` alone means the
 * front page, as it does in the manifest.
 */
export const turnData = (json: string, turn: Turn, home = false): string =>
  json.replace(text, (quoted) => {
    const lines = quoted.slice(1, -1).split('\\n');
    const isAddress = (line: string): boolean =>
      turn.fits(line) || (line === '/' && (home || lines.length > 1));
    return lines.some(isAddress)
      ? `"${lines.map((line) => (isAddress(line) ? turn.turned(line) : line)).join('\\n')}"`
      : quoted;
  });
