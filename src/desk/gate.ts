/**
 * The gate beside the desk: the same reading and the same proof as `npm run check`, over texts instead of
 * files, in the browser and in the desk's server alike. Pure.
 */
import { sortProblems, type Problem } from '../domain/problem.ts';
import { prove, type Proof } from '../gate/prove.ts';
import type { Places } from '../gate/proving.ts';
import { ReadBodies } from '../gate/read-bodies.ts';
import { nameProblem } from '../gate/bytes.ts';
import { readEntryBytes, type ReadEntry } from '../gate/read-entry.ts';
import { collectionNames, type Collection, type Entries, type Entry } from '../schemas/collections.ts';
import { placeOf } from './places.ts';

const encoder = new TextEncoder();

/** What the gate says of one file. */
export interface Verdict {
  readonly problems: readonly Problem[];
  /** All entries and trees with this file in them; absent while the file itself cannot be read. */
  readonly proven?: { readonly entries: Entries; readonly trees: Proof['trees'] };
}

const isRead = (entry: Entry): entry is ReadEntry => 'locate' in entry;

const places: Places = {
  field: (entry, path) => (isRead(entry) ? entry.locate(path) : { line: 0, column: 0 }),
  bodyLine: (entry) => (isRead(entry) ? entry.bodyLine : 1),
  laidOut: (entry, line) => {
    const path = isRead(entry) ? entry.bodyFields?.[line - 1] : undefined;
    return path && isRead(entry) ? entry.locate(path) : undefined;
  },
};

const sayingOf = ({ file, rule, message, field }: Problem): string => `${file} ${rule} ${field} ${message}`;

/** All entries, and what holds between them. */
export class DeskGate {
  readonly #entries = new Map<string, Entry>();
  readonly #bodies = new ReadBodies();
  /** What was wrong before anybody wrote: not the fault of whoever writes now. */
  #before: ReadonlySet<string> = new Set();

  /** Reads all files of the content. */
  constructor(files: Iterable<readonly [file: string, text: string]>) {
    for (const [file, text] of files) {
      const { entry } = this.#read(file, text);
      if (entry) this.#entries.set(file, entry);
    }
    this.#before = new Set(this.#prove(this.#entries).problems.map(sayingOf));
  }

  /** What would be wrong if a file had this text. */
  check(file: string, text: string): Verdict {
    const { entry, problems } = this.#read(file, text);
    if (entry === undefined || problems.length > 0) return { problems: sortProblems(problems) };
    const entries = new Map(this.#entries).set(file, entry);
    const { proof, grouped } = this.#prove(entries);
    const told = proof.problems.filter(
      (problem) => problem.file === file || !this.#before.has(sayingOf(problem)),
    );
    return { problems: sortProblems(told), proven: { entries: grouped, trees: proof.trees } };
  }

  /** What the check says of everything as it stands. */
  standing(): {
    readonly problems: readonly Problem[];
    readonly entries: Entries;
    readonly trees: Proof['trees'];
  } {
    const { proof, grouped } = this.#prove(this.#entries);
    return { problems: sortProblems(proof.problems), entries: grouped, trees: proof.trees };
  }

  /** A file has been saved: from now on it stands so. */
  keep(file: string, text: string): void {
    const { entry } = this.#read(file, text);
    if (entry) this.#entries.set(file, entry);
    else this.#entries.delete(file);
  }

  #read(file: string, text: string): { readonly entry?: Entry; readonly problems: readonly Problem[] } {
    const place = placeOf(file);
    if (place === undefined) return { problems: [] };
    const named = nameProblem(file, place.inside);
    const read = readEntryBytes(place.collection, place.inside, file, encoder.encode(text));
    return named ? { ...read, problems: [named, ...read.problems] } : read;
  }

  #prove(entries: ReadonlyMap<string, Entry>): {
    readonly problems: readonly Problem[];
    readonly proof: Proof;
    readonly grouped: Entries;
  } {
    const grouped = groupedEntries([...entries.values()]);
    const proof = prove(grouped, places, this.#bodies);
    return { problems: proof.problems, proof, grouped };
  }
}

/** Entries by collection, in the order of their ids. */
function groupedEntries(all: readonly Entry[]): Entries {
  const sorted = all.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const of = <C extends Collection>(collection: C): readonly Entry<C>[] =>
    sorted.filter((entry): entry is Entry<C> => entry.collection === collection);
  const grouped = Object.fromEntries(collectionNames.map((name) => [name, of(name)]));
  if (!isWhole(grouped)) throw new Error('a collection is missing');
  return grouped;
}

/** Whether a record has all collections. */
const isWhole = (grouped: Readonly<Record<string, readonly Entry[]>>): grouped is Entries & typeof grouped =>
  collectionNames.every((name) => grouped[name] !== undefined);
