/** Types Vietnamese the way Telex and VNI want it, for the tests: marks right after their letter, or the tone at the end of the word. */
import { splitTone } from '../../src/vietnamese/tone.ts';

const telexLetters: Readonly<Record<string, string>> = {
  ă: 'aw',
  â: 'aa',
  ê: 'ee',
  ô: 'oo',
  ơ: 'ow',
  ư: 'uw',
  đ: 'dd',
};
const vniLetters: Readonly<Record<string, string>> = {
  ă: 'a8',
  â: 'a6',
  ê: 'e6',
  ô: 'o6',
  ơ: 'o7',
  ư: 'u7',
  đ: 'd9',
};
const telexTones = ['', 's', 'f', 'r', 'x', 'j'];

export type Place = 'after-vowel' | 'end';

function keys(
  word: string,
  letters: Readonly<Record<string, string>>,
  tone: (n: number) => string,
  place: Place,
): string {
  const nfc = word.normalize('NFC').toLowerCase();
  const whole = splitTone(nfc);
  let out = '';
  for (const c of nfc) {
    const { plain, tone: t } = splitTone(c);
    out += (letters[plain] ?? plain) + (place === 'after-vowel' && t > 0 ? tone(t) : '');
  }
  return place === 'end' && whole.tone > 0 ? out + tone(whole.tone) : out;
}

/** Telex keys of a text, word by word. */
export const telex = (text: string, place: Place = 'end'): string =>
  text
    .split(' ')
    .map((w) => keys(w, telexLetters, (t) => telexTones[t]!, place))
    .join(' ');
/** VNI keys of a text, word by word. */
export const vni = (text: string, place: Place = 'end'): string =>
  text
    .split(' ')
    .map((w) => keys(w, vniLetters, String, place))
    .join(' ');
