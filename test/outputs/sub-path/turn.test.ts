/** What is an address in a finished file, and what only looks like one. */
import { expect, test } from 'vitest';
import { hashSource } from '../../../src/policy/hash.ts';
import { turns } from '../../../src/outputs/sub-path/served.ts';
import { turnsOf } from '../../../src/outputs/turns.ts';

const { served, atRoot } = turns('/so-tay');
/** Each kind of file, as it is written and as it is served. */
const pairs: readonly (readonly [file: string, written: string, served: string])[] = [
  ['a.html', '<a title="/x/ > y" href="/">a</a>', '<a title="/x/ > y" href="/so-tay/">a</a>'],
  ['a.html', '<form action="/hoi/"><p>href="/83/"</p>', '<form action="/so-tay/hoi/"><p>href="/83/"</p>'],
  [
    'a.html',
    '<a href="//b.vn/"><a href="tel:113"><a href="#x">',
    '<a href="//b.vn/"><a href="tel:113"><a href="#x">',
  ],
  [
    'a.html',
    '<!-- <a href="/a/"> --><script>x="/a/"</script>',
    '<!-- <a href="/a/"> --><script>x="/a/"</script>',
  ],
  [
    'a.html',
    '<main data-nghe="/nghe/8.json" data-ngay="/">',
    '<main data-nghe="/so-tay/nghe/8.json" data-ngay="/">',
  ],
  ['a.html', '<meta content="0;url=/a/">', '<meta content="0;url=/so-tay/a/">'],
  [
    'a.html',
    '<script type="application/json">["/a/",1]</script><script type="application/ld+json">["/a/"]</script>',
    '<script type="application/json">["/so-tay/a/",1]</script><script type="application/ld+json">["/a/"]</script>',
  ],
  [
    'a.js',
    'a=`/tim/${n}`,b="/sw.js",c="/_astro/x.js"',
    'a=`/so-tay/tim/${n}`,b="/so-tay/sw.js",c="/so-tay/_astro/x.js"',
  ],
  [
    'a.js',
    'a=`/${n}/`,b=`/`+n,c={"/a/":"/"},d=["/"]',
    'a=`/so-tay/${n}/`,b=`/so-tay/`+n,c={"/so-tay/a/":"/so-tay/"},d=["/so-tay/"]',
  ],
  [
    'a.js',
    'a.split("/").join(`/`),b=a+"/"+c,d=`/_h/${n}`,e=`${a}/b/`',
    'a.split("/").join(`/`),b=a+"/"+c,d=`/_h/${n}`,e=`${a}/b/`',
  ],
  ['a.js', 'a=/^\\/a\\//,b="/g, x",c="// x",d="/So/"', 'a=/^\\/a\\//,b="/g, x",c="// x",d="/So/"'],
  ['a.js', 'a=`<p> <a href="/ngoai-tuyen/">${n}</a>`', 'a=`<p> <a href="/so-tay/ngoai-tuyen/">${n}</a>`'],
  [
    'a.json',
    '{"/a/":"/b/#c","d":"/a/\\n\\n/\\n/e/"}',
    '{"/so-tay/a/":"/so-tay/b/#c","d":"/so-tay/a/\\n\\n/so-tay/\\n/so-tay/e/"}',
  ],
  ['a.json', '{"a":"/","b":"1/2/","c":"/ 5"}', '{"a":"/","b":"1/2/","c":"/ 5"}'],
  ['a.webmanifest', '{"scope":"/"}', '{"scope":"/so-tay/"}'],
  ['pagefind/pagefind.js', 'a="/tim/"', 'a="/tim/"'],
  ['a.html', '<a href="/loa/83/">', '<a href="/so-tay/loa/83/">'],
  ['a.txt', 'href="/a/"', 'href="/a/"'],
];
/** Two folders: a capital letter, and a name that is a folder of the handbook too. */
const other = turns('/B/loa');
const text = (turn: typeof served, file: string, from: string): string =>
  turn(file, Buffer.from(from)).toString();

test.each(pairs)('%s: %s', (file, written, there) => {
  expect(text(served, file, written)).toBe(there);
  expect(text(atRoot, file, there)).toBe(written);
  const elsewhere = there.replaceAll('/so-tay', '/B/loa');
  expect(text(other.served, file, written)).toBe(elsewhere);
  expect(text(other.atRoot, file, elsewhere)).toBe(written);
});

test('a style that names a file keeps its place in the policy of the page', () => {
  const [style, turned] = ['a{src:url(/phong-chu/a.woff2)}', 'a{src:url(/so-tay/phong-chu/a.woff2)}'];
  const page = (policy: string, css: string): string =>
    `<meta http-equiv="Content-Security-Policy" content="style-src ${policy}"><style>${css}</style>`;
  const entities = (hash: string): string => hash.replaceAll("'", '&#39;');
  for (const quoted of [(hash: string) => hash, entities]) {
    const before = page(quoted(hashSource(style)), style);
    const after = page(quoted(hashSource(turned)), turned);
    expect(text(served, 'a.html', before)).toBe(after);
    expect(text(atRoot, 'a.html', after)).toBe(before);
  }
});

test('without the form an address with a path is refused, and the root needs none', async () => {
  await expect(turnsOf([], '/so-tay')).rejects.toThrow('sub-path');
  const { served: same } = await turnsOf([], '');
  expect(text(same, 'a.html', '<a href="/">')).toBe('<a href="/">');
});
