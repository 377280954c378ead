/** Which results a reader wants to see: by kind of page and by audience. Pure. */
import { owns } from '../domain/owns.ts';
import type { PageKind } from './format.ts';

/** Kinds that a reader tells apart. */
export const kinds = {
  bai: ['guide', 'mode', 'topic'],
  viec: ['event'],
  'cho-so': ['lesson', 'track'],
  'de-doc': ['easy'],
  'tu-dien': ['term'],
  'phong-trao': ['plan', 'task', 'target', 'unit', 'workstream'],
  'tap-huan': ['session', 'practice', 'poster', 'paper', 'tool'],
  goi: ['call'],
} as const satisfies Readonly<Record<string, readonly PageKind[]>>;
export type Kind = keyof typeof kinds;

/** What is asked for; empty = everything. `audiences` holds an audience with all narrower ones. */
export interface Filter {
  readonly kind: Kind | '';
  readonly audiences: readonly string[];
}

export const isKind = (kind: string): kind is Kind => owns(kinds, kind);

/** Audience of pages that are for everybody: they pass every audience. */
const everybody = 'moi-nguoi';

/** Whether a page passes; one that names no audience does not pass when an audience is asked for. */
export function passes(
  filter: Filter,
  page: { readonly kind: PageKind; readonly audiences: readonly string[] },
): boolean {
  const wanted: readonly PageKind[] = filter.kind === '' ? [] : kinds[filter.kind];
  if (filter.kind !== '' && !wanted.includes(page.kind)) return false;
  return (
    filter.audiences.length === 0 ||
    page.audiences.some((audience) => audience === everybody || filter.audiences.includes(audience))
  );
}
