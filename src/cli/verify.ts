/**
 * `npm run verify -- --to DIR [--mirror X]`: every file of the live edition by SHA-256, here or at a copy
 * elsewhere.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readSums, sha256, type Checksums } from '../release/checksums.ts';
import { currentEdition, listName, sbomName, short, target } from '../release/layout.ts';
import { holdServed, parseRedirects, servedRedirects } from '../release/mirror.ts';
import { Refusal, someOf, tell } from '../release/refusal.ts';
import { partsIn } from '../release/sbom.ts';
import { holdAgainst, same, verifyEdition, type Differences } from '../release/verify.ts';
import { watchEdition } from '../release/watch.ts';
import { readCommandLine } from './command-line.ts';

const usage = `Cách dùng: npm run verify -- --to THƯ-MỤC [--mirror https://…|THƯ-MỤC-KHÁC]
hoặc:      npm run verify -- --list ${listName} --mirror https://…|THƯ-MỤC-KHÁC
hoặc:      npm run verify -- --watch https://… [--watch https://…] [--to THƯ-MỤC] [--days 120]`;
const redirectsFile = 'du-lieu/chuyen-huong.txt';

/** Prints what differs; the first forty names of each kind. */
function report(where: string, files: number, differences: Differences): void {
  const kinds = [
    ['thiếu', differences.missing],
    ['khác', differences.different],
    ['thừa', differences.extra],
  ] as const;
  for (const [word, names] of kinds) {
    for (const name of names.slice(0, 40)) console.log(`${word.padEnd(6)} ${name}`);
    if (names.length > 40) console.log(`${word.padEnd(6)} … và ${names.length - 40} tệp nữa`);
  }
  if (!same(differences))
    throw new Refusal(
      'verify',
      `${where}: thiếu ${differences.missing.length}, khác ${differences.different.length}, thừa ${differences.extra.length} trên ${files} tệp. (verification failed)`,
    );
  console.log(`${where}: ${files} tệp đều đúng.`);
}

/** Asks served editions how they are; tells of each. @throws Refusal when something is wrong with one */
async function watch(addresses: readonly string[], release: string | undefined, days: number): Promise<void> {
  let bad = 0;
  for (const address of addresses) {
    const { name, wrong } = await watchEdition(address, {
      now: new Date(),
      days,
      certificateDays: 21,
      release,
    });
    if (wrong.length > 0) bad++;
    console.log(wrong.length === 0 ? `đúng   ${address} ${name}` : `sai    ${address}: ${wrong.join('; ')}`);
  }
  if (bad > 0) throw new Refusal('verify', `${bad} trên ${addresses.length} địa chỉ cần xem. (watch failed)`);
}

/**
 * Says of which software the edition was made, and whether each part of it is pinned. Editions that are
 * stamped from a mould have no list of their own.
 */
function reportParts(release: string): void {
  const file = join(release, sbomName);
  if (!existsSync(file)) {
    console.log('Bản đóng từ khuôn: danh sách phần mềm xem ở sổ tay gốc.');
    return;
  }
  const list = readFileSync(file, 'utf8');
  const { count, unpinned, node } = partsIn(list);
  const pinned =
    unpinned.length === 0
      ? 'gói nào cũng có mã kiểm SHA-512'
      : `${unpinned.length} gói không có mã kiểm: ${someOf(unpinned)}`;
  const runs = node === undefined ? 'không ghi Node nào' : `Node ${node}`;
  console.log(`Phần mềm đã dựng bản này: ${count} gói, ${pinned}; ${runs}.`);
}

try {
  const { values } = readCommandLine(
    {
      to: { type: 'string' },
      mirror: { type: 'string' },
      list: { type: 'string' },
      watch: { type: 'string', multiple: true },
      days: { type: 'string' },
    },
    { usage },
  );
  const from = process.env.INIT_CWD ?? process.cwd();
  if (values.watch !== undefined) {
    const live = values.to === undefined ? undefined : currentEdition(target(resolve(from, values.to)));
    await watch(values.watch, live, Number(values.days ?? 120));
    process.exit(0);
  }
  if (
    (values.to === undefined) === (values.list === undefined) ||
    (values.list !== undefined && values.mirror === undefined)
  )
    throw new Refusal('usage', usage);

  let sums: Checksums;
  let redirects: ReadonlyMap<string, string> | undefined;
  if (values.to !== undefined) {
    const destination = target(resolve(from, values.to));
    const live = existsSync(destination.root) ? currentEdition(destination) : undefined;
    if (live === undefined)
      throw new Refusal(
        'nothing',
        `Chưa phát hành bản nào vào ${destination.root}. (nothing published there)`,
      );
    const { sums: own, files, found } = await verifyEdition(destination, live);
    report(`Bản ${short(live)} trong ${destination.root}`, files, found);
    reportParts(destination.release(live));
    sums = new Map([...own, [listName, live]]);
    redirects = parseRedirects(readFileSync(join(destination.release(live), redirectsFile), 'utf8'));
  } else {
    const list = resolve(from, values.list!);
    sums = readSums(list);
    if (sums.size === 0) throw new Refusal('usage', `${list} không phải danh sách kiểm tra.\n${usage}`);
    sums = new Map([...sums, [listName, sha256(readFileSync(list))]]);
  }

  if (values.mirror !== undefined) {
    if (/^https?:\/\//.test(values.mirror)) {
      const found = await holdServed(values.mirror, sums, {
        redirects: redirects ?? (await servedRedirects(values.mirror, redirectsFile)),
        each: (done, of) => {
          if (done % 200 === 0) console.log(`  ${done}/${of} tệp…`);
        },
      });
      if (found.otherEdition !== undefined)
        console.log(
          `${values.mirror} đang phát hành một bản khác (${short(found.otherEdition)}): chép lại cả bản rồi thử lại.`,
        );
      report(`${values.mirror} (${found.requests} lượt hỏi)`, sums.size, found);
    } else {
      const folder = resolve(from, values.mirror);
      if (!existsSync(folder) || !statSync(folder).isDirectory())
        throw new Refusal('usage', `Không có thư mục ${folder}.\n${usage}`);
      // A copy of a whole published folder, or of one edition.
      const root = existsSync(join(folder, 'current')) ? join(folder, 'current') : folder;
      const found = await holdAgainst(root, sums);
      // Older hashed files came along with the copy; they are no part of the edition.
      report(root, sums.size, {
        ...found,
        extra: found.extra.filter((file) => !/^(?:_astro|pagefind)\//.test(file)),
      });
    }
  }
} catch (error) {
  process.exitCode = tell(error);
}
