/**
 * Publishing: everything happens beside the live edition, which readers keep until one rename. Whatever stops
 * the run, at whatever point, `current` leads to a whole edition and the next run clears up.
 *
 * Order: folder → lock → left-overs → room → build → proofs → addresses → parts list → dictionary → twins →
 * checksum list → flush → rename into
 * `releases/` → ledger of addresses → older hashed files → switch → history → ledger of the repository → old
 * editions.
 */
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import {
  addressesOf,
  advice,
  compare,
  formatLedger,
  joined,
  parseLedger,
  parseWithdrawn,
  type Withdrawn,
  type Addresses,
} from './ledger.ts';
import { pages, pathOf } from '../domain/address.ts';
import { filesUnder, formatSums, readSums, sha256, sumsOf } from './checksums.ts';
import { writeTwins } from './compress.ts';
import { chooseDictionaries, dictionariesOf, writeDictionaries } from './dictionary.ts';
import { flushFiles, flushFolder, removed, sweep, unfinishedName, writeWhole } from './durable.ts';
import { keptEditions, line, readHistory, record, toKeep, type Deed } from './history.ts';
import {
  currentEdition,
  editions,
  listName,
  prepare,
  sbomName,
  short,
  target,
  type Target,
} from './layout.ts';
import { takeLock, type Lock } from './lock.ts';
import { keepTimes } from './times.ts';
import { proveSite } from './prove.ts';
import { Refusal, someOf, takeOver } from './refusal.ts';
import { siteFacts, type SiteFacts } from './site-facts.ts';
import { guardRoom } from './space.ts';
import { goLive, sameCompressor, type At } from './switch.ts';
import { verifyEdition } from './verify.ts';
import { codeOf, messageOf } from './errors.ts';

/** Where a build may write, and the lock that its children must hold. */
export interface Into {
  readonly site: string;
  readonly home: string;
  readonly lock: Lock;
}

/** Everything publishing is told from outside. */
export interface PublishPlan {
  /** Folder to publish to. */
  readonly to: string;
  /** Folder of the project, inside which nothing is published: the next build would clear it away. */
  readonly project?: string;
  /** Builds the site into an absent folder. @throws Refusal `content` or `build` */
  readonly build: (into: Into) => Promise<void>;
  /** The parts list of the software. `home` is an empty folder. */
  readonly sbom: (home: string) => string;
  /** Base address of the edition. */
  readonly base: string;
  /** The repository's own ledger of addresses, and the list of addresses given up. */
  readonly ledger: string;
  readonly withdrawn: string;
  /** The machine's clock; only written down, nothing is decided by it. */
  readonly now: () => Date;
  readonly say: (line: string) => void;
  /** Called at each step with its name. */
  readonly at?: At;
  /** Room the first edition may need; `false` looks at no room at all. */
  readonly room?: { readonly bytes: number; readonly files: number } | false;
}

/** What was done. */
export interface Published {
  readonly edition: string;
  /** False when readers have exactly this already. */
  readonly changed: boolean;
  readonly pages: number;
  readonly files: number;
  readonly bytes: number;
  /** Older hashed files beside the edition's own. */
  readonly carried: number;
  /** Addresses that are new in the repository's ledger. */
  readonly newAddresses: number;
  /** Damaged files of an edition on the disk that were mended. */
  readonly mended: number;
}

