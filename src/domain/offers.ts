/**
 * Which forms this edition is offered in. The core asks here before it links to one, and imports none: a form
 * whose row is gone from
 * `src/outputs/table.ts` leaves no link behind. Names are those of the folders in `src/outputs`.
 */
import { pages } from './address.ts';

/**
 * Put in by the build from the table. Absent in plain Node, where nothing is linked: there everything counts
 * as offered.
 */
declare const OFFERED_FORMS: readonly string[] | undefined;

/** Whether this edition is offered in a form. */
export const offers = (form: string): boolean =>
  typeof OFFERED_FORMS === 'undefined' || OFFERED_FORMS.includes(form);

/** Pages and files that a form brings; all others belong to the core. */
const broughtBy: Readonly<Partial<Record<keyof typeof pages, string>>> = {
  search: 'search-index',
  ask: 'search-index',
  data: 'open-data',
  print: 'print',
  mentorCards: 'print',
  familySheet: 'print',
  fridgeSheet: 'print',
  tallySheet: 'print',
  answerCards: 'print',
  room: 'room',
  sessionBuilder: 'room',
  slides: 'slides',
  drills: 'drills',
  checks: 'checks',
  way: 'way',
  announcements: 'loudspeaker',
  embedding: 'embed',
  frameScript: 'embed',
  feeds: 'feeds',
  openSearch: 'app',
  quoteList: 'quotes',
  quotePages: 'quotes',
  robots: 'hosting',
  siteMap: 'hosting',
  manifest: 'app',
  communes: 'communes',
  communeTargets: 'communes',
  calendar: 'calendar',
  reportFill: 'unit-files',
  tally: 'unit-files',
  calendarFile: 'calendar',
  eventFile: 'calendar',
  offline: 'offline',
  downloads: 'downloads',
  notKept: 'offline',
};

const isPageKey = (key: string): key is keyof typeof pages => Object.hasOwn(pages, key);

/** Whether this edition has what stands at an address of its own: pages of a form may be missing. */
export function offersAddress(address: string): boolean {
  const page = Object.keys(pages)
    .filter(isPageKey)
    .find((key) => pages[key] === address.replace(/#.*/, ''));
  return page === undefined || offersPage(page);
}

/** Whether this edition has a page. */
export function offersPage(page: keyof typeof pages): boolean {
  const form = broughtBy[page];
  return form === undefined || offers(form);
}
