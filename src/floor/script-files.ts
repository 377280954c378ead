/**
 * Small scripts that come together are one file. A bundler gives every module that two pages share a file of
 * its own, and a phone far from a mast pays for each request, not for the few bytes in it.
 */
import type { Plugin } from 'vite';

/** What the script of every page needs. */
const page = /\/src\/client\/(?:late|my-choice|preload|shared-machine)\.ts$/;
/** What most pages that answer need, and the bundler's own helper for class fields. */
const [near, words] = ['composing-keys|own-address|own-unit|page-parts|passage-view', 'diacritics|tone|owns'];
const parts = new RegExp(`/(?:${near}|set-content|${words}|defineProperty)\\.[jt]s$`);
/** What reads the keys of Telex and VNI, for search and for the finders of lists. */
const keys = /\/src\/vietnamese\/(?:keystrokes|syllable|telex|vni)\.ts$/;
const groups = Object.entries({ page, parts, keys }).map(([name, test], at) => ({
  name,
  test,
  priority: 3 - at,
}));
const build = { rolldownOptions: { output: { codeSplitting: { groups } } } };

/** Puts them into one file for every page and one for pages that answer. */
export const scriptFiles: Plugin = {
  name: 'script-files',
  configEnvironment: (environment) => (environment === 'client' ? { build } : undefined),
};
