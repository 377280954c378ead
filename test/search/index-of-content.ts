/** The index of this edition's content, made once for all tests of search. */
import { findablesOf } from '../../src/outputs/findables.ts';
import { table } from '../../src/outputs/table.ts';
import { searchFiles, searchSources } from '../../src/outputs/search-index/passage-files.ts';
import { PassageIndex } from '../../src/search/passage-index.ts';
import { isNational } from '../national/edition.ts';
import { realRead } from '../real.ts';

const content = await searchSources(realRead(), (handbook) => findablesOf(table, handbook));
export const sources = content.pages;
/** Everything that the index is made of. */
export const sourcesOfContent = content;
export const files = searchFiles(content);
/** The index before the second file has come. */
export const firstIndex = new PassageIndex(files.core);
export const index = new PassageIndex(files.core, files.body, firstIndex);
/** What questions are read by. */
export const queryWords = content.words;

/**
 * Whether a test may ask for a page: of the national edition always, so that one that is lost is missed; of
 * another edition when it is there.
 */
export const asked = (address: string): boolean =>
  isNational || sources.some((source) => source.address === address);
