/**
 * The anchors of an entry that others may link to: each section, each step. They are promised for as long as
 * the number is: a section's id comes from its kind (`cac-buoc`, `an-toan` …) or from its title where it has
 * one of its own, a step's from its place (`buoc-2`; in the third list `buoc-3-2`), because people say "step
 * two". Nothing else in a page is promised.
 */
import type { Tree } from './tree.ts';

/** A place within an entry. */
export interface Anchor {
  /** What stands after `#`. */
  readonly id: string;
  readonly kind: 'section' | 'step';
  /** Heading that stands there. */
  readonly title: string;
}

/** All anchors of a body, in reading order. */
export function anchorsOf(tree: Tree): Anchor[] {
  return tree.sections.flatMap((section) => [
    { id: section.id, kind: 'section' as const, title: section.title },
    ...section.steps.map((step) => ({ id: step.id, kind: 'step' as const, title: step.title })),
  ]);
}
