/** The rules behind publishing, without a disk. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { errorLine } from '../../src/cli/build.ts';
import {
  addressesOf,
  advice,
  compare,
  formatLedger,
  joined,
  parseLedger,
  parseWithdrawn,
} from '../../src/release/ledger.ts';
import { formatSums, parseSums } from '../../src/release/checksums.ts';
import { line, stepsBack, toKeep, type Deed } from '../../src/release/history.ts';
import { compressible, hashedName, isTwin } from '../../src/release/names.ts';
import { settled } from '../../src/release/sbom.ts';
import { pageFacts } from '../../src/release/site-facts.ts';

const deeds = (text: string): Deed[] =>
  text.split(' ').map((word, index) => ({
    number: index + 1,
    time: '',
    deed: word.startsWith('<')
      ? 'rollback'
      : word.startsWith('>')
        ? 'forward'
        : word.startsWith('?')
          ? 'found'
          : 'publish',
    edition: word.replace(/[<>?]/, ''),
  }));

test.each([
  ['a b c', 'a b [c]'],
  ['a b c <b', 'a [b] c'],
  ['a b c <b <a >c', 'a b [c]'],
  // What was withdrawn is forgotten by the next publish.
  ['a b c <b d', 'a b [d]'],
  // Published again: it counts as newest.
  ['a b a', 'b [a]'],
  ['a b c <b c', 'a b [c]'],
  // The run was killed right after the switch.
  ['a b ?c', 'a b [c]'],
  ['a b c ?b', 'a [b] c'],
  ['a a', '[a]'],
])('history %s', (text, wanted) => {
  const { editions, at } = line(deeds(text));
  expect(editions.map((edition, index) => (index === at ? `[${edition}]` : edition)).join(' ')).toBe(wanted);
});

test('steps and what stays', () => {
  const result = line(deeds('a b c d e f g <f'));
  expect(stepsBack(result, 1)).toBe('e');
  expect(stepsBack(result, -1)).toBe('g');
  expect(stepsBack(result, -2)).toBeUndefined();
  expect(stepsBack(result, 9)).toBeUndefined();
  expect([...toKeep(result, 5)]).toEqual(['c', 'd', 'e', 'f', 'g']);
  expect([...toKeep(line(deeds('a b c d <a')), 2)]).toEqual(['c', 'd', 'a']);
});

test('checksum lists: sorted by code, both forms of sha256sum are read, paths that lead out are not', () => {
  const sum = 'a'.repeat(64);
  expect(
    formatSums(
      new Map([
        ['b', sum],
        ['B', sum],
        ['ă', sum],
        ['a/z', sum],
        ['a-z', sum],
      ]),
    )
      .replaceAll(`${sum}  `, '')
      .split('\n'),
  ).toEqual(['B', 'a-z', 'a/z', 'b', 'ă', '']);
  expect([...parseSums(`# lời\n${sum} *a\n${sum}  b c\n${sum}  ../x\n${sum}  /etc/x\nrác`).keys()]).toEqual([
    'a',
    'b c',
  ]);
});

test('ledger: written and read again it is the same; a merge by union may leave two lines for one address, the later holds', () => {
  const ledger = {
    base: 'https://a.example',
    addresses: new Map([
      ['/', ''],
      ['/6/', '/x/'],
      ['/x/#can-gi', ''],
    ]),
  };
  expect(parseLedger(formatLedger(ledger))).toEqual(ledger);
  expect(parseLedger('<<<<<<< a\n/6/ /x/\n=======\n/6/ /y/\n>>>>>>> b\n').addresses).toEqual(
    new Map([['/6/', '/y/']]),
  );
});

test('what is lost and what is not', () => {
  const ever = new Map([
    ['/a/', ''],
    ['/a/#can-gi', ''],
    ['/a/#buoc-7', ''],
    ['/a/#tren-iphone', ''],
    ['/tu-dien/', ''],
    ['/tu-dien/#otp', ''],
    ['/goi-ai/', ''],
    ['/goi-ai/#x', ''],
    ['/b/', ''],
    ['/b/#can-gi', ''],
    ['/6/', '/a/'],
    ['/7/', '/b/'],
    ['/8/', '/c/'],
    ['/old.ics', ''],
    ['/w/', ''],
  ]);
  const now = new Map([
    ['/a/', ''],
    ['/tu-dien/', ''],
    ['/goi-ai/', ''],
    ['/6/', '/n/'],
    ['/n/', ''],
    ['/7/', '/n/'],
    ['/c/', '/n/'],
    ['/8/', '/n/'],
  ]);
  expect(compare(ever, now, new Set(['/w/']))).toEqual({
    gone: ['/b/', '/old.ics'],
    places: ['/a/#can-gi', '/tu-dien/#otp'],
    noted: ['/a/#buoc-7', '/a/#tren-iphone', '/goi-ai/#x'],
    // /8/ followed its guide, which moved; the others lead to another guide.
    reused: [
      { address: '/6/', before: '/a/', now: '/n/' },
      { address: '/7/', before: '/b/', now: '/n/' },
    ],
  });
  expect(joined(ever, now).get('/8/')).toBe('/n/');
});

test('a guide that was taken out takes its files and places along, and nothing else', () => {
  const page = '/huong-dan/tien/goi/';
  const ever = new Map([
    ['/25/', page],
    [page, ''],
    [`${page}#cac-buoc`, ''],
    [`${page}index.md`, ''],
    ['/in/25/', ''],
    ['/loa/25/', ''],
    ['/nhung/25.json', ''],
    ['/in/250/', ''],
    ['/huong-dan/tien/goi-lai/', ''],
  ]);
  const now = new Map([
    ['/25/', page],
    [page, ''],
    ['/in/25/', page],
    ['/loa/25/', page],
  ]);
  const taken = [{ number: 25, address: page }];
  expect(compare(ever, now, new Set(), taken)).toEqual({
    gone: ['/in/250/', '/huong-dan/tien/goi-lai/'],
    places: [],
    noted: [],
    reused: [],
  });
  // Gone without a word, the file to write is told, and no unrelated number is offered.
  const lost = compare(ever, new Map([['/125/', '/x/']]), new Set());
  const told = advice(lost, new Map([['/125/', '']]), '2026-11-30', ever);
  expect(told).toContain(`content/withdrawn/bai-25.yaml:\nnumber: 25`);
  expect(told).toContain(`address: ${page}`);
  expect(told).not.toMatch(/from: \/(?:25|in\/25|loa\/25)\//);
  expect(told).not.toContain('/nhung/25.json |');
});

test('withdrawn addresses need a day and a reason', () => {
  expect(parseWithdrawn('# lời\n\n/a/ | 2026-11-22 | lý do\n/b/#c | 2026-11-22 | lý do').addresses).toEqual(
    new Set(['/a/', '/b/#c']),
  );
  expect(
    parseWithdrawn('/a/\n/b/ | hôm nay | x\n/c/ | 2026-11-22 |').wrong.map((fault) => fault.line),
  ).toEqual([1, 2, 3]);
});

test('facts of a page hold nothing else of it', () => {
  setFlagsFromString('--expose-gc');
  const collect = (): void => {
    runInNewContext('gc()');
  };
  const pages = 40;
  const long = 'chữ '.repeat(250_000);
  const read = (at: number) =>
    pageFacts(
      `${at}/index.html`,
      `<title>Trang thứ ${at} của sổ tay</title><a href="/huong-dan/bai-so-${at}/">${long}${at}</a>`,
    );
  collect();
  const before = process.memoryUsage().heapUsed;
  const facts = Array.from({ length: pages }, (_, at) => read(at));
  collect();
  // Each page is two megabytes.
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(pages * 500_000);
  expect(facts.map(({ links }) => links.length)).toEqual(facts.map(() => 1));
});

test('facts of a page, read as a browser reads it', () => {
  const html =
    '<!doctype html><title>Một  </title><script>"<h1 id=x>"</script><main data-pagefind-body><h1>Hai</h1><section class="part part-x"><h2 id=can-gi>x</h2><li id="buoc-1"><span id="nghia-x"></span></section><h2 id="gan">y</h2></main><a href="/83/?x#y">a</a><img src="/so-tay/a.svg"><a href="//b.vn/"></a></html>';
  expect(pageFacts('huong-dan/a/b/index.html', html)).toEqual({
    file: 'huong-dan/a/b/index.html',
    address: '/huong-dan/a/b/',
    whole: true,
    title: 'Một',
    heading: 'Hai',
    places: ['can-gi', 'buoc-1'],
    links: ['/83/', '/so-tay/a.svg'],
    searched: true,
  });
  expect(pageFacts('9/index.html', '<meta http-equiv="Refresh" content="0; URL=/a/">')).toMatchObject({
    leadsTo: '/a/',
    whole: false,
    title: '',
    heading: '',
  });
  expect(
    pageFacts('9/index.html', '<meta http-equiv="refresh" content="0;url=/so-tay/a/">', '/so-tay').leadsTo,
  ).toBe('/a/');
  expect(pageFacts('tu-dien/index.html', '<h3 id="otp">OTP</h3><b id="sim">SIM</b>').places).toEqual([
    'otp',
    'sim',
  ]);
  expect([
    ...addressesOf({
      path: '',
      files: [
        'index.html',
        '404.html',
        '.nojekyll',
        '_astro/x.js',
        'a.ics',
        'a.ics.br',
        'pagefind/pagefind.js',
        'sha256sums.txt',
      ],
      pages: [pageFacts('index.html', ''), pageFacts('404.html', '')],
    }).keys(),
  ]).toEqual(['/', '/a.ics']);
});

test('a log with an error line is that of a failed build, coloured or not', () => {
  expect(errorLine('10:00 [build] Complete!\n10:00 [WARN] x')).toBeUndefined();
  expect(errorLine('a\n\u001B[31m[ERR\u001B[0mOR] [content] Invalid content reference\nComplete!')).toBe(
    '[ERROR] [content] Invalid content reference',
  );
});

test('names', () => {
  for (const file of [
    'ngoai-tuyen/kho/0a1b.txt',
    '_astro/x.A1.js',
    '_astro/x.A1.js.br',
    'pagefind/fragment/vi_1.pf_fragment',
    'pagefind/pagefind.vi_1.pf_meta',
  ])
    expect(hashedName(file), file).toBe(true);
  for (const file of [
    'index.html',
    'pagefind/pagefind.js',
    'pagefind/pagefind-entry.json',
    'phong-chu/andika-latin.woff2',
    'sw.js',
  ])
    expect(hashedName(file), file).toBe(false);
  expect(['a.html', 'a.pf_index', 'a.woff2', 'a.html.br'].map(compressible)).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect(['a.br', 'a.gz', 'a.html.0a1b.dcb', 'a.html'].map(isTwin)).toEqual([true, true, true, false]);
});

test('a parts list has nothing of the run in it', () => {
  const bom = (serial: string, folder: string, reverse: boolean): string => {
    const components = [{ 'bom-ref': 'b@1' }, { 'bom-ref': 'a@1' }];
    return JSON.stringify({
      bomFormat: 'CycloneDX',
      serialNumber: serial,
      metadata: { timestamp: serial, tools: [{ name: 'cli', version: serial }], component: { name: folder } },
      components: reverse ? components.reverse() : components,
      dependencies: [{ ref: 'b@1', dependsOn: ['z', 'a'] }, { ref: 'a@1' }],
    });
  };
  expect(settled(bom('1', 'x', false), 'so-tay-so')).toBe(settled(bom('2', 'y', true), 'so-tay-so'));
  expect(JSON.parse(settled(bom('1', 'x', false), 'so-tay-so'))).toMatchObject({
    metadata: { component: { name: 'so-tay-so' } },
    components: [{ 'bom-ref': 'a@1' }, { 'bom-ref': 'b@1' }],
  });
});
