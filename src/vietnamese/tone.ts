/** Tone of a Vietnamese word, apart from its letters: `hoá` and `hóa` are the same word. Pure. */

/** 0 level, 1 sắc, 2 huyền, 3 hỏi, 4 ngã, 5 nặng. */
export type Tone = 0 | 1 | 2 | 3 | 4 | 5;
const tones: readonly Tone[] = [0, 1, 2, 3, 4, 5];
/** The tone of a number; none for what is no tone. */
export const toneOf = (number: number): Tone => tones[number] ?? 0;

const marks = ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];

/**
 * The word without its tone, hats and horns kept, and the tone. A text with two tone marks is no single word
 * and comes back whole.
 */
export function splitTone(word: string): { plain: string; tone: Tone } {
  const nfd = word.normalize('NFD');
  const [mark, another] = [...nfd].filter((character) => marks.includes(character));
  if (mark === undefined || another !== undefined) return { plain: word.normalize('NFC'), tone: 0 };
  return { plain: nfd.replace(mark, '').normalize('NFC'), tone: toneOf(marks.indexOf(mark) + 1) };
}

/** A key in which the place of the tone mark plays no part: `hoá`, `hóa` → `hoa1`. Lower case. */
export function toneKey(word: string): string {
  const { plain, tone } = splitTone(word.toLowerCase());
  return plain + (tone === 0 ? '' : String(tone));
}

const vowels = /[aăâeêioôơuưy]/;

/**
 * Writes a tone over its vowel, the way most Vietnamese print does: `hoa`, 1 → `hóa`; `hoan`, 2 → `hoàn`.
 * Lower-case NFC in and out.
 */
export function placeTone(plain: string, tone: Tone): string {
  if (tone === 0) return plain;
  const letters = [...plain];
  const letter = (place: number): string => letters[place] ?? '';
  // `qu` and `gi` before a vowel belong to the consonant.
  const skip = /^(?:qu|gi)[aăâeêioôơuưy]/.test(plain) ? 2 : 0;
  const first = letters.findIndex((vowel, index) => index >= skip && vowels.test(vowel));
  if (first < 0) return plain;
  let last = first;
  while (last + 1 < letters.length && vowels.test(letter(last + 1))) last++;
  let at = first;
  for (let i = last; i >= first; i--)
    if (/[ăâêôơư]/.test(letter(i))) {
      at = i;
      break;
    }
  if (!/[ăâêôơư]/.test(letter(at))) {
    const count = last - first + 1;
    const closed = last + 1 < letters.length;
    at = count === 1 ? first : count === 2 ? (closed ? last : first) : first + 1;
  }
  letters[at] = (letter(at) + (marks[tone - 1] ?? '')).normalize('NFC');
  return letters.join('');
}

/** One writing for every placing of the tone mark: `hoá` → `hóa`, `thuỷ` → `thủy`. Lower-case NFC. */
export function canonical(word: string): string {
  const { plain, tone } = splitTone(word.toLowerCase());
  return placeTone(plain, tone);
}
