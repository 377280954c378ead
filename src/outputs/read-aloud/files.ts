/**
 * Read-aloud script of each guide, lesson and easy-read page, with the words of the player. Not in the page
 * itself: only who listens pays for it.
 */
import { modeAddress, scriptAddress } from '../../domain/address.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import {
  browserLines,
  playerWords,
  type BrowserScript,
  type BrowserSound,
} from '../../speech/browser-script.ts';
import { easyScript, guideScript } from '../../speech/guide-script.ts';
import type { SpokenLine } from '../../speech/script.ts';
import { offeredSound } from '../../books/sound/offered-sound.ts';
import { openWords } from '../../words/words.ts';
import type { HandbookFile } from '../output.ts';

const file = (
  address: string,
  lines: () => readonly SpokenLine[],
  sound: () => BrowserSound | undefined = () => undefined,
): HandbookFile => ({
  address,
  type: 'application/json',
  content: () => {
    const script: BrowserScript = {
      words: openWords('listen', playerWords),
      help: modeAddress('nghe'),
      lines: browserLines(lines()),
      sound: sound(),
    };
    return JSON.stringify(script);
  },
});

export const files = (handbook: Handbook): HandbookFile[] => [
  ...handbook.guides.map((guide) =>
    file(
      scriptAddress(guide.data.number),
      () => guideScript(guide, handbook),
      () => offeredSound(guide, handbook),
    ),
  ),
  ...handbook.easyRead.map((easy) =>
    file(scriptAddress(easy.guide.data.number, true), () => easyScript(easy, handbook)),
  ),
];
