/** Addresses in a finished page: attributes, styles, the data of its scripts, the address it leads on to. */
import { hashSource } from '../../policy/hash.ts';
import { turnData } from './data.ts';
import type { Turn } from './turn.ts';

/** A comment, a script or style with what it holds, or a tag. Quoted values may hold `>`. */
const tag =
  /<!--[\s\S]*?-->|<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>|<[a-zA-Z](?:[^>"']|"[^"]*"|'[^']*')*>/g;
/** Attributes that hold nothing but an address. */
const addressed = /(\s(?:href|src|action|poster)=")(\/(?!\/)[^"]*)(?=")/g;
/** Attributes for our own scripts, and other values: addresses by their shape. */
const told = /(\sdata-[\w-]+=")(\/[^"]*)(?=")/g;
const leading = /(\scontent="\d+;\s*url=)(\/(?!\/)[^"]*)(?=")/g;
const styled = /(url\(["']?)(\/(?!\/)[^)"']*)/g;

/** The page with its addresses turned. The policy keeps the hashes of the styles that stand in the page. */
export function turnPage(html: string, turn: Turn): string {
  const hashes = new Map<string, string>();
  const put = (_: string, before: string, address: string): string => `${before}${turn.turned(address)}`;
  const attributes = (text: string): string =>
    text
      .replace(addressed, put)
      .replace(leading, put)
      .replace(told, (whole, before: string, address: string) =>
        turn.fits(address) ? put(whole, before, address) : whole,
      );
  const page = html.replace(
    tag,
    (whole, name: string | undefined, given: string | undefined, held: string | undefined) => {
      if (whole.startsWith('<!--')) return whole;
      if (name === undefined || given === undefined || held === undefined) return attributes(whole);
      let text = held;
      if (name === 'style') {
        text = held.replace(styled, put);
        if (text !== held) hashes.set(hashSource(held), hashSource(text));
      } else if (given.includes('"application/json"')) text = turnData(held, turn);
      return `<${name}${attributes(given)}>${text}</${name}>`;
    },
  );
  // The policy stands before the first style, so it is mended last; its quotes may be written as entities.
  let mended = page;
  for (const [old, now] of hashes)
    for (const quote of ["'", '&#39;', '&#x27;'])
      mended = mended.replaceAll(old.replaceAll("'", quote), now.replaceAll("'", quote));
  return mended;
}
