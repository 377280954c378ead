/** What authors may write and what the page draws is the same set; what they write stays text. */
import { parse, parseFragment, type DefaultTreeAdapterMap } from 'parse5';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawPicture } from '../../src/components/prose/drawn-picture.ts';
import { drawScreen } from '../../src/components/prose/drawn-screen.ts';
import { html, Markup } from '../../src/components/prose/html.ts';
import { components, shapeOf } from '../../src/markdown/components.ts';
import { parseBody } from '../../src/markdown/reader.ts';
import { contactView } from '../../src/views/directory.ts';
import type { IndicatorRow } from '../../src/views/indicators.ts';
import type { ProseContext } from '../../src/views/prose.ts';
import { drawingBoard, type DrawingBoard } from '../fixtures/drawn.ts';

type Node = DefaultTreeAdapterMap['node'];

const target: IndicatorRow = {
  year: 2026,
  group: 'Người lớn',
  measure: 'Biết dùng',
  value: 70,
  unit: 'percent',
  unitName: 'Phần trăm',
  words: 'ít nhất 70%',
  wording: 'ít nhất 70%',
  item: '1',
  plan: 'Xã',
  planAddress: '/ke-hoach/xa/',
};
const prose: ProseContext = {
  term: (id) => ({ meaning: `nghĩa của ${id}.`, address: `/tu-dien/#${id}` }),
  contact: (id) =>
    ({
      id,
      file: '',
      address: '',
      local: false,
      data: {
        kind: 'local',
        use: 'ok',
        name: `Nơi ${id}`,
        ...(id === 'co-so'
          ? { number: '1900 0000', numbers: [{ number: '1900 0000', reach: 'any' }] }
          : { where: 'mặt sau thẻ', numbers: [] }),
        when: 'khi cần',
        order: 1,
        sources: [],
        aliases: [],
        locks: [],
      },
    }) as unknown as ReturnType<ProseContext['contact']>,
  guide: (id) => ({ title: `Bài ${id}`, number: 7, address: `/huong-dan/${id}/` }),
  page: {
    count: () => 131,
    site: (show) => (show === 'platform' ? { text: 'Nơi học', href: 'https://hoc.vn/' } : { text: 'Sổ mẫu' }),
    guides: ({ topic }) => [{ href: '/1/', number: 1, title: `Bài của ${topic}`, note: 'Làm được' }],
    qr: (to) => ({ address: `https://so.vn${to}`, label: 'Mã mở' }),
    block: (name) => `<p>Phần ${name}</p>`,
    photo: (id) => ({
      address: `/anh-chup/${id}.jpg`,
      alt: `Ảnh ${id} có năm người`,
      width: 640,
      height: 480,
      words: `Lớp tối. Ảnh: tổ ${id}.`,
    }),
    targets: (plan) => ({
      plan: { href: `/ke-hoach/${plan}/`, text: `Kế hoạch ${plan}` },
      scales: [{ unit: 'Phần trăm', max: 100, groups: [{ label: 'Người lớn', rows: [target] }] }],
    }),
    calendar: (plan) => [
      { href: `/ke-hoach/${plan}/1/`, item: '1', title: 'Mở lớp', plan, lead: 'Xã', when: 'tháng 5' },
    ],
    contact: (id) => contactView(prose.contact(id)),
  },
};
let board: DrawingBoard;
beforeAll(async () => {
  board = await drawingBoard();
});
afterAll(() => board.close());
/** A body as its module draws it; from its pieces it is the same. */
async function draw(body: string, grammar: 'lesson' | 'page' = 'lesson'): Promise<string> {
  const { tree, problems } = parseBody('x.mdx', body, grammar);
  expect(problems).toEqual([]);
  const drawn = await board.module(body, prose, grammar);
  expect(await board.pieces(tree, prose)).toBe(drawn);
  return drawn;
}
const nodes = (node: Node): Node[] => [node, ...('childNodes' in node ? node.childNodes.flatMap(nodes) : [])];
/** Elements of a drawing as `tag` with its attributes. */
const elements = (text: string): { readonly [name: string]: string; readonly tag: string }[] =>
  nodes(parseFragment(text)).flatMap((node) =>
    'attrs' in node
      ? [
          {
            tag: node.tagName,
            ...Object.fromEntries(node.attrs.map((attribute) => [attribute.name, attribute.value])),
          },
        ]
      : [],
  );
