/** What a loudspeaker text and a Zalo text must hold. Pure. */
import { longestLoudSentence, longestZalo, loudLimits } from '../../domain/loud-limits.ts';
import { stepsMark } from '../../markdown/steps-mark.ts';
import type { Tree } from '../../markdown/tree.ts';
import type { Entry } from '../../schemas/collections.ts';
import { syllables } from '../../vietnamese/sentences.ts';
import { fault, type Fault } from '../faults.ts';
import { entryKey, type Proving } from '../proving.ts';

/** What is written to be heard has no short forms, so a stop is a stop: “vụ số.” ends a sentence here. */
const breaths = (text: string): string[] => text.split(/(?<=[.!?…]["”’)]*)\s+/u);

/** Faults of sentences that will be read aloud, whatever their number. */
export function loudSentenceFaults(list: readonly string[]): Fault[] {
  return list.flatMap((text): Fault[] => {
    const short = `“${text.slice(0, 50)}${text.length > 50 ? '…' : ''}”`;
    const long = breaths(text)
      .map((sentence) => ({ sentence, count: syllables(sentence), most: longestLoudSentence }))
      .filter(({ count }) => count > longestLoudSentence)
      .map((details) => fault('loud-sentence', details));
    if (/https?:|www\.|\p{L}\.(?:vn|com|net|org|example)\b|@/iu.test(text))
      return [...long, fault('loud-address', { short })];
    return /[^\p{L}\p{M}\p{N}\s.,;:!?…“”"'’()–-]/u.test(text)
      ? [...long, fault('loud-sign', { short })]
      : long;
  });
}

/**
 * Faults of a whole text as it is read: words only, two minutes, the number to call said twice. `call` is how
 * the number or the place is said.
 */
export function loudFaults(list: readonly string[], call: string): Fault[] {
  const faults = loudSentenceFaults(list);
  const all = list.join(' ');
  const digits = /\d+/.exec(all)?.[0];
  if (digits !== undefined) faults.push(fault('loud-digits', { digits }));
  const word = /(?<!\p{L})\p{Lu}{2,}(?!\p{Ll})/u.exec(all)?.[0];
  if (word !== undefined) faults.push(fault('loud-short', { word }));
  const count = syllables(all);
  const { fewest, most } = loudLimits;
  if (count < fewest || count > most) faults.push(fault('loud-length', { count, fewest, most }));
  if (all.toLowerCase().split(call.toLowerCase()).length < 3) faults.push(fault('loud-call', { call }));
  return faults;
}

/** Faults of a Zalo text. */
export function zaloFaults(text: string): Fault[] {
  const length = [...text].length;
  return length > longestZalo ? [fault('zalo-length', { length, most: longestZalo })] : [];
}

/** An announcement that an author wrote by hand: readable aloud, and still about the steps as they are. */
export function proveAnnouncement(
  { numbered, say }: Proving,
  announcement: Entry<'announcements'>,
  trees: ReadonlyMap<string, Tree>,
): void {
  const { loudspeaker = [], zalo, steps: written, guide: id } = announcement.data;
  loudspeaker.forEach((paragraph, index) => {
    for (const found of loudSentenceFaults([paragraph])) say(announcement, ['loudspeaker', index], found);
  });
  if (zalo !== undefined) for (const found of zaloFaults(zalo)) say(announcement, ['zalo'], found);
  const guide = numbered.find((candidate) => candidate.id === id);
  const tree = guide && trees.get(entryKey(guide));
  if (!guide || !tree) return;
  const now = stepsMark(guide.data.title, tree);
  if (written !== now)
    say(announcement, ['steps'], fault('announcement-drift', { guide: guide.file, now, written }));
}
