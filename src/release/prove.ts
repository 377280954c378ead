/** Proofs over a built site before anybody may see it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
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

/** Every reason why the site may not be published; none when it is whole. */
export function siteFaults(root: string, { files, pages }: SiteFacts): string[] {
  const there = new Set(files);
  const faults = needed.filter((f) => !there.has(f)).map((f) => `thiếu ${f}`);
  for (const p of pages) {
    if (!p.whole) faults.push(`${p.file} bị cụt (không có </html> ở cuối)`);
    if (p.title === '') faults.push(`${p.file} không có tiêu đề (title)`);
    if (p.heading === '') faults.push(`${p.file} không có đề mục lớn (h1)`);
    if (p.leadsTo?.startsWith('/') && !there.has(`${p.leadsTo.slice(1).replace(/[?#].*$/, '')}index.html`))
      faults.push(`${p.file} dẫn tới ${p.leadsTo}, nơi không có trang`);
  }
  for (const f of files)
    if (/\.(?:json|webmanifest)$/.test(f))
      try {
        JSON.parse(readFileSync(join(root, f), 'utf8'));
      } catch {
        faults.push(`${f} không phải JSON trọn vẹn`);
      }
  if (there.has('pagefind/pagefind-entry.json')) faults.push(...indexFaults(root, { files, pages }));
  return faults;
}

interface Entry {
  readonly languages?: Readonly<Record<string, { readonly hash: string; readonly page_count: number }>>;
}

/** Every page that asks to be searched must be known to one of the two indexes, the passages or the one over whole pages, and the parts of the latter must be there. */
function indexFaults(root: string, { files, pages }: SiteFacts): string[] {
  let entry: Entry;
  try {
    entry = JSON.parse(readFileSync(join(root, 'pagefind/pagefind-entry.json'), 'utf8')) as Entry;
  } catch {
    return [];
  }
  const languages = Object.values(entry.languages ?? {});
  const indexed = languages.reduce((n, l) => n + l.page_count, 0);
  const fragments = files.filter((f) => f.startsWith('pagefind/fragment/'));
  const known = new Set([
    ...fragments.map((f) => fragmentAddress(readFileSync(join(root, f)))),
    ...passageAddresses(root),
  ]);
  const searched = pages.filter((p) => p.searched).map((p) => p.address);
  const lost = searched.filter((a) => !known.has(a));
  return [
    ...(indexed > 0 && searched.length > 0 ? [] : ['chỉ mục tìm kiếm rỗng']),
    ...(lost.length === 0
      ? []
      : [`${lost.length} trang không có trong chỉ mục tìm kiếm: ${lost.slice(0, 5).join(', ')}`]),
    ...(fragments.length === indexed
      ? []
      : [`chỉ mục tìm kiếm có ${fragments.length} mảnh cho ${indexed} trang`]),
    ...languages
      .filter((l) => !files.includes(`pagefind/pagefind.${l.hash}.pf_meta`))
      .map((l) => `thiếu pagefind/pagefind.${l.hash}.pf_meta`),
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
function passageAddresses(root: string): string[] {
  try {
    const { pages = [] } = JSON.parse(readFileSync(join(root, 'tim/goc.json'), 'utf8')) as {
      pages?: readonly (readonly unknown[])[];
    };
    return pages.map((row) => row[3]).filter((a) => typeof a === 'string');
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
      .map((f) => `  ${f}`)
      .join('\n')}${more}\nBản trước vẫn nguyên. (the built site is not whole)`,
  );
}
