/** What people call the pages that exist once, and the sheets that are made of many pages. */
import { z } from 'zod';
import words from './field-words.json' with { type: 'json' };
import { pages } from '../domain/address.ts';
import { sheetNames } from '../domain/findable.ts';
import { line } from './fields.ts';

const names = z.array(line).min(1, { error: 'ghi ít nhất một tên, hoặc bỏ cả dòng' });
const some = <Key extends string>(keys: readonly Key[], error: string) =>
  z.partialRecord(z.enum(keys, { error }), names);
const pageKeys = Object.keys(pages) as (keyof typeof pages)[];

/** One file for the edition. */
export const pageNamesSchema = z.strictObject({
  /** Other names of a page that exists once, by its key in `src/domain/address.ts`. */
  pages: some(pageKeys, `tên trang phải là một trong: ${pageKeys.join(', ')}`).meta(words.pageNames.pages),
  /** What sheets are asked by: "tờ phát", "trang chiếu". At least two words, or one that means nothing else. */
  sheets: some(sheetNames, `tên loại tờ phải là một trong: ${sheetNames.join(', ')}`).meta(
    words.pageNames.sheets,
  ),
});
export type PageNamesData = z.output<typeof pageNamesSchema>;
