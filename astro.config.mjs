// Wiring only, one line per concern.
import { readFileSync } from 'node:fs';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { parse } from 'yaml';
import { scriptsForFloor, scriptTargets } from './src/floor/browsers.ts';
import { keptForStyles, loweredStyles } from './src/floor/styles.ts';
import { hosting } from './src/outputs/hosting/integration.ts';
import { offlineCopy } from './src/outputs/offline/integration.ts';
import { searchIndex } from './src/outputs/search-index/integration.ts';
import { listedPage } from './src/outputs/hosting/sitemap-pages.ts';

const { url } = parse(readFileSync(new URL('./content/site.yaml', import.meta.url), 'utf8'));

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
    plugins: [scriptsForFloor],
    css: { postcss: { plugins: [...loweredStyles] }, lightningcss: { exclude: keptForStyles } },
  },
  integrations: [sitemap({ filter: listedPage }), searchIndex(), offlineCopy(), hosting()],
});