const words = (text: string): string =>
  nodes(parseFragment(text))
    .flatMap((node) => ('value' in node ? [node.value] : []))
    .join('');

/** One use of every component, with a word of its own that must be seen. */
const uses: Readonly<Record<keyof typeof components, readonly [string, string]>> = {
  Story: ['<Story title="Chuyện an">\nmột\n</Story>', 'Chuyện an'],
  Needs: ['<Needs>\n- hai\n</Needs>', 'hai'],
  Steps: ['<Steps title="Trên máy">\n<Step title="Bấm nút">\nba\n</Step>\n</Steps>', 'Trên máy'],
  Step: ['<Steps>\n<Step title="Bấm nút">\nba\n</Step>\n</Steps>', 'Bấm nút'],
  More: ['<More title="Thêm bốn">\nbốn\n</More>', 'Thêm bốn'],
  Trouble: ['<Trouble>\n<Case sees="Thấy năm">làm năm</Case>\n</Trouble>', 'làm năm'],
  Case: ['<Trouble>\n<Case sees="Thấy năm" means="Là sáu">làm năm</Case>\n</Trouble>', 'Là sáu'],
  ScamSigns: ['<ScamSigns>\n- bảy\n</ScamSigns>', 'bảy'],
  Safety: ['<Safety>\n- tám\n</Safety>', 'tám'],
  Call: ['<Call ids="co-so, khong-so" />', '1900 0000'],
  Practice: ['<Practice>\nchín\n</Practice>', 'chín'],
  Homework: ['<Homework>\nmười\n</Homework>', 'mười'],
  Helper: ['<Helper>\nmười một\n</Helper>', 'mười một'],
  Warning: ['<Warning title="Mã dán đè">\ncoi chừng\n</Warning>', 'Mã dán đè'],
  Tip: ['<Tip>\nlau kính\n</Tip>', 'lau kính'],
  Quote: ['<Quote rule="a/b">\nKhông ai được cầm giữ căn cước.\n</Quote>', 'Nguyên văn quy định'],
  Path: ['<Path on="samsung" version="One UI 7">\n1. kết nối\n</Path>', 'Samsung (One UI 7)'],
  Screen: [
    '<Screen title="Màn hình" says="Đưa mã" rows="Dòng một" buttons="Quét | Thoát" press="Quét" />',
    'Đưa mã',
  ],
  Picture: ['<Picture name="stop" alt="Bàn tay giơ lên" />', ''],
  Term: ['Giữ <Term id="otp">mã OTP</Term>.', '(mã OTP: nghĩa của otp)'],
  Phone: ['Gọi <Phone id="co-so" />.', 'Gọi 1900 0000.'],
  Rule: ['Bán không quá <Rule id="ho-kinh-doanh/nguong" />.', 'Bán không quá ho-kinh-doanh/nguong.'],
  Guide: ['Xem <Guide id="tien/quet-ma" />.', 'Bài tien/quet-ma (bài 7)'],
  Part: ['<Part title="Phần một">\nmười hai\n</Part>', 'mười hai'],
  Table: ['<Table title="Lịch lớp">\n\n| Thôn | Giờ |\n| --- | --- |\n| Đông | 19 |\n\n</Table>', 'Lịch lớp'],
  Guides: ['<Guides topic="tien" />', 'Bài của tien'],
  Qr: ['<Qr to="/83/" />', 'so.vn/83/'],
  Block: ['<Block name="embed-guide" />', 'Phần embed-guide'],
  Photo: ['<Photo id="lop-toi" />', 'Ảnh: tổ lop-toi.'],
  Gallery: ['<Gallery title="Lớp học" ids="lop-toi, lop-sang" />', 'Ảnh: tổ lop-sang.'],
  Targets: ['<Targets plan="xa" />', 'ít nhất 70%'],
  Calendar: ['<Calendar plan="xa" />', 'Mở lớp'],
  Hotlines: ['<Hotlines ids="co-so, khong-so" />', '1900 0000'],
  Contact: ['<Contact id="co-so" />', 'Nơi co-so'],
  Download: ['<Download form="epub" />', 'Sách EPUB'],
  Count: ['Có <Count of="guides" /> bài.', 'Có 131 bài.'],
  Site: ['Từ <Site show="name" />, học ở <Site show="platform" />.', 'Từ Sổ mẫu, học ở Nơi học.'],
};
const grammarFor = (name: string): 'lesson' | 'page' => (shapeOf(name)?.freePages ? 'page' : 'lesson');