/** Publishes. @throws Refusal, with the live edition unchanged */
export async function publish(plan: PublishPlan): Promise<Published> {
  const at = plan.at ?? (() => {});
  const destination = target(plan.to);
  prepare(destination, plan.project);
  proveReadable(destination, plan);
  at('target');
  const lock = takeLock(destination.lock, 'phát hành');
  const stage = unfinishedName(join(destination.root, 'ban'));
  try {
    at('locked');
    clearUp(destination, plan);
    at('swept');
    const live = currentEdition(destination);
    if (plan.room !== false)
      guardRoom(destination.root, live === undefined ? undefined : destination.release(live), plan.room);
    at('guarded');
    mkdirSync(join(stage, 'home'), { recursive: true });
    const site = join(stage, 'site');
    await plan.build({ site, home: join(stage, 'home'), lock });
    at('built');

    const facts = siteFacts(site, filesUnder(site), pathOf(plan.base));
    proveSite(site, facts);
    at('proved');
    mkdirSync(dirname(join(site, sbomName)), { recursive: true });
    writeWhole(join(site, sbomName), plan.sbom(join(stage, 'home')));
    at('parts-list');
    const addresses = addressesOf({ ...facts, files: filesUnder(site) });
    const ever = proveAddresses(destination, plan, addresses, withdrawnIn(site, pathOf(plan.base)));
    at('addresses');

    const { edition, files, bytes } = await seal(destination, { site, facts, live }, at);
    at('sealed');
    const mended = await place(destination, site, edition, at);
    at('released');
    // Before the switch: an address is promised from the moment somebody can see it.
    writeWhole(destination.addresses, formatLedger({ base: plan.base, addresses: ever.folder }));
    at('ledger');
    const history =
      edition === live
        ? { deeds: readHistory(destination.history), write: () => {} }
        : record(destination.history, readHistory(destination.history), 'publish', edition, plan.now());
    const carried = goLive(destination, edition, at);
    const newAddresses = finish(destination, plan, history, ever.repository, at);
    return {
      edition,
      changed: edition !== live,
      pages: facts.pages.length,
      files,
      bytes,
      carried,
      newAddresses,
      mended,
    };
  } finally {
    tidy(destination);
    at('cleared');
    lock.release();
  }
}

/**
 * Writes down what was done and takes old editions away; answers with how many addresses are new in the
 * repository's ledger. Readers have the edition by now: what fails here is no reason to say that it was not
 * published.
 */
function finish(
  target: Target,
  plan: PublishPlan,
  history: Pick<ReturnType<typeof record>, 'deeds' | 'write'>,
  addresses: Addresses,
  at: At,
): number {
  let newAddresses = 0;
  try {
    history.write();
    at('recorded');
    newAddresses = keepLedger(plan, addresses);
    at('repository');
    prune(target, history.deeds, at);
    at('pruned');
  } catch (error) {
    const why = messageOf(error);
    plan.say(`Bản mới đã phát hành, nhưng việc ghi sổ và dọn bản cũ chưa xong: ${why}. Lần sau sẽ làm nốt.`);
  }
  return newAddresses;
}

/**
 * Leaves nothing unfinished behind, and no edition that never went live: on a full disk it would stand in the
 * way of the next. Never throws.
 */
export function tidy(target: Target): void {
  try {
    sweep(target.root);
    sweep(join(target.root, 'kept'));
    prune(target, readHistory(target.history), () => {});
  } catch {
    /* the next run clears up */
  }
}

/** Removes what killed runs left, and writes down a switch whose line they did not get to write. */
export function clearUp(target: Target, { now, say }: Pick<PublishPlan, 'now' | 'say'>): void {
  const swept = [target.root, join(target.root, 'kept')].map(sweep);
  const left = swept.reduce((total, part) => total + part.removed, 0);
  if (left > 0) say(`Đã dọn ${left} phần dở dang của một lần chạy bị ngắt.`);
  const live = currentEdition(target);
  const deeds =
    live !== undefined && readHistory(target.history).length === 0
      ? adopted(target, live, now())
      : readHistory(target.history);
  const { editions: known, at: place } = line(deeds);
  if (live !== undefined && known[place] !== live)
    record(target.history, deeds, 'found', live, now()).write();
  // Also an edition that was made but never went live.
  const stuck = [
    ...swept.flatMap((part) => part.stuck),
    ...prune(target, readHistory(target.history), () => {}),
  ];
  if (stuck.length > 0)
    say(
      `Không xóa được ${stuck.length} thư mục cũ, việc phát hành vẫn tiếp tục: ${someOf(stuck)}. ` +
        takeOver(target.root),
    );
}

/**
 * A history that was lost is made again, so that no edition is taken for one that never went live. The order
 * is that of the files' times, the best that is left.
 */
