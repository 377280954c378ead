/** The passage index in memory: flat arrays made by one walk along the file, no string maps. */
import { termAddress } from '../domain/address.ts';
import { fullAddress } from '../domain/short-address.ts';
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
import { titlesOf, wordsOf } from './packed.ts';
import { standingId } from './section-id.ts';

export interface IndexedPage {
  readonly kind: PageKind;
  readonly number: number;
  readonly address: string;
  readonly title: string;
  readonly level: Level;
  readonly audiences: readonly string[];
  /** Whose it is; empty when that says nothing. */
  readonly owner: string;
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
  [markers.text]: 6,
};
const gap = 0xffff;
/** Fields whose words count by their share of a page: summary, heading, text. */
export const isBody = (field: number): boolean => field === 2 || field > 4;

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

/** The pages of the first file; their passages are not counted yet. */
function pagesOf(file: CoreFile, words: readonly string[]): IndexedPage[] {
  const { pages, audiences, owners } = file;
  const addresses = pages.addresses.split('\n');
  const titles = titlesOf(file, words);
  return pages.kinds.map((kind, place) => {
    const title = titles[place] ?? '';
    const address = addresses[place] ?? '';
    return {
      kind: pageKinds[kind] ?? 'page',
      number: pages.numbers[place] ?? 0,
      address: address === '' ? termAddress(slug(title)) : fullAddress(address, slug(title)),
      title,
      level: levels[pages.levels[place] ?? 0] ?? 'first',
      audiences: (pages.audiences[place] ?? []).flatMap((audience) => audiences[audience] ?? []),
      owner: owners[(pages.owners[place] ?? 0) - 1] ?? '',
      first: 0,
      count: 0,
    };
  });
}

/** Ids that the first file names, by place of the section. */
function idsOf({ ids }: CoreFile): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const [id, steps] of Object.entries(ids)) {
    let place = 0;
    for (const step of steps) found.set((place += step), id);
  }
  return found;
}

export class PassageIndex {
  readonly lexicon: Lexicon;
  readonly pages: readonly IndexedPage[];
  readonly passages: readonly IndexedPassage[];
  readonly file: CoreFile;
  /**
   * The index of the first file alone. Questions are read by it, so that a question reads the same before and
   * after the second file has come.
   */
  readonly evidence: PassageIndex;
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
  /** Rarity of each fold over pages. */
  readonly rarity: Float32Array;
  /** Rarity of each word, marks and all. */
  readonly wordRarity: Float32Array;
  /** Words of each page beyond its titles, names and questions, and how many a page has on the average. */
  readonly bodyLength: Float32Array;
  readonly meanBody: number;
  /** Rarity that a word gets which the site does not have. */
  readonly unknownRarity: number;

  /**
   * @param body the second file, once it is there; one of another edition is left out
   * @param first the index of the first file alone, when it was made before
   */
  constructor(file: CoreFile, body?: BodyFile, first?: PassageIndex) {
    this.file = file;
    const mate = body?.edition === file.edition ? body : undefined;
    this.complete = mate !== undefined;
    this.evidence = mate === undefined ? this : (first ?? new PassageIndex(file));
    this.lexicon = this.evidence === this ? new Lexicon(wordsOf(file)) : this.evidence.lexicon;
    const writer = new SegmentWriter(file.stream.length + (mate?.stream.length ?? 0) + 1);
    const { pages, passages } = this.#readCore(file, pagesOf(file, this.lexicon.words), writer);
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
    [this.foldFirst, this.foldPlaces] = this.#postings(writer.end);
    this.bodyLength = new Float32Array(pages.length);
    for (let place = 0; place < writer.end; place++) {
      const segment = this.segmentAt[place] ?? 0;
      const page = this.segmentPage[segment] ?? 0;
      if (this.stream[place] !== gap && isBody(this.segmentField[segment] ?? 0))
        this.bodyLength[page] = (this.bodyLength[page] ?? 0) + 1;
    }
    const bodies = this.bodyLength.filter((length) => length > 0);
    this.meanBody = bodies.reduce((total, length) => total + length, 0) / (bodies.length || 1);
    this.unknownRarity = Math.log(1 + pages.length);
    [this.rarity, this.wordRarity] = this.#rarities();
  }

