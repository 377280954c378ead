/** The directory as readers may see it: what is not to be printed stays behind in the gate. */
import type { DirectoryData, DirectoryNumber } from '../schemas/directory.ts';
import { directoryKinds } from '../schemas/directory.ts';
import type { SiteData } from '../schemas/edition.ts';
import type { Entry } from '../schemas/collections.ts';
import { contactAddress, directoryGroupIds } from '../domain/address.ts';
import { digitsOf } from '../domain/telephone.ts';
import type { Contact, ContactNumber } from './handbook.ts';

/** Entries by group and order; the edition's own contact with the same id wins, what it hides is gone. */
export function joinDirectory(
  entries: readonly Entry<'directory'>[],
  { contacts, directory: choices }: Pick<SiteData, 'contacts' | 'directory'>,
): Contact[] {
  const hidden = new Set(choices.hide);
  const local = new Map(
    contacts.map(({ id }) => [id, together(contacts.filter((contact) => contact.id === id))]),
  );
  return entries
    .filter(({ id }) => !hidden.has(id))
    .sort((a, b) => place(a.data) - place(b.data) || a.data.order - b.data.order || (a.id < b.id ? -1 : 1))
    .map(({ id, data, file }) => {
      const printable = readable(
        data,
        choices.tested.filter((call) => call.id === id),
      );
      const own = local.get(id);
      const numbers: ContactNumber[] = own?.numbers.length ? own.numbers : [...printable.numbers];
      const number = own?.numbers.length ? own.number : numbers[0]?.number;
      return {
        id,
        file,
        address: contactAddress(
          data.chooses === undefined || own?.numbers.length ? id : directoryGroupIds[data.chooses],
        ),
        local: own !== undefined,
        role: data.name,
        data: {
          ...printable,
          ...(own ? { name: own.name ?? data.name, where: own.where, when: own.when } : {}),
          numbers,
          ...(number === undefined ? {} : { number }),
        },
      };
    });
}

/**
 * The edition's contacts of one role: a single one under its own name, several together under the name of the
 * role, each with its number and its place.
 */
export function together(contacts: SiteData['contacts']): {
  readonly name?: string;
  readonly where: string;
  readonly when: string;
  readonly numbers: ContactNumber[];
  /** The number of the role, where there is but one. */
  readonly number?: string;
} {
  const [only, ...others] = contacts;
  const calledBy = ({ name, area }: SiteData['contacts'][number]): string =>
    area === undefined ? name : `${name} (${area})`;
  const numbers = contacts.flatMap((contact): ContactNumber[] =>
    contact.phone === undefined
      ? []
      : [{ number: contact.phone, reach: 'any', ...(others.length > 0 ? { for: calledBy(contact) } : {}) }],
  );
  const [first, ...more] = numbers;
  const uses = [...new Set(contacts.map(({ use }) => use))];
  return {
    ...(only && others.length === 0 ? { name: calledBy(only) } : {}),
    where:
      only && others.length === 0
        ? only.where
        : contacts.map((contact) => `${calledBy(contact)}: ${contact.where}`).join('; '),
    when: uses.join('; '),
    numbers,
    ...(first && more.length === 0 ? { number: first.number } : {}),
  };
}

const place = ({ kind }: DirectoryData): number => directoryKinds.indexOf(kind);

/** An entry without what only editors may see; a number that the edition has called itself may be printed. */
function readable(
  data: DirectoryData,
  calls: SiteData['directory']['tested'],
): Omit<Contact['data'], 'number'> {
  const { toTry, refused: _refused, doubt: _doubt, copies: _copies, ...shown } = data;
  const called = (number: DirectoryNumber): ContactNumber => {
    const call = calls.find((one) => digitsOf(one.number) === digitsOf(number.number));
    return call ? { ...number, tested: { day: call.day, role: call.role } } : number;
  };
  return {
    ...shown,
    numbers: [...data.numbers.map(called), ...toTry.map(called).filter(({ tested }) => tested !== undefined)],
  };
}
