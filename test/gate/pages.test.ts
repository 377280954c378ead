/** Free pages: what the gate refuses in them, each with its cure, and what an edition may add. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { authoredPages, pages } from '../../src/domain/address.ts';
import { pageBlockNames, pageBlocks } from '../../src/domain/page-blocks.ts';
import { parseBody } from '../../src/markdown/reader.ts';
import { readHandbook } from '../../src/handbook/read-handbook.ts';
import { menuLinks, ownPages, pageAt, pageTrail } from '../../src/views/free-page.ts';
import { guide, more } from '../fixtures/broken/case.ts';
import { type Changes, checkTree, withTree } from '../fixtures/tree.ts';

const file = 'pages/lich-lop.mdx';
const written = (body: string, head = ''): string =>
  `---\ntitle: Lịch lớp\nsummary: Lớp ở các thôn\naddress: /lich-lop/\n${head}checked: 2026-11-21\n---\n\nLời mở.\n\n${body}\n`;
const part = (inside: string): string => written(`<Part title="Một" id="mot">\n\n${inside}\n\n</Part>`);

/** What is told of a tree, as `rule: message => cure`, without what the good tree says anyway. */
const told = (changes: Changes): string[] => {
  const faults = (root: string): string[] =>
    checkTree(root).problems.map(({ rule, message, fix }) => `${rule}: ${message} => ${fix}`);
  const before = new Set(withTree({}, faults));
  return withTree(changes, faults).filter((fault) => !before.has(fault));
};

test('a page of an edition’s own passes with everything that it may hold', () => {
  const body = part(
    [
      'Có <Count of="guides" /> bài trong <Site show="name" />. Xem [giới thiệu](/gioi-thieu/#mot) và [bài 1](/1/).',
      '### Tên phụ',
      '<Table title="Lịch">\n\n| Thôn | Giờ |\n| --- | --- |\n| Đông | 19 |\n\n</Table>',
      '<Guides topic="bep" />',
      '<Qr to="/1/" />',
      '<Targets plan="tinh-mau-02" />',
      '<Calendar plan="xa-mau-01" />',
      '<Hotlines ids="cuu-ho" />',
      '<Contact id="cuu-ho" />',
      '<Tip>\n\nMang điện thoại.\n\n</Tip>',
    ].join('\n\n'),
  );
  expect(told({ [file]: body })).toEqual([]);
});

test('a law that is among the sources of the page passes', () => {
  const sources = (document: string): string =>
    `sources:\n  - { title: Nghị định, document: ${document}, seen: 2026-11-21, certainty: two }\n`;
  const page = (document: string): string =>
    part('Theo 69/2024/NĐ-CP.').replace('checked:', `${sources(document)}checked:`);
  expect(told({ [file]: page('69/2024/NĐ-CP') })).toEqual([]);
  expect(told({ [file]: page('9/2024/NĐ-CP') })).toEqual([expect.stringMatching(/^law-source: /)]);
});

