/**
 * What of the content does not fit on one sheet: told by `npm run check`, with file and line, before a build
 * would stop.
 */
import type { Problem } from '../../domain/problem.ts';
import { fault, problemAt } from '../../gate/faults.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import { handoutView, SheetFull } from './handout.ts';

/** A fault for each guide whose steps do not fit. */
export const sheetProblems = (handbook: Handbook): Problem[] =>
  handbook.guides.flatMap((guide) => {
    try {
      handoutView(guide, handbook);
      return [];
    } catch (error) {
      if (!(error instanceof SheetFull)) throw error;
      const { sections } = guide.tree;
      const steps = sections.flatMap((section) => section.steps).length;
      const line = sections.find((section) => section.kind === 'steps')?.line ?? 1;
      return [problemAt(guide.file, fault('sheet-full', { steps }), { line })];
    }
  });
