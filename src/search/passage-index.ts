/** The passage index in memory: flat arrays made by one walk along the file, no string maps. */
import { termAddress } from '../domain/address.ts';
import { slug } from '../vietnamese/text.ts';
import {
  fromChar,
  kindCodes,
  levels,
  markers,
  pageKinds,
  type BodyFile,
  type CoreFile,
  type Level,
  type PageKind,
  type PassageKind,
} from './format.ts';
import { Lexicon } from './lexicon.ts';
import { standingId } from './section-id.ts';
import { syllables } from './syllables.ts';

export interface IndexedPage {
  readonly kind: PageKind;
  readonly number: number;
  readonly address: string;
  readonly title: string;
  readonly level: Level;
  readonly audiences: readonly string[];
  /** Its first passage and how many follow. */
  readonly first: number;
  readonly count: number;
}
export interface IndexedPassage {
  readonly page: number;
  readonly kind: PassageKind;
  readonly id: string;
}

/** Where a word of the stream stands; 0 is the title, which no marker opens. */
const fieldOf: Readonly<Record<string, number>> = {
  [markers.alias]: 1,
  [markers.summary]: 2,
  [markers.section]: 3,
  [markers.ask]: 4,
  [markers.head]: 5,
};
const gap = 0xffff;

/** Writes the words of all segments one behind the other, a gap before each segment. */
class SegmentWriter {
  readonly stream: Uint16Array;
  readonly segmentAt: Uint32Array;
  readonly field: number[] = [];
  readonly page: number[] = [];
  readonly passage: number[] = [];
  readonly start: number[] = [];
  end = 0;

  constructor(room: number) {
    this.stream = new Uint16Array(room).fill(gap);
    this.segmentAt = new Uint32Array(room);
  }

  open(field: number, page: number, passage: number): void {
    this.end++; // leaves the gap
    this.field.push(field);
    this.page.push(page);
    this.passage.push(passage);
    this.start.push(this.end);
  }

  add(word: number): void {
    this.stream[this.end] = word;
    this.segmentAt[this.end++] = this.start.length - 1;
  }

  /** Words of a segment. */
  words(segment: number): Uint16Array {
    return this.stream.subarray(this.start[segment], (this.start[segment + 1] ?? this.end + 1) - 1);
  }

  /**
   * Walks along the stream of a file. `section` answers with the place of its passage; `first` hears of each
   * page.
   */
  read(
    text: string,
    section: (code: () => PassageKind, page: number) => number,
    first: (page: number) => void,
  ): void {
    let current = -1;
    let inside = -1;
    for (let i = 0; i < text.length; i++) {
      const character = text.charAt(i);
      if (character === markers.page) {
        current++;
        inside = -1;
        first(current);
        continue;
      }
      const field = fieldOf[character];
      if (field === undefined) {
        this.add(fromChar(text.charCodeAt(i)));
        continue;
      }
      if (field === 3) inside = section(() => kindCodes[fromChar(text.charCodeAt(++i))] ?? 'intro', current);
      this.open(field, current, inside);
    }
  }
}

/** Beginnings of runs, one for each fold and the end of the last: how many items come before it. */
function runsByFold(folds: number, foldsOfItems: readonly number[]): Uint32Array {
  const first = new Uint32Array(folds + 1);
  for (const fold of foldsOfItems) first[fold + 1] = (first[fold + 1] ?? 0) + 1;
  for (let fold = 0; fold < folds; fold++) first[fold + 1] = (first[fold + 1] ?? 0) + (first[fold] ?? 0);
  return first;
}

/** The place of each item in the runs, in the order of the items. */
function placesInRuns(first: Uint32Array, foldsOfItems: readonly number[]): Uint32Array {
  const next = first.slice();
  const places = new Uint32Array(foldsOfItems.length);
  for (const [item, fold] of foldsOfItems.entries()) {
    const place = next[fold] ?? 0;
    next[fold] = place + 1;
    places[item] = place;
  }
  return places;
}

