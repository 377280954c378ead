/** What stands where in the folder that is published to. */
import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { makeFolder } from './make-folder.ts';
import { flushFolder, isUnfinished, unfinishedName } from './durable.ts';
import { machineFault, Refusal, someOf, takeOver } from './refusal.ts';
import { codeOf } from './errors.ts';

/** Name of the checksum list inside an edition. */
export const listName = 'sha256sums.txt';
/** The parts list of the software (CycloneDX) inside an edition. */
export const sbomName = 'du-lieu/sbom.cdx.json';

/** Paths of one published folder. */
export interface Target {
  readonly root: string;
  /** The link that servers follow. */
  readonly current: string;
  readonly releases: string;
  readonly history: string;
  readonly addresses: string;
  readonly lock: string;
  /** Folder of an edition. */
  release(id: string): string;
  /** List of hashed files of other editions that stand in this one. */
  kept(id: string): string;
}

export function target(folder: string): Target {
  const root = resolve(folder);
  return {
    root,
    current: join(root, 'current'),
    releases: join(root, 'releases'),
    history: join(root, 'history.tsv'),
    addresses: join(root, 'addresses.txt'),
    lock: join(root, 'lock'),
    release: (id) => join(root, 'releases', id),
    kept: (id) => join(root, 'kept', `${id}.txt`),
  };
}

/** Name of an edition: SHA-256 of its checksum list. */
const isEdition = (name: string): boolean => /^[0-9a-f]{64}$/.test(name);
/** The first letters of an edition's name, for people. */
export const short = (id: string): string => id.slice(0, 12);

/** Names that publishing itself puts into its folder; `current` is judged by `currentEdition`. */
const ownFolders = ['releases', 'kept', 'lock'];
const ownFiles = ['history.tsv', 'addresses.txt'];
/** Names that a disk or a desktop puts there by itself. */
const harmless = ['lost+found', '.DS_Store'];

/** The folder itself, or the lowest one above it that is there. */
const nearest = (path: string): string => (existsSync(path) ? path : nearest(dirname(path)));

/** The place of a folder that may not be there yet, with every link on the way followed. */
function realPlace(path: string): string {
  const there = nearest(path);
  return join(realpathSync(there), relative(there, path));
}

/** The next build would clear away what is published inside the project. */
function refuseProject(root: string, project: string): void {
  const inside = relative(realPlace(project), realPlace(root));
  if (inside !== '..' && !inside.startsWith('../'))
    throw new Refusal(
      'target',
      `${root} nằm trong thư mục của dự án; lần dựng sau có thể xóa mất. ` +
        'Chọn thư mục ở ngoài, ví dụ: --to /srv/so-tay-so. (inside the project)',
    );
}