describe('drawing', () => {
  test('there is a use of every component', () =>
    expect(Object.keys(uses).sort()).toEqual(Object.keys(components).sort()));
  test.each(Object.entries(uses))('%s', async (name, [body, seen]) => {
    const drawn = await draw(body, grammarFor(name));
    expect(words(drawn)).toContain(seen);
    // A page that a browser has to repair is drawn wrong.
    const errors: string[] = [];
    parse(`<!doctype html><html><head><title>x</title></head><body>${drawn}</body></html>`, {
      onParseError: (error) => errors.push(error.code),
    });
    expect(errors).toEqual([]);
    expect(parseFragment(drawn).childNodes.length).toBeGreaterThan(0);
  });

  test('a free page: opening words, links of the handbook, a table that folds', async () => {
    const drawn = await draw(
      'Lời mở.\n\nĐoạn hai, xem [dữ liệu](/du-lieu/).\n\n<Part title="Lịch" id="lich">\n\n### Tháng này\n\n<Table title="Lớp">\n\n| Thôn | Giờ |\n| --- | --- |\n| Đông | 19 |\n\n</Table>\n\n</Part>',
      'page',
    );
    const all = elements(drawn);
    expect(all.filter((element) => element.class === 'lead')).toHaveLength(1);
    expect(all).toContainEqual({ tag: 'a', href: '/du-lieu/' });
    expect(all).toContainEqual({ tag: 'h2', id: 'lich' });
    expect(all.map((element) => element.tag)).toContain('h3');
    expect(all).toContainEqual({ tag: 'th', scope: 'row' });
    expect(all).toContainEqual({ tag: 'td', 'data-label': 'Giờ' });
    expect(all).toContainEqual({ tag: 'caption', id: 'bang-1' });
  });

  test('photos: each with words for who does not see it and its size, not fetched until near', async () => {
    const gallery = '<Gallery title="Lớp học" ids="lop-toi, lop-sang" />';
    const drawn = await draw(`${gallery}\n\n<Photo id="mot" />`, 'page');
    const all = elements(drawn);
    const photos = all.filter(({ tag }) => tag === 'img');
    expect(photos.map(({ src, alt }) => [src, alt])).toEqual([
      ['/anh-chup/lop-toi.jpg', 'Ảnh lop-toi có năm người'],
      ['/anh-chup/lop-sang.jpg', 'Ảnh lop-sang có năm người'],
      ['/anh-chup/mot.jpg', 'Ảnh mot có năm người'],
    ]);
    for (const photo of photos) expect(photo).toMatchObject({ width: '640', height: '480', loading: 'lazy' });
    const groups = all.filter(({ role }) => role === 'group');
    expect(groups.map((group) => group['aria-label'])).toEqual(['Lớp học']);
  });

  test('what an author writes stays text', async () => {
    const drawn = await draw(
      'A &lt;b&gt; & "c" [x](https://example.org/?a=1&b=%222%22)\n\n<Picture name="stop" alt="&quot;> onload=1 < a" />\n\n<Warning title="1 < 2 > 0">\nd\n</Warning>',
    );
    // Markup in a prop is refused by the gate; what passes it stays inside its attribute.
    expect(elements(drawn).filter((element) => 'onload' in element)).toEqual([]);
    expect(words(drawn)).toContain('1 < 2 > 0');
    expect(words(drawn)).toContain('A <b> & "c" x');
    expect(elements(drawn).find((element) => element.tag === 'svg')?.['aria-label']).toBe('"> onload=1 < a');
    expect(elements(drawn).find((element) => element.tag === 'a')?.href).toBe(
      'https://example.org/?a=1&b=%222%22',
    );
  });

  test('steps are numbered in their list and chained over the page', async () => {
    const step = (title: string): string => `<Step title="${title}">\nx\n</Step>`;
    const drawn = elements(
      await draw(
        `<Steps>\n${step('Bấm a')}\n${step('Bấm b')}\n</Steps>\n\n<Steps title="Trên iPhone">\n${step('Bấm c')}\n</Steps>`,
      ),
    );
    expect(
      drawn.filter((element) => element.tag === 'li').map((element) => [element.id, element.value]),
    ).toEqual([
      ['buoc-1', '1'],
      ['buoc-2', '2'],
      ['buoc-2-1', '1'],
    ]);
    expect(drawn.filter((element) => element.tag === 'a').map((element) => element.href)).toEqual([
      '#buoc-2',
      '#buoc-1',
      '#buoc-2-1',
      '#cac-buoc',
      '#buoc-2',
      '#tren-iphone',
    ]);
  });

  test('weight, line breaks and the first number of a list are kept', async () => {
    expect(await draw('**Gọi <Phone id="co-so" /> ngay**, ***rất*** ~~gấp~~\\\nnhé')).toBe(
      '<p><strong>Gọi </strong><strong><a href="tel:19000000">1900 0000</a></strong><strong> ngay</strong>, <em><strong>rất</strong></em> <del>gấp</del><br>nhé</p>',
    );
    expect(await draw('3. ba\n4. bốn')).toBe('<ol start="3"><li>ba</li><li>bốn</li></ol>');
  });
});

