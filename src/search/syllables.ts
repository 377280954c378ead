/**
 * Text cut into the syllables that search compares. The same for pages at build time and for questions in the
 * browser. Pure.
 */
import { canonical } from '../vietnamese/tone.ts';

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

function oneWriting(syllable: string): string {
  let text = known.get(syllable);
  if (text === undefined) {
    if (known.size >= room) known.clear();
    known.set(syllable, (text = canonical(syllable)));
  }
  return text;
}

/**
 * Lower-case NFC syllables with one place for the tone mark. Idempotent on its own result joined by spaces;
 * NFC and NFD give the same.
 */
export function syllables(text: string): string[] {
  let currentText = text.normalize('NFC').toLowerCase();
  if (anyJoined.test(currentText))
    for (const [from, to] of joined) currentText = currentText.replace(from, to);
  return (currentText.match(/[\p{L}\p{N}]+/gu) ?? []).map(oneWriting);
}
