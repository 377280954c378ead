/** Proofs over a built site before anybody may see it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { fullAddress } from '../domain/short-address.ts';
import { titlesOf, wordsOf } from '../search/packed.ts';
import type { CoreFile } from '../search/format.ts';
import { slug } from '../vietnamese/text.ts';
import { Refusal } from './refusal.ts';
import type { SiteFacts } from './site-facts.ts';

/** Without these the site is not the handbook. */
const needed = [
  'index.html',
  '404.html',
  'sitemap-index.xml',
  'pagefind/pagefind.js',
  'pagefind/pagefind-entry.json',
  'tim/goc.json',
  'tim/them.json',
];

/** Whether the host that serves the site under `path` has what a page names. */
function isThere(link: string, files: ReadonlySet<string>, path: string): boolean {
  if (!link.startsWith(`${path}/`)) return false;
  const file = link.slice(path.length + 1);
  return files.has(decodeURIComponent(file === '' || file.endsWith('/') ? `${file}index.html` : file));
}

/** Every reason why the site may not be published; none when it is whole. */
function siteFaults(root: string, { files, pages, path }: SiteFacts): string[] {
  const there = new Set(files);
  const faults = needed.filter((file) => !there.has(file)).map((file) => `thiếu ${file}`);
  for (const page of pages) {
    if (!page.whole) faults.push(`${page.file} bị cụt (không có </html> ở cuối)`);
    if (page.title === '') faults.push(`${page.file} không có tiêu đề (title)`);
    if (page.heading === '') faults.push(`${page.file} không có đề mục lớn (h1)`);
    if (
      page.leadsTo?.startsWith('/') &&
      !there.has(`${page.leadsTo.slice(1).replace(/[?#].*$/, '')}index.html`)
    )
      faults.push(`${page.file} dẫn tới ${page.leadsTo}, nơi không có trang`);
    for (const link of page.links)
      if (!isThere(link, there, path)) faults.push(`${page.file} gọi ${link}, nơi không có gì`);
  }
  for (const file of files)
    if (/\.(?:json|webmanifest)$/.test(file))
      try {
        JSON.parse(readFileSync(join(root, file), 'utf8'));
      } catch {
        faults.push(`${file} không phải JSON trọn vẹn`);
      }
  if (there.has('pagefind/pagefind-entry.json')) faults.push(...indexFaults(root, { files, pages, path }));
  return faults;
}

interface Entry {
  readonly languages?: Readonly<Record<string, { readonly hash: string; readonly page_count: number }>>;
}

/**
 * Every page that asks to be searched must be known to one of the two indexes, the passages or the one over
 * whole pages, and the parts of the latter must be there.
 */
function indexFaults(root: string, { files, pages, path }: SiteFacts): string[] {
  let entry: Entry;
  try {
    entry = JSON.parse(readFileSync(join(root, 'pagefind/pagefind-entry.json'), 'utf8')) as Entry;
  } catch {
    return [];
  }
  const languages = Object.values(entry.languages ?? {});
  const indexed = languages.reduce((total, language) => total + language.page_count, 0);
  const fragments = files.filter((file) => file.startsWith('pagefind/fragment/'));
  const known = new Set([
    ...fragments.map((fragment) => fragmentAddress(readFileSync(join(root, fragment)))),
    ...passageAddresses(root, path),
  ]);
  const searched = pages.filter((page) => page.searched).map((page) => page.address);
  const lost = searched.filter((address) => !known.has(address));
  return [
    ...(indexed > 0 && searched.length > 0 ? [] : ['chỉ mục tìm kiếm rỗng']),
    ...(lost.length === 0
      ? []
      : [`${lost.length} trang không có trong chỉ mục tìm kiếm: ${lost.slice(0, 5).join(', ')}`]),
    ...(fragments.length === indexed
      ? []
      : [`chỉ mục tìm kiếm có ${fragments.length} mảnh cho ${indexed} trang`]),
    ...languages
      .filter((language) => !files.includes(`pagefind/pagefind.${language.hash}.pf_meta`))
      .map((language) => `thiếu pagefind/pagefind.${language.hash}.pf_meta`),
  ];
}

/** Address of the page of a fragment: packed JSON behind a mark of the indexer. */
function fragmentAddress(bytes: Buffer): string {
  try {
    return /"url":"([^"]+)"/.exec(gunzipSync(bytes).toString('utf8'))?.[1] ?? '';
  } catch {
    return '';
  }
}

/** Addresses of pages whose passages can be found; see `src/search/format.ts`. */
function passageAddresses(root: string, path: string): string[] {
  try {
    const core = JSON.parse(readFileSync(join(root, 'tim/goc.json'), 'utf8')) as CoreFile;
    const titles = titlesOf(core, wordsOf(core));
    return core.pages.addresses
      .split('\n')
      .map((address, place) =>
        address === '' ? '' : fullAddress(address, slug(titles[place] ?? '')).slice(path.length),
      );
  } catch {
    return [];
  }
}

/** @throws Refusal `proof` that lists the first faults. */
export function proveSite(root: string, facts: SiteFacts): void {
  const faults = siteFaults(root, facts);
  if (faults.length === 0) return;
  const more = faults.length > 10 ? `\n  … và ${faults.length - 10} lỗi nữa` : '';
  throw new Refusal(
    'proof',
    `Bản dựng không trọn vẹn:\n${faults
      .slice(0, 10)
      .map((fault) => `  ${fault}`)
      .join('\n')}${more}\nBản trước vẫn nguyên. (the built site is not whole)`,
  );
}
