/** The index of this edition's content, made once for all tests of search. */
import { fileURLToPath } from 'node:url';
import { searchFiles, searchSources } from '../../src/outputs/search-index/passage-files.ts';
import { PassageIndex } from '../../src/search/passage-index.ts';

const { pages, words } = searchSources(fileURLToPath(new URL('../..', import.meta.url)));
export const sources = pages;
export const files = searchFiles(pages, words);
export const index = new PassageIndex(files.core, files.body);
/** The index before the second file has come. */
export const firstIndex = new PassageIndex(files.core);
