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
    const titles = file.pages.map((p) => syllables(p[2]).map((w) => this.lexicon.wordId(w)!));
    const room =
      file.stream.length + (mate?.stream.length ?? 0) + titles.reduce((n, t) => n + t.length + 1, 1);
    const stream = new Uint16Array(room).fill(gap);
    const segmentAt = new Uint32Array(room);
    let at = 0;
    const open = (f: number, p: number, inside: number): void => {
      at++; // leaves the gap
      field.push(f);
      page.push(p);
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
        const c = text[i]!;
        if (c === markers.page) {
          current++;
          inside = -1;
          first(current);
          continue;
        }
        const f = fieldOf[c];
        if (f === undefined) {
          add(fromChar(text.charCodeAt(i)));
          continue;
        }
        if (f === 3) inside = section(() => kindCodes[fromChar(text.charCodeAt(++i))]!, current);
        open(f, current, inside);
      }
    };
    read(
      file.stream,
      (code, p) => {
        passages.push({ page: p, kind: code(), id: '' });
        pages[p] = { ...pages[p]!, count: pages[p]!.count + 1 };
        return passages.length - 1;
      },
      (p) => {
        const [kind, number, title, address = 0, level = 0, audiences = []] = file.pages[p]!;
        pages.push({
          kind: pageKinds[kind]!,
          number,
          address: address === 0 ? termAddress(slug(title)) : address,
          title,
          level: levels[level]!,
          audiences: audiences.map((a) => file.audiences[a]!),
          first: passages.length,
          count: 0,
        });
        open(0, p, -1);
        for (const w of titles[p]!) add(w);
      },
    );
    passage.forEach((n, segment) => {
      if (n < 0 || field[segment] !== 3) return;
      const words = Array.from(
        stream.subarray(start[segment], (start[segment + 1] ?? at + 1) - 1),
        (w) => this.lexicon.words[w]!,
      );
      const { kind } = passages[n]!;
      passages[n] = {
        ...passages[n]!,
        id: file.ids[n] ?? (words.length > 0 ? slug(words.join(' ')) : standingId(kind)),
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
      if (this.stream[i] !== gap) count[this.lexicon.foldOf[this.stream[i]!]! + 1]!++;
    for (let f = 0; f < folds; f++) count[f + 1]! += count[f]!;
    this.foldFirst = count;
    const next = count.slice();
    this.foldPlaces = new Uint32Array(count[folds]!);
    for (let i = 0; i < at; i++)
      if (this.stream[i] !== gap) this.foldPlaces[next[this.lexicon.foldOf[this.stream[i]!]!]!++] = i;
    const found: [number, number][] = [];
    mate?.pages.forEach((row, p) => {
      let word = -1;
      for (let i = 0; i < row.length; i++) {
        word += fromChar(row.charCodeAt(i)) + 1;
        found.push([word, p]);
      }
    });
    const bodyCount = new Uint32Array(folds + 1);
    for (const [w] of found) bodyCount[this.lexicon.foldOf[w]! + 1]!++;
    for (let f = 0; f < folds; f++) bodyCount[f + 1]! += bodyCount[f]!;
    const bodyNext = bodyCount.slice();
    this.bodyPage = new Uint16Array(found.length);
    this.bodyWord = new Uint16Array(found.length);
    for (const [w, p] of found) {
      const to = bodyNext[this.lexicon.foldOf[w]!]!++;
      this.bodyPage[to] = p;
      this.bodyWord[to] = w;
    }
    this.bodyFirst = bodyCount;
    this.unknownRarity = Math.log(1 + pages.length);
    this.rarity = this.#rarities();
  }

  #rarities(): Float32Array {
    const n = this.pages.length;
    const seen = new Int32Array(n).fill(-1);
    return Float32Array.from(this.lexicon.folds, (_, f) => {
      let df = 0;
      const see = (p: number): void => {
        if (seen[p] !== f) {
          seen[p] = f;
          df++;
        }
      };
      for (let i = this.foldFirst[f]!; i < this.foldFirst[f + 1]!; i++)
        see(this.segmentPage[this.segmentAt[this.foldPlaces[i]!]!]!);
      for (let i = this.bodyFirst[f]!; i < this.bodyFirst[f + 1]!; i++) see(this.bodyPage[i]!);
      return Math.log(1 + (n - df + 0.5) / (df + 0.5));
    });
  }

  /** How often a fold stands in titles, questions and headings. */
  uses(fold: number): number {
    return this.foldFirst[fold + 1]! - this.foldFirst[fold]!;
  }

  /** Fold of a place of the stream; -1 between segments. */
  foldAtPlace(place: number): number {
    const w = this.stream[place];
    return w === undefined || w === gap ? -1 : this.lexicon.foldOf[w]!;
  }

  /** Times that two folds stand side by side, counted up to `enough`. */
  pairUses(a: number, b: number, enough = 1): number {
    let n = 0;
    const left = this.uses(a) <= this.uses(b);
    const f = left ? a : b;
    for (let i = this.foldFirst[f]!; i < this.foldFirst[f + 1]! && n < enough; i++) {
      const p = this.foldPlaces[i]!;
      if (left ? this.foldAtPlace(p + 1) === b : p > 0 && this.foldAtPlace(p - 1) === a) n++;
    }
    return n;
  }
}
