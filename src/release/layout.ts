/** What stands where in the folder that is published to. */
import {
  accessSync,
  constants,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { flushFolder, unfinishedName } from './durable.ts';
import { Refusal } from './refusal.ts';
import { codeOf, messageOf } from './errors.ts';

/** Name of the checksum list inside an edition. */
export const listName = 'sha256sums.txt';
/** The parts list of the software (CycloneDX) inside an edition. */
export const sbomName = 'du-lieu/sbom.cdx.json';
/** How many editions stay. */
export const keptEditions = 5;

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

export function target(root: string): Target {
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

/** Makes the folders. @throws Refusal `target` when they cannot be used. */
export function prepare(target: Target): void {
  if (process.platform === 'win32')
    throw new Refusal(
      'target',
      'Windows không đổi được đường nối trong một bước, nên không phát hành được từ đây. Dùng Linux, macOS hoặc WSL. (not on Windows)',
    );
  try {
    for (const dir of [target.root, target.releases, join(target.root, 'kept')])
      mkdirSync(dir, { recursive: true });
    accessSync(target.root, constants.W_OK);
  } catch (error) {
    if (codeOf(error) === 'ENOSPC') throw error;
    throw new Refusal('target', `Không dùng được thư mục ${target.root}: ${messageOf(error)}`, {
      cause: error,
    });
  }
  currentEdition(target);
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
  return edition;
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
