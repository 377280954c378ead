/**
 * A handbook of a few pages, so that publishing can be tried many times a minute. Everything but the build is
 * the real thing.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { publish, type Into, type Published, type PublishPlan } from '../../src/release/publish.ts';
import { tinyFiles, type Variant } from './tiny-site.ts';
import { present } from '../present.ts';

const made: string[] = [];
afterAll(() => {
  for (const dir of made) rmSync(dir, { recursive: true, force: true });
}, 60_000);

/** A folder that goes when the test file ends. */
export function scratch(): string {
  const dir = mkdtempSync(join(tmpdir(), 'so-tay-phat-hanh-'));
  made.push(dir);
  return dir;
}

export const put = (root: string, files: Readonly<Record<string, string | Buffer>>): void => {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
};

/** A plan over the tiny site; `said` collects what the operator is told. */
export function tinyPlan(
  root: string,
  variant: Variant = {},
  more: Partial<PublishPlan> = {},
): PublishPlan & { readonly said: string[] } {
  const said: string[] = [];
  return {
    to: join(root, 'noi-phat-hanh'),
    base: 'https://thu.example',
    ledger: join(root, 'deploy/addresses.txt'),
    withdrawn: join(root, 'deploy/withdrawn.txt'),
    build: async ({ site }: Into) => put(site, tinyFiles(variant)),
    sbom: () => '{"bomFormat":"CycloneDX"}\n',
    now: () => new Date('2026-11-22T03:00:00Z'),
    say: (line) => {
      said.push(line);
    },
    room: { bytes: 1e6, files: 100 },
    said,
    ...more,
  };
}

export const publishTiny = (
  root: string,
  variant: Variant = {},
  more: Partial<PublishPlan> = {},
): Promise<Published> => publish(tinyPlan(root, variant, more));

/**
 * What a reader would find: the live edition held against its own list without the code under test, as
 * `sha256sum -c` does. Answers with the edition's name and the front page; throws when anything is missing,
 * cut or dangling.
 */
export function readersSite(to: string): {
  readonly edition: string;
  readonly front: string;
  readonly files: number;
} {
  const edition = readlinkSync(join(to, 'current')).replace('releases/', '');
  const list = readFileSync(join(to, 'current/sha256sums.txt'), 'utf8');
  const sum = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');
  if (sum(list) !== edition) throw new Error('the list is not the one the edition is named by');
  const lines = list.trimEnd().split('\n');
  for (const line of lines) {
    const [, wanted, file] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    if (file === undefined || sum(readFileSync(join(to, 'current', file))) !== wanted)
      throw new Error(`${line} does not hold`);
  }
  return { edition, front: readFileSync(join(to, 'current/index.html'), 'utf8'), files: lines.length };
}

/**
 * Runs a publish of the tiny site in a process group of its own. `ended` tells code, signal and what it
 * printed.
 */
export function publishApart(
  order: object,
  env: NodeJS.ProcessEnv = {},
): {
  readonly pid: number;
  readonly output: () => string;
  readonly ended: Promise<{
    readonly code: number | null;
    readonly signal: string | null;
    readonly output: string;
  }>;
} {
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      join(import.meta.dirname, 'publish-apart.ts'),
      JSON.stringify(order),
    ],
    { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } },
  );
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  return {
    pid: present(child.pid, 'pid'),
    output: () => output,
    ended: new Promise((resolve) => {
      child.on('exit', (code, signal) => {
        setImmediate(() => resolve({ code, signal, output }));
      });
    }),
  };
}

/** Waits until something is so. */
export async function until(so: () => boolean, ms = 20_000): Promise<void> {
  for (const end = performance.now() + ms; performance.now() < end;) {
    if (so()) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 10);
    });
  }
  throw new Error('it did not come to be');
}
