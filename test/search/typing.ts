/**
 * Types Vietnamese the way Telex and VNI want it, for the tests: marks right after their letter, or the tone
 * at the end of the word.
 */
import { splitTone } from '../../src/vietnamese/tone.ts';
import { present } from '../present.ts';

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
  tone: (number: number) => string,
  place: Place,
): string {
  const nfc = word.normalize('NFC').toLowerCase();
  const whole = splitTone(nfc);
  let out = '';
  for (const character of nfc) {
    const { plain, tone: time } = splitTone(character);
    out += (letters[plain] ?? plain) + (place === 'after-vowel' && time > 0 ? tone(time) : '');
  }
  return place === 'end' && whole.tone > 0 ? out + tone(whole.tone) : out;
}

/** Telex keys of a text, word by word. */
export const telex = (text: string, place: Place = 'end'): string =>
  text
    .split(' ')
    .map((word) =>
      keys(word, telexLetters, (number) => present(telexTones[number], 'an item of telexTones'), place),
    )
    .join(' ');
/** VNI keys of a text, word by word. */
export const vni = (text: string, place: Place = 'end'): string =>
  text
    .split(' ')
    .map((word) => keys(word, vniLetters, String, place))
    .join(' ');
