/**
 * Finds a Chromium for the tests: one that is there, else Playwright's own, else Debian's package, else one
 * clear error.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
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

function safePlaywrightPath(): string | undefined {
  try {
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}
