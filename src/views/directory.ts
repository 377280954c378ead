/** The directory as its pages show it: groups of entries, each with what may be said of it. */
import type { Contact, ContactNumber, Handbook } from '../handbook/handbook.ts';
import type { DirectoryKind, Lock, ReviewedBy } from '../schemas/directory.ts';
import { directoryGroupIds } from '../domain/address.ts';
import { costOf, placesOf, proofOf, shortName, whereOf } from '../words/contact.ts';
import { dayWords, t } from '../words/words.ts';

/** One number with the words about it. */
interface NumberView {
  readonly number: string;
  /** What it is for, what it costs, from where; whole pieces of a sentence. */
  readonly notes: readonly string[];
}
/** An entry on a page. */
export interface ContactView {
  readonly id: string;
  /** What people call it. */
  readonly name: string;
  /** Its full name, where that is another. */
  readonly fullName?: string;
  /** Other names, for the finder and for whoever wonders. */
  readonly aliases: readonly string[];
  readonly when: string;
  readonly numbers: readonly NumberView[];
  /** Where the number stands that is not printed. */
  readonly where?: string;
  /** Ways to lock that a call is not enough for: messages, the app. */
  readonly locks: readonly string[];
  readonly website?: string;
  /** Who states the number, and whether it was tried. */
  readonly proof?: string;
  readonly contact: Contact;
}
/** A group of entries. */
export interface DirectoryGroup {
  readonly kind: DirectoryKind;
  /** Its anchor on the page, and the last part of its own page's address. */
  readonly id: string;
  readonly title: string;
  /** Entries with a number or a place of their own. */
  readonly entries: readonly ContactView[];
  /** Entries whose number is not sure: the places are said once for all of them. */
  readonly unsure: readonly ContactView[];
  /** Where the numbers of `unsure` stand. */
  readonly places: string;
  /** Readers may choose their own among them. */
  readonly chosen: boolean;
}

const numberView = (number: ContactNumber, many: boolean): NumberView => {
  const cost = costOf(number);
  return {
    number: number.number,
    notes: [
      ...(many && number.for !== undefined ? [number.for] : []),
      ...(cost === undefined ? [] : [cost]),
      ...(number.reach === 'own' ? [t('directory.own')] : []),
    ],
  };
};

/** A way to lock, in one line. */
export function lockLine(lock: Lock, number: string | undefined): string {
  const what = lock.what.map((target) => t(`directory.lock-${target}`)).join(', ');
  const how =
    lock.by === 'sms'
      ? t('directory.lockSms', { what, text: lock.text, number: lock.to })
      : lock.by === 'app'
        ? t('directory.lockApp', { what, path: lock.path.join(' → ') })
        : lock.keys === undefined
          ? t('directory.lockCall', { what, number: number ?? '' })
          : t('directory.lockKeys', { what, number: number ?? '', keys: lock.keys });
  return lock.note === undefined ? `${how}.` : `${how}. ${lock.note}`;
}

/** An entry as pages show it. */
export function contactView(contact: Contact): ContactView {
  const { data } = contact;
  const where = whereOf(data);
  const proof = proofOf(data);
  const name = shortName(data);
  return {
    id: contact.id,
    name,
    ...(name === data.name ? {} : { fullName: data.name }),
    aliases: data.aliases,
    when: data.when,
    numbers: data.numbers.map((number) => numberView(number, data.numbers.length > 1)),
    ...(where === undefined ? {} : { where }),
    locks: data.locks.map((lock) => lockLine(lock, data.number)),
    ...(data.website === undefined ? {} : { website: data.website }),
    ...(proof === undefined ? {} : { proof }),
    contact,
  };
}

/**
 * Whether an entry stands on the page: it tells a number, an address or a place, and is no group's heading.
 */
export const isListed = ({ data }: Contact): boolean =>
  (data.chooses === undefined || data.number !== undefined) && says(data);

const says = (data: Contact['data']): boolean =>
  data.numbers.length > 0 ||
  data.website !== undefined ||
  data.where !== undefined ||
  ['bank', 'wallet', 'carrier'].includes(data.kind);

/** All groups that have entries, in their order. An entry that stands for a group is the group's heading. */
export function directoryGroups(handbook: Pick<Handbook, 'directory'>): DirectoryGroup[] {
  const kinds = [...new Set(handbook.directory.map(({ data }) => data.kind))];
  return kinds
    .map((kind): DirectoryGroup => {
      const all = handbook.directory.filter((contact) => contact.data.kind === kind && isListed(contact));
      const unsure = all.filter(({ data }) => data.numbers.length === 0 && data.use !== 'ok');
      return {
        kind,
        id: directoryGroupIds[kind],
        title: t(`directory.group-${kind}`),
        entries: all.filter((contact) => !unsure.includes(contact)).map(contactView),
        unsure: unsure.map(contactView),
        places: placesOf(kind),
        chosen: handbook.directory.some(({ data }) => data.chooses === kind),
      };
    })
    .filter(({ entries, unsure }) => entries.length + unsure.length > 0);
}

/** Who read a text and answers for it, as a sentence. */
export const reviewedWords = ({ unit, role, day }: ReviewedBy): string =>
  `${t('directory.reviewed', { unit, role, day: dayWords(day) })}.`;

/** What stands under an entry on the page of its group, line by line. */
export function fullLines({ contact, aliases, fullName }: ContactView): string[] {
  const { app, hours, lookAlikes, note, reviewedBy } = contact.data;
  return [
    ...(fullName === undefined ? [] : [`${fullName}.`]),
    ...(aliases.length > 0 ? [`${t('directory.aliases', { names: aliases.join(', ') })}.`] : []),
    ...(app === undefined ? [] : [`${t('directory.app', { name: app })}.`]),
    ...(hours === undefined ? [] : [`${t('directory.hours', { hours })}.`]),
    ...(note === undefined ? [] : [note]),
    ...(lookAlikes.length > 0 ? [`${t('directory.lookAlikes', { names: lookAlikes.join(', ') })}.`] : []),
    ...(reviewedBy === undefined ? [] : [reviewedWords(reviewedBy)]),
  ];
}
