/** A long list under its first letters: what no phone scrolls through is folded, a letter a fold. */
import { fold } from './diacritics.ts';
import { collator } from './text.ts';

export interface Letter<Item> {
  /** What the fold is called: a letter, or “0–9”. */
  readonly letter: string;
  /** The same for an address. */
  readonly id: string;
  readonly items: readonly Item[];
}

/** The first letter of a name as a dictionary files it: without tone and mark, but đ apart from d. */
function firstLetter(name: string): string {
  const [first = ''] = /[\p{L}\p{N}]/u.exec(name.normalize('NFC')) ?? [];
  if (first === '' || /\d/.test(first)) return '0–9';
  return first.toUpperCase() === 'Đ' ? 'Đ' : fold(first).toUpperCase();
}

const idOf = (letter: string): string =>
  letter === 'Đ' ? 'dd' : letter === '0–9' ? 'so' : letter.toLowerCase();

/** Every item once, letters in Vietnamese order, items in the order in which they came. */
export function byLetter<Item>(items: readonly Item[], nameOf: (item: Item) => string): Letter<Item>[] {
  return [...Map.groupBy(items, (item) => firstLetter(nameOf(item)))]
    .sort(([one], [other]) => collator.compare(one, other))
    .map(([letter, held]) => ({ letter, id: idOf(letter), items: held }));
}
