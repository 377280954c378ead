/**
 * Figures of rules in their places: every text of an entry that names one gets what readers read. Pure, and
 * done a second time it changes nothing.
 */
import { figuresIn, withFigures, type FindFigure, type NamedFigure } from '../domain/rule-figure.ts';
import { partWords } from '../domain/rule-words.ts';
import { collectionNames, type Collection, type Entries, type Entry } from '../schemas/collections.ts';

/** Finds figures among rules. */
export function figureFinder(rules: Entries['rules']): FindFigure {
  const byId = new Map(rules.map(({ id, data }) => [id, data]));
  return (id, part) => {
    const rule = byId.get(id);
    const text = rule && partWords(rule, part);
    if (rule === undefined || text === undefined) return undefined;
    // The name of a law outlives the figures in it.
    const ends = part === 'van-ban' || part === 'dieu' ? undefined : rule.until;
    return { text, ask: rule.ask, ...(ends === undefined ? {} : { until: ends }) };
  };
}

/** Data whose texts were changed; what has none is the same object. */
function mapTexts<Data>(data: Data, change: (text: string) => string): Data;
function mapTexts(data: unknown, change: (text: string) => string): unknown {
  if (typeof data === 'string') return change(data);
  if (Array.isArray(data)) return data.map((item: unknown): unknown => mapTexts(item, change));
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, mapTexts(value, change)]));
}

/** A text of an entry with its place in the data. */
interface FieldText {
  readonly path: readonly (string | number)[];
  readonly text: string;
}

/** All texts of a value, in their order. */
export function textsOf(data: unknown, path: readonly (string | number)[] = []): FieldText[] {
  if (typeof data === 'string') return [{ path, text: data }];
  if (Array.isArray(data)) return data.flatMap((item, index) => textsOf(item, [...path, index]));
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => textsOf(value, [...path, key]));
}

/** What the fields of an entry quote. */
export const quotedIn = (data: unknown): (NamedFigure & { readonly path: FieldText['path'] })[] =>
  textsOf(data).flatMap(({ path, text }) => figuresIn(text).map((named) => ({ ...named, path })));

/**
 * All entries with the figures of rules in their fields. Bodies keep theirs: the reader of bodies fills them.
 */
export function withRules(entries: Entries): Entries {
  const find = figureFinder(entries.rules);
  const filled = <C extends Collection>(list: readonly Entry<C>[]): readonly Entry<C>[] =>
    list.map((entry) =>
      entry.collection === 'rules' || quotedIn(entry.data).length === 0
        ? entry
        : { ...entry, data: mapTexts(entry.data, (text) => withFigures(text, find)) },
    );
  const all: Partial<Record<Collection, readonly Entry[]>> = {};
  for (const name of collectionNames) all[name] = filled<Collection>(entries[name]);
  // The compiler does not see that every list keeps the kind of its name.
  return all as Entries;
}
