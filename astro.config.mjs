// Wiring only, one line per concern.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { parse } from 'yaml';
import { keptPages } from './src/cli/kept/pages.ts';
import { keptWorkTold } from './src/cli/kept/work.ts';
import { scriptsForFloor, scriptTargets, smallPreload } from './src/floor/browsers.ts';
import { scriptFiles } from './src/floor/script-files.ts';
import { keptForStyles, loweredStyles } from './src/floor/styles.ts';
import { bodyReader } from './src/handbook/read-body.ts';
import { bodyProcessor } from './src/markdown/processor.ts';
import { outputs } from './src/outputs/integration.ts';
import { table } from './src/outputs/table.ts';

const { url } = parse(readFileSync(new URL('./content/edition.yaml', import.meta.url), 'utf8'));

export default defineConfig({
  site: url,
  outDir: process.env.OUT_DIR ?? './dist',
  // Of this folder alone, and not the one that `npm run dev` writes to; publishing gives a fresh one.
  cacheDir: process.env.CACHE_DIR ?? './.cache/astro',
  trailingSlash: 'always',
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  build: { format: 'directory', inlineStylesheets: 'never' },
  // A script written into the page would be refused by its own policy.
  vite: {
    cacheDir: './.cache/vite',
    build: { assetsInlineLimit: 0, cssTarget: [...scriptTargets] },
    plugins: [scriptsForFloor, smallPreload, scriptFiles],
    css: { postcss: { plugins: [...loweredStyles] }, lightningcss: { exclude: keptForStyles } },
  },
  integrations: [
    mdx({ processor: bodyProcessor(bodyReader(fileURLToPath(new URL('.', import.meta.url)))) }),
    keptPages(),
    ...outputs(table, keptWorkTold),
  ],
});