  /** Where each fold begins in the list of places, and the places, fold by fold. */
  #postings(end: number): readonly [first: Uint32Array, places: Uint32Array] {
    const first = new Uint32Array(this.lexicon.folds.length + 1);
    for (let place = 0; place < end; place++) {
      const fold = this.foldAtPlace(place);
      if (fold >= 0) first[fold + 1] = (first[fold + 1] ?? 0) + 1;
    }
    for (let fold = 1; fold < first.length; fold++) first[fold] = (first[fold] ?? 0) + (first[fold - 1] ?? 0);
    const next = first.slice();
    const places = new Uint32Array(first[first.length - 1] ?? 0);
    for (let place = 0; place < end; place++) {
      const fold = this.foldAtPlace(place);
      if (fold < 0) continue;
      const at = next[fold] ?? 0;
      places[at] = place;
      next[fold] = at + 1;
    }
    return [first, places];
  }

  /** Pages and passages of the first file, their words written. */
  #readCore(
    file: CoreFile,
    listed: readonly IndexedPage[],
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
        const row = listed[page];
        if (!row) throw new Error(`${page}: more parts than pages`);
        pages.push({ ...row, first: passages.length });
        writer.open(0, page, -1);
      },
    );
    const ids = idsOf(file);
    for (const [segment, place] of writer.passage.entries()) {
      const passage = passages[place];
      if (!passage || writer.field[segment] !== 3) continue;
      const words = Array.from(writer.words(segment), (word) => this.lexicon.words[word] ?? '');
      passages[place] = {
        ...passage,
        id:
          ids.get(place) ??
          (words.length > 0
            ? slug(words.join(' '))
            : standingId(passage.kind, pages[passage.page]?.address ?? '')),
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

  /** Rarity over pages of each fold, and of each word. */
  #rarities(): readonly [folds: Float32Array, words: Float32Array] {
    const { folds, words } = this.lexicon;
    const counted = {
      folds: { last: new Int32Array(folds.length).fill(-1), pages: new Uint32Array(folds.length) },
      words: { last: new Int32Array(words.length).fill(-1), pages: new Uint32Array(words.length) },
    };
    const see = (
      { last, pages }: { last: Int32Array; pages: Uint32Array },
      at: number,
      page: number,
    ): void => {
      if (last[at] === page) return;
      last[at] = page;
      pages[at] = (pages[at] ?? 0) + 1;
    };
    // The second file follows the first in the stream, so a page comes twice: page by page, not in their order.
    const segments = this.segmentPage.map((page, segment) => ({ page, segment }));
    segments.sort((one, other) => one.page - other.page || one.segment - other.segment);
    for (const { page, segment } of segments) {
      const end = (this.segmentStart[segment + 1] ?? this.stream.length) - 1;
      for (let place = this.segmentStart[segment] ?? 0; place < end; place++) {
        const fold = this.foldAtPlace(place);
        if (fold < 0) continue;
        see(counted.folds, fold, page);
        see(counted.words, this.stream[place] ?? 0, page);
      }
    }
    const rarity = (pages: Uint32Array): Float32Array =>
      Float32Array.from(pages, (count) => Math.log(1 + (this.pages.length - count + 0.5) / (count + 0.5)));
    return [rarity(counted.folds.pages), rarity(counted.words.pages)];
  }

  /** Words of a segment. */
  wordsOf(segment: number): string[] {
    const start = this.segmentStart[segment] ?? 0;
    const end = (this.segmentStart[segment + 1] ?? this.stream.length) - 1;
    return Array.from(this.stream.subarray(start, end), (word) => this.lexicon.words[word] ?? '');
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
