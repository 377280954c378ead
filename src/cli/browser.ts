/**
 * Finds a Chromium for the tests: one that is there, else Playwright's own, else Debian's package, else one
 * clear error.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { install } from './debian.ts';

const usual = [
  process.env.CHROMIUM,
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Path of a browser that starts. Throws with what to install when there is none. */
export function findBrowser(): string {
  const present = (): string | undefined =>
    [...usual, safePlaywrightPath()].find((path) => path !== undefined && path !== '' && existsSync(path));
  const found = present();
  if (found) return found;
  console.log('Chưa có trình duyệt để thử. Đang tải Chromium…');
  spawnSync(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium'], {
    stdio: 'ignore',
    timeout: 180_000,
  });
  const downloaded = present();
  if (downloaded) return downloaded;
  console.log('Không tải được; cài gói chromium của Debian…');
  install(['chromium']);
  const installed = present();
  if (installed) return installed;
  throw new Error(
    'Không có Chromium. Cài Chromium hoặc Google Chrome (Debian: apt-get install chromium), hoặc đặt biến CHROMIUM là đường dẫn tới nó. (no Chromium found)',
  );
}

/**
 * Path of Chromium without its windows, for runs that open many pages: the same engine at a third of the work
 * for each context, because no window is drawn around it. What `CHROMIUM` names comes first; where no such
 * Chromium is there or comes, the whole browser. Throws as `findBrowser` does.
 */
export function findShell(): string {
  const { CHROMIUM: named } = process.env;
  if (named !== undefined && existsSync(named)) return named;
  const present = (): string | undefined => {
    const found = [debianShell, shellBeside(safePlaywrightPath())].find(
      (path) => path !== undefined && existsSync(path),
    );
    return found !== undefined && starts(found) ? found : undefined;
  };
  const found = present();
  if (found) return found;
  install(['chromium-headless-shell']);
  return present() ?? findBrowser();
}

const debianShell = '/usr/bin/chromium-headless-shell';

/** Playwright keeps the shell in a folder beside that of its whole browser, of the same revision. */
function shellBeside(whole: string | undefined): string | undefined {
  const revision = /^(.*[\\/])chromium-(\d+)[\\/]/.exec(whole ?? '');
  if (!revision) return undefined;
  const folder = `${revision[1] ?? ''}chromium_headless_shell-${revision[2] ?? ''}`;
  return globSync('*/{headless_shell,chrome-headless-shell}{,.exe}', { cwd: folder })
    .map((file) => join(folder, file))
    .at(0);
}

/** A package half updated leaves a program that does not start. */
const starts = (path: string): boolean =>
  spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;

function safePlaywrightPath(): string | undefined {
  try {
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}
