/**
 * Text cut into the syllables that search compares. The same for pages at build time and for questions in the
 * browser. Pure.
 */
import { fold } from '../vietnamese/diacritics.ts';
import { isSyllable, isUnmarkedSyllable } from '../vietnamese/syllable.ts';
import { fromTelex } from '../vietnamese/telex.ts';
import { canonical, splitTone } from '../vietnamese/tone.ts';

/** Words that are written with and without a joint. */
const joined: readonly (readonly [RegExp, string])[] = [
  [/\bwi[ -]fi\b/g, 'wifi'],
  [/\be-mail\b/g, 'email'],
  [/\bvne id\b/g, 'vneid'],
  [/\bg[ -]mail\b/g, 'gmail'],
  [/\btalk back\b/g, 'talkback'],
  [/\bqr code\b/g, 'qr'],
];

const anyJoined = /\b(?:wi[ -]fi|e-mail|vne id|g[ -]mail|talk back|qr code)\b/;

/**
 * Vietnamese has some 7,000 syllables in use, so the same ones come again and again; anything else soon fills
 * the room and is forgotten.
 */
const known = new Map<string, string>();
const room = 20_000;

/** Behind `qu` an `i` and a `y` are the same sound: “quị” is “quỵ”, “quít” is “quýt”. */
const sameAs: Readonly<Record<string, string>> = { i: 'y', í: 'ý', ì: 'ỳ', ỉ: 'ỷ', ĩ: 'ỹ', ị: 'ỵ' };
const qui = /^qu([iíìỉĩị])(?=$|t$|nh$|ch$|p$)/;

/** One writing of a syllable: one place for the tone mark, and one letter behind `qu`. */
export function oneWriting(syllable: string): string {
  let text = known.get(syllable);
  if (text === undefined) {
    if (known.size >= room) known.clear();
    text = canonical(syllable).replace(qui, (_, letter: string) => `qu${sameAs[letter] ?? letter}`);
    known.set(syllable, text);
  }
  return text;
}

/**
 * Lower-case NFC syllables in one writing. Idempotent on its own result joined by spaces;
 * NFC and NFD give the same.
 */
export function syllables(text: string): string[] {
  let currentText = text.normalize('NFC').toLowerCase();
  if (anyJoined.test(currentText))
    for (const [from, to] of joined) currentText = currentText.replace(from, to);
  return (currentText.match(/[\p{L}\p{N}]+/gu) ?? []).map(oneWriting);
}

/** Whether it is a syllable as it stands; without any mark, one whose marks were left out. */
const isWhole = (word: string): boolean => {
  const { plain, tone } = splitTone(word);
  return isSyllable(plain, tone) || isUnmarkedSyllable(word);
};
/** Letters that people draw out; others stand twice in foreign words: “app”, “acc”. */
const drawnOut = /[aeiouymngh]/;

/**
 * A syllable without the letters that were drawn out at its end: “lừaaa” → “lừa”, “cứuuu” → “cứu”,
 * “emm” → “em”.
 * Three of a letter are always drawn out; two only where that makes no syllable and one does, in Telex too.
 */
function drawnIn(syllable: string): string {
  const letters = [...syllable];
  const plain = letters.map((letter) => fold(letter));
  const last = plain[plain.length - 1] ?? '';
  let before = plain.length - 1;
  while (plain[before] === last) before--;
  const drawn = letters.slice(before + 1);
  // “www”, “2000” and the numbers of the Romans are as they should be.
  if (before < 0 || drawn.length < 2 || !/\p{L}/u.test(last) || /^[ivx]+$/.test(syllable)) return syllable;
  const start = letters.slice(0, before + 1).join('');
  const twice = start + drawn.slice(0, 2).join('');
  const once = start + (drawn.find((letter) => fold(letter) !== letter) ?? last);
  if (isWhole(twice)) return twice;
  if (drawn.length > 2) return /[aeiouy]/.test(fold(once)) ? once : syllable;
  return drawnOut.test(last) && isWhole(once) && !fromTelex(syllable).some(isWhole) ? once : syllable;
}

/** The syllables of a question, without letters that were drawn out for feeling. */
export const syllablesAsked = (text: string): string[] => syllables(text).map(drawnIn).map(oneWriting);
