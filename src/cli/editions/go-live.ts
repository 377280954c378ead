/** Editions in images become what readers get: one link each, as after publishing. */
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { addressesOf, formatLedger, joined, parseLedger, type Addresses } from '../../release/ledger.ts';
import { formatSums, parseSums } from '../../release/checksums.ts';
import { writeWhole } from '../../release/durable.ts';
import { readHistory, record } from '../../release/history.ts';
import { currentEdition, listName, pointTo, prepare, target, type Target } from '../../release/layout.ts';
import { takeLocks } from '../../release/lock.ts';
import { hashedName } from '../../release/names.ts';
import { tidy } from '../../release/publish.ts';
import { imagesFolder, pruneGroup, type Group, type Written } from './images.ts';
import type { Wanted } from './make-images.ts';

/** Mounts what is not mounted yet; says what to do where this user may not. */
export function mount(product: string, to: string): void {
  const script = join(product, 'deploy/nhieu-ban/gan-anh.sh');
  const isRoot = process.getuid?.() === 0;
  spawnSync(isRoot ? 'sh' : 'sudo', isRoot ? [script, to] : ['-n', 'sh', script, to], {
    stdio: ['ignore', 'ignore', isRoot ? 'inherit' : 'ignore'],
  });
}

/** Text of ledgers. Editions of a mould have the same addresses: what one works out holds for the next. */
class Ledgers {
  readonly #now = new Map<string, Addresses>();
  readonly #after = new Map<string, string>();

  /** The ledger of an edition with these files, which was `before`. */
  text({ mould, site }: Wanted, files: readonly string[], before: string): string {
    // Hashed names are no addresses, and the only ones that differ.
    const names = `${mould.id}\n${files.filter((file) => !hashedName(file)).join('\n')}`;
    const now = this.#now.get(names) ?? addressesOf({ ...mould.facts, files });
    this.#now.set(names, now);
    const old = before.replace(/^# base .*$/m, '');
    const key = `${names}\n${old}`;
    const after =
      this.#after.get(key) ?? formatLedger({ base: '', addresses: joined(parseLedger(old).addresses, now) });
    this.#after.set(key, after);
    return after.replace(/^# base $/m, `# base ${site.url}`);
  }
}

/** Where a release lies, and what is written down of it. */
interface Release {
  readonly place: Target;
  readonly wanted: Wanted;
  readonly id: string;
  readonly from: string;
  readonly files: readonly string[];
  readonly carried: string;
}

/**
 * The newest release of an edition; undefined when readers have it already, and when what was written down of
 * its files is lost: what readers have then stays.
 */
function releaseOf(
  group: Group,
  wanted: Wanted,
  written: ReadonlyMap<string, Written>,
  to: string,
): Release | undefined {
  const { folder } = wanted;
  const place = target(join(to, folder));
  const record = written.get(folder);
  const known = record ?? group.known(folder);
  if (known === undefined || (existsSync(place.current) && currentEdition(place) === known.id))
    return undefined;
  const rest = record ? undefined : group.rest(folder);
  if (!record && !rest) return undefined;
  const list = record?.list ?? formatSums(rest?.sums ?? new Map());
  return {
    place,
    wanted,
    id: known.id,
    from: group.place(known.generation, folder),
    files: [...parseSums(list).keys()],
    carried: record?.carried ?? formatSums(rest?.carried ?? new Map()),
  };
}

function switchTo({ place, wanted, id, from, files, carried }: Release, ledgers: Ledgers, now: Date): void {
  const release = place.release(id);
  if (!existsSync(release)) symlinkSync(relative(place.releases, from), release);
  writeWhole(place.kept(id), carried);
  const before = existsSync(place.addresses) ? readFileSync(place.addresses, 'utf8') : '';
  const after = ledgers.text(wanted, files, before);
  if (after !== before) writeWhole(place.addresses, after);
  const history = record(place.history, readHistory(place.history), 'publish', id, now);
  // In an image nothing can be put: hashed files of earlier releases stand beneath it.
  pointTo(place, id);
  history.write();
}

/**
 * Puts the newest releases of editions in place. `written` are the records of this run, which need not be
 * read again. Answers with the folders of those that are new to readers.
 * @throws Error when their image is not mounted
 */
export function putLive(
  group: Group,
  all: readonly Wanted[],
  written: ReadonlyMap<string, Written>,
  to: string,
  now: Date,
): ReadonlySet<string> {
  const releases = all.flatMap((wanted) => releaseOf(group, wanted, written, to) ?? []);
  for (const { from } of releases)
    if (!existsSync(join(from, listName)))
      throw new Error(
        `Ảnh đã ghi xong nhưng chưa gắn: ${from}. Chạy với quyền quản trị: ` +
          `sudo sh deploy/nhieu-ban/gan-anh.sh ${to}, rồi chạy lại lệnh này. (image not mounted)`,
      );
  for (const { place } of releases) prepare(place);
  const locks = takeLocks(
    releases.map(({ place }) => place.lock),
    'phát hành',
  );
  const ledgers = new Ledgers();
  try {
    for (const release of releases) switchTo(release, ledgers, now);
  } finally {
    for (const { place } of releases) tidy(place);
    for (const lock of locks) lock.release();
  }
  return new Set(releases.map(({ wanted }) => wanted.folder));
}

/** Generations of a group that releases of its editions lie in. */
export function prune(group: Group, to: string): void {
  const used = group.members().flatMap((member) => {
    const { releases } = target(join(to, member));
    return (existsSync(releases) ? readdirSync(releases) : []).flatMap((id) => {
      const path = join(releases, id);
      const [, name, generation] = lstatSync(path).isSymbolicLink()
        ? (new RegExp(`/${imagesFolder}/([^/]+)/(\\d+)/`).exec(readlinkSync(path)) ?? [])
        : [];
      return name === group.name ? [Number(generation)] : [];
    });
  });
  pruneGroup(group, new Set(used));
}
