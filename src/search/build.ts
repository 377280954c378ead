/** Makes the files of search from the pages' words. Pure; runs at build time and in the evaluation. */
import { termAddress } from '../domain/address.ts';
import { slug } from '../vietnamese/text.ts';
import { textFile } from './text-file.ts';
import {
  kindCodes,
  levels,
  markers,
  pageKinds,
  toChar,
  type BodyFile,
  type CoreFile,
  type Level,
  type PageKind,
  type PageRow,
  type PageText,
  type PassageKind,
  type PassageLine,
} from './format.ts';
import { standingId } from './section-id.ts';
import { syllables } from './syllables.ts';

/** What search knows of one section. */
export interface SectionSource {
  readonly kind: PassageKind;
  readonly id: string;
  readonly title: string;
  /** The title is the standing one of its kind: nobody searches by it. */
  readonly standing: boolean;
  /** Titles of steps, what the reader sees when something goes wrong. */
  readonly heads: readonly string[];
  readonly asks: readonly string[];
  readonly lines: readonly PassageLine[];
}

/** What search knows of one page. */
export interface PageSource {
  readonly kind: PageKind;
  readonly number: number;
  readonly address: string;
  readonly title: string;
  readonly level: Level;
  readonly audiences: readonly string[];
  readonly aliases: readonly string[];
  readonly summary: string;
  readonly sections: readonly SectionSource[];
}

/** Authored words that search adds to questions. */
export interface QueryWords {
  readonly synonyms: readonly (readonly [string, string])[];
  readonly shorts: Readonly<Record<string, string>>;
  readonly foreign: readonly string[];
}

/** Words this common tell pages apart no more; the body file leaves them out. */
const commonShare = 0.5;

/** The files, the same for the same input. */
export function buildSearch(
  pages: readonly PageSource[],
  query: QueryWords,
  edition: string,
): { core: CoreFile; body: BodyFile; texts: ReadonlyMap<string, PageText> } {
  const uses = new Map<string, number>();
  const pageUses = new Map<string, number>();
  const count = (text: string, seen: Set<string>): string[] => {
    const list = syllables(text);
    for (const w of list) {
      uses.set(w, (uses.get(w) ?? 0) + 1);
      if (!seen.has(w)) {
        seen.add(w);
        pageUses.set(w, (pageUses.get(w) ?? 0) + 1);
      }
    }
    return list;
  };
  const ids: Record<string, string> = {};
  let passage = 0;
  const drafts = pages.map((p) => {
    const seen = new Set<string>();
    count(p.title, seen);
    const first: [string, string[]][] = p.aliases.map((a) => [markers.alias, count(a, seen)]);
    const second: [string, string[]][] = p.summary === '' ? [] : [[markers.summary, count(p.summary, seen)]];
    for (const s of p.sections) {
      const title = s.standing ? [] : count(s.title, seen);
      if ((title.length > 0 ? slug(title.join(' ')) : standingId(s.kind)) !== s.id) ids[passage] = s.id;
      passage++;
      first.push(
        [markers.section + toChar(kindCodes.indexOf(s.kind)), title],
        ...s.asks.map((a): [string, string[]] => [markers.ask, count(a, seen)]),
      );
      second.push(
        [markers.section, []],
        ...s.heads.map((t): [string, string[]] => [markers.head, count(t, seen)]),
      );
    }
    const head = new Set(seen);
    for (const s of p.sections)
      for (const l of s.lines) {
        count(l.title ?? '', seen);
        count(l.text, seen);
      }
    return { first, second, head, seen };
  });
  const words = [...uses].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([w]) => w);
  const place = new Map(words.map((w, i) => [w, i]));
  const chars = (list: readonly string[]): string => list.map((w) => toChar(place.get(w)!)).join('');
  const stream = (file: 'first' | 'second'): string =>
    drafts.map((d) => markers.page + d[file].map(([m, list]) => m + chars(list)).join('')).join('');
  const audiences = [...new Set(pages.flatMap((p) => p.audiences))].sort();
  const bodies = drafts.map((d) => {
    const rest = [...d.seen]
      .filter((w) => !d.head.has(w) && pageUses.get(w)! < pages.length * commonShare)
      .map((w) => place.get(w)!)
      .sort((a, b) => a - b);
    return rest.map((w, i) => toChar(w - (i === 0 ? -1 : rest[i - 1]!) - 1)).join('');
  });
  return {
    core: {
      v: 1,
      edition,
      words: words.join(' '),
      pages: pages.map((p): PageRow => {
        const address = p.address === termAddress(slug(p.title)) ? 0 : p.address;
        const level = levels.indexOf(p.level);
        const row = [pageKinds.indexOf(p.kind), p.number, p.title] as const;
        return p.audiences.length > 0
          ? [...row, address, level, p.audiences.map((a) => audiences.indexOf(a))]
          : level > 0
            ? [...row, address, level]
            : address !== 0
              ? [...row, address]
              : row;
      }),
      audiences,
      stream: stream('first'),
      ids,
      synonyms: query.synonyms,
      shorts: query.shorts,
      foreign: query.foreign,
    },
    body: { v: 1, edition, stream: stream('second'), pages: bodies },
    texts: new Map(
      pages
        .filter((p) => p.kind !== 'term')
        .map((p) => [
          textFile(p),
          {
            summary: p.summary,
            passages: p.sections.map((s) => ({ id: s.id, kind: s.kind, title: s.title, lines: s.lines })),
          },
        ]),
    ),
  };
}
