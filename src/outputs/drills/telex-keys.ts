/** What one more key of Telex does to what is written: live keys of a drill. Pure. */
import { placeTone, splitTone, toneOf } from '../../vietnamese/tone.ts';

const hats: Readonly<Record<string, string>> = { a: 'â', e: 'ê', o: 'ô' };
const horns: Readonly<Record<string, string>> = { a: 'ă', o: 'ơ', u: 'ư' };
const vowel = /[aăâeêioôơuưy]/;

/** Letters after a key that changes letters; nothing when it only stands for itself. */
function marked(letters: string, key: string): string | undefined {
  if (key === 'd' && letters.startsWith('d')) return `đ${letters.slice(1)}`;
  const hat = hats[key];
  const plain = letters.lastIndexOf(key);
  if (hat !== undefined && plain >= 0) return letters.slice(0, plain) + hat + letters.slice(plain + 1);
  if (key !== 'w') return undefined;
  if (letters.includes('uo')) return letters.replace('uo', 'ươ');
  const place = Math.max(...Object.keys(horns).map((letter) => letters.lastIndexOf(letter)));
  return place < 0
    ? `${letters}ư`
    : letters.slice(0, place) + (horns[letters.charAt(place)] ?? '') + letters.slice(place + 1);
}

/** What stands there after one more key; keys change the last word only. Small letters in, NFC out. */
export function pressTelex(written: string, key: string): string {
  if (key === ' ') return written + key;
  const start = written.lastIndexOf(' ') + 1;
  const before = written.slice(0, start);
  const { plain, tone } = splitTone(written.slice(start));
  const place = 'sfrxj'.indexOf(key);
  if (key === 'z' && tone !== 0) return before + plain;
  if (place >= 0 && vowel.test(plain)) {
    const next = toneOf(place + 1);
    // The same mark twice: the letter itself is meant.
    return before + (next === tone ? plain + key : placeTone(plain, next));
  }
  return before + placeTone(marked(plain, key) ?? plain + key, tone);
}

/** What keys write, one after another. */
export const writtenWithTelex = (keys: string): string => [...keys].reduce(pressTelex, '');
