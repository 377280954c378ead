/**
 * The way as this device keeps it, under one key. What is written is read anew before each change, so that
 * two open pages lose nothing of each other. Where nothing may be kept it lives as long as the page.
 */
import { mayRemember } from '../../client/shared-machine.ts';
import {
  ascending,
  isEmpty,
  merged,
  mostPeople,
  nothingDone,
  type CheckResult,
  type Progress,
} from './progress.ts';

/** Name in the browser's own storage. The core asks for it: `form.ts` names it there. */
export const storeKey = 'lo-trinh';
/** How the way is kept: by the device; not on a machine that many use; not because the browser refuses. */
export type Keeping = 'kept' | 'shared' | 'closed';

/** All ways of a device. */
export interface Ways {
  /** Whose way is written now, from 0. */
  readonly who: number;
  /** By person; whoever did nothing is not there. */
  readonly people: ReadonlyMap<number, Progress>;
  /** Addresses of paths that were chosen, in the order of choosing. */
  readonly paths: readonly string[];
  /** What the house calls them, by person; on this device alone, in no code and no address. */
  readonly names: ReadonlyMap<number, string>;
}
export const noWays: Ways = { who: 0, people: new Map(), paths: [], names: new Map() };
/** Letters of a name. */
export const longestName = 24;

type Unknown = Readonly<Record<string, unknown>>;
const recordOf = (value: unknown): Unknown =>
  typeof value === 'object' && value !== null ? { ...value } : {};
const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) > 0;
const countsOf = (value: unknown): number[] => (Array.isArray(value) ? ascending(value.filter(isCount)) : []);
const person = (value: unknown): number => (isCount(value) && value < mostPeople ? value : 0);

function resultOf(value: unknown): CheckResult | undefined {
  if (!Array.isArray(value)) return undefined;
  const [right, of] = value.map((count: unknown) => count);
  const isRight = right === 0 || isCount(right);
  return isRight && isCount(of) && right <= of ? [right, of] : undefined;
}

function progressOf(value: unknown): Progress {
  const { done, at, checks, drills } = recordOf(value);
  return merged(nothingDone, {
    done: countsOf(done),
    places: new Map(
      Object.entries(recordOf(at)).flatMap(([number, step]): [number, number][] =>
        isCount(Number(number)) && isCount(step) ? [[Number(number), step]] : [],
      ),
    ),
    checks: new Map(
      Object.entries(recordOf(checks)).flatMap(([code, result]): [string, CheckResult][] => {
        const read = resultOf(result);
        return read === undefined ? [] : [[code, read]];
      }),
    ),
    drills: countsOf(drills),
  });
}

/** A name as it was typed, without blanks around it, cut; another value is none. */
const nameOf = (value: unknown): string =>
  typeof value === 'string' ? value.replace(/\s+/g, ' ').trim().slice(0, longestName).trim() : '';

function namesOf(value: unknown): ReadonlyMap<number, string> {
  const read = Object.entries(recordOf(value)).map(
    ([number, name]) => [Number(number), nameOf(name)] as const,
  );
  return new Map(
    read.filter(([number, name]) => (number === 0 || isCount(number)) && number < mostPeople && name !== ''),
  );
}

/** The same ways with what one person is called; nothing takes the name away. */
export const withName = (ways: Ways, number: number, name: string): Ways => ({
  ...ways,
  names: namesOf({ ...Object.fromEntries(ways.names), [number]: name }),
});

/** What was written; whatever is not understood is left out, and nothing breaks on it. */
export function waysOf(text: string | null): Ways {
  try {
    const { who, people, paths, names } = recordOf(JSON.parse(text ?? '{}'));
    const read = Object.entries(recordOf(people)).map(
      ([number, progress]) => [Number(number), progressOf(progress)] as const,
    );
    return {
      who: person(who),
      people: new Map(read.filter(([number, progress]) => number < mostPeople && !isEmpty(progress))),
      paths: Array.isArray(paths) ? paths.filter((path) => typeof path === 'string') : [],
      names: namesOf(names),
    };
  } catch {
    return noWays;
  }
}

export const writtenWays = ({ who, people, paths, names }: Ways): string =>
  JSON.stringify({
    v: 1,
    who,
    people: Object.fromEntries(
      [...people].map(([number, { done, places, checks, drills }]) => [
        number,
        { done, at: Object.fromEntries(places), checks: Object.fromEntries(checks), drills },
      ]),
    ),
    paths,
    ...(names.size === 0 ? {} : { names: Object.fromEntries(names) }),
  });

export const progressBy = ({ people }: Ways, number: number): Progress => people.get(number) ?? nothingDone;

/** The same ways with another progress of one person. */
export function withProgress(ways: Ways, number: number, progress: Progress): Ways {
  const people = new Map(ways.people);
  if (isEmpty(progress)) people.delete(number);
  else people.set(number, progress);
  return { ...ways, people };
}

/** Here when nothing may be kept. */
let unkept: Ways = noWays;

/** Whether the device keeps the way; asked each time, for a reader may change it on another page. */
export function keeping(): Keeping {
  try {
    // Throws where storage is closed.
    localStorage.getItem(storeKey);
  } catch {
    return 'closed';
  }
  if (!mayRemember()) return 'shared';
  return closed ? 'closed' : 'kept';
}
/** Storage that reads and does not write: full, or of a browser that pretends. */
let closed = false;

/** All ways now. On a machine that many use, what was kept before goes. */
export function readWays(): Ways {
  const how = keeping();
  if (how === 'kept') return waysOf(localStorage.getItem(storeKey));
  if (how === 'shared') localStorage.removeItem(storeKey);
  return unkept;
}

/** Changes what is there now, and answers with what came of it. */
export function changeWays(change: (ways: Ways) => Ways): Ways {
  const ways = change(readWays());
  if (keeping() === 'kept')
    try {
      localStorage.setItem(storeKey, writtenWays(ways));
      return ways;
    } catch {
      closed = true;
    }
  unkept = ways;
  return ways;
}

/** Changes the progress of the one whose way is written. */
export const changeOwn = (change: (progress: Progress) => Progress): Ways =>
  changeWays((ways) => withProgress(ways, ways.who, change(progressBy(ways, ways.who))));

/** Whether anything was begun on this device. */
export const hasBegun = ({ people, paths, names }: Ways): boolean =>
  people.size + paths.length + names.size > 0;

/** Everything goes. */
export function eraseWays(): void {
  unkept = noWays;
  try {
    localStorage.removeItem(storeKey);
  } catch {
    // Nothing could be kept.
  }
}
