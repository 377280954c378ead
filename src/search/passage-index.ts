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

/** Where a word of the stream stands. */
export const fields = ['title', 'alias', 'summary', 'section', 'ask', 'head'] as const;
const fieldOf: Readonly<Record<string, number>> = {
  [markers.alias]: 1,
  [markers.summary]: 2,
  [markers.section]: 3,
  [markers.ask]: 4,
  [markers.head]: 5,
};
const gap = 0xffff;

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
    const mate = body !== undefined && body.edition === file.edition ? body : undefined;
    this.complete = mate !== undefined;
    const pages: IndexedPage[] = [];
    const passages: IndexedPassage[] = [];
    const field: number[] = [];
    const page: number[] = [];
    const passage: number[] = [];
    const start: number[] = [];
    const titles = file.pages.map((row) => syllables(row[2]).map((syllable) => this.#wordId(syllable)));
    const room =
      file.stream.length +
      (mate?.stream.length ?? 0) +
      titles.reduce((total, title) => total + title.length + 1, 1);
    const stream = new Uint16Array(room).fill(gap);
    const segmentAt = new Uint32Array(room);
    let at = 0;
    const open = (fold: number, current: number, inside: number): void => {
      at++; // leaves the gap
      field.push(fold);
      page.push(current);
      passage.push(inside);
      start.push(at);
    };
    const add = (word: number): void => {
      stream[at] = word;
      segmentAt[at++] = start.length - 1;
    };
    const read = (
      text: string,
      section: (code: () => PassageKind, page: number) => number,
      first: (page: number) => void,
    ): void => {
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
        const fold = fieldOf[character];
        if (fold === undefined) {
          add(fromChar(text.charCodeAt(i)));
          continue;
        }
        if (fold === 3) inside = section(() => kindCodes[fromChar(text.charCodeAt(++i))] ?? 'intro', current);
        open(fold, current, inside);
      }
    };
    read(
      file.stream,
      (code, pageNumber) => {
        passages.push({ page: pageNumber, kind: code(), id: '' });
        const indexed = pages[pageNumber];
        if (indexed) pages[pageNumber] = { ...indexed, count: indexed.count + 1 };
        return passages.length - 1;
      },
      (pageNumber) => {
        const row = file.pages[pageNumber];
        if (!row) throw new Error(`${pageNumber}: more parts than pages`);
        const [kind, number, title, address = 0, level = 0, audiences = []] = row;
        pages.push({
          kind: pageKinds[kind] ?? 'page',
          number,
          address: address === 0 ? termAddress(slug(title)) : address,
          title,
          level: levels[level] ?? 'first',
          audiences: audiences.flatMap((audience) => file.audiences[audience] ?? []),
          first: passages.length,
          count: 0,
        });
        open(0, pageNumber, -1);
        for (const word of titles[pageNumber] ?? []) add(word);
      },
    );
    passage.forEach((index, segment) => {
      const told = passages[index];
      if (!told || field[segment] !== 3) return;
      const words = Array.from(
        stream.subarray(start[segment], (start[segment + 1] ?? at + 1) - 1),
        (word) => this.lexicon.words[word] ?? '',
      );
      passages[index] = {
        ...told,
        id: file.ids[index] ?? (words.length > 0 ? slug(words.join(' ')) : standingId(told.kind)),
      };
    });
    if (mate) {
      let next = 0;
      read(
        mate.stream,
        () => next++,
        () => undefined,
      );
    }
    this.pages = pages;
    this.passages = passages;
    this.stream = stream.subarray(0, at + 1);
    this.segmentAt = segmentAt;
    this.segmentField = field;
    this.segmentPage = page;
    this.segmentPassage = passage;
    this.segmentStart = start;
    const folds = this.lexicon.folds.length;
    const count = new Uint32Array(folds + 1);
    for (let i = 0; i < at; i++)
      if (this.stream[i] !== gap)
        count[(this.lexicon.foldOf[this.stream[i] ?? 0] ?? 0) + 1] =
          (count[(this.lexicon.foldOf[this.stream[i] ?? 0] ?? 0) + 1] ?? 0) + 1;
    for (let f = 0; f < folds; f++) count[f + 1] = (count[f + 1] ?? 0) + (count[f] ?? 0);
    this.foldFirst = count;
    const next = count.slice();
    this.foldPlaces = new Uint32Array(count[folds] ?? 0);
    for (let i = 0; i < at; i++) {
      const fold = this.foldAtPlace(i);
      if (fold < 0) continue;
      const to = next[fold] ?? 0;
      this.foldPlaces[to] = i;
      next[fold] = to + 1;
    }
    const found: [number, number][] = [];
    mate?.pages.forEach((row, index) => {
      let word = -1;
      for (let i = 0; i < row.length; i++) {
        word += fromChar(row.charCodeAt(i)) + 1;
        found.push([word, index]);
      }
    });
    const bodyCount = new Uint32Array(folds + 1);
    for (const [index] of found)
      bodyCount[(this.lexicon.foldOf[index] ?? 0) + 1] =
        (bodyCount[(this.lexicon.foldOf[index] ?? 0) + 1] ?? 0) + 1;
    for (let f = 0; f < folds; f++) bodyCount[f + 1] = (bodyCount[f + 1] ?? 0) + (bodyCount[f] ?? 0);
    const bodyNext = bodyCount.slice();
    this.bodyPage = new Uint16Array(found.length);
    this.bodyWord = new Uint16Array(found.length);
    for (const [index, pageNumber] of found) {
      const fold = this.lexicon.foldOf[index] ?? 0;
      const to = bodyNext[fold] ?? 0;
      bodyNext[fold] = to + 1;
      this.bodyPage[to] = pageNumber;
      this.bodyWord[to] = index;
    }
    this.bodyFirst = bodyCount;
    this.unknownRarity = Math.log(1 + pages.length);
    this.rarity = this.#rarities();
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
