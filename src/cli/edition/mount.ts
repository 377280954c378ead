/**
 * An edition is a folder that stands on the handbook: `edition.yaml`, and `content/` with files that
 * are added to the handbook's or stand in their place. Here both become one view, file by file, each
 * with where it came from, so that whatever is told of a file names the one that its author can open.
 */
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { maxBytes, tooBig } from '../../gate/bytes.ts';
import { fault, problemAt } from '../../gate/faults.ts';
import type { Problem } from '../../domain/problem.ts';
import { pictureEndings } from '../../schemas/photo.ts';
import { withoutLine, valueOf } from './head.ts';
import { layCommunes } from './communes.ts';
import { layLook } from './look.ts';
import { numberProblems } from './own-numbers.ts';
import { placeNotices } from './other-places.ts';
import { prune, showOf, unknownShown } from './show.ts';
import { layOver, settingsFile } from './settings.ts';
import { unitsApart } from './own-units.ts';
import { layWords } from './own-words.ts';
import { unfolded } from './task-list.ts';

/** A file of the view. */
export interface ViewFile {
  /** Where it lies, from the folder of the handbook: `../xa-vi-du/content/plans/xa-vi-du.mdx`. */
  readonly origin: string;
  /** Of the handbook, of the edition alone, or of the edition in place of the handbook's. */
  readonly from: 'base' | 'added' | 'replaced';
  readonly bytes: Buffer;
}

/** The handbook with an edition over it. */
export interface Mounted {
  /** By path in the project: `content/plans/xa-vi-du.mdx`. */
  readonly files: ReadonlyMap<string, ViewFile>;
  /** What must be mended before the view can be built. */
  readonly problems: readonly Problem[];
  /** What its editors should look at; it stops nothing. */
  readonly notices: readonly Problem[];
}

/** Which folders are laid over each other. */
export interface Folders {
  /** The handbook: a folder with `content/` and `package.json`. */
  readonly product: string;
  /** The edition: a folder with `edition.yaml`. */
  readonly edition: string;
}

/** Digest by which a file that replaces another says what it replaced; line ends do not count. */
export const digestOf = (bytes: Buffer): string =>
  createHash('sha256')
    .update(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')
    .digest('hex')
    .slice(0, 12);

/** What is gathered while the view is made. */
interface Gathered {
  readonly files: Map<string, ViewFile>;
  readonly problems: Problem[];
  readonly notices: Problem[];
}

/** Lays an edition over the handbook. Reads both, writes nothing. */
export function mount({ product, edition }: Folders): Mounted {
  const gathered: Gathered = { files: new Map(), problems: [], notices: [] };
  const named = (path: string): string => relative(product, resolve(path)).split(sep).join('/');
  for (const [inside, bytes] of readTree(product, named, gathered))
    gathered.files.set(inside, { origin: inside, from: 'base', bytes });
  const settings = join(edition, 'edition.yaml');
  if (existsSync(join(edition, settingsFile)))
    gathered.problems.push(problemAt(named(join(edition, settingsFile)), fault('edition-settings-place')));
  for (const [inside, bytes] of readTree(edition, named, gathered))
    if (inside !== settingsFile)
      for (const [as, part] of unfolded(inside, bytes))
        layFile(gathered, as, named(join(edition, inside)), part);
  const base = gathered.files.get(settingsFile);
  if (!existsSync(settings))
    gathered.problems.push(problemAt(named(settings), fault('edition-settings-none')));
  else if (base !== undefined) {
    const own = unitsApart(readFileSync(settings));
    for (const [inside, bytes] of own.units) {
      if (gathered.files.has(inside)) gathered.problems.push(takenUnit(inside, bytes, named(settings)));
      else layFile(gathered, inside, named(settings), bytes);
    }
    const laid = layOver(own.settings, base.bytes, { file: named(settings), product });
    gathered.problems.push(...laid.problems);
    gathered.notices.push(...laid.notices);
    gathered.files.set(settingsFile, { origin: named(settings), from: 'replaced', bytes: laid.bytes });
    gathered.problems.push(
      ...numberProblems(gathered.files, laid.level),
      ...layLook(gathered.files, laid.bytes, { product, edition }, named),
      ...layWords(gathered.files, laid.bytes, named(settings)),
      ...layCommunes(gathered.files, edition, named(settings)),
    );
    gathered.notices.push(...placeNotices(gathered.files, laid.bytes));
    const unknown = unknownShown(gathered.files, laid.bytes, named(settings));
    gathered.notices.push(...unknown.notices);
    if (unknown.problems.length > 0)
      return { ...gathered, problems: [...gathered.problems, ...unknown.problems] };
    const { files, problems } = prune(gathered.files, showOf(laid.bytes));
    return { ...gathered, files, problems: [...gathered.problems, ...problems] };
  }
  return gathered;
}

/**
 * An office in the settings with an id that is given: a file can say that it replaces another, a line
 * cannot.
 */
const takenUnit = (inside: string, bytes: Buffer, file: string): Problem => {
  const id = basename(inside, '.yaml');
  const line = bytes.toString('utf8').search(/\S/) + 1;
  return problemAt(file, fault('unit-taken', { id }), { line, field: `units.${id}` });
};

/**
 * Puts a file of the edition into the view, in place of the handbook's of the same path where there is
 * one.
 */
function layFile(
  { files, problems, notices }: Gathered,
  inside: string,
  origin: string,
  bytes: Buffer,
): void {
  const base = files.get(inside);
  const replaces = valueOf(bytes, 'replaces');
  const line = replaces?.line ?? 1;
  // A picture bears no words: its entry says what it replaced.
  if (base !== undefined && !pictureEndings.test(inside)) {
    const now = digestOf(base.bytes);
    if (replaces === undefined)
      problems.push(problemAt(origin, fault('edition-replaces', { base: inside, now }), { line }));
    else if (replaces.value !== now) {
      const found = fault('edition-drift', { base: inside, now, written: replaces.value });
      notices.push(problemAt(origin, found, { line }));
    }
  } else if (replaces !== undefined)
    notices.push(problemAt(origin, fault('edition-orphan', { base: inside }), { line }));
  files.set(inside, {
    origin,
    from: base === undefined ? 'added' : 'replaced',
    bytes: replaces === undefined ? bytes : withoutLine(bytes, replaces),
  });
}

type Named = (path: string) => string;

/** All plain files under `content/` of a folder, by path in it; what is none is told. */
function readTree(root: string, named: Named, { problems }: Gathered): [inside: string, bytes: Buffer][] {
  const folder = join(root, 'content');
  return (existsSync(folder) ? walk(folder) : []).flatMap((full): [string, Buffer][] => {
    const stat = lstatSync(full);
    if (stat.isFile() && stat.size <= maxBytes)
      return [[relative(root, full).split(sep).join('/'), readFileSync(full)]];
    const file = named(full);
    if (stat.isFile() && pictureEndings.test(file))
      problems.push(problemAt(file, fault('photo', { why: 'heavy', what: String(stat.size) })));
    else if (stat.isFile()) problems.push(tooBig(file, stat.size));
    else problems.push(problemAt(file, fault(stat.isSymbolicLink() ? 'symlink' : 'not-a-file')));
    return [];
  });
}

/** Everything under a folder that is not a folder, in order of names. */
const walk = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const full = join(folder, entry.name);
      return entry.isDirectory() ? walk(full) : [full];
    });
