/** Which results a reader wants to see: by kind of page and by audience. Pure. */
import { owns } from '../domain/owns.ts';

/** Kinds a reader tells apart, by the start of the address. */
export const kinds = {
  bai: /^\/huong-dan\/[^/]+\/[^/]+\//,
  'cho-so': /^\/cho-so\//,
  'de-doc': /^\/de-doc\//,
  'tu-dien': /^\/tu-dien\//,
  'phong-trao': /^\/(?:ke-hoach|mang-viec|don-vi|lich|chi-tieu|do-phu)\//,
} as const;
export type Kind = keyof typeof kinds;

/** What is asked for; empty = everything. `audiences` holds an audience with all narrower ones. */
export interface Filter {
  readonly kind: Kind | '';
  readonly audiences: readonly string[];
}

export const isKind = (kind: string): kind is Kind => owns(kinds, kind);

/** Audience of pages that are for everybody: they pass every audience. */
const everybody = 'moi-nguoi';

/**
 * Whether a result passes. `audiences` are the page's own; pages that name none do not pass when an audience
 * is asked for.
 */
export function passes(filter: Filter, address: string, audiences: readonly string[]): boolean {
  if (filter.kind !== '' && !kinds[filter.kind].test(address)) return false;
  return (
    filter.audiences.length === 0 ||
    audiences.some((audience) => audience === everybody || filter.audiences.includes(audience))
  );
}
