/** Editions in images become what readers get: one link each, as after publishing. */
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { addressesOf, formatLedger, joined, parseLedger } from '../../release/addresses.ts';
import { formatSums } from '../../release/checksums.ts';
import { writeWhole } from '../../release/durable.ts';
import { readHistory, record } from '../../release/history.ts';
import { currentEdition, listName, prepare, target } from '../../release/layout.ts';
import { takeLock } from '../../release/lock.ts';
import { tidy } from '../../release/publish.ts';
import { goLive } from '../../release/switch.ts';
import { imagesFolder, pruneGroup, type Group } from './images.ts';
import type { Wanted } from './make-images.ts';

/** Mounts what is not mounted yet; says what to do where this user may not. */
export function mount(product: string, to: string): void {
  const script = join(product, 'deploy/nhieu-ban/gan-anh.sh');
  const isRoot = process.getuid?.() === 0;
  spawnSync(isRoot ? 'sh' : 'sudo', isRoot ? [script, to] : ['-n', 'sh', script, to], {
    stdio: ['ignore', 'ignore', isRoot ? 'inherit' : 'ignore'],
  });
}

/**
 * Puts the newest release of an edition in place. `false` when readers have it already.
 * @throws Error when its image is not mounted
 */
export function putLive(group: Group, { folder, mould, site }: Wanted, to: string, now: Date): boolean {
  const known = group.known(folder);
  const place = target(join(to, folder));
  if (known === undefined || (existsSync(place.current) && currentEdition(place) === known.id)) return false;
  const rest = group.rest(folder);
  if (rest === undefined) return false;
  const from = group.place(known.generation, folder);
  if (!existsSync(join(from, listName)))
    throw new Error(
      `Ảnh đã ghi xong nhưng chưa gắn: ${from}. Chạy với quyền quản trị: ` +
        `sudo sh deploy/nhieu-ban/gan-anh.sh ${to}, rồi chạy lại lệnh này. (image not mounted)`,
    );
  prepare(place);
  const lock = takeLock(place.lock, 'phát hành');
  try {
    const release = place.release(known.id);
    if (!existsSync(release)) symlinkSync(relative(place.releases, from), release);
    writeWhole(place.kept(known.id), formatSums(rest.carried));
    const before = existsSync(place.addresses) ? readFileSync(place.addresses, 'utf8') : '';
    const addresses = addressesOf({ ...mould.facts, files: [...rest.sums.keys()] });
    const after = formatLedger({
      base: site.url,
      addresses: joined(parseLedger(before).addresses, addresses),
    });
    if (after !== before) writeWhole(place.addresses, after);
    const history = record(place.history, readHistory(place.history), 'publish', known.id, now);
    goLive(place, known.id, () => undefined);
    history.write();
    return true;
  } finally {
    tidy(place);
    lock.release();
  }
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
