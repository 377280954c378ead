/** A free page: words of their own under an address of their own. The body is MDX in the grammar of pages. */
import { z } from 'zod';
import words from './field-words.json' with { type: 'json' };
import { reviewedBy } from './directory.ts';
import { checked, lang, line, ref, source } from './fields.ts';

/** Where a free page is linked from on every page: the list at the top, the list at the foot. */
const menuPlaces = ['main', 'foot'] as const;
export type MenuPlace = (typeof menuPlaces)[number];

export const pageSchema = z.strictObject({
  /** Heading of the page, its name in lists, in search and in the browser. */
  title: line.max(70, { error: 'tên trang dài quá 70 chữ cái' }).meta(words.page.title),
  /** What the page tells, one sentence: shown by search and by other sites. */
  summary: line.max(180, { error: 'tóm tắt dài quá 180 chữ cái' }).meta(words.page.summary),
  /** Where it stands, for ever: `/lich-lop/`. None that the handbook has already. */
  address: z
    .string()
    .regex(/^\/(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)+$/, {
      error: 'viết địa chỉ không dấu, có dấu / ở đầu và cuối, ví dụ: /lich-lop/',
    })
    .meta(words.page.address),
  /** The page that it belongs under; its name stands in the path above the heading. */
  under: ref('pages').optional().meta(words.page.under),
  /** Lists on every page that link to it. */
  menu: z
    .array(z.enum(menuPlaces, { error: `chọn trong: ${menuPlaces.join(', ')}` }))
    .max(2)
    .default([])
    .meta(words.page.menu),
  /** Place in those lists; the lowest first. */
  order: z.int().default(50).meta(words.page.order),
  /** Other words that people search for it by. */
  aliases: z.array(line).default([]).meta(words.page.aliases),
  lang,
  /** Where its facts come from; shown at its end. */
  sources: z.array(source).default([]).meta(words.shared.sources),
  checked,
  /** Who read it and answers for it; shown at its end. */
  reviewedBy: reviewedBy.optional().meta(words.directory.reviewedBy),
});
export type PageData = z.output<typeof pageSchema>;
