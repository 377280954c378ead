/**
 * Real-browser tests over the finished site in `dist`. Run through `npm test`, which finds a browser and
 * builds first.
 */
import { defineConfig } from '@playwright/test';

const port = Number(process.env.TEST_PORT ?? 4399);
const executablePath = process.env.CHROMIUM;

export default defineConfig({
  testDir: '.',
  globalSetup: './run-folder.ts',
  testMatch: ['browser/**/*.spec.ts', 'access/**/*.spec.ts'],
  fullyParallel: true,
  workers: 2,
  // A second try is told in the summary; more than a few of them fail the run (tools/proof/results.ts).
  retries: 1,
  timeout: 180_000,
  outputDir: '../test-results',
  reporter: [['list'], ['json', { outputFile: '../test-results/browser.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'vi-VN',
    // The worker of the offline copy would answer in the place of the server; its own tests allow it.
    serviceWorkers: 'block',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
    },
  },
  webServer: {
    command: `"${process.execPath}" node_modules/astro/bin/astro.mjs preview --port ${port} --host 127.0.0.1`,
    cwd: '..',
    env: { ASTRO_PREVIEW_BACKGROUND: '0', ASTRO_TELEMETRY_DISABLED: '1' },
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
    timeout: 60_000,
  },
});
