/** Colours, pictures and words of an edition: what is laid over the handbook, and what is refused. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { changeableWords } from '../../src/cli/edition/changeable-words.ts';
import { cleanDrawing } from '../../src/cli/edition/look.ts';
import { mount } from '../../src/cli/edition/mount.ts';
import { compose } from '../../src/cli/edition/workspace.ts';
import { paletteOf } from '../../src/cli/edition/palette.ts';
import { formatProblem } from '../../src/domain/problem.ts';
import { editionSettings, writeEdition } from '../fixtures/edition-folder.ts';
import { copyTinyContent } from '../fixtures/project.ts';
import { checkTree } from '../fixtures/tree.ts';
import { present } from '../present.ts';
import { runFolder } from '../run-folder.ts';

const scratch = mkdtempSync(join(runFolder(), 'ban-mau-'));
const product = join(scratch, 'so-tay');
beforeAll(() => copyTinyContent(product, ['package.json', 'public', 'src/styles']));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const square =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="#d00"/></svg>';
let count = 0;
/** An edition with lines of settings and files of its own. */
function edition(lines: string, files: Readonly<Record<string, string | Buffer>> = {}) {
  const folder = join(scratch, `xa-${count++}`);
  writeEdition(folder, { 'edition.yaml': editionSettings + lines });
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  const view = mount({ product, edition: folder });
  const told = view.problems.map(formatProblem).join('\n');
  return {
    view,
    told,
    bytes: (inside: string): Buffer => present(view.files.get(inside), inside).bytes,
    checked: () =>
      checkTree(compose({ product, edition: folder }, view))
        .problems.map(formatProblem)
        .join('\n'),
    written: (inside: string): string =>
      readFileSync(join(compose({ product, edition: folder }, view), inside), 'utf8'),
  };
}

describe('colours', () => {
  test('follow from one, in every style sheet and in the sign', () => {
    const { told, checked, written } = edition('look: { act: "#0a5c36" }\n');
    expect([told, checked()]).toEqual(['', '']);
    const { act, darkAct, strongAct, wash } = paletteOf({ act: '#0a5c36' });
    const css = written('src/styles/tokens.css');
    for (const colour of [act, darkAct, strongAct, wash]) expect(css).toContain(colour);
    expect(written('src/styles/sheet.css')).toContain(`--act: ${act};`);
    expect(written('public/bieu-tuong.svg')).toContain(`fill="${act}"`);
    for (const file of ['src/styles/tokens.css', 'src/styles/sheet.css', 'public/bieu-tuong.svg'])
      expect(written(file)).not.toMatch(/#46238a|#cdb8ff|#1a0a63|#f1ebff/i);
  });

  test('go when they are taken out again', () => {
    const { written } = edition('');
    expect(written('src/styles/tokens.css')).toBe(readFileSync('src/styles/tokens.css', 'utf8'));
  });

  test('too pale, too near the red of warnings, not a colour: told with line and cure', () => {
    const pale = edition('look:\n  act: "#3a7bd5"\n').told;
    expect(pale).toMatch(/edition\.yaml:11.*Màu này chỉ đạt 3,\d:1/s);
    expect(pale).toContain('thử #2');
    expect(edition('look: { act: "#b00020" }\n').told).toContain('gần màu đỏ của lời cảnh báo');
    expect(edition('look: { act: xanh }\n').checked()).toContain('viết màu như #0a5c36');
  });

  test('and words are an edition’s alone', () => {
    const file = join(product, 'content/edition.yaml');
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, `${before}look: { act: "#0a5c36" }\n`);
    try {
      expect(checkTree(product).problems.map(({ rule }) => rule)).toEqual(['edition-only']);
    } finally {
      writeFileSync(file, before);
    }
  });
});

