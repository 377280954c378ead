/** What the pages of a province show of its communes' editions. */
import { absolute, planAddress } from '../../domain/address.ts';
import type { CommuneRow } from '../../schemas/communes.ts';
import { byLetter, type Letter } from '../../vietnamese/by-letter.ts';
import { collator } from '../../vietnamese/text.ts';
import { dayWords, t } from '../../words/words.ts';

/** A commune's plan, as its line says it. */
interface PlanLine {
  readonly href: string;
  readonly title: string;
  /** Number and day, where the document has them. */
  readonly words: string;
}
interface CommuneLine {
  readonly name: string;
  readonly href: string;
  readonly plans: readonly PlanLine[];
}
/** A target of one kind: a line for each plan that sets it, years beside each other. */
interface ComparedTarget {
  readonly of: string;
  readonly years: readonly number[];
  readonly rows: readonly {
    readonly name: string;
    readonly href: string;
    readonly values: readonly string[];
  }[];
}

/** The name without the word for what kind of place it is, by which people look it up. */
const bareName = (name: string): string => name.replace(/^(?:xã|phường|thị trấn|đặc khu)\s+/iu, '');
const inOrder = (rows: readonly CommuneRow[]): CommuneRow[] =>
  [...rows].sort((one, other) => collator.compare(bareName(one.name), bareName(other.name)));

/** All communes by letter, with their own plans. */
export function communesByLetter(rows: readonly CommuneRow[]): Letter<CommuneLine>[] {
  const lines = inOrder(rows).map(({ name, url, plans }) => ({
    name,
    href: absolute(url, '/'),
    plans: plans.map(({ id, title, number, date }) => ({
      href: absolute(url, planAddress(id)),
      title,
      words: [number ?? t('plan.noNumber'), date && t('plan.ofDay', { day: dayWords(date) })].join(''),
    })),
  }));
  return byLetter(lines, ({ name }) => bareName(name));
}

/** Targets of all communes, each kind once, those that most communes set first. */
export function comparedTargets(rows: readonly CommuneRow[]): ComparedTarget[] {
  const all = inOrder(rows).flatMap(({ name, url, plans }) =>
    plans.flatMap(({ id, targets }) =>
      targets.map((target) => ({ ...target, name, href: absolute(url, planAddress(id)) })),
    ),
  );
  return [...Map.groupBy(all, ({ of }) => of)]
    .map(([of, targets]) => {
      const years = [...new Set(targets.map(({ year }) => year))].sort((one, other) => one - other);
      const byPlan = [...Map.groupBy(targets, ({ href }) => href)];
      return {
        of,
        years,
        rows: byPlan.map(([href, own]) => ({
          name: own[0]?.name ?? '',
          href,
          values: years.map((year) => own.flatMap((one) => (one.year === year ? one.words : [])).join('; ')),
        })),
      };
    })
    .sort((one, other) => other.rows.length - one.rows.length);
}
