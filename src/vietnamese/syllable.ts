/** Which strings are Vietnamese syllables: consonant table, rime table, tone rule. Pure. */
import { fold } from './diacritics.ts';
import type { Tone } from './tone.ts';

const onsets = new Set([
  '',
  ...'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' '),
]);
const rimes = new Set(
  (
    'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây ' +
    'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu ' +
    'o oc oi om on ong op ot oong ooc oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet ' +
    'ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uên ' +
    'uôc uôi uôm uôn uông uôt uơ uy uya uych uynh uyt uyu uyp uyên uyêt ' +
    'ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y ych ynh yt yêm yên yêng yêt yêu'
  ).split(' '),
);

const foldedRimes = new Set([...rimes].map(fold));

/** Whether a word in small letters without any mark is a syllable whose marks were left out. */
export const isUnmarkedSyllable = (word: string): boolean =>
  [0, 1, 2, 3].some(
    (length) =>
      length < word.length && onsets.has(word.slice(0, length)) && foldedRimes.has(word.slice(length)),
  );

/**
 * Whether the letters (hats and horns kept, tone taken out) with that tone make a syllable. Stopped rimes
 * take only sắc and nặng, or no mark.
 */
export function isSyllable(plain: string, tone: Tone): boolean {
  if (/(?:[cpt]|ch)$/.test(plain) && tone !== 0 && tone !== 1 && tone !== 5) return false;
  for (let n = 0; n <= 3 && n < plain.length; n++) {
    if (onsets.has(plain.slice(0, n)) && rimes.has(plain.slice(n))) return true;
  }
  return false;
}
