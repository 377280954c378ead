/** What stands twice in a list, or says what the entry says itself. */
import type { Entry } from '../../schemas/collections.ts';
import { digitsOf } from '../../domain/telephone.ts';
import { fault } from '../faults.ts';
import type { Proving, Say } from '../proving.ts';

const keyOf = (words: string): string => words.trim().toLocaleLowerCase('vi');

/** Tells each item that an earlier one is, or that is one of the entry's own names. */
function proveList(
  say: Say,
  entry: Entry,
  field: readonly string[],
  list: readonly string[],
  own: readonly string[] = [],
): void {
  const seen = new Set(own);
  list.forEach((item, index) => {
    if (seen.has(item)) say(entry, [...field, index], fault('said-twice', { what: item }));
    seen.add(item);
  });
}

/** Names that one term has and another has too: a reader who asks for it gets one of them by chance. */
function proveTerms({ entries, say }: Proving): void {
  const names = new Map(entries.terms.map((term) => [keyOf(term.data.term), term]));
  for (const term of entries.terms)
    term.data.aliases.forEach((alias, index) => {
      const other = names.get(keyOf(alias));
      if (other !== undefined && other !== term)
        say(term, ['aliases', index], fault('alias-taken', { alias, file: other.file }));
    });
}

/** Other names, numbers of one entry, people of one place, hosts: each once. */
export function proveRepeats(proving: Proving): void {
  const { all, entries, say } = proving;
  for (const entry of all) {
    const { data } = entry;
    // Announcements have none; questions are a table, not a list of names.
    if (!('aliases' in data) || !Array.isArray(data.aliases)) continue;
    const own = [
      ...('term' in data ? [data.term] : []),
      ...('title' in data ? [data.title] : []),
      ...('name' in data ? [data.name] : []),
    ];
    proveList(
      say,
      entry,
      ['aliases'],
      data.aliases.map((alias) => keyOf(alias)),
      own.flatMap((name) => (typeof name === 'string' ? [keyOf(name)] : [])),
    );
  }
  proveTerms(proving);
  for (const entry of entries.directory)
    for (const field of ['numbers', 'toTry'] as const)
      proveList(
        say,
        entry,
        [field],
        entry.data[field].map(({ number }) => digitsOf(number)),
      );
  for (const site of entries.site)
    proveList(
      say,
      site,
      ['contacts'],
      site.data.contacts.map(({ id, name, area, phone }) => [id, name, area, phone].join(' · ')),
    );
  for (const { data, ...entry } of entries.hosts) {
    const hosts = { ...entry, data };
    const known: string[] = [];
    for (const field of ['official', 'shorteners', 'known'] as const) {
      const list = data[field].map(({ host }) => host);
      proveList(say, hosts, [field], list, known);
      known.push(...list);
    }
  }
}
