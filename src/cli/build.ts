/**
 * `npm run build`: check, build into a stage, prove it, then put it in place by a rename. Whatever fails, the
 * last good `dist`
 * stays as it was. A build whose log has an error line has failed, whatever its exit code. `npm run publish`
 * builds the same way.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readInTurn } from '../books/site-files.ts';
import { pathOf } from '../domain/address.ts';
import { eachAnew, type KeptWork } from '../domain/kept-work.ts';
import { provenVariable } from '../gate/hand-over.ts';
import { filesUnder } from '../release/checksums.ts';
import { holdAgainstHost, hosts, isHost, type Host } from '../release/host-limits.ts';
import { cleanEnvironment } from '../release/environment.ts';
import { takeLock, type Lock } from '../release/lock.ts';
import { proveSite } from '../release/prove.ts';
import { messageOf } from '../release/errors.ts';
import { Refusal, tell } from '../release/refusal.ts';
import { siteFacts, type SiteFacts } from '../release/site-facts.ts';
import { astroToEnd } from './astro.ts';
import { readCommandLine } from './command-line.ts';
import { keptFolder, keptSetting, keptVariable, type KeptUse } from './kept/setting.ts';
import { keptWork } from './kept/work.ts';
import { siteUrl } from './site-url.ts';
import { buildInputs, rememberBuild } from './build-inputs.ts';
import { requireOffered } from './offered-files.ts';

const root = process.cwd();
const stage = join(root, '.stage');
const dist = join(root, 'dist');
const old = join(root, '.stage-old');

/** Figures of a finished build. */
export interface Built {
  readonly pages: number;
  readonly seconds: number;
  readonly peak?: number;
}

/** How a stage is built. */
export interface Staging {
  /** Open ends of the locks that the build's children must hold too. */
  readonly holds: readonly number[];
  /** Nothing of an earlier build is used. */
  readonly cold: boolean;
  /** Pages of the build before are taken over, or held against the new ones. */
  readonly kept?: KeptUse;
}

/** The lock of this project folder: one build at a time. @throws Refusal `busy` */
export const takeBuildLock = (): Lock => takeLock(join(root, '.cache/lock'), 'dựng sổ tay');

