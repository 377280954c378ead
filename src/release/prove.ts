/** Proofs over a built site before anybody may see it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from './refusal.ts';
import type { SiteFacts } from './site-facts.ts';

/** Without these the site is not the handbook. */
const needed = ['index.html', '404.html', 'sitemap-index.xml', 'pagefind/pagefind.js', 'pagefind/pagefind-entry.json', 'tim/goc.json', 'tim/them.json'];

/** Every reason why the site may not be published; none when it is whole. */
export function siteFaults(root: string, { files, pages }: SiteFacts): string[] {
  const there = new Set(files);
  const faults = needed.filter((f) => !there.has(f)).map((f) => `thiếu ${f}`);
  for (const p of pages) {
    if (!p.whole) faults.push(`${p.file} bị cụt (không có </html> ở cuối)`);
    if (p.title === '') faults.push(`${p.file} không có tiêu đề (title)`);
    if (p.heading === '') faults.push(`${p.file} không có đề mục lớn (h1)`);
    if (p.leadsTo?.startsWith('/') && !there.has(`${p.leadsTo.slice(1).replace(/[?#].*$/, '')}index.html`)) faults.push(`${p.file} dẫn tới ${p.leadsTo}, nơi không có trang`);
  }
  for (const f of files) if (/\.(?:json|webmanifest)$/.test(f)) try { JSON.parse(readFileSync(join(root, f), 'utf8')); } catch { faults.push(`${f} không phải JSON trọn vẹn`); }
  if (there.has('pagefind/pagefind-entry.json')) faults.push(...indexFaults(root, { files, pages }));
  return faults;
}

interface Entry { readonly languages?: Readonly<Record<string, { readonly hash: string; readonly page_count: number }>> }

/** The search index must hold every page that asks to be searched, and its parts must be there. */
function indexFaults(root: string, { files, pages }: SiteFacts): string[] {
  let entry: Entry;
  try { entry = JSON.parse(readFileSync(join(root, 'pagefind/pagefind-entry.json'), 'utf8')) as Entry; } catch { return []; }
  const languages = Object.values(entry.languages ?? {});
  const indexed = languages.reduce((n, l) => n + l.page_count, 0);
  const searched = pages.filter((p) => p.searched).length;
  const fragments = files.filter((f) => f.startsWith('pagefind/fragment/')).length;
  return [
    ...(indexed === searched && searched > 0 ? [] : [`chỉ mục tìm kiếm có ${indexed} trang, lẽ ra ${searched}`]),
    ...(fragments === indexed ? [] : [`chỉ mục tìm kiếm có ${fragments} mảnh cho ${indexed} trang`]),
    ...languages.filter((l) => !files.includes(`pagefind/pagefind.${l.hash}.pf_meta`)).map((l) => `thiếu pagefind/pagefind.${l.hash}.pf_meta`),
  ];
}

/** @throws Refusal `proof` that lists the first faults. */
export function proveSite(root: string, facts: SiteFacts): void {
  const faults = siteFaults(root, facts);
  if (faults.length === 0) return;
  const more = faults.length > 10 ? `\n  … và ${faults.length - 10} lỗi nữa` : '';
  throw new Refusal('proof', `Bản dựng không trọn vẹn:\n${faults.slice(0, 10).map((f) => `  ${f}`).join('\n')}${more}\nBản trước vẫn nguyên. (the built site is not whole)`);
}
