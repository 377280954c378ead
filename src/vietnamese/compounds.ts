/**
 * Words of two or three syllables that a drawn title does not part at the end of a line: new readers
 * read by word.
 * The list is our own, of what stands in the titles of the handbook. Nothing is added to the text: what is
 * copied, searched and read aloud has plain spaces.
 */
import compounds from './compounds.json' with { type: 'json' };

const known: ReadonlySet<string> = new Set(compounds);
const longest = Math.max(...compounds.map((word) => word.split(' ').length));

/** A stretch of a title: a word that stays in one piece, or what stands between such words. */
export interface TitlePart {
  readonly text: string;
  readonly whole: boolean;
}

/** How many syllables from `from` on make up a known word; punctuation in it parts it. */
function wordAt(syllables: readonly string[], from: number): number {
  for (let count = Math.min(longest, syllables.length - from); count > 1; count--) {
    const word = syllables
      .slice(from, from + count)
      .join(' ')
      .replace(/^[“"(]+|[,.:;!?…”")]+$/gu, '');
    if (known.has(word) || known.has(word.charAt(0).toLowerCase() + word.slice(1))) return count;
  }
  return 1;
}

/** A title in its parts; their texts put together are the title again, sign for sign. */
export function titleParts(title: string): TitlePart[] {
  const syllables = title.normalize('NFC').split(' ');
  const parts: TitlePart[] = [];
  for (let at = 0; at < syllables.length;) {
    const count = wordAt(syllables, at);
    const text = syllables.slice(at, at + count).join(' ');
    const last = parts.at(-1);
    if (count === 1 && last !== undefined && !last.whole)
      parts[parts.length - 1] = { text: `${last.text}${text} `, whole: false };
    else if (count === 1) parts.push({ text: `${text} `, whole: false });
    else parts.push({ text, whole: true }, { text: ' ', whole: false });
    at += count;
  }
  const end = parts.at(-1);
  if (end !== undefined && !end.whole) {
    const text = end.text.slice(0, -1);
    parts.splice(parts.length - 1, 1, ...(text === '' ? [] : [{ text, whole: false }]));
  }
  return parts;
}
