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
    for (const syllable of list) {
      uses.set(syllable, (uses.get(syllable) ?? 0) + 1);
      if (!seen.has(syllable)) {
        seen.add(syllable);
        pageUses.set(syllable, (pageUses.get(syllable) ?? 0) + 1);
      }
    }
    return list;
  };
  const ids: Record<string, string> = {};
  let passage = 0;
  const drafts = pages.map((page) => {
    const seen = new Set<string>();
    count(page.title, seen);
    const first: [string, string[]][] = page.aliases.map((alias) => [markers.alias, count(alias, seen)]);
    const second: [string, string[]][] =
      page.summary === '' ? [] : [[markers.summary, count(page.summary, seen)]];
    for (const section of page.sections) {
      const title = section.standing ? [] : count(section.title, seen);
      if ((title.length > 0 ? slug(title.join(' ')) : standingId(section.kind)) !== section.id)
        ids[passage] = section.id;
      passage++;
      first.push(
        [markers.section + toChar(kindCodes.indexOf(section.kind)), title],
        ...section.asks.map((ask): [string, string[]] => [markers.ask, count(ask, seen)]),
      );
      second.push(
        [markers.section, []],
        ...section.heads.map((head): [string, string[]] => [markers.head, count(head, seen)]),
      );
    }
    const head = new Set(seen);
    for (const section of page.sections)
      for (const line of section.lines) {
        count(line.title ?? '', seen);
        count(line.text, seen);
      }
    return { first, second, head, seen };
  });
  const words = [...uses].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
  const place = new Map(words.map((word, index) => [word, index]));
  const placeOf = (word: string): number => {
    const at = place.get(word);
    if (at === undefined) throw new Error(`${word}: not counted among the words of the site`);
    return at;
  };
  const chars = (list: readonly string[]): string => list.map((word) => toChar(placeOf(word))).join('');
  const stream = (file: 'first' | 'second'): string =>
    drafts
      .map((draft) => markers.page + draft[file].map(([message, list]) => message + chars(list)).join(''))
      .join('');
  const audiences = [...new Set(pages.flatMap((page) => page.audiences))].sort();
  const bodies = drafts.map((draft) => {
    const rest = [...draft.seen]
      .filter((word) => !draft.head.has(word) && (pageUses.get(word) ?? 0) < pages.length * commonShare)
      .map(placeOf)
      .sort((a, b) => a - b);
    return rest.map((word, index) => toChar(word - (index === 0 ? -1 : (rest[index - 1] ?? 0)) - 1)).join('');
  });
  return {
    core: {
      v: 1,
      edition,
      words: words.join(' '),
      pages: pages.map((page): PageRow => {
        const address = page.address === termAddress(slug(page.title)) ? 0 : page.address;
        const level = levels.indexOf(page.level);
        const row = [pageKinds.indexOf(page.kind), page.number, page.title] as const;
        return page.audiences.length > 0
          ? [...row, address, level, page.audiences.map((audience) => audiences.indexOf(audience))]
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
        .filter((page) => page.kind !== 'term')
        .map((page) => [
          textFile(page),
          {
            summary: page.summary,
            passages: page.sections.map((section) => ({
              id: section.id,
              kind: section.kind,
              title: section.title,
              lines: section.lines,
            })),
          },
        ]),
    ),
  };
}
