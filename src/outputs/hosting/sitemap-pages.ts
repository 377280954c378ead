/**
 * Which pages the sitemap lists: not number addresses, announcements, what is made for frames, sheets and
 * slides, not moved ones, not the register of rules and the cases of a stall, not the search, assistant,
 * style, error and not-kept pages.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { framable } from '../../policy/server-headers.ts';

const framed = new RegExp(framable.pattern);
const moved = new Set(
  (parse(readFileSync('content/redirects.yaml', 'utf8')) as { redirects: { from: string }[] }).redirects.map(
    (redirect) => redirect.from,
  ),
);

export function listedPage(address: string): boolean {
  const path = new URL(address).pathname;
  return (
    !/^\/(?:loa\/)?\d+\/$/.test(path) &&
    !/^\/(?:in|trinh-chieu|sap-cua-toi)\/./.test(path) &&
    !/^\/(?:kiem|quy-dinh)\//.test(path) &&
    !moved.has(path) &&
    !framed.test(path) &&
    !['/tim-kiem/', '/hoi/', '/404/', '/phong-cach/', '/ngoai-tuyen/chua-luu/'].includes(path)
  );
}
