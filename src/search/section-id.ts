/** Ids of sections without a title of their own. */
import { sectionIds } from '../markdown/grammar.ts';
import type { PassageKind } from './format.ts';

/**
 * The anchor of a standing section on the page with this address; empty for the introduction, which is the
 * top of the page. A number to call stands at an anchor of its own, which its address names.
 */
export function standingId(kind: PassageKind, address: string): string {
  if (kind === 'intro') return '';
  const anchor = kind === 'call' ? address.split('#')[1] : undefined;
  return anchor ?? sectionIds[kind];
}
