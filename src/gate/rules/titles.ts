/** Titles of sources are in the language of the page: a voice set to Vietnamese garbles any other. */
import { isSyllable } from '../../vietnamese/syllable.ts';
import { splitTone } from '../../vietnamese/tone.ts';
import { fault } from '../faults.ts';
import type { Proving } from '../proving.ts';
import { textsOf } from '../texts.ts';

/** A small word of another language; names begin with a capital letter, addresses hold a dot. */
function isForeign(word: string): boolean {
  const { plain, tone } = splitTone(word);
  return /^\p{Ll}{2,}$/u.test(word) && !isSyllable(plain, tone);
}

/** The first two words in a row that are not Vietnamese. */
function foreignRun(title: string): string | undefined {
  const words = title.split(/\s+/).map((word) => word.replace(/^[“"(]+|[,:;”")]+$/gu, ''));
  const at = words.findIndex((word, index) => isForeign(word) && isForeign(words[index + 1] ?? ''));
  return at < 0 ? undefined : words.slice(at, at + 2).join(' ');
}

/** An address of a page in another language: `en.sggp.org.vn`, `lawnet.vn/en/laws/…`, `vietnam.vn/fr/…`. */
const foreignHost = /^https?:\/\/(?:(?:en|fr|ja|es|zh|vjs|english)\.|news\.laodong\.vn)/;
const foreignPath = /^https?:\/\/[^/]+\/(?:[\w-]+\/)?(?:en|fr|ja|es|pt|no|de|hi|bn|cs|th|zh)\//;

/** No source is called by a sentence of another language, and one in another language says which. */
export function proveTitles({ all, say }: Proving): void {
  for (const entry of all) {
    const texts = textsOf(entry.data, new Set());
    for (const { text, path } of texts) {
      if (path.at(-1) !== 'title' || !path.includes('sources')) continue;
      const found = foreignRun(text);
      if (found !== undefined) say(entry, path, fault('foreign-title', { found }));
      const place = `${path.slice(0, -1).join('.')}.url`;
      const url = texts.find((other) => other.path.join('.') === place)?.text ?? '';
      if ((foreignHost.test(url) || foreignPath.test(url)) && !text.includes('tiếng'))
        say(entry, path, fault('foreign-source', { url }));
    }
  }
}
