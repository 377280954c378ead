/**
 * Ace by DAISY, the judge of accessible books: fetched once into `.cache` as its lock file pins it, without
 * the scripts of its packages and without a browser of its own. It brings two hundred packages, so it is no
 * dependency of the handbook.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const pinned = join(import.meta.dirname, '../../fixtures/ace');
const cache = join(import.meta.dirname, '../../../.cache/ace');

/** Folder with the judge in it. @throws Error with the reason where it cannot be fetched */
export function fetchAce(): string {
  const lock = readFileSync(join(pinned, 'package-lock.json'));
  const folder = join(cache, createHash('sha256').update(lock).digest('hex').slice(0, 12));
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, 'fetch-'));
  try {
    cpSync(pinned, work, { recursive: true });
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'], {
      cwd: work,
      stdio: 'ignore',
      timeout: 300_000,
    });
    renameSync(work, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return folder;
}

const report = z.object({
  assertions: z.array(
    z.object({
      'earl:testSubject': z.object({ url: z.string() }),
      assertions: z.array(
        z.object({ 'earl:test': z.object({ 'earl:impact': z.string(), 'dct:title': z.string() }) }),
      ),
    }),
  ),
});

/** What Ace says of a book. */
export interface Judged {
  /** Files that it read. */
  readonly read: readonly string[];
  /** `bai-83.xhtml: image-alt (critical)`. */
  readonly faults: readonly string[];
}

/** Asks the judge. @throws Error with its words when it does not come to an end */
export function judgedByAce(ace: string, browser: string, book: Uint8Array): Judged {
  const work = mkdtempSync(join(tmpdir(), 'ace-'));
  try {
    const file = join(work, 'sach.epub');
    writeFileSync(file, book);
    const args = [join(ace, 'node_modules/.bin/ace-cli'), '--silent', '--outdir', join(work, 'ra'), file];
    const run = spawnSync(process.execPath, args, {
      encoding: 'utf8',
      timeout: 500_000,
      // Its settings and its log stay in the folder that is taken away.
      env: { ...process.env, HOME: work, PUPPETEER_EXECUTABLE_PATH: browser },
    });
    const said = join(work, 'ra/report.json');
    if (!existsSync(said)) throw new Error(`Ace: ${run.stdout}${run.stderr}`);
    const { assertions } = report.parse(JSON.parse(readFileSync(said, 'utf8')));
    return {
      read: assertions.map((one) => one['earl:testSubject'].url),
      faults: assertions.flatMap((one) =>
        one.assertions.map(({ 'earl:test': fault }) =>
          [one['earl:testSubject'].url, fault['dct:title'], fault['earl:impact']].join(' '),
        ),
      ),
    };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
