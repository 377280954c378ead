/** How written forms that Vietnamese letters do not tell are said: abbreviations, foreign names. Pure. */
import everyday from './everyday.json' with { type: 'json' };
import { pronounceable } from './letters.ts';

/** A written form and how it sounds. */
export interface Saying {
  readonly written: string;
  readonly spoken: string;
}

/** What `spoken()` needs to know beyond numbers. */
export interface Lexicon {
  readonly pattern: RegExp;
  /** By exact spelling, then by lower-case spelling. */
  find(written: string): string | undefined;
  /** Single words in lower case, for addresses. */
  readonly names: ReadonlyMap<string, string>;
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** `AI` is not the word `ai`: capitals that could be a Vietnamese word count only as capitals. */
const capitalsOnly = (written: string): boolean =>
  written === written.toUpperCase() && pronounceable(written);

/**
 * Joins the glossary's sayings with the everyday ones. A saying that only repeats its word, or that holds
 * another written form of the list and so could be read twice, changes nothing in the second reading:
 * `spoken()` puts words aside at once.
 */
export function lexicon(sayings: readonly Saying[]): Lexicon {
  const exact = new Map<string, string>();
  const loose = new Map<string, string>();
  const names = new Map<string, string>();
  for (const { written, spoken } of [
    // Said everywhere, so the glossary does not explain them; it wins where it has the same word.
    ...Object.entries(everyday).map(([word, otherSpoken]) => ({ written: word, spoken: otherSpoken })),
    ...sayings,
  ]) {
    const cleanWritten = written.normalize('NFC').trim();
    const cleanSpoken = spoken.normalize('NFC').trim();
    if (cleanWritten === '' || cleanWritten.toLowerCase() === cleanSpoken.toLowerCase()) continue;
    if (capitalsOnly(cleanWritten)) exact.set(cleanWritten, cleanSpoken);
    else loose.set(cleanWritten.toLowerCase(), cleanSpoken);
    if (!/[\s\d]/.test(cleanWritten)) names.set(cleanWritten.toLowerCase(), cleanSpoken);
  }
  const all = [...exact.keys(), ...loose.keys()]
    .sort((a, b) => b.length - a.length)
    .map((word) => escape(word).replaceAll(' ', '\\s+'));
  return {
    pattern: new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${all.join('|')})(?![\\p{L}\\p{M}\\p{N}])`, 'giu'),
    find: (written) => {
      const cleanWritten = written.replace(/\s+/g, ' ');
      return exact.get(cleanWritten) ?? loose.get(cleanWritten.toLowerCase());
    },
    names,
  };
}
