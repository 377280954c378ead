/**
 * Parts of free pages that the product draws: lists made of other entries, code to copy, tables of files. An
 * author names one where it shall stand; each belongs to one page, whose code draws it.
 */
import type { pages } from './address.ts';

/** One such part: on which page it may stand, and what it is, for the table that authors read. Vietnamese. */
interface PageBlock {
  readonly on: keyof typeof pages;
  readonly about: string;
}

export const pageBlocks = {
  'mode-list': { on: 'modes', about: 'thẻ của từng cách hiển thị' },
  'mode-sets': { on: 'modes', about: 'bộ chọn sẵn, mỗi bộ một địa chỉ và mã QR' },
  'embed-guide': { on: 'embedding', about: 'đoạn mã nhúng một bài, nút chép' },
  'embed-look': { on: 'embedding', about: 'khung mẫu của một bài' },
  'embed-list': { on: 'embedding', about: 'đoạn mã nhúng danh sách bài mới, nút chép' },
  'embed-audiences': { on: 'embedding', about: 'khung danh sách của từng nhóm người đọc' },
  'embed-link': { on: 'embedding', about: 'đoạn mã liên kết, nút chép' },
  'embed-height': { on: 'embedding', about: 'đoạn mã cho khung tự cao, nút chép' },
  'embed-look-address': { on: 'embedding', about: 'địa chỉ mẫu có cách hiển thị' },
  'embed-oembed': { on: 'embedding', about: 'địa chỉ oEmbed mẫu' },
  'embed-addresses': { on: 'embedding', about: 'các địa chỉ được đặt trong khung' },
  'data-files': { on: 'data', about: 'bảng các tệp dữ liệu và lược đồ' },
  'feed-all': { on: 'feeds', about: 'bảng tin chung' },
  'feed-audiences': { on: 'feeds', about: 'bảng tin theo người đọc' },
  'feed-areas': { on: 'feeds', about: 'bảng tin theo nhóm kỹ năng' },
  'feed-latest': { on: 'feeds', about: 'những thay đổi gần đây' },
  'download-files': { on: 'downloads', about: 'các tệp bản này đưa sẵn, cỡ tệp, cho ai' },
  'download-others': { on: 'downloads', about: 'các dạng chưa đưa sẵn, muốn có thì hỏi' },
} as const satisfies Readonly<Record<string, PageBlock>>;

export type PageBlockName = keyof typeof pageBlocks;

const isName = (name: string): name is PageBlockName => Object.hasOwn(pageBlocks, name);
export const pageBlockNames: readonly PageBlockName[] = Object.keys(pageBlocks).filter(isName);

/** The table that authors read. Markdown. */
export const pageBlocksTable = (address: (page: keyof typeof pages) => string): string =>
  [
    '| Tên | Trang | Là gì |',
    '| --- | --- | --- |',
    ...pageBlockNames.map(
      (name) => `| \`${name}\` | \`${address(pageBlocks[name].on)}\` | ${pageBlocks[name].about} |`,
    ),
  ].join('\n');
