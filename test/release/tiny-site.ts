/** Files of the tiny handbook. Kept apart from the test helpers: the process that publishes it is no test. */

import { gzipSync } from 'node:zlib';

/** What differs between editions. */
export interface Variant {
  /** Shown on the front page and in the name of a script. */
  readonly edition?: string;
  /** Files left out. */
  readonly without?: readonly string[];
  /** Files added or replaced. */
  readonly also?: Readonly<Record<string, string>>;
}

export const page = (title: string, body = ''): string =>
  `<!doctype html><html lang="vi"><head><title>${title}</title></head><body><main data-pagefind-body><h1>${title}</h1>${body}<p>${'Bấm vào biểu tượng, rồi đợi một lát. '.repeat(20)}</p></main></body></html>\n`;
export const leadOn = (to: string): string =>
  `<!doctype html><html lang="vi"><head><title>Chuyển trang</title><meta http-equiv="refresh" content="0;url=${to}"></head><body><main><h1>Chuyển</h1></main></body></html>\n`;
const part = (id: string, inside = ''): string =>
  `<section class="part"><h2 id="${id}">Phần</h2>${inside}</section>`;

/** The first file of search, as far as a proof reads it: one page, its title told whole. */
export const searchFile = (address: string): string =>
  JSON.stringify({
    words: '',
    uses: '',
    stream: "'",
    pages: { titles: '=Chuyển tiền', inside: '', addresses: address },
  });

/** Every file by its path. */
export function tinyFiles({
  edition = 'A',
  without = [],
  also = {},
}: Variant): Record<string, string | Buffer> {
  const guide = page(
    'Quét mã',
    `${part('can-gi')}${part('cac-buoc', '<ol><li id="buoc-1">Mở</li><li id="buoc-2">Bấm</li></ol>')}`,
  );
  const files: Record<string, string | Buffer> = {
    'index.html': page(`Sổ tay ${edition}`, `<script src="/_astro/trang.${edition}123.js"></script>`),
    '404.html': page('Không có trang này').replace(' data-pagefind-body', ''),
    'huong-dan/tien/quet-ma/index.html': guide,
    'huong-dan/tien/chuyen-tien/index.html': page('Chuyển tiền', part('can-gi')),
    '61/index.html': leadOn('/huong-dan/tien/quet-ma/'),
    '62/index.html': leadOn('/huong-dan/tien/chuyen-tien/'),
    'du-lieu/chuyen-huong.txt': '/61/ /huong-dan/tien/quet-ma/ 301\n/62/ /huong-dan/tien/chuyen-tien/ 301\n',
    'sitemap-index.xml': '<sitemapindex/>',
    [`_astro/trang.${edition}123.js`]: `console.log('${edition}');${'let x = 1;'.repeat(60)}`,
    'pagefind/pagefind.js': 'export const search = 1;',
    [`pagefind/pagefind.vi_${edition}.pf_meta`]: 'meta',
    // The second guide is known to the passages, so that the other index leaves it out.
    'tim/goc.json': searchFile('/huong-dan/tien/chuyen-tien/'),
    'tim/them.json': '{}',
    ...also,
  };
  for (const key of without) delete files[key];
  const searched = Object.entries(files)
    .filter(
      ([file, text]) =>
        file.endsWith('.html') && text.includes('data-pagefind-body') && !file.includes('chuyen-tien/'),
    )
    .map(([file]) => file);
  searched.forEach((file, index) => {
    files[`pagefind/fragment/vi_${edition}${index}.pf_fragment`] = gzipSync(
      `pagefind_dcd{"url":"/${file.replace('index.html', '')}","content":""}`,
    );
  });
  files['pagefind/pagefind-entry.json'] ??= JSON.stringify({
    languages: { vi: { hash: `vi_${edition}`, page_count: searched.length } },
  });
  return files;
}
