/** What stands behind a source in its list. */
import type { Source } from '../schemas/fields.ts';
import { t, type Speech } from './words.ts';

/** How sure a source is; of an official text that nobody here read in full it says so. */
export const sureWords = ({ certainty, read }: Source, say: Speech['t'] = t): string =>
  read === false ? say('guide.unread') : say(`guide.sure_${certainty}`);
