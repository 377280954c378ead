/** Reads `content/` without Astro: every file of every collection, all faults at once. */
import { existsSync, globSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { maxBytes, nameProblem, tooBig } from './bytes.ts';
import type { Problem } from '../domain/problem.ts';
import { crash, fault, problemAt } from './faults.ts';
import { collectionNames, collectionShapes, type Collection } from '../schemas/collections.ts';
import { pictureEndings } from '../schemas/photo.ts';
import { soundEndings } from '../schemas/recording.ts';
import { idOf, readEntryBytes, type ReadEntry } from './read-entry.ts';

export { idOf, type ReadEntry } from './read-entry.ts';

/** Files that stand beside entries, by folder and ending. */
const beside = [
  ['content/audio/', soundEndings],
  ['content/photos/', pictureEndings],
] as const;

export interface ReadContent {
  readonly entries: { readonly [C in Collection]: readonly ReadEntry<C>[] };
  readonly problems: readonly Problem[];
  /** Files seen. */
  readonly files: number;
}

/** One collection as it was read. */
export interface ReadCollection<C extends Collection = Collection> {
  readonly entries: readonly ReadEntry<C>[];
  readonly problems: readonly Problem[];
  /** Files that belong to it, from the project root. */
  readonly files: readonly string[];
}

/** Reads one entry out of the bytes of its file. The same bytes are the same entry, so it may remember. */
export type EntryReader = typeof readEntryBytes;

/**
 * Reads everything under `root/content`. Entries whose shape is wrong are left out and reported. Who reads
 * the same files again and again brings a reader of entries that remembers.
 */
export function readContent(root: string, readEntry: EntryReader = readEntryBytes): ReadContent {
  const base = join(root, 'content');
  const read = collectionNames.map(
    (collection) => [collection, readCollection(root, collection, readEntry)] as const,
  );
  const problems = read.flatMap(([, collection]) => collection.problems);
  const claimed = new Set(read.flatMap(([, collection]) => collection.files));
  for (const full of existsSync(base) ? walk(base) : []) {
    const file = relative(root, full).split(sep).join('/');
    // Sounds and pictures are judged with the forms that publish them.
    if (
      claimed.has(file) ||
      beside.some(([folder, endings]) => file.startsWith(folder) && endings.test(file))
    )
      continue;
    problems.push(nameProblem(file, file.slice('content/'.length)) ?? problemAt(file, fault('stray-file')));
  }
  return {
    entries: Object.fromEntries(
      read.map(([collection, readCollection]) => [collection, readCollection.entries]),
    ) as unknown as ReadContent['entries'],
    problems,
    files: claimed.size,
  };
}

/** Reads all files of one collection. */
export function readCollection<C extends Collection>(
  root: string,
  collection: C,
  readEntry: EntryReader = readEntryBytes,
): ReadCollection<C> {
  const shape = collectionShapes[collection];
  const dir = join(root, 'content', shape.folder);
  // A directory that is itself a link would bring in files from outside; the walk over all files reports it.
  const found = globSync(shape.pattern, { cwd: dir })
    .map((file) => file.split(sep).join('/'))
    .filter((text) => !isLink(dirname(join(dir, text))))
    .sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
  const read = found.map((inside) => readOne(root, collection, inside, readEntry));
  const problems = read.flatMap((one) => one.problems);
  if (!shape.optional && found.length === 0) {
    const where = shape.folder || shape.pattern;
    problems.push(problemAt(`content/${shape.folder}`, fault('empty-collection', { where })));
  }
  return { entries: read.flatMap((one) => one.entry ?? []), problems, files: read.map((one) => one.file) };
}

/** Reads one file of a collection; `inside` is its path in the folder of the collection. */
export function readOne<C extends Collection>(
  root: string,
  collection: C,
  inside: string,
  readEntry: EntryReader = readEntryBytes,
): { file: string; entry?: ReadEntry<C>; problems: Problem[] } {
  const full = join(root, 'content', collectionShapes[collection].folder, inside);
  const file = relative(root, full).split(sep).join('/');
  const named = nameProblem(file, inside);
  const problems = named ? [named] : [];
  try {
    const bytes = readFile(full, file, problems);
    if (bytes === undefined) return { file, problems };
    const read = readEntry(collection, inside, file, bytes);
    return { file, ...read, problems: [...problems, ...read.problems] };
  } catch (error) {
    return { file, problems: [...problems, crash(file, error)] };
  }
}

/** Everything under a folder that is not a folder. Links are named, never followed: one may lead back up. */
function walk(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? walk(join(dir, entry.name)) : [join(dir, entry.name)],
  );
}

const isLink = (path: string): boolean => lstatSync(path).isSymbolicLink();

/**
 * Bytes of a file, or undefined after reporting why it is not to be opened: a pipe would wait for ever, a
 * huge file fill memory.
 */
function readFile(full: string, file: string, problems: Problem[]): Uint8Array | undefined {
  const stat = lstatSync(full);
  if (stat.isFile() && stat.size <= maxBytes) return readFileSync(full);
  if (stat.isSymbolicLink()) problems.push(problemAt(file, fault('symlink')));
  else if (stat.isFile()) problems.push(tooBig(file, stat.size));
  else problems.push(problemAt(file, fault('not-a-file')));
  return undefined;
}
