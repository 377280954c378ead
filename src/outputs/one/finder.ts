/**
 * The search of the file. Names are there at once; the words of the guides are read a few guides at a time,
 * so that a slow phone answers what is typed before it has read everything.
 */
import { fold } from '../../vietnamese/diacritics.ts';
import { placeOf, type CarriedGuide } from './carried.ts';

/** Letters without marks, a space around each word. */
const plain = (text: string): string => ` ${fold(text).replace(/[^a-z0-9]+/g, ' ')} `;
const has = (text: string, word: string): boolean => text.includes(` ${word}`);
const times = (text: string, word: string): number => text.split(` ${word}`).length - 1;

/** A guide in the list of the file. */
interface Listed {
  readonly link: HTMLAnchorElement;
  readonly name: string;
}
interface Findable {
  readonly link: HTMLAnchorElement;
  /** Its name, and its other names once it is read. */
  name: string;
  /** Its words, once it is read. */
  text?: string;
}
/** Gets the links found so far, best first, and whether these are all. */
type Answer = (links: readonly HTMLAnchorElement[], whole: boolean) => void;

/** Gets what was found so far, and whether that is all. */
type Told = (found: readonly Findable[], whole: boolean) => void;

/** Most that is shown. */
const most = 30;
/** How long one turn may take, in milliseconds: then whoever types is heard. */
const turn = 8;

/** The search of one file. */
export interface Finder {
  /** Guides that hold every word: at once those with all in their name, which stay first, then all. */
  readonly find: (query: string, answer: Answer) => void;
  /** Forgets what was asked. */
  readonly stop: () => void;
  /** Reads everything, a few guides at a time, while nobody waits. */
  readonly learn: () => void;
}

/** How well a guide answers. */
function scoreOf({ name, text = '' }: Findable, wanted: readonly string[], asked: string): number {
  const named = wanted.filter((word) => has(name, word)).length;
  const often = wanted.reduce((sum, word) => sum + Math.log(1 + times(text, word)), 0);
  const together = has(name, asked) ? 6 : has(text, asked) ? 2 : 0;
  return together + 4 * named + often / Math.log(50 + text.length);
}

/** Guides with what is read of them. */
interface Words {
  /** All of them, by name at least. */
  readonly all: () => readonly Findable[];
  /** Reads guides in their order until one is read or the turn is over. */
  readonly read: (place: number, until: number) => void;
}

/** Reads guides as they are asked for. */
function wordsOf(listed: readonly Listed[], carried: () => readonly CarriedGuide[]): Words {
  let findables: readonly Findable[] = [];
  let guides: ReadonlyMap<string, CarriedGuide> | undefined;
  let count = 0;
  const all = (): readonly Findable[] => {
    if (findables.length === 0) findables = listed.map(({ link, name }) => ({ link, name: plain(name) }));
    return findables;
  };
  return {
    all,
    read: (place, until) => {
      guides ??= new Map(carried().map((guide) => [placeOf(guide[0]), guide]));
      for (const one of all().slice(count, place + 1)) {
        if (performance.now() > until) return;
        count += 1;
        const guide = guides.get(one.link.hash);
        if (guide === undefined) continue;
        const [, , others, body] = guide;
        one.name += plain(others);
        one.text = plain(body.replace(/<[^>]*>/g, ' '));
      }
    },
  };
}

/** Makes the search of these guides; `carried` unpacks their words when they are first needed. */
export function finder(listed: readonly Listed[], carried: () => readonly CarriedGuide[]): Finder {
  const words = wordsOf(listed, carried);
  let waiting = 0;
  const stop = (): void => {
    clearTimeout(waiting);
  };
  function learn(): void {
    words.read(listed.length, performance.now() + turn);
    if (words.all().some(({ text }) => text === undefined)) setTimeout(learn, 20);
  }
  /** All guides that hold these words, some in a turn; `early` says whether some are shown already. */
  function findAll(holds: (one: Findable) => boolean, early: boolean, told: Told): void {
    const found: Findable[] = [];
    let next = 0;
    const goOn = (): void => {
      const until = performance.now() + turn;
      for (const one of words.all().slice(next)) {
        if (performance.now() > until) break;
        words.read(next, until);
        if (one.text === undefined && performance.now() > until) break;
        next += 1;
        if (holds(one)) found.push(one);
      }
      const whole = next === listed.length;
      if (whole || (!early && found.length > 0)) told(found, whole);
      if (!whole) waiting = window.setTimeout(goOn);
    };
    waiting = window.setTimeout(goOn);
  }
  function find(query: string, answer: Answer): void {
    stop();
    const asked = plain(query).trim();
    const wanted = asked.split(' ');
    const byNumber = /^(?:bai |so )*(\d+)$/.exec(asked)?.[1];
    const numbered = words.all().filter(({ link }) => link.hash === placeOf(Number(byNumber ?? -1)));
    const told: Told = (found, whole) => {
      const best = found.map((one) => ({ link: one.link, score: scoreOf(one, wanted, asked) }));
      best.sort((first, second) => second.score - first.score);
      answer(
        best.slice(0, most).map(({ link }) => link),
        whole,
      );
    };
    if (asked === '' || numbered.length > 0) {
      told(numbered, true);
      return;
    }
    const named = words.all().filter(({ name }) => wanted.every((word) => has(name, word)));
    if (named.length > 0) told(named, false);
    findAll(
      ({ name, text = '' }) => wanted.every((word) => has(name, word) || has(text, word)),
      named.length > 0,
      told,
    );
  }
  return { find, stop, learn };
}
