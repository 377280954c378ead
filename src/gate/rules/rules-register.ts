/** Rules that are quoted are there, and have the part that is quoted. */
import { brokenPlaceholder } from '../../domain/rule-figure.ts';
import { partsOf, partWords } from '../../domain/rule-words.ts';
import type { Entries } from '../../schemas/collections.ts';
import { fault, type Fault } from '../faults.ts';
import { quotedIn, textsOf } from '../figures.ts';
import type { Proving } from '../proving.ts';

/** What is wrong with the part of a rule that is there; nothing when it prints something. */
export function partFault(
  { entries }: Pick<Proving, 'entries'>,
  { id, part }: { readonly id: string; readonly part?: string | undefined },
): Fault | undefined {
  const data = entries.rules.find((entry) => entry.id === id)?.data;
  if (data === undefined || partWords(data, part) !== undefined) return undefined;
  return fault('rule-part', { id, part, parts: partsOf(data) });
}

/** Figures that the fields of entries quote, as they were written. */
export function proveQuotes(proving: Proving, written: Entries): void {
  for (const entry of Object.values(written).flat()) {
    for (const { path, text } of textsOf(entry.data)) {
      const found = brokenPlaceholder(text);
      if (found !== undefined) proving.say(entry, path, fault('rule-placeholder', { found }));
    }
    for (const { path, id, part } of quotedIn(entry.data)) {
      const cure = proving.suggest(id, ['rules']);
      const found = proving.has(id, ['rules'])
        ? partFault(proving, { id, part })
        : fault('dangling', { id, cure, targets: 'rule' });
      if (found !== undefined) proving.say(entry, path, found);
    }
  }
}