describe('a body', () => {
  test('keeps the space between two hard words, and gives each meaning an id of its own', async () => {
    const drawn = await draw('<Term id="otp">mã</Term> <Term id="otp">mã ấy</Term>');
    expect(words(drawn)).toBe('mã (mã: nghĩa của otp) mã ấy (mã ấy: nghĩa của otp)');
    expect(elements(drawn).flatMap((element) => element.popovertarget ?? [])).toEqual([
      'nghia-otp',
      'nghia-otp-2',
    ]);
  });

  test('in a foreign frame opens pages and addresses in a tab of their own, and calls as before', async () => {
    const { tree } = parseBody(
      'x.mdx',
      '[a](https://example.org/) <Guide id="a/b" /> <Phone id="co-so" />\n\n<Steps>\n<Step title="Bấm">\nx\n</Step>\n</Steps>',
      'guide',
    );
    const links = elements(await board.pieces(tree, prose, { newTab: true })).filter(
      ({ tag }) => tag === 'a',
    );
    expect(links.map(({ href, target, rel }) => [href, target, rel])).toEqual([
      ['https://example.org/', '_blank', 'noopener'],
      ['/huong-dan/a/b/', '_blank', 'noopener'],
      ['tel:19000000', undefined, undefined],
      ['#cac-buoc', undefined, undefined],
    ]);
  });

  test('is refused with its line when code slipped in: no module is made of it', async () => {
    for (const [line, body] of [
      [3, 'Chữ.\n\n{process.exit(1)}'],
      [1, 'import fs from "node:fs"\n\nChữ.'],
      [3, 'Chữ.\n\n<Tip title={globalThis.ran = 1}>x</Tip>'],
      [3, 'Chữ.\n\nMột <Thing /> hai.'],
    ] as const) {
      const error: unknown = await board.module(body, prose).catch((thrown: unknown) => thrown);
      expect(error, body).toMatchObject({ loc: { line, file: expect.stringMatching(/lesson-\d+\.mdx$/) } });
    }
    expect(globalThis).not.toHaveProperty('ran');
  });

  test('has the same drawings as sheets and slides', async () => {
    const { tree } = parseBody(
      'x.mdx',
      '<Screen title="Nồi &quot;A&quot;" says="Chờ" fields="Ô" rows="Một | Hai" buttons="Nồi" press="Hai" />\n\n<Picture name="stop" alt="Dừng" />',
      'guide',
    );
    const drawings = tree.intro.map((block) =>
      block.kind === 'screen'
        ? drawScreen(block.screen)
        : block.kind === 'picture'
          ? drawPicture(block.picture)
          : '',
    );
    const same = (text: string): unknown => elements(text);
    expect(drawings).toHaveLength(2);
    expect(same(await board.pieces(tree, prose))).toEqual(same(drawings.join('')));
  });
});

test('a template escapes what is put in, unless it is HTML already', () => {
  expect(
    html`<p title="${'a"b'}">${'<&>'}${html`<br>`}${['x', [new Markup('<i>y</i>'), 0]]}${undefined}${false}</p>`
      .text,
  ).toBe('<p title="a&quot;b">&lt;&amp;&gt;<br>x<i>y</i>0</p>');
});
