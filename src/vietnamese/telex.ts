/**
 * Raw Telex keys back to the word they mean: `dieenj` → `điện`. Marks may follow the vowel or end the word.
 * Pure.
 */
import { breved, hatted, horned, readings } from './keystrokes.ts';
import { toneOf } from './tone.ts';

const tones = 'sfrxj';

/**
 * Words that the keys can mean, none when they are not Telex. Lower-case ASCII in, NFC out; the typed word
 * itself is never an answer.
 */
export function fromTelex(keys: string): string[] {
  const first = keys.search(/[aeiouyw]/);
  if (first < 0 || keys.length > 11 || !/^[a-z]+$/.test(keys)) return [];
  let head = keys.slice(0, first);
  let rest = keys.slice(first);
  let bar = head.startsWith('dd');
  if (bar) head = head.slice(1);
  else if (head === 'd' && rest.includes('d')) {
    bar = true;
    rest = rest.replace('d', '');
  }
  const toneKeys = [...rest].filter((character) => tones.includes(character));
  if (toneKeys.length > 1) return [];
  const [toneKey] = toneKeys;
  const tone = toneOf(toneKey === undefined ? 0 : tones.indexOf(toneKey) + 1);
  rest = rest.replace(/[sfrxj]/, '');
  const start = bar ? `đ${head.slice(1)}` : head;
  return readings(start + rest, tone, (letters, key) => {
    if (key === 'w') return [...horned(letters), ...breved(letters), `${letters}ư`];
    if ('aeo'.includes(key)) return [...hatted(letters, key), letters + key];
    return [letters + key];
  }).filter((reading) => reading !== keys);
}
