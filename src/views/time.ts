/** When work is due, in words. */
import { timingPhrases, timingText, type Timing } from '../domain/timing.ts';
import { fill, openWords } from '../words/words.ts';

const phrases = openWords('timing', timingPhrases);

/** The typed time in words, without the document's own wording. */
export const timeWords = (time: Timing): string =>
  timingText(time, (phrase, values = {}) => fill(phrases[phrase], values, `timing.${phrase}`));