/** A folder that holds something else is not ours to tidy. */
function refuseForeign({ root, releases, current, history }: Target): void {
  const there = nearest(root);
  if (!statSync(there).isDirectory())
    throw new Refusal('target', `${there} là một tệp. Chọn một thư mục. (not a folder)`);
  if (there !== root) return;
  const known = new Set(['current', ...ownFolders, ...ownFiles, ...harmless]);
  const foreign = readdirSync(root).filter((name) => !known.has(name) && !isUnfinished(name));
  const ours =
    existsSync(history) || lstatSync(current, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  if (ours) return;
  const other = existsSync(releases) && statSync(releases).isDirectory() ? readdirSync(releases) : [];
  const unknown = [
    ...foreign,
    ...other.filter((name) => !isEdition(name)).map((name) => `releases/${name}`),
  ].sort();
  if (unknown.length > 0)
    throw new Refusal(
      'target',
      `${root} đã có thứ khác (${someOf(unknown)}). ` +
        'Chọn thư mục trống hoặc thư mục đã phát hành sổ tay. (a foreign folder)',
    );
}

/** Everything of ours is of its kind: a file in the place of a folder is told by name. */
function refuseWrongKinds(root: string): void {
  for (const name of [...ownFolders, ...ownFiles]) {
    const isFolder = ownFolders.includes(name);
    const stat = statSync(join(root, name), { throwIfNoEntry: false });
    // Reading a pipe would wait for ever.
    if (stat === undefined || (isFolder ? stat.isDirectory() : stat.isFile())) continue;
    const kind = isFolder ? 'thư mục' : 'tệp';
    throw new Refusal(
      'target',
      `${join(root, name)} phải là ${kind}. Dời nó đi nơi khác rồi chạy lại. (wrong kind)`,
    );
  }
}

/** Why a folder of ours cannot be used. */
function notUsable(error: unknown, folder: string | undefined, root: string): unknown {
  if (codeOf(error) === 'ENOSPC') return error;
  if (codeOf(error) !== 'EACCES') return machineFault(error, folder);
  return new Refusal('target', `Không ghi được vào ${folder ?? root}. ${takeOver(root)} (not writable)`, {
    cause: error,
  });
}

/** Really writes: rights alone say nothing of a disk that is mounted for reading only. */
function proveWritable(root: string): void {
  for (const folder of [root, ...ownFolders.map((name) => join(root, name))]) {
    try {
      accessSync(folder, constants.W_OK | constants.X_OK);
      if (folder !== join(root, 'releases')) continue;
      // As an edition is made beside the others and gets its place by one step. What is left of it by a
      // killed run is swept by the next.
      const made = mkdtempSync(unfinishedName(join(root, 'thu-ghi')));
      const there = join(folder, basename(made));
      try {
        renameSync(made, there);
        rmdirSync(there);
      } finally {
        rmSync(made, { recursive: true, force: true });
      }
    } catch (error) {
      throw notUsable(error, folder, root);
    }
  }
}

/**
 * Makes the folders and proves that they can be written to, before anything is built.
 * @param project - Folder of the project, which may not hold what is published.
 * @throws Refusal `target` when they cannot be used.
 */
export function prepare(target: Target, project?: string): void {
  if (process.platform === 'win32')
    throw new Refusal(
      'target',
      'Windows không đổi được đường nối trong một bước, nên không phát hành được từ đây. Dùng Linux, macOS hoặc WSL. (not on Windows)',
    );
  if (project !== undefined) refuseProject(target.root, project);
  refuseForeign(target);
  refuseWrongKinds(target.root);
  currentEdition(target);
  try {
    for (const name of ownFolders) makeFolder(join(target.root, name));
  } catch (error) {
    throw notUsable(error, undefined, target.root);
  }
  proveWritable(target.root);
}

/**
 * The edition that readers get, or undefined before the first. @throws Refusal `target` when `current` is
 * something else.
 */
export function currentEdition(target: Target): string | undefined {
  const stat = lstatSync(target.current, { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  const leads = stat.isSymbolicLink()
    ? /^releases\/([0-9a-f]{64})$/.exec(readlinkSync(target.current))
    : null;
  const edition = leads?.[1];
  if (edition === undefined)
    throw new Refusal(
      'target',
      `${target.current} không phải đường nối tới một bản trong releases/. Dời nó đi nơi khác rồi chạy lại. (current is not our link)`,
    );
  // Where its folder was lost, readers have nothing: the next edition is the first again.
  return existsSync(target.current) ? edition : undefined;
}

/** Editions on the disk. What stands in `releases/` is whole: it got there by one rename. */
export const editions = (target: Target): string[] => readdirSync(target.releases).filter(isEdition).sort();

/**
 * Points `current` to an edition: rename(2) over the old link, one step for every reader. `between` is called
 * when the new link is made but not yet in place.
 */
export function pointTo(target: Target, id: string, between: () => void = () => {}): void {
  const temp = unfinishedName(target.current);
  symlinkSync(`releases/${id}`, temp);
  between();
  try {
    renameSync(temp, target.current);
  } catch (error) {
    rmSync(temp, { force: true });
    throw error;
  }
  flushFolder(target.root);
}
