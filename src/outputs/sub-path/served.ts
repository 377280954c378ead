/** A finished file as it is served under a path, and back. */
import { turnData } from './data.ts';
import { turnPage } from './page.ts';
import { turnScript } from './script.ts';
import type { TurnFile } from '../output.ts';
import { atRoot, under, type Turn } from './turn.ts';

/**
 * Files that hold no address, or whose addresses are turned already: Pagefind reckons its own place; bundles
 * of the offline store are made of files that were turned.
 */
const asTheyAre = /^(?:pagefind|ngoai-tuyen\/kho)\//;

/** The file with its addresses turned; the same object when its kind holds none. */
function turnFile(file: string, bytes: Buffer, turn: Turn): Buffer {
  const page = file.endsWith('.html');
  if (!page && asTheyAre.test(file)) return bytes;
  const ending = file.slice(file.lastIndexOf('.') + 1);
  const way: Readonly<Record<string, (text: string) => string>> = {
    html: (text) => turnPage(text, turn),
    js: (text) => turnScript(text, turn),
    json: (text) => turnData(text, turn),
    webmanifest: (text) => turnData(text, turn, true),
  };
  const turned = Object.hasOwn(way, ending) ? way[ending] : undefined;
  return turned === undefined ? bytes : Buffer.from(turned(bytes.toString('utf8')));
}

/** Both turns for a path. */
export const turns = (path: string): { served: TurnFile; atRoot: TurnFile } => ({
  served: (file, bytes) => turnFile(file, bytes, under(path)),
  atRoot: (file, bytes) => turnFile(file, bytes, atRoot(path)),
});
