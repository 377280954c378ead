/**
 * What of the content does not fit on a slide: told by `npm run check`, with file and line, before a build
 * would stop.
 */
import type { Problem } from '../../domain/problem.ts';
import { fault, problemAt } from '../../gate/faults.ts';
import type { Guide, Handbook } from '../../handbook/handbook.ts';
import { guideDeck, programmeDeck, SlideFull } from './deck.ts';

/** A fault for each guide and each session with a slide that is too full. */
export const slideProblems = (handbook: Handbook): Problem[] => [
  ...handbook.guides.flatMap((guide) =>
    told(
      guide.file,
      () => guideDeck(guide, handbook),
      (heading) => lineOf(guide, heading),
    ),
  ),
  ...handbook.programmes.flatMap((programme) =>
    told(
      programme.file,
      () => programmeDeck(programme, handbook),
      () => 0,
    ),
  ),
];

/** Line of the step that a heading names, else of the list of steps. */
function lineOf(guide: Guide, heading: string): number {
  const { sections } = guide.tree;
  const step = sections.flatMap((section) => section.steps).find(({ title }) => heading.includes(title));
  return step?.line ?? sections.find((section) => section.kind === 'steps')?.line ?? 1;
}

function told(file: string, make: () => unknown, place: (heading: string) => number): Problem[] {
  try {
    make();
    return [];
  } catch (error) {
    if (!(error instanceof SlideFull)) throw error;
    return [problemAt(file, fault('slide-full', { heading: error.heading }), { line: place(error.heading) })];
  }
}
