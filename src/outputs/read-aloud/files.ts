/**
 * Read-aloud script of each guide and lesson, with the words of the player. Not in the page itself: only who
 * listens pays for it.
 */
import { modeAddress, scriptAddress } from '../../domain/address.ts';
import type { Guide, Handbook } from '../../handbook/handbook.ts';
import { browserLines, playerWords, type BrowserScript } from '../../speech/browser-script.ts';
import { guideScript } from '../../speech/guide-script.ts';
import { openWords } from '../../words/words.ts';
import type { HandbookFile } from '../output.ts';

const script = (guide: Guide, handbook: Handbook): BrowserScript => ({
  words: openWords('listen', playerWords),
  help: modeAddress('nghe'),
  lines: browserLines(guideScript(guide, handbook)),
});

export const files = (handbook: Handbook): HandbookFile[] =>
  handbook.guides.map((guide) => ({
    address: scriptAddress(guide.data.number),
    type: 'application/json',
    content: () => JSON.stringify(script(guide, handbook)),
  }));
