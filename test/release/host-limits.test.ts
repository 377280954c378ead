/** What hosts of static sites take: a site that is more is refused with the figure, the limit and a cure. */
import { mkdirSync, mkdtempSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { filesUnder } from '../../src/release/checksums.ts';
import { holdAgainstHost, hosts, isHost, type Host } from '../../src/release/host-limits.ts';
import { runFolder } from '../run-folder.ts';

/** A finished site of some files; a number is a file of so many bytes, which takes no room. */
function site(files: Readonly<Record<string, string | number>>): (host: Host) => string[] {
  const root = mkdtempSync(join(runFolder(), 'noi-dat-'));
  for (const [name, content] of Object.entries({ 'index.html': 'x', ...files })) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), typeof content === 'string' ? content : '');
    if (typeof content === 'number') truncateSync(join(root, name), content);
  }
  return (host) => holdAgainstHost(root, filesUnder(root), host);
}

const redirects = (count: number, from = (index: number): string => `/${index}/`): string =>
  Array.from({ length: count }, (_, index) => `${from(index)} /huong-dan/x/ 301\n`).join('');

test('a small site goes anywhere, without a word', () => {
  const hold = site({ _redirects: redirects(3), _headers: '/*\n  A: b\n' });
  const names = Object.keys(hosts).filter(isHost);
  expect(names.length).toBeGreaterThanOrEqual(4);
  for (const host of names) expect(hold(host), host).toEqual([]);
});

test.each<[what: string, host: Host, files: Parameters<typeof site>[0], said: string]>([
  [
    'one file',
    'cloudflare-pages',
    { 'tai-ve/a.zim': 26 * 1024 ** 2 },
    'tệp lớn nhất (tai-ve/a.zim) là 27,3 MB',
  ],
  ['all files', 'github-pages', { a: 6e8, b: 5e8 }, 'cả thư mục là 1.100,1 MB'],
  ['all files', 'gitlab-pages', { a: 6e8, b: 5e8 }, 'nhận nhiều nhất 1.000 MB'],
  ['redirects', 'cloudflare-pages', { _redirects: redirects(2001) }, 'dòng của _redirects là 2.001'],
  ['redirects', 'gitlab-pages', { _redirects: redirects(1001) }, 'nhận nhiều nhất 1.000'],
  ['redirects', 'netlify', { _redirects: redirects(10_001) }, 'nhận nhiều nhất 10.000'],
  [
    'redirects with a star',
    'cloudflare-pages',
    { _redirects: redirects(101, (index) => `/${index}/*`) },
    'dòng có dấu sao của _redirects là 101',
  ],
  [
    'bytes of redirects',
    'gitlab-pages',
    { _redirects: redirects(900, (index) => `/${'x'.repeat(60)}${index}/`) },
    'tệp _redirects là',
  ],
  ['a long redirect', 'cloudflare-pages', { _redirects: `/${'x'.repeat(1000)} / 301\n` }, 'dòng dài nhất'],
  [
    'rules of headers',
    'cloudflare-pages',
    { _headers: Array.from({ length: 101 }, (_, index) => `/${index}\n  A: b\n`).join('') },
    'chỗ trong _headers là 101',
  ],
  [
    'a long header',
    'cloudflare-pages',
    { _headers: `/*\n  A: ${'x'.repeat(2000)}\n` },
    'của _headers là 2.003',
  ],
])('%s: refused for %s, with figure, limit and cure', (_, host, files, said) => {
  const hold = site(files);
  expect(() => hold(host)).toThrow(said);
  expect(() => hold(host)).toThrow(/^Không đưa lên .+ được:\n {2}\S/);
  expect(() => hold(host)).toThrow(/Sửa: /);
  expect(() => hold(host)).toThrow(hosts[host].source);
});

test('too many files are refused, and told before there are too many', () => {
  const most = hosts['cloudflare-pages'].files;
  const names = (count: number): string[] => Array.from({ length: count }, () => 'index.html');
  const root = mkdtempSync(join(runFolder(), 'noi-dat-'));
  writeFileSync(join(root, 'index.html'), 'x');
  expect(() => holdAgainstHost(root, names(most + 1), 'cloudflare-pages')).toThrow('số tệp là 20.001');
  expect(holdAgainstHost(root, names(most * 0.8), 'cloudflare-pages')).toEqual([
    'Gần tới: số tệp là 16.000, Cloudflare Pages (gói miễn phí) nhận nhiều nhất 20.000.',
  ]);
});
