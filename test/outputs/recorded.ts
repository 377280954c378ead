/** Guides with sound, for tests: short ones, and recordings of them. */
import type { Guide, Handbook, Recording } from '../../src/handbook/handbook.ts';
import { slots, unclear } from '../../src/books/sound/slots.ts';
import { guideScript } from '../../src/speech/guide-script.ts';
import { present } from '../present.ts';
import { handbook } from './exported.ts';

/** A guide of its steps and its list of whom to call alone: what a test hears costs time. */
const short = (guide: Guide): Guide => {
  const sections = guide.tree.sections.filter(({ kind }) => kind === 'steps' || kind === 'call');
  return { ...guide, tree: { ...guide.tree, intro: [], sections } };
};
const shortest = (guides: readonly Guide[], what: string): Guide =>
  present(
    [...guides].sort(
      (one, other) => guideScript(one, handbook).length - guideScript(other, handbook).length,
    )[0],
    what,
  );

/** The shortest guide whose steps hold nothing unclear, and one that tells numbers to call. */
export const plainGuide = shortest(
  handbook.guides
    .map(short)
    .filter((guide) => slots(guide, handbook).every((slot) => !slot.step || !unclear(slot))),
  'a short guide',
);
export const withNumbers = shortest(
  handbook.guides.map(short).filter(({ data }) => data.stop),
  'an urgent guide',
);

/** What Bà Lan has read of a guide. */
export function recordingOf(
  guide: Guide,
  day: string,
  parts: Recording['data']['parts'],
  name = 'ba-lan',
): Recording {
  const data = { guide: guide.id, reader: 'Bà Lan', place: 'Nghệ An', dialect: 'trung' as const, day, parts };
  return { id: name, file: `content/audio/${name}.yaml`, data, guide };
}

/** An edition in which a machine reads what nobody has read. */
export const withVoice = (more: Partial<Handbook> = {}): Handbook => ({
  ...handbook,
  site: { ...handbook.site, machineVoice: 'bac' },
  ...more,
});

/** A choice of these guides. */
export const choiceOf = (guides: readonly Guide[]) => ({
  of: 'guides' as const,
  slug: 'thu',
  title: 'thử',
  guides,
});
