/** Makes the files of search from the pages' words. Pure; runs at build time and in the evaluation. */
import { termAddress } from '../../domain/address.ts';
import type { FindableSheet } from '../../domain/findable.ts';
import { slug } from '../../vietnamese/text.ts';
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
  type PageColumns,
  type PageText,
  type PassageKind,
  type PassageLine,
  type QueryWords,
} from '../../search/format.ts';
import type { BoundName } from './bound.ts';
import type { DangerWords } from '../../search/danger.ts';
import { documentNumbers, keyOf, telephones } from '../../search/identifiers.ts';
import { shortAddress } from '../../domain/short-address.ts';
import { insideOf, wordsOf, type PackedWords } from '../../search/packed.ts';
import { insideTitles, lookOf, packWords, writtenIn } from './pack.ts';
import { standingId } from '../../search/section-id.ts';
import { syllables } from '../../search/syllables.ts';

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
  /** Whose it is, as its row says. */
  readonly owner?: string;
  /** What it is found by exactly. */
  readonly keys?: readonly string[];
  /** What it is written from, by name: the documents among them lead to it. */
  readonly cites?: readonly string[];
}

/** What is made of many pages alike, with the names that it is asked by. */
interface SheetSource extends Omit<FindableSheet, 'name'> {
  readonly names: readonly string[];
}

/** Everything that the files are made of. */
export interface SearchSources {
  readonly pages: readonly PageSource[];
  readonly sheets: readonly SheetSource[];
  readonly words: QueryWords;
  /** How danger is read out of a question. */
  readonly danger?: DangerWords;
  /** Names that only a page that treats them may answer. */
  readonly bound: readonly Omit<BoundName, 'pages'>[];
}

/** Marked words of a page, in order. */
type Marked = [mark: string, words: string[]];

interface Draft {
  readonly first: readonly Marked[];
  readonly second: readonly Marked[];
}

/** Counts of words over all pages, while pages are drafted. */
class WordCount {
  readonly uses = new Map<string, number>();

  /** Syllables of a text, counted. */
  add(text: string): string[] {
    const list = syllables(text);
    for (const syllable of list) this.uses.set(syllable, (this.uses.get(syllable) ?? 0) + 1);
    return list;
  }
}

/** Kinds of sections whose lines only the index of whole pages has. */
const leftOut: readonly string[] = ['helper', 'practice', 'homework', 'story'];

/**
 * Words of a line that stand nowhere else in the index: titles of steps and troubles are headings already, an
 * easy-read version says what its guide says. What is said to helpers, tried or told with made-up names or
 * done at home is left to the index of whole pages, so that this file stays small on a phone.
 */
function furtherWords(page: PageSource, section: SectionSource, line: PassageLine): string {
  if (page.kind === 'easy' || leftOut.includes(section.kind)) return '';
  if (line.as === 'call' && section.kind !== 'call') return '';
  if (line.as === 'step') return line.text;
  if (line.as !== 'case') return [line.title ?? '', line.text].join(' ');
  const means = section.heads.find((head) => head !== '' && line.text.startsWith(head.replace(/[.!?]$/, '')));
  return means === undefined ? line.text : line.text.slice(means.length);
}

/**
 * A page as marked words for both files. `told` hears the id of a section that is not the slug of its title.
 */
function draftOf(page: PageSource, count: WordCount, told: (section: number, id: string) => void): Draft {
  const first: Marked[] = [
    ['', count.add(page.title)],
    ...page.aliases.map((alias): Marked => [markers.alias, count.add(alias)]),
  ];
  const second: Marked[] = page.summary === '' ? [] : [[markers.summary, count.add(page.summary)]];
  for (const [place, section] of page.sections.entries()) {
    const title = section.standing ? [] : count.add(section.title);
    if ((title.length > 0 ? slug(title.join(' ')) : standingId(section.kind, page.address)) !== section.id)
      told(place, section.id);
    first.push(
      [markers.section + toChar(kindCodes.indexOf(section.kind)), title],
      ...section.asks.map((ask): Marked => [markers.ask, count.add(ask)]),
    );
    second.push(
      [markers.section, []],
      ...section.heads.map((head): Marked => [markers.head, count.add(head)]),
      ...section.lines
        .map((line): Marked => [markers.text, count.add(furtherWords(page, section, line))])
        .filter(([, words]) => words.length > 0),
    );
  }
  return { first, second };
}

/** The pages as columns of the first file. */
function columnsOf(
  pages: readonly PageSource[],
  audiences: readonly string[],
  owners: readonly string[],
): PageColumns {
  const titles = pages.map(({ title }) => ({ title, words: syllables(title) }));
  const inside = insideTitles(titles.map(({ title, words }) => writtenIn(title, words)));
  return {
    kinds: pages.map((page) => pageKinds.indexOf(page.kind)),
    numbers: pages.map((page) => page.number),
    titles: titles.map(({ title, words }) => lookOf(title, words, insideOf(inside))).join('\n'),
    inside,
    addresses: pages
      .map(({ address, title }) =>
        address === termAddress(slug(title)) ? '' : shortAddress(address, slug(title)),
      )
      .join('\n'),
    levels: pages.map((page) => levels.indexOf(page.level)),
    audiences: pages.map((page) =>
      page.audiences.map((audience) => audiences.indexOf(audience)).sort((a, b) => a - b),
    ),
    owners: pages.map(({ owner }) => (owner === undefined ? 0 : owners.indexOf(owner) + 1)),
  };
}

