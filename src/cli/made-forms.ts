/**
 * What is made from proven content without an author's hand, judged by the same rules as what authors write:
 * the loudspeaker text of each guide,
 * its sheet, its slides, its preview image. Authors hear of it from `npm run check`, with file and line, not
 * from a build that stops.
 */
import { levelNumbers } from '../domain/number-levels.ts';
import type { Problem } from '../domain/problem.ts';
import { missingLetters } from '../formats/lettering.ts';
import { fault, problemAt } from '../gate/faults.ts';
import type { Proof } from '../gate/prove.ts';
import { loudLimits } from '../domain/loud-limits.ts';
import { loudFaults, zaloFaults } from '../gate/rules/announcement.ts';
import type { Guide, Handbook } from '../handbook/handbook.ts';
import { joinHandbook } from '../handbook/join.ts';
import type { Entries } from '../schemas/collections.ts';
import { announced } from '../books/announced.ts';
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

/**
 * The text that is read over the loudspeaker and the one for Zalo, where no author wrote them by hand. With
 * the names and numbers of an edition those of the handbook's own guides may grow too long: no fault of it,
 * which could not mend it.
 */
function spokenProblems(guide: Guide, handbook: Handbook): Problem[] {
  const { loudspeaker, zalo, call } = announced(guide, handbook);
  const line = stepsLine(guide);
  const short = syllables(loudspeaker.join(' ')) < loudLimits.fewest;
  const lent = handbook.site.original !== undefined && guide.data.number <= levelNumbers.national[1];
  const excused = new Set([
    // A short guide has a short text: that is no fault. A long one tires.
    ...(short ? ['loud-length'] : []),
    ...(lent ? ['loud-length', 'loud-sentence', 'zalo-length'] : []),
  ]);
  return [...loudFaults(loudspeaker, call), ...zaloFaults(zalo)]
    .filter(({ rule }) => !excused.has(rule))
    .map((found) => problemAt(guide.file, found, { line }));
}

const stepsLine = (guide: Guide): number =>
  guide.tree.sections.find((section) => section.kind === 'steps')?.line ?? titleLine;