function adopted(target: Target, live: string, now: Date): readonly Deed[] {
  const time = (id: string): number => statSync(target.kept(id)).mtimeMs;
  const known = editions(target)
    .filter((id) => id !== live && existsSync(target.kept(id)))
    .sort((a, b) => time(a) - time(b));
  let deeds: readonly Deed[] = [];
  for (const id of known) {
    const next = record(target.history, deeds, 'found', id, now);
    next.write();
    deeds = next.deeds;
  }
  return deeds;
}

/** What the proof of addresses will read can be read: told before the build. @throws Error of the system */
function proveReadable(target: Target, { ledger, withdrawn }: PublishPlan): void {
  for (const file of [target.addresses, ledger, withdrawn])
    if (existsSync(file)) accessSync(file, constants.R_OK);
}

/** Guides that the site, which is served under a path, says it has taken out. */
function withdrawnIn(site: string, path: string): Withdrawn[] {
  const file = join(site, pages.editionData);
  if (!existsSync(file)) return [];
  const data: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const list = typeof data === 'object' && data !== null && 'withdrawn' in data ? data.withdrawn : [];
  return (Array.isArray(list) ? list : []).flatMap((one: unknown) =>
    typeof one === 'object' && one !== null && 'number' in one && 'address' in one
      ? [{ number: Number(one.number), address: String(one.address).slice(path.length) }]
      : [],
  );
}

/** Refuses a site which lost an address; answers with both ledgers, joined with what is new. */
function proveAddresses(
  target: Target,
  plan: PublishPlan,
  now: Addresses,
  taken: readonly Withdrawn[],
): { readonly folder: Addresses; readonly repository: Addresses } {
  const text = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');
  const folder = parseLedger(text(target.addresses));
  const repository = parseLedger(text(plan.ledger));
  // A copy of the repository for another place starts with that place's own promises.
  const ours = repository.base === plan.base ? repository.addresses : new Map<string, string>();
  if (repository.base !== '' && repository.base !== plan.base)
    plan.say(
      `Sổ địa chỉ ${plan.ledger} là của ${repository.base}; bản này ở ${plan.base} nên bắt đầu sổ mới.`,
    );
  const { addresses: withdrawn, wrong } = parseWithdrawn(text(plan.withdrawn));
  if (wrong.length > 0)
    throw new Refusal(
      'address',
      wrong
        .map(
          (fault) =>
            `${plan.withdrawn}:${fault.line}: “${fault.text}” chưa đúng. Viết: /dia-chi/ | 2026-11-22 | lý do`,
        )
        .join('\n'),
    );
  const lost = compare(joined(ours, folder.addresses), now, withdrawn, taken);
  if (lost.gone.length + lost.places.length + lost.reused.length > 0) {
    throw new Refusal(
      'address',
      `${advice(lost, now, plan.now().toISOString().slice(0, 10), joined(ours, folder.addresses))}\n\nChưa phát hành; bản trước vẫn nguyên. (published addresses would be lost)`,
    );
  }
  if (lost.noted.length > 0)
    plan.say(
      `Liên kết cũ tới ${lost.noted.length} bước hoặc mục nay mở ở đầu trang: ${lost.noted.slice(0, 5).join(', ')}${lost.noted.length > 5 ? ', …' : ''}`,
    );
  return { folder: joined(folder.addresses, now), repository: joined(ours, now) };
}

