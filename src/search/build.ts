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

/** Words of a line that stand nowhere else in the index: titles of steps and troubles are headings already. */
function furtherWords(section: SectionSource, line: PassageLine): string {
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
  count.add(page.title);
  const first = page.aliases.map((alias): Marked => [markers.alias, count.add(alias)]);
  const second: Marked[] = page.summary === '' ? [] : [[markers.summary, count.add(page.summary)]];
  for (const [place, section] of page.sections.entries()) {
    const title = section.standing ? [] : count.add(section.title);
    if ((title.length > 0 ? slug(title.join(' ')) : standingId(section.kind)) !== section.id)
      told(place, section.id);
    first.push(
      [markers.section + toChar(kindCodes.indexOf(section.kind)), title],
      ...section.asks.map((ask): Marked => [markers.ask, count.add(ask)]),
    );
    second.push(
      [markers.section, []],
      ...section.heads.map((head): Marked => [markers.head, count.add(head)]),
      ...section.lines
        .map((line): Marked => [markers.text, count.add(furtherWords(section, line))])
        .filter(([, words]) => words.length > 0),
    );
  }
  return { first, second };
}

/** A page's row of the first file; what is empty at the end is left out. */
function rowOf(page: PageSource, audiences: readonly string[]): PageRow {
  const address = page.address === termAddress(slug(page.title)) ? 0 : page.address;
  const level = levels.indexOf(page.level);
  const row = [pageKinds.indexOf(page.kind), page.number, page.title] as const;
  if (page.audiences.length > 0)
    return [...row, address, level, page.audiences.map((audience) => audiences.indexOf(audience))];
  if (level > 0) return [...row, address, level];
  return address === 0 ? row : [...row, address];
}

/** The files, the same for the same input. */
export function buildSearch(
  pages: readonly PageSource[],
  query: QueryWords,
  edition: string,
): { core: CoreFile; body: BodyFile; texts: ReadonlyMap<string, PageText> } {
  const count = new WordCount();
  const ids: Record<string, string> = {};
  let before = 0;
  const drafts = pages.map((page) => {
    const draft = draftOf(page, count, (section, id) => {
      ids[before + section] = id;
    });
    before += page.sections.length;
    return draft;
  });
  const words = [...count.uses].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
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
  return {
    core: {
      v: 1,
      edition,
      words: words.join(' '),
      pages: pages.map((page) => rowOf(page, audiences)),
      audiences,
      stream: stream('first'),
      ids,
      synonyms: query.synonyms,
      shorts: query.shorts,
      foreign: query.foreign,
    },
    body: { v: 1, edition, stream: stream('second') },
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
