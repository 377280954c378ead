/**
 * The search of the file. Names are there at once; the words of the guides are read a few guides at a time, so
 * that a slow phone answers what is typed before it has read everything.
 */
import { fold } from '../../vietnamese/text.ts';
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

/** Most that is shown. */
const most = 30;
/** How long one turn may take, in milliseconds: then whoever types is heard. */
const turn = 8;

/** The search of one file. */
export interface Finder {
  /** Guides that hold every word: at once those with all of them in their name, which stay first, then all. */
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

/** Makes the search of these guides; `carried` unpacks their words when they are first needed. */
export function finder(listed: readonly Listed[], carried: () => readonly CarriedGuide[]): Finder {
  let all: readonly Findable[] = [];
  let guides: ReadonlyMap<string, CarriedGuide> | undefined;
  /** How many of them are read, from the first on. */
  let read = 0;
  let waiting = 0;

  function names(): readonly Findable[] {
    if (all.length === 0) all = listed.map(({ link, name }) => ({ link, name: plain(name) }));
    return all;
  }
  function readNext(): void {
    guides ??= new Map(carried().map((guide) => [placeOf(guide[0]), guide]));
    const one = names()[read++];
    const guide = guides.get(one?.link.hash ?? '');
    if (one === undefined || guide === undefined) return;
    const [, , title, others, body] = guide;
    one.name = plain(`${title} ${others}`);
    one.text = plain(body.replace(/<[^>]*>/g, ' '));
  }
  const stop = (): void => {
    clearTimeout(waiting);
  };
  function learn(): void {
    for (const until = performance.now() + turn; read < listed.length && performance.now() < until;)
      readNext();
    if (read < listed.length) setTimeout(learn, 20);
  }
  function find(query: string, answer: Answer): void {
    stop();
    const asked = plain(query).trim();
    const wanted = asked.split(' ');
    const byNumber = /^(?:bai |so )*(\d+)$/.exec(asked)?.[1];
    const numbered = names().filter(({ link }) => link.hash === placeOf(Number(byNumber ?? -1)));
    if (asked === '' || numbered.length > 0) {
      answer(
        numbered.map(({ link }) => link),
        true,
      );
      return;
    }
    const told = (found: readonly Findable[], whole: boolean): void => {
      const best = found.map((one) => ({ link: one.link, score: scoreOf(one, wanted, asked) }));
      best.sort((first, second) => second.score - first.score);
      answer(
        best.slice(0, most).map(({ link }) => link),
        whole,
      );
    };
    const named = all.filter(({ name }) => wanted.every((word) => has(name, word)));
    if (named.length > 0) told(named, false);
    const found: Findable[] = [];
    let next = 0;
    const goOn = (): void => {
      for (const until = performance.now() + turn; next < all.length && performance.now() < until; next++) {
        if (next === read) readNext();
        const one = all[next]!;
        const { name, text = '' } = one;
        if (wanted.every((word) => has(name, word) || has(text, word))) found.push(one);
      }
      const whole = next === all.length;
      if (whole || (named.length === 0 && found.length > 0)) told(found, whole);
      if (!whole) waiting = window.setTimeout(goOn);
    };
    waiting = window.setTimeout(goOn);
  }
  return { find, stop, learn };
}
