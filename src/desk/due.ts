/** What waits for an author today: what ends, what must be looked at again, what no longer matches. Pure. */
import { addDays } from '../domain/days.ts';
import type { Problem } from '../domain/problem.ts';
import type { Handbook } from '../handbook/handbook.ts';
import type { Entries } from '../schemas/collections.ts';
import { spokenParts, wordsOfPart } from '../speech/spoken-parts.ts';
import { dueDay, soonRules } from '../views/rule.ts';

/** Why something waits. */
export type DueKind = 'rule' | 'guide' | 'announcement' | 'recording' | 'fault';
/** One thing that waits. */
export interface Due {
  readonly kind: DueKind;
  /** The file to open. */
  readonly file: string;
  /** Day on which it is due, or past; absent where it is wrong already. */
  readonly day?: string;
  /** What is wrong, in the words of the check. */
  readonly why?: string;
}

/** Guides are named so many days before their review. */
const soonDays = 30;

/** Rules that end or must be looked at within two months, soonest first. */
const dueRules = ({ rules }: Entries, today: string): Due[] =>
  soonRules(rules, today).map((rule) => ({ kind: 'rule', file: rule.file, day: dueDay(rule) }));

/** Guides past their review or near it, the oldest first. */
function dueGuides({ guides, market, events }: Entries, today: string): Due[] {
  return [...guides, ...market, ...events]
    .map(({ file, data }): Due & { readonly day: string } => ({
      kind: 'guide',
      file,
      day: addDays(data.checked, data.reviewEvery),
    }))
    .filter(({ day }) => day <= addDays(today, soonDays))
    .toSorted((one, other) => (one.day < other.day ? -1 : 1));
}

const encoder = new TextEncoder();
const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const digest = async (words: string): Promise<string> =>
  hex(await crypto.subtle.digest('SHA-256', encoder.encode(words))).slice(0, 12);

/** Recordings of words that are no longer those of the guide. */
export async function dueRecordings(handbook: Handbook): Promise<Due[]> {
  const due: Due[] = [];
  for (const { guide, data, file } of handbook.recordings) {
    const parts = spokenParts(guide, handbook);
    const now = await Promise.all(parts.map(({ lines }) => digest(wordsOfPart(lines))));
    const words = new Map(parts.map(({ part }, at) => [part, now[at]]));
    if (data.parts.some((one) => words.get(one.part) !== one.words)) due.push({ kind: 'recording', file });
  }
  return due;
}

/** All that waits. `problems` are what the check says of the content as it stands. */
export function dueWork(entries: Entries, problems: readonly Problem[], today: string): Due[] {
  const wrong = problems.map(({ file, rule, message, fix }): Due => ({
    kind: rule === 'announcement-drift' ? 'announcement' : 'fault',
    file,
    why: `${message} (${fix})`,
  }));
  return [...wrong, ...dueRules(entries, today), ...dueGuides(entries, today)];
}
