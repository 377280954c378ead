/** Read-aloud script of each guide and lesson, with the words of the player. Not in the page itself: only who listens pays for it. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { modeAddress } from '../../domain/address.ts';
import type { Guide } from '../../handbook/handbook.ts';
import { loadHandbook } from '../../handbook/load.ts';
import { browserLines, playerWords, type BrowserScript } from '../../speech/browser-script.ts';
import { guideScript } from '../../speech/guide-script.ts';
import { openWords } from '../../words/words.ts';

export const getStaticPaths = (async () =>
  (await loadHandbook()).guides.map((guide) => ({
    params: { number: String(guide.data.number) },
    props: { guide },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ guide: Guide }> = async ({ props }) => {
  return Response.json({
    words: openWords('listen', playerWords),
    help: modeAddress('nghe'),
    lines: browserLines(guideScript(props.guide, await loadHandbook())),
  } satisfies BrowserScript);
};
