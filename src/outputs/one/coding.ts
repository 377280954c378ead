/**
 * How the text of the file is shortened before it is deflated: a list of the words in it, most frequent
 * first, and the text as places in that list. A syllable is one or two bytes then, and the window of deflate
 * reaches three times as far. Both sides share this.
 */

/** Between words in the list; no word holds it. */
export const between = '\n';

/** How many of the words are written as one byte; the others are two. */
export const shortWords = (words: number): number => 256 - Math.ceil(words / 256);

/** The text again. */
export function decoded(words: readonly string[], places: Uint8Array): string {
  const short = shortWords(words.length);
  const pieces: string[] = [];
  for (let at = 0; at < places.length; at++) {
    const place = places[at] ?? 0;
    if (place < short) pieces.push(words[place] ?? '');
    else pieces.push(words[short + (place - short) * 256 + (places[++at] ?? 0)] ?? '');
  }
  return pieces.join('');
}

/** Letters that stand for two of ninety-one: none ends or opens anything in a page. */
const letters = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index))
  .join('')
  .replace(/[<&"]/g, '');
const base = letters.length;
/** Bits that two letters hold: 91 times 91 is a little more than two to the thirteenth. */
const bits = 13;

/** Bytes as text, 16 letters for 13 bytes; base64 takes 17 and a third. */
export function lettered(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let count = 0;
  const put = (value: number): void => {
    text += letters.charAt(value % base) + letters.charAt(Math.floor(value / base));
  };
  for (const byte of bytes) {
    held |= byte << count;
    count += 8;
    if (count < bits) continue;
    put(held & (2 ** bits - 1));
    held >>= bits;
    count -= bits;
  }
  if (count > 0) put(held);
  return text;
}

/** The bytes again, and perhaps a zero more. */
export function unlettered(text: string): Uint8Array {
  const values = new Map(Array.from(letters, (letter, value) => [letter, value]));
  const bytes = new Uint8Array(Math.floor(((text.length / 2) * bits) / 8));
  let held = 0;
  let count = 0;
  let at = 0;
  for (let place = 0; place < text.length; place += 2) {
    const [low, high] = [text.charAt(place), text.charAt(place + 1)].map((letter) => values.get(letter) ?? 0);
    held |= ((low ?? 0) + base * (high ?? 0)) << count;
    for (count += bits; count > 7 && at < bytes.length; count -= 8) {
      bytes[at++] = held & 255;
      held >>= 8;
    }
  }
  return bytes;
}