/** A page of the first file; `first` is the place of its first passage. */
function pageOf(file: CoreFile, place: number, first: number): IndexedPage {
  const row = file.pages[place];
  if (!row) throw new Error(`${place}: more parts than pages`);
  const [kind, number, title, address = 0, level = 0, audiences = []] = row;
  return {
    kind: pageKinds[kind] ?? 'page',
    number,
    address: address === 0 ? termAddress(slug(title)) : address,
    title,
    level: levels[level] ?? 'first',
    audiences: audiences.flatMap((audience) => file.audiences[audience] ?? []),
    first,
    count: 0,
  };
}

/** Body words of all pages: word and page. */
function bodyWords(rows: readonly string[]): { readonly word: number; readonly page: number }[] {
  return rows.flatMap((row, page) => {
    let word = -1;
    return Array.from({ length: row.length }, (_, at) => {
      word += fromChar(row.charCodeAt(at)) + 1;
      return { word, page };
    });
  });
}

export class PassageIndex {
  readonly lexicon: Lexicon;
  readonly pages: readonly IndexedPage[];
  readonly passages: readonly IndexedPassage[];
  readonly file: CoreFile;
  /** Whether the second file is in it. */
  readonly complete: boolean;
  /** Words in order, `gap` between segments, so that a pair never crosses them. */
  readonly stream: Uint16Array;
  /** Segment of each place of the stream. */
  readonly segmentAt: Uint32Array;
  readonly segmentField: readonly number[];
  readonly segmentPage: readonly number[];
  /** -1 outside sections. */
  readonly segmentPassage: readonly number[];
  readonly segmentStart: readonly number[];
  /** Places of each fold in the stream: `foldPlaces[foldFirst[f] … foldFirst[f + 1])`. */
  readonly foldFirst: Uint32Array;
  readonly foldPlaces: Uint32Array;
  /** Body words by fold: page and word, in the same way. Empty without the second file. */
  readonly bodyFirst: Uint32Array;
  readonly bodyPage: Uint16Array;
  readonly bodyWord: Uint16Array;
  /** Rarity of each fold over pages. */
  readonly rarity: Float32Array;
  /** Rarity that a word gets which the site does not have. */
  readonly unknownRarity: number;

