/**
 * What is said of an entry of the directory, in the same words wherever it is drawn, printed or read aloud.
 */
import type { DirectoryData, DirectoryKind, DirectoryNumber } from '../schemas/directory.ts';
import { dayWords, t } from './words.ts';

/** A number with the edition's own call, where there was one. */
type SaidNumber = DirectoryNumber & { readonly tested?: { readonly day: string; readonly role: string } };
/** What these words are made from. */
interface SaidEntry extends Pick<
  DirectoryData,
  'kind' | 'name' | 'short' | 'use' | 'where' | 'checked' | 'website'
> {
  readonly numbers: readonly SaidNumber[];
}

/** Numbers that the whole country knows: nobody has to be told that they have been tried. */
const known: readonly DirectoryKind[] = ['emergency', 'child', 'network', 'local'];

/** The name on a button: "Vietcombank". */
export const shortName = ({ short, name }: Pick<SaidEntry, 'short' | 'name'>): string => short ?? name;

/** What an entry without a number is called in a sentence: one that stands for the reader's own is no name. */
export const nameInSentence = ({ name, chooses }: Pick<DirectoryData, 'name' | 'chooses'>): string =>
  chooses === undefined ? name : name.charAt(0).toLowerCase() + name.slice(1);

/** So many people of one role are named where somebody is told whom to call; of more the directory tells. */
const mostOfOneRole = 3;

/**
 * By which names and numbers an entry is called beside a text: several people of one role each by their own,
 * any other entry by its first number. None where nobody can be named: then the entry says where to look.
 */
export function callableBy({
  name,
  number,
  numbers,
}: Pick<SaidEntry, 'name' | 'numbers'> & { readonly number?: string }): readonly Callable[] {
  if (number !== undefined) return [{ name, number }];
  if (numbers.length > mostOfOneRole) return [];
  return numbers.map((one) => ({ name: one.for ?? name, number: one.number }));
}
/** Somebody and the number to call. */
interface Callable {
  readonly name: string;
  readonly number: string;
}

/** What a call costs; nothing where no source says. */
export function costOf({ charge, price }: SaidNumber): string | undefined {
  if (charge === undefined) return price;
  const cost = t(`directory.charge-${charge}`);
  return price === undefined ? cost : `${cost}, ${price}`;
}

/** Where a number stands that the handbook does not print: the places of its kind. */
export function placesOf(kind: DirectoryKind): string {
  switch (kind) {
    case 'bank':
    case 'wallet':
    case 'carrier':
    case 'power':
      return t(`directory.places-${kind}`);
    default:
      return t('directory.places-other');
  }
}

/** Where to find the number of an entry that prints none. */
export function whereOf({ where, numbers, use, kind }: SaidEntry): string | undefined {
  return where ?? (numbers.length === 0 && use !== 'ok' ? placesOf(kind) : undefined);
}

/**
 * The same beside a text: where several people of one role each have their own place, the directory tells.
 */
export function whereBeside(entry: SaidEntry & { readonly number?: string }): string | undefined {
  if (entry.number !== undefined || entry.numbers.length < 2) return whereOf(entry);
  return callableBy(entry).length > 0 ? undefined : t('directory.ofOneRole');
}

/**
 * Who states the first number and whether it was tried: "Theo trang của ngân hàng, xem ngày …; chưa gọi thử".
 */
export function proofOf({ kind, numbers: [first], checked }: SaidEntry): string | undefined {
  if (first === undefined || known.includes(kind)) return undefined;
  if (first.tested)
    return t('directory.tested', { day: dayWords(first.tested.day), role: first.tested.role });
  if (first.saidBy === undefined) return undefined;
  return t(
    first.saidBy === 'press' ? 'directory.byPress' : kind === 'bank' ? 'directory.byBank' : 'directory.byOwn',
    { day: dayWords(checked) },
  );
}