/** Places as runs. */
function runsOf(places: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const place of [...places].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last?.[1] === place - 1) last[1] = place;
    else runs.push([place, place]);
  }
  return runs;
}

/** The longest list of pages that a key leads to: what stands on more pages is no key. */
const mostByKey = 6;

/** Numbers of official documents in a text; “đồng/tháng” is none. */
const documentsIn = (text: string): string[] =>
  (text.match(documentNumbers) ?? []).filter((number) => /\/\p{Lu}/u.test(number)).map(keyOf);

/** What a page prints: telephone numbers in its lines, documents wherever it names them. */
function printedBy({ title, summary, sections, cites = [] }: PageSource): string[] {
  const lines = sections.flatMap((section) =>
    section.lines.map((line) => `${line.title ?? ''} ${line.text}`),
  );
  const texts = [title, summary, ...cites, ...sections.map((section) => section.title), ...lines];
  return [...lines.flatMap(telephones), ...texts.flatMap(documentsIn)];
}

/**
 * What pages are found by exactly: their own keys, and the telephone numbers and documents that they print.
 */
function keysOf(pages: readonly PageSource[]): Record<string, number[]> {
  const found = new Map<string, Set<number>>();
  const add = (key: string, page: number): void => {
    found.set(key, (found.get(key) ?? new Set()).add(page));
  };
  pages.forEach((page, place) => {
    for (const key of (page.keys ?? []).map(keyOf)) {
      // The numbers of an edition's own people are blanked in an index that all editions share.
      if (key !== '') add(key, place);
    }
  });
  const own = new Set(found.keys());
  // How often a page names what it prints: the page that speaks most of a document stands first.
  const printed = new Map<string, Map<number, number>>();
  pages.forEach((page, place) => {
    for (const key of printedBy(page)) {
      if (own.has(key)) continue;
      const times = printed.get(key) ?? new Map<number, number>();
      printed.set(key, times.set(place, (times.get(place) ?? 0) + 1));
    }
  });
  for (const [key, times] of printed)
    if (times.size <= mostByKey)
      for (const [place] of [...times].sort((a, b) => b[1] - a[1])) add(key, place);
  return Object.fromEntries(
    [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, places]) => [key, [...places]]),
  );
}

/** Words, streams and ids of all pages, as the files hold them. */
interface Streams {
  readonly words: PackedWords;
  readonly first: string;
  readonly second: string;
  /** Ids of sections → their places, each counted from the one before. */
  readonly ids: Readonly<Record<string, readonly number[]>>;
}

/**
 * How often a word is used, by doubling. Words used about as often stand by the alphabet, so that the file
 * need not tell their order; the common ones still have the short characters.
 */
const magnitude = (uses: number): number => Math.floor(Math.log2(uses + 1));

function streamsOf(pages: readonly PageSource[]): Streams {
  const count = new WordCount();
  const ids = new Map<string, number[]>();
  let before = 0;
  const drafts = pages.map((page) => {
    const draft = draftOf(page, count, (section, id) => {
      ids.set(id, [...(ids.get(id) ?? []), before + section]);
    });
    before += page.sections.length;
    return draft;
  });
  const groups: string[][] = [];
  const most = Math.max(...[...count.uses.values()].map(magnitude), 0);
  for (const [word, uses] of count.uses) (groups[most - magnitude(uses)] ??= []).push(word);
  const words = packWords(groups);
  const place = new Map(wordsOf(words).map((word, index) => [word, index]));
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
  return {
    words,
    first: stream('first'),
    second: stream('second'),
    ids: Object.fromEntries(
      [...ids].map(([id, places]) => [id, places.map((place, at) => place - (places[at - 1] ?? 0))]),
    ),
  };
}

/** The texts that are quoted, by the name of their file; terms and pages found by name alone have none. */
export const textsOf = (pages: readonly PageSource[]): ReadonlyMap<string, PageText> =>
  new Map(
    pages
      .filter((page) => page.kind !== 'term' && page.sections.length > 0)
      .map((page) => [
        textFile(page),
        {
          summary: page.summary,
          passages: page.sections.map(({ id, kind, title, lines }) => ({ id, kind, title, lines })),
        },
      ]),
  );

/** The files, the same for the same input. */
export function buildSearch(
  { pages, sheets, words: query }: Pick<SearchSources, 'pages' | 'sheets' | 'words'>,
  edition: string,
): { core: CoreFile; body: BodyFile; texts: ReadonlyMap<string, PageText> } {
  const { words, first, second, ids } = streamsOf(pages);
  const audiences = [...new Set(pages.flatMap((page) => page.audiences))].sort();
  const owners = [...new Set(pages.flatMap((page) => page.owner ?? []))].sort();
  const placeOfPage = new Map(pages.map((page, index) => [page.address, index]));
  return {
    core: {
      v: 1,
      edition,
      ...words,
      pages: columnsOf(pages, audiences, owners),
      audiences,
      owners,
      sheets: sheets.map(({ title, address, action, names, pages: of }) => ({
        title,
        address,
        action,
        names,
        pages: runsOf(of.flatMap((page) => placeOfPage.get(page) ?? [])),
      })),
      keys: keysOf(pages),
      stream: first,
      ids,
      synonyms: query.synonyms,
      spellings: query.spellings,
      shorts: query.shorts,
      foreign: query.foreign,
      frames: query.frames,
      stops: query.stops,
      polite: query.polite,
      persons: query.persons,
      numberNames: query.numberNames,
    },
    body: { v: 1, edition, stream: second },
    texts: textsOf(pages),
  };
}