  /** @param body the second file, once it is there; one of another edition is left out */
  constructor(file: CoreFile, body?: BodyFile) {
    this.file = file;
    this.lexicon = new Lexicon(file.words.split(' '));
    const mate = body?.edition === file.edition ? body : undefined;
    this.complete = mate !== undefined;
    const titles = file.pages.map((row) => syllables(row[2]).map((syllable) => this.#wordId(syllable)));
    const writer = new SegmentWriter(
      file.stream.length +
        (mate?.stream.length ?? 0) +
        titles.reduce((total, title) => total + title.length + 1, 1),
    );
    const { pages, passages } = this.#readCore(file, titles, writer);
    let passage = 0;
    if (mate)
      writer.read(
        mate.stream,
        () => passage++,
        () => undefined,
      );
    this.pages = pages;
    this.passages = passages;
    this.stream = writer.stream.subarray(0, writer.end + 1);
    this.segmentAt = writer.segmentAt;
    this.segmentField = writer.field;
    this.segmentPage = writer.page;
    this.segmentPassage = writer.passage;
    this.segmentStart = writer.start;
    const folds = this.lexicon.folds.length;
    const { foldOf } = this.lexicon;
    const written: number[] = [];
    for (let place = 0; place < writer.end; place++) if (this.stream[place] !== gap) written.push(place);
    const writtenFolds = written.map((place) => this.foldAtPlace(place));
    this.foldFirst = runsByFold(folds, writtenFolds);
    this.foldPlaces = new Uint32Array(written.length);
    for (const [item, to] of placesInRuns(this.foldFirst, writtenFolds).entries())
      this.foldPlaces[to] = written[item] ?? 0;
    const inBodies = bodyWords(mate?.pages ?? []);
    const bodyFolds = inBodies.map(({ word }) => foldOf[word] ?? 0);
    this.bodyFirst = runsByFold(folds, bodyFolds);
    this.bodyPage = new Uint16Array(inBodies.length);
    this.bodyWord = new Uint16Array(inBodies.length);
    for (const [item, to] of placesInRuns(this.bodyFirst, bodyFolds).entries()) {
      const { page = 0, word = 0 } = inBodies[item] ?? {};
      this.bodyPage[to] = page;
      this.bodyWord[to] = word;
    }
    this.unknownRarity = Math.log(1 + pages.length);
    this.rarity = this.#rarities();
  }

  /** Pages and passages of the first file, their words written. */
  #readCore(
    file: CoreFile,
    titles: readonly (readonly number[])[],
    writer: SegmentWriter,
  ): { readonly pages: IndexedPage[]; readonly passages: IndexedPassage[] } {
    const pages: IndexedPage[] = [];
    const passages: IndexedPassage[] = [];
    writer.read(
      file.stream,
      (code, page) => {
        passages.push({ page, kind: code(), id: '' });
        const indexed = pages[page];
        if (indexed) pages[page] = { ...indexed, count: indexed.count + 1 };
        return passages.length - 1;
      },
      (page) => {
        pages.push(pageOf(file, page, passages.length));
        writer.open(0, page, -1);
        for (const word of titles[page] ?? []) writer.add(word);
      },
    );
    for (const [segment, place] of writer.passage.entries()) {
      const passage = passages[place];
      if (!passage || writer.field[segment] !== 3) continue;
      const words = Array.from(writer.words(segment), (word) => this.lexicon.words[word] ?? '');
      passages[place] = {
        ...passage,
        id: file.ids[place] ?? (words.length > 0 ? slug(words.join(' ')) : standingId(passage.kind)),
      };
    }
    return { pages, passages };
  }

  /** The page of a place in the list. */
  page(place: number): IndexedPage {
    const page = this.pages[place];
    if (!page) throw new Error(`${place}: no such page in the index`);
    return page;
  }

  /** Every word of a title is a word of the site. */
  #wordId(syllable: string): number {
    const id = this.lexicon.wordId(syllable);
    if (id === undefined) throw new Error(`${syllable}: not a word of the index`);
    return id;
  }

  #rarities(): Float32Array {
    const length = this.pages.length;
    const seen = new Int32Array(length).fill(-1);
    return Float32Array.from(this.lexicon.folds, (_, index) => {
      let df = 0;
      const see = (page: number): void => {
        if (seen[page] !== index) {
          seen[page] = index;
          df++;
        }
      };
      for (let i = this.foldFirst[index] ?? 0; i < (this.foldFirst[index + 1] ?? 0); i++)
        see(this.segmentPage[this.segmentAt[this.foldPlaces[i] ?? 0] ?? 0] ?? 0);
      for (let i = this.bodyFirst[index] ?? 0; i < (this.bodyFirst[index + 1] ?? 0); i++)
        see(this.bodyPage[i] ?? 0);
      return Math.log(1 + (length - df + 0.5) / (df + 0.5));
    });
  }

  /** How often a fold stands in titles, questions and headings. */
  uses(fold: number): number {
    return (this.foldFirst[fold + 1] ?? 0) - (this.foldFirst[fold] ?? 0);
  }

  /** Fold of a place of the stream; -1 between segments. */
  foldAtPlace(place: number): number {
    const index = this.stream[place];
    return index === undefined || index === gap ? -1 : (this.lexicon.foldOf[index] ?? 0);
  }

  /** Times that two folds stand side by side, counted up to `enough`. */
  pairUses(fold: number, otherFold: number, enough = 1): number {
    let count = 0;
    const left = this.uses(fold) <= this.uses(otherFold);
    const index = left ? fold : otherFold;
    for (let i = this.foldFirst[index] ?? 0; i < (this.foldFirst[index + 1] ?? 0) && count < enough; i++) {
      const place = this.foldPlaces[i] ?? 0;
      if (
        left ? this.foldAtPlace(place + 1) === otherFold : place > 0 && this.foldAtPlace(place - 1) === fold
      )
        count++;
    }
    return count;
  }
}
