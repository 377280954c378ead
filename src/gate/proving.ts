/**
 * What all rules between entries share: the entries, their ids, where a fault stands, and the list to which
 * it is told.
 */
import { problemAt, crash, type Fault } from './faults.ts';
import type { Problem } from '../domain/problem.ts';
import {
  collectionNames,
  collectionShapes,
  type Collection,
  type Entries,
  type Entry,
} from '../schemas/collections.ts';
import type { CollectionName } from '../schemas/fields.ts';
import { nearest } from '../vietnamese/text.ts';

/** Where a field or body line stands; the build, which has no positions, passes zeros. */
export interface Places {
  field(entry: Entry, path: readonly (string | number)[]): { line: number; column: number };
  bodyLine(entry: Entry): number;
  /** Where a line of a body stands that was laid out from fields; undefined for one that was written. */
  laidOut?(entry: Entry, line: number): { line: number; column: number } | undefined;
}
export const noPlaces: Places = { field: () => ({ line: 0, column: 0 }), bodyLine: () => 1 };

/** Tells a fault of a field. */
export type Say = (entry: Entry, path: readonly (string | number)[], found: Fault) => void;
/** Tells a fault of a line of the body. */
export type SayAt = (entry: Entry, line: number, column: number, found: Fault) => void;

/** Any entry that has a permanent number: guides, lessons, cards of life. */
export type NumberedEntry = Entry<'guides'> | Entry<'market'> | Entry<'events'>;

/** Key of an entry over all collections. */
export const entryKey = (entry: Entry): string => `${entry.collection}/${entry.id}`;

/** Folder of an id: the shelf of a guide, the plan of a task. */
export const folderOf = (id: string): string => id.slice(0, id.indexOf('/'));

/** One proof of all entries, as the rules see it. */
export class Proving {
  readonly problems: Problem[] = [];
  readonly entries: Entries;
  readonly places: Places;
  readonly #ids: ReadonlyMap<Collection, ReadonlySet<string>>;

  constructor(entries: Entries, places: Places) {
    this.entries = entries;
    this.places = places;
    this.#ids = new Map(
      collectionNames.map((collection) => [
        collection,
        new Set(entries[collection].map((entry) => entry.id)),
      ]),
    );
  }

  /** Every entry, collection by collection. */
  get all(): readonly Entry[] {
    return collectionNames.flatMap((collection): readonly Entry[] => this.entries[collection]);
  }

  /** Guides, lessons and cards: what has a number. */
  get numbered(): readonly NumberedEntry[] {
    return [...this.entries.guides, ...this.entries.market, ...this.entries.events];
  }

  readonly say: Say = (entry, path, found) => {
    this.problems.push(
      problemAt(entry.file, found, { ...this.places.field(entry, path), field: path.join('.') }),
    );
  };

  readonly sayAt: SayAt = (entry, line, column, found) => {
    const place = this.places.laidOut?.(entry, line) ?? { line, column };
    this.problems.push(problemAt(entry.file, found, place));
  };

  /** A crash over one entry must not hide the faults of the others. */
  guarded(entry: Entry, work: () => void): void {
    try {
      work();
    } catch (error) {
      this.problems.push(crash(entry.file, error));
    }
  }

  /** Whether one of the collections has an entry of this id. */
  has(id: string, targets: readonly CollectionName[]): boolean {
    return targets.some((target) => this.#ids.get(target)?.has(id));
  }

  /** The cure of an id that nobody has: the nearest one, or where ids stand. */
  suggest(id: string, targets: readonly CollectionName[]): string {
    const like = nearest(
      id,
      targets.flatMap((target) => [...(this.#ids.get(target) ?? [])]),
    );
    return like === undefined
      ? `chọn một mã có trong ${targets.map((target) => `content/${collectionShapes[target].folder}`).join(' hoặc ')}`
      : `có phải “${like}”?`;
  }
}