/** Dictionary, twins, rights, list; all of it flushed to the disk. */
async function seal(
  target: Target,
  {
    site,
    facts,
    live,
  }: { readonly site: string; readonly facts: SiteFacts; readonly live: string | undefined },
  at: At,
): Promise<{ readonly edition: string; readonly files: number; readonly bytes: number }> {
  const held = live === undefined ? [] : dictionariesOf(target.release(live));
  const dictionaries = await chooseDictionaries(site, facts, held);
  writeDictionaries(site, dictionaries);
  at('dictionary');
  const plain = await sumsOf(site, filesUnder(site));
  const earlier = editions(target)
    .filter((id) => sameCompressor(target, id))
    .map((id) => ({ root: target.release(id), sums: readSums(join(target.release(id), listName)) }));
  const { twins } = await writeTwins(site, plain, {
    earlier,
    dictionaries,
    each: () => at('compressing'),
  });
  at('compressed');
  const sums = new Map([...plain, ...(await sumsOf(site, twins))]);
  const list = formatSums(sums);
  writeWhole(join(site, listName), list);
  at('listed');
  const files = [...sums.keys(), listName];
  const folders = new Set<string>(['']);
  for (const file of files) for (let dir = dirname(file); dir !== '.'; dir = dirname(dir)) folders.add(dir);
  // Readable for the server's user, whatever the operator's umask.
  for (const file of files) chmodSync(join(site, file), 0o644);
  for (const dir of folders) chmodSync(join(site, dir), 0o755);
  if (live !== undefined) keepTimes(target.release(live), site, sums);
  await flushFiles(files.map((file) => join(site, file)));
  for (const dir of folders) flushFolder(join(site, dir));
  return {
    edition: sha256(list),
    files: files.length,
    bytes: files.reduce((total, file) => total + statSync(join(site, file)).size, 0),
  };
}

/**
 * Puts the stage among the editions. When the same edition is there already it stays, and what is damaged in
 * it is replaced file by file: a folder cannot be exchanged in one step, and each file has the same content
 * in both.
 */
async function place(target: Target, site: string, edition: string, at: At): Promise<number> {
  const goal = target.release(edition);
  if (!existsSync(goal)) {
    renameSync(site, goal);
    flushFolder(target.releases);
    return 0;
  }
  const { found } = await verifyEdition(target, edition);
  const list = readSums(join(site, listName));
  const own = new Set([...list.keys(), listName]);
  let bad = [...found.missing, ...found.different].filter((file) => own.has(file));
  // With a damaged list nothing else was looked at.
  if (bad.includes(listName)) {
    const real = await sumsOf(goal, [...own]);
    bad = [listName, ...[...list].filter(([file, sum]) => real.get(file) !== sum).map(([file]) => file)];
  }
  for (const file of bad) {
    mkdirSync(dirname(join(goal, file)), { recursive: true });
    renameSync(join(site, file), join(goal, file));
    flushFolder(dirname(join(goal, file)));
    at('mending');
  }
  // Older hashed files that are damaged go; `carry` brings whole ones.
  for (const file of found.different) if (!own.has(file)) rmSync(join(goal, file), { force: true });
  return bad.length;
}

/**
 * Adds to the repository's ledger. A repository that cannot be written to is no reason to keep an edition
 * from readers.
 */
function keepLedger({ ledger, base, say }: PublishPlan, addresses: Addresses): number {
  const before = existsSync(ledger) ? readFileSync(ledger, 'utf8') : '';
  const after = formatLedger({ base, addresses });
  if (after === before) return 0;
  try {
    if (existsSync(dirname(ledger))) sweep(dirname(ledger));
    writeWhole(ledger, after);
  } catch (error) {
    say(`Không ghi được ${ledger} (${messageOf(error)}); sổ trong thư mục phát hành vẫn đủ.`);
    return 0;
  }
  const old = parseLedger(before).addresses;
  return [...addresses.keys()].filter((address) => !old.has(address)).length;
}

/**
 * Removes all but the newest editions. Each leaves `releases/` by one rename first, so that nothing half
 * stands there. Answers with the folders that belong to somebody else and had to stay.
 */
function prune(target: Target, deeds: readonly Deed[], at: At): readonly string[] {
  const stuck: string[] = [];
  const keep = toKeep(line(deeds), keptEditions);
  const live = currentEdition(target);
  for (const id of editions(target)) {
    if (keep.has(id) || id === live) continue;
    const gone = unfinishedName(join(target.root, short(id)));
    try {
      renameSync(target.release(id), gone);
    } catch (error) {
      if (!['EACCES', 'EPERM'].includes(codeOf(error) ?? '')) throw error;
      stuck.push(target.release(id));
      continue;
    }
    at('pruning');
    if (!removed(gone)) stuck.push(gone);
  }
  const there = new Set(editions(target));
  for (const name of readdirSync(join(target.root, 'kept')))
    if (!there.has(name.replace(/\.txt$/, ''))) rmSync(join(target.root, 'kept', name), { force: true });
  return stuck;
}
