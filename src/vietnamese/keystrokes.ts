/** What Telex and VNI have in common: letters typed plain get their marks from keys that follow. Pure. */
import { isSyllable } from './syllable.ts';
import { placeTone, type Tone } from './tone.ts';

/** What one key can do to the letters so far: each result is a possible reading. */
export type Reading = (letters: string, key: string) => string[];

const hats: Readonly<Record<string, string>> = { a: 'â', e: 'ê', o: 'ô' };

/** Puts a hat on each plain `a`, `e`, `o` in turn, or only on the letter named. */
export function hatted(letters: string, only?: string): string[] {
  return [...letters].flatMap((character, index) =>
    hats[character] && (only === undefined || character === only)
      ? [letters.slice(0, index) + hats[character] + letters.slice(index + 1)]
      : [],
  );
}

/** Puts horns: `uo` → `ươ` together, or one plain `u`, `o`. */
export function horned(letters: string): string[] {
  const out = letters.includes('uo') ? [letters.replace('uo', 'ươ')] : [];
  [...letters].forEach((character, index) => {
    if (character === 'o' || character === 'u')
      out.push(letters.slice(0, index) + (character === 'o' ? 'ơ' : 'ư') + letters.slice(index + 1));
  });
  return out;
}

/** `a` → `ă`. */
export function breved(letters: string): string[] {
  return [...letters].flatMap((character, index) =>
    character === 'a' ? [`${letters.slice(0, index)}ă${letters.slice(index + 1)}`] : [],
  );
}

/**
 * All words that the keys can mean, best placed tone, each once; empty when none is a Vietnamese syllable.
 */
export function readings(keys: string, tone: Tone, read: Reading): string[] {
  let states = [''];
  for (const key of keys) {
    states = [...new Set(states.flatMap((state) => read(state, key)))];
    // No real syllable has so many readings: a long foreign word must not cost time.
    if (states.length > 60) return [];
  }
  return states.filter((state) => isSyllable(state, tone)).map((state) => placeTone(state, tone));
}
