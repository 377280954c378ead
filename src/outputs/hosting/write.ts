/**
 * Writes the files for hosts after the build. The policy in the headers is the union of what the finished
 * pages say themselves, so the two cannot part.
 */
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { siteFiles } from '../../books/site-files.ts';
import { caddyDictionary } from './dictionary-files.ts';
import { caddyHeaders, headersFile, hostRedirects, nginxMaps, nginxServer } from './host-files.ts';
import { redirectsUnder } from './redirects.ts';
import { framable, headerPolicies, serverHeaders } from '../../policy/server-headers.ts';

/** The policy stands right at the beginning of a page. */
const headBytes = 4096;
const said = /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/;

/**
 * Distinct policies of the pages in a finished site, with the first page of each. Throws when a page has
 * none, or has it after a style or script.
 */
export function policiesOf(dist: string): {
  readonly pages: readonly string[];
  readonly framed: readonly string[];
} {
  const pages = new Set<string>();
  const framed = new Set<string>();
  const buffer = Buffer.alloc(headBytes);
  for (const file of siteFiles(dist)) {
    if (!file.endsWith('.html')) continue;
    const fd = openSync(join(dist, file), 'r');
    const head = buffer.toString('utf8', 0, readSync(fd, buffer, 0, headBytes, 0));
    closeSync(fd);
    const found = said.exec(head);
    if (!found || /<(?:style|script|link)[\s>]/.test(head.slice(0, found.index)))
      throw new Error(
        `${file}: trang chưa có chính sách nội dung, hoặc chính sách đứng sau kiểu dáng. Đặt thẻ meta của pagePolicy() ngay sau charset. (page without its policy)`,
      );
    const path = `/${file.replace(/index\.html$/, '')}`;
    (new RegExp(framable.pattern).test(path) ? framed : pages).add(
      found[1]!.replaceAll('&#39;', "'").replaceAll('&#x27;', "'"),
    );
  }
  return { pages: [...pages], framed: [...framed] };
}

/**
 * Writes `_headers`, `_redirects` and `du-lieu/may-chu/` for an edition under `path`: `/so-tay`, or '' at the
 * root of its host.
 */
export function writeHosting(dist: string, path = ''): { readonly policy: number } {
  const { pages, framed } = policiesOf(dist);
  const policies = headerPolicies(pages, framed);
  const headers = serverHeaders(policies, path);
  const folder = join(dist, 'du-lieu/may-chu');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(dist, '_headers'), headersFile(headers, path));
  writeFileSync(
    join(dist, '_redirects'),
    hostRedirects(redirectsUnder(path, readFileSync(join(dist, 'du-lieu/chuyen-huong.txt'), 'utf8'))),
  );
  // Its name tells one policy from another, so that a server can ask which one the edition has that it
  // serves.
  const text = `${policies.page}\n${policies.framable}\n`;
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 16);
  const known = `du-lieu/may-chu/chinh-sach-${digest}.txt`;
  writeFileSync(join(dist, known), text);
  writeFileSync(join(folder, 'nginx-http.conf'), nginxMaps(headers, policies, path));
  writeFileSync(join(folder, 'nginx-server.conf'), nginxServer(headers, path));
  writeFileSync(join(folder, 'caddy-headers.conf'), caddyHeaders(headers, policies, `/${known}`));
  writeFileSync(join(folder, 'caddy-dictionary.conf'), caddyDictionary());
  return { policy: Buffer.byteLength(policies.page) };
}
