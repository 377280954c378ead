/** Every source once, with what rests on it. */
import { t } from '../words/words.ts';
import { collator } from '../vietnamese/text.ts';
import type { Handbook } from '../handbook/handbook.ts';
import type { Source } from '../schemas/fields.ts';
import { byLetter } from '../vietnamese/by-letter.ts';
import { isListed } from './directory.ts';
import type { Link } from './link.ts';
import { isOfficial } from './rule.ts';

export interface SourceRow {
  readonly source: Source;
  readonly usedBy: readonly Link[];
}

export function sourceRows(handbook: Handbook): SourceRow[] {
  const rows = new Map<string, { source: Source; usedBy: Link[] }>();
  const add = (source: Source, link: Link): void => {
    if (source.certainty === 'common') return;
    const key = source.url ?? `${source.document} ${source.title}`;
    const row = rows.get(key) ?? { source, usedBy: [] };
    if (source.seen > row.source.seen) row.source = source;
    if (!row.usedBy.some((otherLink) => otherLink.href === link.href)) row.usedBy.push(link);
    rows.set(key, row);
  };
  for (const plan of handbook.plans)
    for (const source of plan.data.sources) add(source, { href: plan.address, text: plan.data.short });
  for (const guide of handbook.guides)
    for (const source of guide.data.sources)
      add(source, { href: guide.address, text: t('lists.guideNo', { n: guide.data.number }) });
  for (const programme of handbook.programmes)
    for (const source of programme.data.sources)
      add(source, { href: programme.address, text: programme.data.title });
  for (const practice of handbook.practices)
    for (const source of practice.data.sources)
      add(source, { href: practice.address, text: practice.data.title });
  for (const { data, address } of handbook.rules)
    for (const source of data.sources) add(source, { href: address, text: data.title });
  for (const term of handbook.terms)
    for (const source of term.data.sources) add(source, { href: term.address, text: term.data.term });
  for (const contact of handbook.directory.filter(isListed))
    for (const source of contact.data.sources) add(source, { href: contact.address, text: contact.role });
  return [...rows.values()].sort((a, b) => collator.compare(a.source.title, b.source.title));
}

/** Rows under one name. */
interface SourcePart {
  readonly id: string;
  readonly name: string;
  readonly rows: readonly SourceRow[];
}

/** Official texts first, as an office looks for them; the others by the first letter of their titles. */
export function sourceParts(rows: readonly SourceRow[]): SourcePart[] {
  const official = rows.filter(({ source }) => isOfficial(source));
  const others = rows.filter(({ source }) => !isOfficial(source));
  return [
    { id: 'chinh-thuc', name: t('sources.official'), rows: official },
    ...byLetter(others, ({ source }) => source.title).map(({ letter, id, items }) => ({
      id: `chu-${id}`,
      name: letter,
      rows: items,
    })),
  ];
}
