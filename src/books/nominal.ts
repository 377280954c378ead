/**
 * What an edition says of itself (its names, its address, its people) differs from place to place. How much
 * of a guide fits on a sheet, on a slide or into two minutes must not hang on it, or no edition could be made
 * from the pages of another. So in an edition such forms are reckoned with stand-ins, as long as these texts
 * may be, and the edition's own are put in afterwards. The handbook itself stands for itself.
 */
import { oncePer } from '../domain/once.ts';
import { sayPhone } from '../vietnamese/spoken/phones.ts';
import type { SiteData } from '../schemas/edition.ts';
import type { Contact, Handbook } from '../handbook/handbook.ts';
import { together } from '../handbook/join-directory.ts';

/** Longest texts that the stand-ins allow for, in letters; a longer one has a stand-in of its own length. */
export const usualLength = {
  name: 36,
  edition: 36,
  place: 36,
  owner: 54,
  feedback: 100,
  address: 40,
} as const;
export const contactLength = { name: 48, area: 24, where: 54, use: 54 } as const;

/** A text of an edition and what stands in for it. */
interface StandIn {
  readonly own: string;
  readonly token: string;
}

/** The address of an edition as it is printed: without scheme and last slash. */
export const printedAddress = (url: string): string => url.replace(/^https?:\/\//, '').replace(/\/$/, '');

/** Words of about so many letters that begin with some of their own. */
function filler(start: string, letters: number): string {
  let text = start;
  while (text.length + 5 <= letters) text += text.length % 2 === 0 ? ' chữ' : ' mười';
  return text;
}

const marks = ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];
const mark = (at: number): string => [...String(at)].map((digit) => marks[Number(digit)] ?? '').join(' ');

function ofSite(site: SiteData): StandIn[] {
  const fields = ['name', 'edition', 'place', 'owner', 'feedback'] as const;
  const address = printedAddress(site.url);
  return [
    ...fields.map((field, at) => ({
      own: site[field],
      token: filler(`Thuở chữ ${mark(at)} thay`, Math.max(usualLength[field], site[field].length)),
    })),
    {
      own: address,
      token: `dia-chi-thay.${'m'.repeat(Math.max(usualLength.address, address.length) - 17)}.vn`,
    },
  ];
}

/** The stand-ins of one contact, by field. What people of one role are called for is told once. */
function standInsOf(
  contact: SiteData['contacts'][number],
  at: number,
  all: SiteData['contacts'],
): (StandIn & { readonly field: string })[] {
  const fields = ['name', 'area', 'where', 'use'] as const;
  const first = all.findIndex(({ id, use }) => id === contact.id && use === contact.use);
  const said = fields.flatMap((field, place) => {
    const own = contact[field];
    const start = `Thuở người ${mark(field === 'use' ? first : at)} lối ${mark(place)}`;
    const letters = Math.max(contactLength[field], own?.length ?? 0);
    return own === undefined ? [] : [{ field, own, token: filler(start, letters) }];
  });
  const { phone: own } = contact;
  const token = `0999 ${String(at).padStart(3, '0')} 9990`;
  return own === undefined ? said : [...said, { field: 'phone', own, token }];
}

const ofContacts = (contacts: SiteData['contacts']): StandIn[] => contacts.flatMap(standInsOf);

const longestFirst = (list: readonly StandIn[], by: keyof StandIn): readonly StandIn[] =>
  [...list].sort((one, other) => other[by].length - one[by].length);

/** The handbook of an edition with stand-ins for its own texts; the handbook itself as it is. */
export const nominal = oncePer((handbook: Handbook): Handbook =>
  handbook.site.original === undefined ? handbook : standing(handbook),
);

function standing(handbook: Handbook): Handbook {
  const { site } = handbook;
  const [name = '', edition = '', place = '', owner = '', feedback = '', address = ''] = ofSite(site).map(
    ({ token }) => token,
  );
  const people = site.contacts.map((contact, at, all) => ({
    ...contact,
    ...Object.fromEntries(standInsOf(contact, at, all).map(({ field, token }) => [field, token])),
  }));
  return {
    ...handbook,
    site: { ...site, name, edition, place, owner, feedback, url: `https://${address}/` },
    directory: handbook.directory.map((contact): Contact => {
      const own = people.filter(({ id }) => id === contact.id);
      return own.length === 0 ? contact : { ...contact, data: dataOf(contact, own) };
    }),
  };
}

/** What is told of a role when these people have it. */
function dataOf({ data, role }: Contact, people: SiteData['contacts']): Contact['data'] {
  const { name = role, numbers, ...told } = together(people);
  return { ...data, ...told, name, ...(numbers.length > 0 ? { numbers } : {}) };
}

/** What is written out and read again is of the same kind. */
const sameKind = <T>(read: unknown, like: T): read is T => typeof read === typeof like;

/** Plain data with each text in it changed. */
function within<T>(value: T, change: (text: string) => string): T {
  const changed: unknown = JSON.parse(JSON.stringify(value), (_, item: unknown) =>
    typeof item === 'string' ? change(item) : item,
  );
  if (!sameKind(changed, value)) throw new Error('what is made for an edition must be plain data');
  return changed;
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/**
 * What was made of `nominal(handbook)`, with the edition's own texts in the place of their stand-ins, as they
 * are written or, with `say`, as they are said.
 */
export function real<T>(value: T, { site }: Handbook, say = (text: string): string => text): T {
  if (site.original === undefined) return value;
  const list = longestFirst([...ofSite(site), ...ofContacts(site.contacts)], 'token').flatMap(
    ({ own, token }): [string, string][] =>
      token.startsWith('0')
        ? [
            [token, own],
            [sayPhone(token), sayPhone(own)],
            [token.replaceAll(' ', ''), own.replace(/\D/g, '')],
          ]
        : [
            [token, say(own)],
            [lowerFirst(token), lowerFirst(say(own))],
          ],
  );
  return within(value, (text) => list.reduce((left, [token, own]) => left.replaceAll(token, own), text));
}

/** The same as an index of search knows it: contacts by what they are, the rest of an edition not at all. */
export function shared<T>(value: T, { site, directory }: Handbook): T {
  if (site.original === undefined) return value;
  const people = site.contacts.flatMap((contact, at, all) =>
    standInsOf(contact, at, all).map(({ field, token }) => ({
      // The part of the place stands in brackets behind the name.
      token: field === 'area' ? ` (${token})` : token,
      own: field === 'name' ? (directory.find(({ id }) => id === contact.id)?.role ?? '') : '',
    })),
  );
  const list = longestFirst([...ofSite(site).map(({ token }) => ({ token, own: '' })), ...people], 'token');
  return within(value, (text) => list.reduce((left, { token, own }) => left.replaceAll(token, own), text));
}

/**
 * A page without the edition's names, its address and its numbers, as the index of whole pages reads it. Whom
 * to call there stands in parts that it does not read.
 */
export function unnamed(html: string, { site }: Handbook): string {
  if (site.original === undefined) return html;
  const phones = site.contacts.flatMap(standInsOf).filter(({ field }) => field === 'phone');
  return longestFirst([...ofSite(site), ...phones], 'own').reduce(
    (left, { own }) => left.replaceAll(own, ''),
    html,
  );
}