describe('pictures', () => {
  test('an emblem stands for the sign and a logo at the foot, notes of editors gone', async () => {
    const noted = square
      .replace(
        '<svg ',
        '<?xml version="1.0"?><!-- Created with Inkscape --><svg xmlns:inkscape="x" inkscape:version="1" ',
      )
      .replace('<rect', '<metadata><a>x</a></metadata><sodipodi:namedview id="b"/><rect');
    const { told, checked, bytes, written } = edition(
      'look: { emblem: dau.svg, logo: { picture: logo.png, alt: Biểu trưng xã Ví Dụ } }\n',
      {
        'dau.svg': noted,
        'logo.png': await sharp(Buffer.from(square)).resize(80, 40, { fit: 'fill' }).png().toBuffer(),
      },
    );
    expect([told, checked()]).toEqual(['', '']);
    const sign = bytes('public/bieu-tuong.svg');
    expect(sign.toString()).not.toMatch(/inkscape|sodipodi|metadata|Created/);
    // Programs that draw read both.
    for (const [file, width, height] of [
      ['public/bieu-tuong.svg', 10, 10],
      ['public/bieu-trung.svg', 80, 40],
    ] as const) {
      const { data, info } = await sharp(bytes(file))
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      expect([info.width, info.height], file).toEqual([width, height]);
      expect([...data.subarray(0, 3)], file).toEqual([0xdd, 0, 0]);
    }
    expect(written('src/styles/furniture.css')).toContain('.foot img');
  });

  test.each([
    ['a script', '<script>x()</script>', 'có phần <script>'],
    ['a handler', '<rect onload="x()"/>', 'có mã chạy (onload)'],
    ['a page inside', '<foreignObject><p>x</p></foreignObject>', 'có phần <foreignObject>'],
    ['a picture of another host', '<image href="https://ai.example/x.png"/>', 'có phần <image>'],
    ['a use of another file', '<use href="https://ai.example/x.svg#a"/>', 'gọi tới chỗ khác'],
    ['a fill of another file', '<rect fill="url(https://ai.example/x.svg#a)"/>', 'gọi tới chỗ khác'],
    ['a style that fetches', '<style>@import "https://ai.example/x.css";</style>', 'gọi tới chỗ khác'],
    ['a link', '<a href="#x"><rect/></a>', 'có phần <a>'],
    ['a change over time', '<animate attributeName="href"/>', 'có phần <animate>'],
  ])('%s is refused by name', (_, inside, why) => {
    expect(() => cleanDrawing(square.replace('</svg>', `${inside}</svg>`))).toThrow(why);
  });

  test('entities, no view box, no drawing, too heavy, not there', () => {
    expect(() => cleanDrawing(`<!DOCTYPE svg [<!ENTITY a "b">]>${square}`)).toThrow('ENTITY');
    expect(() => cleanDrawing('<svg width="1"></svg>')).toThrow('viewBox');
    expect(() => cleanDrawing('<p>x</p>')).toThrow('không phải tệp SVG');
    expect(edition('look: { emblem: dau.svg }\n').told).toMatch(/edition\.yaml.*không thấy tệp ấy/s);
    const heavy = square.replace('</svg>', `<path d="${'M0 0'.repeat(11_000)}"/></svg>`);
    expect(edition('look: { emblem: dau.svg }\n', { 'dau.svg': heavy }).told).toContain('nhiều nhất 40 kB');
    expect(edition('look: { emblem: dau.png }\n', { 'dau.png': square }).told).toContain(
      'không phải tệp PNG',
    );
    expect(edition('look: { emblem: ../dau.svg }\n').checked()).toContain('viết tên tệp cạnh edition.yaml');
    expect(edition('look: { logo: { picture: logo.svg } }\n').checked()).toContain('alt');
  });
});

