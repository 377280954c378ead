/**
 * What is made from proven content without an author's hand, judged by the same rules as what authors write:
 * the loudspeaker text of each guide,
 * its sheet, its slides, its preview image. Authors hear of it from `npm run check`, with file and line, not
 * from a build that stops.
 */
import type { Problem } from '../domain/problem.ts';
import { missingLetters } from '../formats/lettering.ts';
import { fault, problemAt } from '../gate/faults.ts';
import type { Proof } from '../gate/prove.ts';
import { loudFaults, loudLimits, zaloFaults } from '../gate/rules/announcement.ts';
import type { Guide, Handbook } from '../handbook/handbook.ts';
import { joinHandbook } from '../handbook/join.ts';
import type { Entries } from '../schemas/collections.ts';
import { announcement } from '../speech/announcement.ts';
import { syllables } from '../vietnamese/sentences.ts';
import { table } from '../outputs/table.ts';

/** Faults of everything that is made from proven content. */
export async function madeFormProblems(
  entries: Entries,
  proof: Pick<Proof, 'trees'>,
): Promise<readonly Problem[]> {
  const handbook = joinHandbook(entries, proof);
  const ofForms = await Promise.all(table.map(async ({ judge }) => (await judge?.(handbook)) ?? []));
  return [
    ...handbook.guides.flatMap((guide) => [...nameProblems(guide), ...spokenProblems(guide, handbook)]),
    ...ofForms.flat(),
  ];
}

const titleLine = 1;

/** Names whose letters the preview image cannot draw. */
function nameProblems({ file, data, shelf }: Guide): Problem[] {
  const letters = missingLetters(`${data.title}${shelf.data.title}`);
  return letters.length === 0
    ? []
    : [problemAt(file, fault('letter-undrawn', { letters }), { line: titleLine, field: 'title' })];
}

/** The text that is read over the loudspeaker and the one for Zalo, where no author wrote them by hand. */
function spokenProblems(guide: Guide, handbook: Handbook): Problem[] {
  const { loudspeaker, zalo, call } = announcement(guide, handbook);
  const line = stepsLine(guide);
  const short = syllables(loudspeaker.join(' ')) < loudLimits.fewest;
  return (
    [...loudFaults(loudspeaker, call), ...zaloFaults(asOriginal(zalo, handbook))]
      // A short guide has a short text: that is no fault. A long one tires.
      .filter(({ rule }) => rule !== 'loud-length' || !short)
      .map((found) => problemAt(guide.file, found, { line }))
  );
}

/** A text with the names of the handbook itself: that an edition's are longer is no fault of its guides. */
function asOriginal(text: string, { site: { name, url, original } }: Handbook): string {
  if (original === undefined) return text;
  const bare = (address: string): string => address.replace(/\/$/, '');
  return text.replaceAll(bare(url), bare(original.url)).replaceAll(name, original.name);
}

const stepsLine = (guide: Guide): number =>
  guide.tree.sections.find((section) => section.kind === 'steps')?.line ?? titleLine;
