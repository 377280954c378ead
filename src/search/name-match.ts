/** Finding a name in a short list, typed with or without marks, or in raw keys of Telex or VNI. */
import { fold } from '../vietnamese/diacritics.ts';
import { fromTelex } from '../vietnamese/telex.ts';
import { fromVni } from '../vietnamese/vni.ts';
import { namesHeld } from './names-held.ts';

/**
 * What typed keys may mean, without marks, each word in all its readings; undefined when there is no word.
 */
function readings(typed: string): RegExp | undefined {
  const words = typed.toLowerCase().match(/[\p{L}\p{N}]+/gu);
  const read = words?.map(
    (word) => `(?:${[word, ...fromTelex(word), ...fromVni(word)].map(fold).join('|')})`,
  );
  return read && new RegExp(read.join('[^\\p{L}\\p{N}]+'), 'u');
}

/**
 * Which of these names hold what was typed. Keys are read only where no name holds the letters as they stand:
 * “max” is no “mã” in a list that has a “max”. Everything holds nothing.
 */
export function whichHold(names: readonly string[], typed: string): boolean[] {
  const plain = namesHeld(names, typed);
  if (plain.includes(true)) return plain;
  const keys = readings(typed);
  return names.map((name) => keys?.test(fold(name)) === true);
}