/** First line of an Astro log that says the build went wrong. */
export const errorLine = (log: string): string | undefined =>
  log
    .replace(/\u001B\[[\d;]*m/g, '')
    .split('\n')
    .find((line) => line.includes('[ERROR]'));

/**
 * What the processes of a build are told that takes over what was kept. Most of what they do is to look
 * through what is there, so that what Node compiles is kept too, and what is new has more room.
 */
const keptTold = (use: KeptUse): NodeJS.ProcessEnv => ({
  [keptVariable]: keptSetting(use, keptFolder),
  NODE_COMPILE_CACHE: join(root, `${keptFolder}-compiled`),
  NODE_OPTIONS: '--max-semi-space-size=64',
});

/**
 * Runs the gate; answers with the file of what it proved, for this build alone.
 * @throws Refusal `content`, also where the gate was ended before it had judged: a build from nothing, which
 * follows a fault of kept pages, would only take longer
 */
function proveContent(holds: readonly number[], told: NodeJS.ProcessEnv): string {
  const proven = join(stage, 'proven.jsonl');
  const check = spawnSync(
    process.execPath,
    [
      '--max-old-space-size=512',
      '--disable-warning=ExperimentalWarning',
      join(import.meta.dirname, 'check.ts'),
      `--hand-over=${proven}`,
    ],
    {
      stdio: ['ignore', 'inherit', 'inherit', ...holds],
      // By the clock: on a busy machine 1,100 files took two minutes.
      timeout: 600_000,
      env: { ...cleanEnvironment(join(stage, 'home')), ...told },
    },
  );
  if (check.status === null)
    throw new Refusal(
      'content',
      [
        'Dừng trước khi dựng: soát nội dung quá 10 phút hoặc bị ngắt. Bản dựng trước vẫn nguyên.',
        'Hãy dựng lại lúc máy rảnh hơn. (content check did not end; nothing was changed)',
      ].join(' '),
    );
  if (check.status !== 0)
    throw new Refusal(
      'content',
      'Dừng trước khi dựng: nội dung còn lỗi. Bản dựng trước vẫn nguyên. (content check failed; nothing was changed)',
    );
  return proven;
}

/**
 * Checks the content and builds into `.stage/site`, which it answers with. The caller takes the folder away
 * and removes `.stage`.
 * @throws Refusal `content` or `build`
 */
export async function buildStage({ holds, cold, kept }: Staging): Promise<{
  readonly site: string;
  readonly inputs: string;
  readonly seconds: number;
  readonly peak?: number;
}> {
  rmSync(stage, { recursive: true, force: true });
  mkdirSync(join(stage, 'home'), { recursive: true });
  const inputs = buildInputs();
  const told = kept ? keptTold(kept) : {};
  const proven = proveContent(holds, told);
  requireOffered(root, inputs);
  let pages = 0;
  const run = await astroToEnd(
    ['build'],
    {
      OUT_DIR: './.stage/site',
      [provenVariable]: proven,
      ...(cold ? { CACHE_DIR: './.stage/cache' } : {}),
      ...told,
    },
    (line) => {
      if (/[├└]─/.test(line)) {
        pages++;
        if (pages % 50 === 0) process.stdout.write(`  ${pages} trang…\n`);
      } else if (/\[(WARN|ERROR)\]|rror:|search-index|kept-pages|Building|Completed|Complete!/.test(line))
        console.log(`  ${line}`);
    },
    { home: join(stage, 'home'), holds },
  );
  if (run.code !== 0 || errorLine(run.log) !== undefined) {
    console.error(
      run.log
        .split('\n')
        .filter((line) => !/[├└]─/.test(line))
        .slice(-60)
        .join('\n'),
    );
    throw new Refusal(
      'build',
      'Dựng không thành công. Bản dựng trước vẫn nguyên. (build failed; nothing was changed)',
    );
  }
  return { site: join(stage, 'site'), inputs, seconds: run.seconds, ...(run.peak ? { peak: run.peak } : {}) };
}

/** Removes what a build needed besides its result. */
export const clearStage = (): void => rmSync(stage, { recursive: true, force: true });

/** What one host wants besides; and nothing that it would refuse. @throws Refusal `proof` */
function makeReady(site: string, host: Host): void {
  // Else folders that begin with `_` are dropped there.
  if (host === 'github-pages') writeFileSync(join(site, '.nojekyll'), '');
  const near = holdAgainstHost(site, filesUnder(site), host);
  console.log([`Vừa với ${hosts[host].name}.`, ...near].join('\n'));
}

/** Forgets everything that builds have kept for the next one. */
function forgetKept(): void {
  for (const kept of globSync(`${keptFolder}*`, { cwd: root }))
    rmSync(join(root, kept), { recursive: true, force: true });
}

/** What stands on the pages of a stage; with `kept` what earlier builds know of the same pages. */
function factsOf(site: string, kept: boolean): SiteFacts {
  const read = (known: KeptWork): SiteFacts => {
    const facts = siteFacts(site, filesUnder(site), pathOf(siteUrl(root)), known, readInTurn());
    known.end(console.log);
    return facts;
  };
  if (kept)
    try {
      return read(keptWork(root, 'proof', 'use'));
    } catch (error) {
      // What was kept is gone by now; a fault of the site shows itself again.
      console.log(messageOf(error));
    }
  return read(eachAnew);
}

/** A stage with pages of the build before; one from nothing when anything goes wrong with that. */
async function stageWith(kept: boolean, holds: readonly number[]): ReturnType<typeof buildStage> {
  if (kept)
    try {
      return await buildStage({ holds, cold: false, kept: 'use' });
    } catch (error) {
      if (!(error instanceof Refusal) || error.reason !== 'build') throw error;
      console.log('Dựng lại từ đầu, không dùng trang nào đã giữ. (building again from nothing)');
      forgetKept();
    }
  return buildStage({ holds, cold: false });
}

/**
 * Builds the whole handbook into `dist`; with `kept`, what would come out the same is taken over,
 * unless `fresh`, which forgets it first. With
 * `host`, the site is held against what that host takes, and made ready for it.
 * @throws Refusal with one clear message; `dist` is then unchanged
 */
export async function build({
  kept = false,
  fresh = false,
  host,
}: { kept?: boolean; fresh?: boolean; host?: Host | undefined } = {}): Promise<Built> {
  const lock = takeBuildLock();
  try {
    if (fresh) forgetKept();
    // Killed between the two renames below: the last good site still has the name it was given for that
    // moment.
    if (!existsSync(dist) && existsSync(old)) renameSync(old, dist);
    const { site, inputs, ...figures } = await stageWith(kept, lock.fds);
    const facts = factsOf(site, kept);
    proveSite(site, facts);
    if (host !== undefined) makeReady(site, host);
    rmSync(old, { recursive: true, force: true });
    if (existsSync(dist)) renameSync(dist, old);
    renameSync(site, dist);
    rmSync(old, { recursive: true, force: true });
    rememberBuild(inputs);
    return { pages: facts.pages.length, ...figures };
  } finally {
    clearStage();
    lock.release();
  }
}

/** What the command line asks for. @throws Refusal `usage` */
function asked(): Parameters<typeof build>[0] {
  const options = {
    incremental: { type: 'boolean' },
    fresh: { type: 'boolean' },
    host: { type: 'string' },
  } as const;
  const { incremental, fresh, host } = readCommandLine(options).values;
  const taken = { kept: incremental === true, fresh: fresh === true };
  if (host !== undefined && isHost(host)) return { ...taken, host };
  if (host === undefined) return taken;
  throw new Refusal('usage', `Sau --host ghi một trong: ${Object.keys(hosts).join(', ')}.`);
}

if (import.meta.main) {
  try {
    const built = await build(asked());
    console.log(
      `Đã dựng ${built.pages} trang trong ${built.seconds.toFixed(1)} giây (${(built.pages / built.seconds).toFixed(0)} trang mỗi giây${built.peak ? `, bộ nhớ cao nhất ${built.peak.toFixed(0)} MB` : ''}) vào dist/.`,
    );
  } catch (error) {
    process.exitCode = tell(error);
  }
}
