/**
 * Raw VNI keys back to the word they mean: `d9ie6n5` → `điện`. Digits may follow the vowel or end the word.
 * Pure.
 */
import { breved, hatted, horned, readings } from './keystrokes.ts';
import { toneOf } from './tone.ts';

/**
 * Words that the keys can mean, none when they are not VNI. Lower-case ASCII letters and digits in, NFC out.
 */
export function fromVni(keys: string): string[] {
  if (keys.length > 13 || !/^[a-z]+[1-9][a-z1-9]*$/.test(keys)) return [];
  const toneKeys = keys.match(/[1-5]/g) ?? [];
  if (toneKeys.length > 1) return [];
  const tone = toneOf(Number(toneKeys[0] ?? 0));
  return readings(keys.replace(/[1-5]/, ''), tone, (letters, key) => {
    switch (key) {
      case '6':
        return hatted(letters);
      case '7':
        return horned(letters);
      case '8':
        return breved(letters);
      case '9':
        return letters.startsWith('d') ? [`đ${letters.slice(1)}`] : [];
      default:
        return [letters + key];
    }
  });
}