describe('words', () => {
  test('are said otherwise on their own lines, everything else as it was', () => {
    const { told, checked, bytes } = edition('words:\n  home.ask: Bà con xã mình cần làm gì?\n');
    expect([told, checked()]).toEqual(['', '']);
    const [before, after] = [
      readFileSync('content/words/vi.yaml', 'utf8'),
      bytes('content/words/vi.yaml').toString(),
    ];
    expect(after.split('\n').length).toBe(before.split('\n').length);
    expect(after.split('\n').filter((line, at) => line !== before.split('\n')[at])).toEqual([
      '  ask: "Bà con xã mình cần làm gì?"',
    ]);
  });

  test.each([
    ['site.stop: Chớ lo', 'không nằm trong danh sách'],
    ['site.notOfficial: Trang của nhà nước.', 'không nằm trong danh sách'],
    ['home.cheated: Bị sao rồi?', 'không nằm trong danh sách'],
    ['home.ask: "Hỏi {n} câu gì?"', 'giữ đúng chỗ máy điền'],
    ['home.ask: "Gọi 0690 111 222 nhé?"', 'không ghi số điện thoại'],
    [`home.ask: ${'rất dài '.repeat(20)}`, 'nhiều nhất'],
    ['home.ask: "<b>Hỏi</b>"', 'không thẻ'],
    ['home.ask: Cho xin mật khẩu?', 'nhắc “mật khẩu”'],
    ['home.ask: Trang chính thức đây', 'nhắc “chính thức”'],
    ['home.ask: Đọc cả 120 bài nhé?', 'không ghi số điện thoại'],
    ['home.ask: Đọc cả 12 bài nhé?', 'ghi một con số bằng tay'],
    ['home.ask: Bà con Gia Lai cần gì?', 'nhắc nơi khác: Gia Lai'],
    [`home.ask: ${'Hỏi gì?'.normalize('NFD')}`, 'NFC'],
  ])('%s is refused', (line, why) => {
    const { told } = edition(`words:\n  ${line}\n`);
    expect(told).toContain('edition.yaml:11');
    expect(told).toContain(why);
  });

  test('those that may be said otherwise exist, are told in the docs, and none is about safety', () => {
    const words = parseDocument(readFileSync('content/words/vi.yaml', 'utf8'));
    const docs = readFileSync('docs/an-ban.md', 'utf8');
    const keys = Object.keys(changeableWords);
    expect(keys.length).toBeGreaterThan(15);
    for (const key of keys) {
      const text = words.getIn(key.split('.'));
      expect(typeof text, key).toBe('string');
      expect(String(text), key).not.toMatch(
        /lừa|mật khẩu|OTP|chuyển tiền|công an|chính thức|cơ quan|giấy phép/i,
      );
      expect(docs, key).toContain(`\`${key}\``);
    }
  });
});

test('a page that tells of another province without a source is told, and stops nothing', () => {
  const guide = readFileSync(join(product, 'content/guides/bep/rua-rau.mdx'), 'utf8')
    .replace('number: 2', 'number: 8000')
    .replace('Bỏ lá úa.', 'Bỏ lá úa, như ở Gia Lai; Đại học Bách khoa Hà Nội cũng dạy vậy.');
  const { view } = edition('', {});
  expect(view.notices).toEqual([]);
  const folder = join(scratch, 'xa-noi-khac');
  writeEdition(folder, { 'content/guides/bep/rua-rau-xa.mdx': guide });
  const { notices, problems } = mount({ product, edition: folder });
  expect(problems).toEqual([]);
  expect(notices.map(({ rule, line }) => [rule, line])).toEqual([
    ['edition-place', guide.split('\n').findIndex((line) => line.includes('Gia Lai')) + 1],
  ]);
  expect(notices[0]?.message).toContain('“Gia Lai”');
  writeEdition(folder, { 'content/guides/bep/rua-rau-xa.mdx': guide.replace('Gia Lai', 'Ví Dụ') });
  expect(mount({ product, edition: folder }).notices).toEqual([]);
});

test('the number of a guide that was taken out is never given again', () => {
  const guide = readFileSync(join(product, 'content/guides/bep/rua-rau.mdx'), 'utf8').replace(
    'number: 2',
    'number: 8000',
  );
  const folder = join(scratch, 'xa-so-cu');
  writeEdition(folder, {
    'content/guides/bep/rua-rau-xa.mdx': guide.replace('Rửa rau cho', 'Rửa rau xã mình cho'),
    'content/withdrawn/gieng-cu.yaml':
      'number: 8000\ntitle: Múc nước giếng cũ\naddress: /huong-dan/bep/gieng-cu/\n' +
      'date: 2026-11-20\nreason: Giếng đã lấp.\n',
  });
  const { problems } = checkTree(compose({ product, edition: folder }, mount({ product, edition: folder })));
  expect(problems.map(({ rule }) => rule)).toEqual(['duplicate-number']);
  expect(problems[0]?.message).toContain('content/withdrawn/gieng-cu.yaml');
});
