/**
 * `npm run test:hear`: a real screen reader (Orca with Chromium, no sound) reads one page of each type of the
 * last build and is held
 * to promises. Needs Debian's packages, installs them where it may. Where it cannot run it says why and ends
 * without failure: a skipped listener is not a passed one. Names of page types after the command read only
 * those. Transcripts: test-results/hear/.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findBrowser } from '../src/cli/browser.ts';
import { typed } from '../src/cli/command-line.ts';
import { freePorts } from '../src/cli/free-ports.ts';

/** Page types that are read; all when none is named. */
const only = typed({}, { words: Infinity }).positionals;

const packages = [
  'orca',
  'xvfb',
  'dbus',
  'dbus-x11',
  'at-spi2-core',
  'openbox',
  'xdotool',
  'python3-speechd',
  'locales',
];
const programs = ['orca', 'Xvfb', 'dbus-run-session', 'dbus-send', 'openbox', 'xdotool', 'localedef'];
const pageCount = 12;

/** Says that nothing was heard, and ends the command. */
function skip(why: string): never {
  console.log(`Không nghe thử được: ${why}`);
  console.log(`0 passed, 0 failed, ${pageCount} skipped`);
  process.exit(0);
}

const missing = (): string[] =>
  programs.filter((program) => spawnSync('sh', ['-c', `command -v ${program}`]).status !== 0);

/** Makes the programs present, or skips with what is missing. */
function ensurePrograms(): void {
  if (process.platform !== 'linux')
    skip(`trình đọc màn hình Orca chỉ chạy trên Linux, máy này là ${process.platform}. (Linux only)`);
  if (missing().length === 0) return;
  if (!existsSync('/usr/bin/apt-get'))
    skip(`thiếu ${missing().join(', ')} và không có apt-get. (install: ${packages.join(' ')})`);
  const asRoot = process.getuid?.() === 0;
  if (!asRoot && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0)
    skip(
      `thiếu ${missing().join(', ')} và không có quyền cài. Nhờ người quản trị: apt-get install ${packages.join(' ')} (no right to install)`,
    );
  console.log(`Cài trình đọc màn hình: ${packages.join(' ')}…`);
  const apt = (args: readonly string[]): void => {
    spawnSync(
      asRoot ? 'apt-get' : 'sudo',
      asRoot ? args : ['-n', 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args],
      { stdio: 'ignore', timeout: 600_000, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } },
    );
  };
  apt(['update']);
  apt(['install', '-y', '--no-install-recommends', ...packages]);
  if (missing().length > 0) skip(`apt-get không cài được ${missing().join(', ')}. (packages not to be had)`);
}

/** Waits until the preview answers. Throws after half a minute. */
async function answers(url: string): Promise<void> {
  for (
    const end = performance.now() + 30_000;
    performance.now() < end;
    await new Promise((done) => {
      setTimeout(done, 300);
    })
  ) {
    try {
      if ((await fetch(url)).ok) return;
    } catch {
      /* not yet */
    }
  }
  throw new Error('Trang xem trước không chạy. (the preview does not answer)');
}

if (!existsSync('dist/index.html')) {
  console.error('Chưa có bản dựng nào. Chạy: npm run build (nothing built yet)');
  process.exit(1);
}
ensurePrograms();
let browser: string;
try {
  browser = findBrowser();
} catch (error) {
  skip((error as Error).message);
}

const [port] = (await freePorts(1)) as [number];
const started: ChildProcess[] = [];
const stop = (): void => {
  for (const child of started) child.kill('SIGTERM');
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
try {
  const preview = spawn(
    process.execPath,
    [
      join(process.cwd(), 'node_modules/astro/bin/astro.mjs'),
      'preview',
      '--port',
      String(port),
      '--host',
      '127.0.0.1',
    ],
    {
      stdio: 'ignore',
      env: { ...process.env, ASTRO_PREVIEW_BACKGROUND: '0', ASTRO_TELEMETRY_DISABLED: '1' },
    },
  );
  started.push(preview);
  await answers(`http://127.0.0.1:${port}/`);
  const listen = spawn(
    'dbus-run-session',
    ['--', process.execPath, '--disable-warning=ExperimentalWarning', 'test/hear/listen.ts', ...only],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, HEAR_AT: `http://127.0.0.1:${port}`, CHROMIUM: browser },
    },
  );
  started.push(listen);
  // The bus and the registry speak of every service they start; that is not a fault.
  const ours = (line: string): boolean =>
    !/^(?:dbus-daemon|SpiRegistry|Openbox|Activating service|Successfully activated)/.test(line);
  createInterface({ input: listen.stdout }).on('line', (line) => {
    if (ours(line)) console.log(line);
  });
  createInterface({ input: listen.stderr }).on('line', (line) => {
    if (ours(line)) console.error(line);
  });
  process.exitCode = await new Promise<number>((resolve) => {
    listen.on('error', () => resolve(1));
    listen.on('close', (code) => resolve(code ?? 1));
  });
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  stop();
}
