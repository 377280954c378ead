/**
 * The files that search reads on the phone, written at build time. They are text, so that any web server
 * compresses them, and need no work on arrival but a walk along one string.
 *
 * `words` and `uses` tell every word of the site, those used more before those used less by half
 * (`packed.ts`). A stream names words by one character each; markers start the parts of a page, and before
 * the first marker stands its title.
 */

import type { SheetAction } from '../domain/findable.ts';

/** What a page is; a row of the first file names it by its place here. */
export { findableKinds as pageKinds, type FindableKind as PageKind } from '../domain/findable.ts';
export const levels = ['first', 'some', 'sure'] as const;
export type Level = (typeof levels)[number];

/** The pages, column by column: like stands beside like, which compresses better than rows. */
export interface PageColumns {
  /** Places in `pageKinds`. */
  readonly kinds: readonly number[];
  /** 0 = none. */
  readonly numbers: readonly number[];
  /** How each title writes its words, one a line. */
  readonly titles: string;
  /** Words that titles write otherwise than in small letters, wherever they stand. */
  readonly inside: string;
  /** One a line, made short by its title; empty = the place of its title in the glossary. */
  readonly addresses: string;
  /** Places in `levels`. */
  readonly levels: readonly number[];
  /** Places in `audiences`. */
  readonly audiences: readonly (readonly number[])[];
  /** Places in `owners` from 1; 0 = none. */
  readonly owners: readonly number[];
}

/** What is made of many pages alike: name, title, address, action, and the places of its pages as runs. */
export interface SheetRow {
  readonly title: string;
  readonly address: string;
  readonly action: SheetAction;
  /** What it is asked by. */
  readonly names: readonly string[];
  /** First and last page of each run. */
  readonly pages: readonly (readonly [number, number])[];
}

/** Authored words that questions are read by. */
export interface QueryWords {
  /** What people say → what the handbook says. */
  readonly synonyms: readonly (readonly [string, string])[];
  /** Foreign words as people write them → as they are written. */
  readonly spellings: readonly (readonly [string, string])[];
  /** Shortened writing → full words. */
  readonly shorts: Readonly<Record<string, string>>;
  /** Foreign words that are never decoded. */
  readonly foreign: readonly string[];
  /** Forms of asking, words that weigh half, politeness with `{who}` for any of the persons. */
  readonly frames: readonly string[];
  readonly stops: readonly string[];
  readonly polite: readonly string[];
  readonly persons: readonly string[];
  /** What may stand before the number of a guide. */
  readonly numberNames: readonly string[];
}

/** First file: enough for a first answer. */
export interface CoreFile extends QueryWords {
  readonly v: 1;
  /** The same in both files; a body of another edition is not used. */
  readonly edition: string;
  /** By the alphabet, each without what it shares with the one before it. */
  readonly words: string;
  /** How rare each of them is, one letter a word. */
  readonly uses: string;
  readonly pages: PageColumns;
  readonly audiences: readonly string[];
  /** Whose pages are, as rows say it. */
  readonly owners: readonly string[];
  readonly sheets: readonly SheetRow[];
  /** Document numbers, codes, telephone numbers, without spaces, signs and marks → pages. */
  readonly keys: Readonly<Record<string, readonly number[]>>;
  readonly stream: string;
  /**
   * Ids of sections that do not follow from their title, kind or page → their places, each counted from the
   * one before.
   */
  readonly ids: Readonly<Record<string, readonly number[]>>;
}

/** Second file: summaries, steps, troubles and all further words of each page, in their order. */
export interface BodyFile {
  readonly v: 1;
  readonly edition: string;
  /** Like the stream of the first file: one part for each page, with the same sections. */
  readonly stream: string;
}

/** A passage as it is quoted. `no` is the number of a step; `link` an address or a `tel:` number. */
export interface PassageLine {
  readonly as: 'p' | 'li' | 'step' | 'case' | 'warning' | 'call';
  readonly text: string;
  readonly title?: string;
  readonly no?: number;
  readonly link?: string;
}
export interface PassageText {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly lines: readonly PassageLine[];
}
/** Text of one page, for quoting. */
export interface PageText {
  readonly summary: string;
  readonly passages: readonly PassageText[];
}

/** Parts of a page inside the stream. `section` is followed by the character of its kind. */
export const markers = {
  alias: '!',
  summary: '#',
  section: '$',
  ask: '%',
  head: '&',
  text: '(',
  page: "'",
} as const;

/** Kinds of section, by their character in the stream. */
export const kindCodes = [
  'story',
  'needs',
  'steps',
  'more',
  'trouble',
  'scam-signs',
  'safety',
  'call',
  'practice',
  'homework',
  'helper',
  'intro',
] as const;
export type PassageKind = (typeof kindCodes)[number];

/** The character of a number: printable, never a quote, a backslash, a control or a marker. */
export function toChar(index: number): string {
  let code = index + 0x30;
  if (code >= 0x5c) code++;
  if (code >= 0x7f) code += 0x22;
  if (code >= 0x2028) code += 2;
  if (code >= 0xd800) code += 0x800;
  return String.fromCodePoint(code);
}

/** The number of a character; the reverse of `toChar`. */
export function fromChar(code: number): number {
  let currentCode = code;
  if (currentCode >= 0xe000) currentCode -= 0x800;
  if (currentCode >= 0x202a) currentCode -= 2;
  if (currentCode >= 0xa1) currentCode -= 0x22;
  if (currentCode >= 0x5d) currentCode--;
  return currentCode - 0x30;
}
