/** The Markdown twin of each guide, and `llms.txt`, which leads to them. */
import { guideText } from '../../books/guide-text.ts';
import { markdownText, originOf } from '../../books/plain-text.ts';
import { markdownAddress, pages } from '../../domain/address.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import type { HandbookFile } from '../output.ts';
import { quoteList, withList } from './list.ts';

export const files = (handbook: Handbook): HandbookFile[] => [
  { address: pages.quoteList, type: 'text/plain; charset=utf-8', content: () => quoteList(handbook) },
  ...handbook.guides.map((guide) => ({
    address: markdownAddress(guide.address),
    type: 'text/markdown; charset=utf-8',
    content: () =>
      withList(markdownText(guideText(guide, handbook), originOf(guide, handbook)), handbook.site.url),
  })),
];