const refused: readonly (readonly [string, Changes, string, RegExp])[] = [
  [
    'an address of the product',
    { [file]: part('Chữ.').replace('/lich-lop/', '/lich/') },
    'page-taken',
    /\/lich\/.*chọn địa chỉ khác/,
  ],
  [
    'an address of another page',
    { [file]: part('Chữ.').replace('/lich-lop/', '/gioi-thieu/') },
    'page-taken',
    /content\/pages\//,
  ],
  [
    'a folder of the product',
    { [file]: part('Chữ.').replace('/lich-lop/', '/huong-dan/lop/') },
    'page-folder',
    /\/lop-huong-dan\//,
  ],
  ['a number as address', { [file]: part('Chữ.').replace('/lich-lop/', '/7/') }, 'page-number', /thêm chữ/],
  ['no page where others lead', { 'pages/about.mdx': null }, 'page-missing', /\/gioi-thieu\//],
  [
    'a link to nowhere',
    { [file]: part('[Xem giới thiệu](/gioi-thiu/)') },
    'page-link',
    /có phải “\/gioi-thieu\/”/,
  ],
  [
    'a link to no part',
    { [file]: part('[Xem giới thiệu](/gioi-thieu/#hai)') },
    'page-place',
    /chọn một trong: mot/,
  ],
  ['a block of another page', { [file]: part('<Block name="embed-guide" />') }, 'page-block', /\/nhung\//],
  ['a QR code of nowhere', { [file]: part('<Qr to="/bai-la/" />') }, 'page-link', /bai-la/],
  [
    'a count of nothing known',
    { [file]: part('Có <Count of="guide" /> bài.') },
    'prop-value',
    /có phải “guides”/,
  ],
  ['a fact that is none', { [file]: part('<Site show="nam" />') }, 'prop-value', /có phải “name”/],
  ['a photo that is not there', { [file]: part('<Photo id="lop-toi" />') }, 'dangling', /lop-toi/],
  [
    'a form that is not handed out',
    { [file]: part('<Download form="epub" />') },
    'page-form',
    /epub.*downloads của content\/edition\.yaml/,
  ],
  [
    'targets of a plan that has none',
    { [file]: part('<Targets plan="xa-mau-01" />') },
    'page-targets',
    /xa-mau-01.*chọn kế hoạch khác/,
  ],
  ['a calendar of no plan', { [file]: part('<Calendar plan="xa-mau" />') }, 'dangling', /xa-mau-01/],
  ['a call to nobody', { [file]: part('<Hotlines ids="cuu-ho, cuu-h" />') }, 'dangling', /cuu-ho/],
  [
    'a photo without words for who does not see it',
    { 'photos/lop.yaml': 'by: Tổ\nday: 2026-11-19\npeople: Đồng ý\nwidth: 640\nheight: 480\n' },
    'missing-field',
    /alt/,
  ],
  [
    'words for a photo that say nothing',
    { 'photos/lop.yaml': 'alt: Lớp học\nby: Tổ\nday: 2026-11-19\npeople: Đồng ý\nwidth: 640\nheight: 480\n' },
    'wrong-value',
    /nói ảnh có gì/,
  ],
  [
    'two ways to choose guides',
    { [file]: part('<Guides topic="bep" ids="bep/rua-rau" />') },
    'prop-value',
    /giữ một/,
  ],
  ['guides of no shelf', { [file]: part('<Guides topic="bepp" />') }, 'dangling', /có phải “bep”/],
  [
    'a table that is none',
    { [file]: part('<Table title="Lịch">\n\nChữ.\n\n</Table>') },
    'children',
    /một bảng Markdown/,
  ],
  ['a typed telephone number', { [file]: part('Gọi 0912345678.') }, 'typed-phone', /0912345678/],
  ['a law without a source', { [file]: part('Theo 69/2024/NĐ-CP.') }, 'law-source', /69\/2024/],
  ['a heading of the second level', { [file]: part('## Tên') }, 'heading', /###/],
  [
    'words outside the parts',
    { [file]: written('<Part title="Một">\n\nChữ.\n\n</Part>\n\nLạc.') },
    'stray',
    /<Part/,
  ],
  ['code', { [file]: part('Có {1 + 1} bài.') }, 'expression', /ngoặc/],
  [
    'a component of free pages in a guide',
    { [guide]: more('Có <Count of="guides" /> bài.') },
    'place',
    /trang tự do/,
  ],
  ['a page under itself', { [file]: written('', 'under: lich-lop\n') }, 'circle', /lich-lop/],
];
test.each(refused)('%s is refused with a cure', (_, changes, rule, words) => {
  const faults = told(changes);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatch(new RegExp(`^${rule}: `));
  expect(faults[0]).toMatch(words);
});

test('lists of every page link to it in order, the path above it names the pages that it is under', () => {
  const changes = {
    [file]: written('', 'menu: [main, foot]\norder: 2\n'),
    'pages/thang-bay.mdx': written('', 'under: lich-lop\nmenu: [foot]\norder: 1\n').replace(
      '/lich-lop/',
      '/thang-bay/',
    ),
  };
  withTree(changes, (root) => {
    const { handbook } = readHandbook(root);
    expect(menuLinks(handbook, 'main').map(({ href }) => href)).toEqual(['/lich-lop/']);
    expect(menuLinks(handbook, 'foot').map(({ href }) => href)).toEqual(['/thang-bay/', '/lich-lop/']);
    expect(pageTrail(pageAt(handbook, '/thang-bay/'))).toEqual([{ href: '/lich-lop/', text: 'Lịch lớp' }]);
    expect(ownPages(handbook).map(({ address }) => address)).toEqual(
      expect.arrayContaining(['/lich-lop/', '/thang-bay/', pages.about]),
    );
    expect(() => pageAt(handbook, '/khong-co/')).toThrow(/khong-co/);
  });
});

test('every named block belongs to a page that must be there', () => {
  expect(pageBlockNames.length).toBeGreaterThan(10);
  const authored: readonly string[] = authoredPages;
  for (const name of pageBlockNames) expect(authored).toContain(pageBlocks[name].on);
});

test('every example of the document is read as it stands, and names what the handbook has', () => {
  const document = readFileSync('docs/trang-tu-do.md', 'utf8');
  const table = document.slice(document.indexOf('## Mỗi khối một ví dụ'));
  const examples = [...table.matchAll(/`(<[A-Z]\w*[^`]*\/>)`/g)].map(([, example = '']) => example);
  expect(examples.length).toBeGreaterThanOrEqual(13);
  const folders = {
    audience: 'audiences',
    task: 'tasks',
    topic: 'topics',
    plan: 'plans',
    phone: 'directory',
  };
  for (const example of examples) {
    const { tree, problems } = parseBody('x.mdx', `<Part title="Một">\n\n${example}\n\n</Part>`, 'page');
    expect(problems, example).toEqual([]);
    for (const { kind, id } of tree.mentions) {
      const [, folder] = Object.entries(folders).find(([name]) => name === kind) ?? [];
      if (folder !== undefined) expect(globSync(`content/${folder}/${id}.*`), example).toHaveLength(1);
    }
  }
});
