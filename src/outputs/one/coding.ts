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
