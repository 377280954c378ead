/**
 * What a page or a form of the handbook offers to search. Every room that makes something which a reader may
 * look for by name says so in these words, and search knows no more of it. Pure.
 */

/** What a row of the results is. */
export const findableKinds = [
  'guide',
  'lesson',
  'event',
  'mode',
  'easy',
  'term',
  'page',
  'call',
  'topic',
  'track',
  'audience',
  'area',
  'skill',
  'plan',
  'task',
  'target',
  'unit',
  'workstream',
  'session',
  'practice',
  'poster',
  'paper',
  'tool',
] as const;
export type FindableKind = (typeof findableKinds)[number];

/** Something with a title and an address. */
export interface Findable {
  readonly kind: FindableKind;
  readonly title: string;
  readonly address: string;
  /** What people call it otherwise. */
  readonly aliases?: readonly string[];
  /** A sentence or two of what it says; in the second file of search only. */
  readonly summary?: string;
  /** What it is found by exactly: the number of a document, a code, a telephone number. */
  readonly keys?: readonly string[];
  /** Whose it is, for the row: the short name of the plan of a task, the place of a unit. */
  readonly owner?: string;
  /** Ids of the audiences that it is for. */
  readonly audiences?: readonly string[];
}

/** What a sheet's button does. */
export type SheetAction = 'open' | 'print' | 'download';

/**
 * One and the same thing made of many pages: the handout of each guide, the draft report of each unit. Asked
 * for by its names beside the words of the page.
 */
export interface FindableSheet {
  /** Its place in `content/search/page-names.yaml`. */
  readonly name: SheetName;
  /** Title of a row; `{n}` is the number of the page, `{title}` its title. */
  readonly title: string;
  /** Its address; `{n}` is the page's number, `{address}` its address, `{last}` the last part of that. */
  readonly address: string;
  readonly action: SheetAction;
  /** Addresses of the pages that have one. */
  readonly pages: readonly string[];
}
export const sheetNames = [
  'handout',
  'slides',
  'announcement',
  'report',
  'unitTasks',
  'unitCalendar',
  'trainerSheet',
  'sessionKit',
  'sessionSlides',
  'way',
  'targetWay',
] as const;
type SheetName = (typeof sheetNames)[number];

/** Everything that is offered. */
export interface Findables {
  readonly items: readonly Findable[];
  readonly sheets: readonly FindableSheet[];
}
