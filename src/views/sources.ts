/** Every source once, with what rests on it. */
import { collator } from '../vietnamese/text.ts';
import type { Handbook } from '../handbook/handbook.ts';
import type { Source } from '../schemas/fields.ts';
import type { Link } from './link.ts';

export interface SourceRow {
  readonly source: Source;
  readonly usedBy: readonly Link[];
}

export function sourceRows(h: Handbook): SourceRow[] {
  const rows = new Map<string, { source: Source; usedBy: Link[] }>();
  const add = (source: Source, link: Link): void => {
    if (source.certainty === 'common') return;
    const key = source.url ?? `${source.document} ${source.title}`;
    const row = rows.get(key) ?? { source, usedBy: [] };
    if (source.seen > row.source.seen) row.source = source;
    if (!row.usedBy.some((l) => l.href === link.href)) row.usedBy.push(link);
    rows.set(key, row);
  };
  for (const p of h.plans) for (const s of p.data.sources) add(s, { href: p.address, text: p.data.short });
  for (const g of h.guides)
    for (const s of g.data.sources) add(s, { href: g.address, text: `bài ${g.data.number}` });
  for (const p of h.programmes)
    for (const s of p.data.sources) add(s, { href: p.address, text: p.data.title });
  for (const p of h.practices)
    for (const s of p.data.sources) add(s, { href: p.address, text: p.data.title });
  for (const x of h.terms) for (const s of x.data.sources) add(s, { href: x.address, text: x.data.term });
  for (const x of h.hotlines) for (const s of x.data.sources) add(s, { href: x.address, text: x.data.name });
  return [...rows.values()].sort((a, b) => collator.compare(a.source.title, b.source.title));
}
