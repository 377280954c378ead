/** Ids of sections without a title of their own. */
import { sectionIds } from '../markdown/grammar.ts';
import type { PassageKind } from './format.ts';

/** The anchor of a standing section; empty for the introduction, which is the top of the page. */
export function standingId(kind: PassageKind): string {
  return kind === 'intro' ? '' : sectionIds[kind];
}
