/**
 * Whether a sheet of paper is still right: what changed for readers, by day, from the `changes` of guides,
 * rules and entries of the directory, never from the version history; and which rules end. And where a reader
 * tells that a page is wrong.
 */
import { absolute, checkAddress, numberAddress } from '../domain/address.ts';
import { addDays } from '../domain/days.ts';
import { telephone } from '../domain/telephone.ts';
import type { Contact, Guide, Handbook, Rule } from '../handbook/handbook.ts';
import type { SiteData } from '../schemas/edition.ts';
import { shortName } from '../words/contact.ts';
import { dayWords, t } from '../words/words.ts';
import { reviewedWords } from './directory.ts';

/** Something that a sheet from before that day may say wrongly. */
export interface DatedChange {
  readonly day: string;
  /** What changed, a sentence. */
  readonly what: string;
  /** The guide that changed, or the entry. */
  readonly of: { readonly text: string; readonly href: string };
}

const ofGuide = (guide: Guide): DatedChange[] =>
  guide.data.changes.map(({ day, what }) => ({
    day,
    what,
    of: {
      text: t('check.guideChange', { n: guide.data.number }),
      href: numberAddress(guide.data.number),
    },
  }));
/** What changed in an entry of the directory. */
export const ofContact = (contact: Contact): DatedChange[] =>
  contact.data.changes.map(({ day, what }) => ({
    day,
    what,
    of: { text: shortName(contact.data), href: contact.address },
  }));
/** What changed in a rule, and the day from which what it says is past its end. */
export const ofRule = ({
  address: href,
  data: { ask, changes, title: text, until },
}: Rule): DatedChange[] => [
  ...changes.map(({ day, what }) => ({ day, what, of: { text, href } })),
  ...(until === undefined
    ? []
    : [{ day: addDays(until, 1), what: t('check.ruleEnds', { ask }), of: { text, href } }]),
];
const newest = (list: readonly DatedChange[]): DatedChange[] =>
  [...list].sort((a, b) => (a.day > b.day ? -1 : a.day < b.day ? 1 : 0));

/** Entries of the directory that a guide names. */
function contactsOf(guide: Guide, handbook: Handbook): Contact[] {
  const ids = new Set([
    ...guide.tree.sections.flatMap(({ contacts }) => contacts),
    ...guide.tree.mentions.filter(({ kind }) => kind === 'phone').map(({ id }) => id),
  ]);
  return handbook.directory.filter(({ id }) => ids.has(id));
}

/** What changed in a guide and in what it stands on, newest first. */
export const changesForGuide = (guide: Guide, handbook: Handbook): DatedChange[] =>
  newest([
    ...ofGuide(guide),
    ...guide.rules.flatMap(ofRule),
    ...contactsOf(guide, handbook).flatMap(ofContact),
  ]);

/** Everything that changed for readers, newest first. */
export const allChanges = (handbook: Handbook): DatedChange[] =>
  newest([
    ...handbook.guides.flatMap(ofGuide),
    ...handbook.rules.flatMap(ofRule),
    ...handbook.directory.flatMap(ofContact),
  ]);

/** Which offices read a guide and answer for it, as sentences; one that changed since then says so. */
export const guideReviews = ({ site }: Handbook, { id, data }: Guide): string[] =>
  site.reviewed.flatMap((review) => {
    const since = data.changes.find(({ day }) => day > review.day)?.day;
    if (!review.guides.includes(id)) return [];
    return [
      reviewedWords(review),
      ...(since === undefined ? [] : [t('check.changedSince', { day: dayWords(since) })]),
    ];
  });

/** The check of a sheet: what its code holds, and what one may type. */
export interface PaperCheck {
  readonly code: string;
  readonly address: string;
  readonly words: string;
}
/** The check that a printed sheet carries; of one guide, or of all. */
export function paperCheck(handbook: Handbook, guide?: Guide): PaperCheck {
  const code = absolute(handbook.site.url, `${checkAddress(guide?.data.number)}#${handbook.edition}`);
  const address = code.replace(/^https?:\/\//, '').replace(/\/#.*$/, '');
  const words = [
    t('check.paper', { day: dayWords(handbook.edition), address }),
    ...(guide ? guideReviews(handbook, guide) : []),
  ];
  return { code, address, words: words.join(' ') };
}

/** Ways to tell that a page is wrong: nothing is sent by the handbook itself. */
export interface FaultReport {
  /** What one sends, says or shows; the reader writes the rest. */
  readonly text: string;
  readonly mail?: string;
  readonly call?: { readonly href: string; readonly number: string };
}
/** The report of a guide, or of any page, with number and edition filled in. */
export function faultReport({ site, edition }: Handbook, guide?: Guide): FaultReport {
  const values = { name: site.name, edition: site.edition, day: dayWords(edition) };
  const text = guide
    ? t('check.report', { ...values, n: guide.data.number, title: guide.data.title })
    : t('check.reportAll', values);
  const subject = guide ? t('check.subject', { n: guide.data.number }) : t('check.subjectAll');
  const { email, phone } = site.faults;
  return {
    text,
    ...(email === undefined
      ? {}
      : {
          mail: `mailto:${email}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`,
        }),
    ...(phone === undefined ? {} : { call: { href: telephone(phone), number: phone } }),
  };
}

/** Who stands behind this edition: a state office or not, and who read it. */
export const behindWords = ({ official, owner, reviewedBy, original, base = '' }: SiteData): string =>
  [
    official ? t('site.official', { owner }) : t('site.notOfficial'),
    ...(reviewedBy ? [reviewedWords(reviewedBy)] : []),
    // As the licence asks of whoever passes the handbook on.
    ...(original ? [t('site.basedOn', { ...original, version: base })] : []),
  ].join(' ');
