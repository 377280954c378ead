/**
 * Slips that no author of the rules thought of, found by a second reader who tried to break them: each is
 * told at its line, by its rule, with a cure that says what to write.
 */
import { expect, test } from 'vitest';
import { outsideAddressFault } from '../../src/domain/outside-address.ts';
import { telephonesIn } from '../../src/domain/telephone.ts';
import { hostsIn } from '../../src/gate/host-trust.ts';
import { letterFaults } from '../../src/gate/rules/letters.ts';
import { append, fullGuide, guide } from '../fixtures/broken/case.ts';
import { checkTree, swap, withTree, type Changes } from '../fixtures/tree.ts';

/** What stands in a body: text, the rule that tells it, words of the cure. */
const inBodies: readonly (readonly [text: string, rule: string, cure: RegExp])[] = [
  ['Gọi không chín một hai ba bốn năm sáu bảy tám nhé.', 'typed-phone', /directory/],
  ['Gọi O912 345 678 nhé.', 'typed-phone', /directory/],
  ['Gọi 09l2 345 678 nhé.', 'typed-phone', /directory/],
  ['Gọi 0912/345/678 nhé.', 'typed-phone', /directory/],
  ['Gọi ⓪⑨①②③④⑤⑥⑦⑧ nhé.', 'typed-phone', /directory/],
  ['Gọi 0️⃣9️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣ nhé.', 'typed-phone', /directory/],
  ['Gọi ⁰⁹¹²³⁴⁵⁶⁷⁸ nhé.', 'typed-phone', /directory/],
  ['Gọi 84912345678 nhé.', 'typed-phone', /directory/],
  ['Xem [trang](https://a.example/#@dichvucong.gov.vn).', 'link', /dấu @ ở sau/],
  ['Xem [trang](https://a.example/ra?url=https://b.example).', 'link', /chuyển tiếp sang “b\.example”/],
  ['Xem [trang](https://a.example/url?q=https%3A%2F%2Fb.example).', 'link', /chuyển tiếp/],
  ['Xem [trang](https://www.google.com/amp/s/b.example).', 'link', /chuyển tiếp/],
  ['Xem [trang](https://web.archive.org/web/2026/https://b.example/).', 'link', /chuyển tiếp/],
  [`Xem [trang](https://a.example/${'a'.repeat(500)}).`, 'link', /địa chỉ dài/],
  ['Tải [ứng dụng](https://a.example/vneid.apk).', 'link', /kho chính thức/],
  ['Tải [ứng dụng](https://a.example/x.exe?b=1).', 'link', /kho chính thức/],
  ['Xem [](https://a.example/).', 'link-text', /./],
  ['Xem [dichvucong . gov . vn](https://a.example/).', 'link-host', /sửa chữ thành/],
  ['Xem [dichvucong[.]gov[.]vn](https://a.example/).', 'link-host', /sửa chữ thành/],
  ['Xem [dichvucong．gov．vn](https://a.example/).', 'link-host', /sửa chữ thành/],
  ['Xem [vneid。gov。vn](https://a.example/).', 'link-host', /sửa chữ thành/],
  ['Xem [vneid chấm gov chấm vn](https://a.example/).', 'link-host', /sửa chữ thành/],
  ['Mã ᴏᴛᴘ của bạn.', 'look-alike', /OTP/],
  ['Mã ᵒᵗᵖ của bạn.', 'look-alike', /otp/],
  ['Lời g\u0336ạo này.', 'control', /./],
  ['Hoir ngaan hangf veef taif khoanr cuar banj.', 'unmarked', /có dấu/],
  ['Ho3i nga6n ha2ng ve62 ta2i khoa3n cu3a ba5n.', 'unmarked', /có dấu/],
  ['Gọi 0965,432,109 nhé.', 'typed-phone', /directory/],
  ['Gọi 0965:432:108 nhé.', 'typed-phone', /directory/],
  ['Gọi 0965*432*107 nhé.', 'typed-phone', /directory/],
  ['Gọi [0965] [432] [106] nhé.', 'typed-phone', /directory/],
  ['Gọi 84-965-432-105 nhé.', 'typed-phone', /directory/],
  ['Gọi O9I5 432 104 nhé.', 'typed-phone', /directory/],
  ['Lời nga^n ha`ng tho^ng báo.', 'garbled', /./],
  ['- 0987\n- 654\n- 321', 'typed-phone', /directory/],
  ['| a | b |\n| - | - |\n| 0976 543 | 210 |', 'typed-phone', /directory/],
  ['Lời Cá»™ng hÃ²a này.', 'garbled', /viết “Cộng”/],
  ['Lời C?ng h?a x? này.', 'garbled', /UTF-8/],
  ['Cong hoa xa hoi chu nghia nam doc lap tu do.', 'unmarked', /có dấu/],
  ['Lời &khongco; này.', 'loose-mark', /dấu & đứng một mình/],
  ['Chữ **đậm mà quên đóng.', 'loose-mark', /đóng chữ đậm/],
  ['Xem [trang] (https://a.example/).', 'loose-mark', /viết liền/],
  ['- một\n- \n- ba', 'list-item', /viết chữ sau dấu gạch/],
  ['| a | b |\n| - | - |\n| 1 | 2 | 3 |', 'table-shape', /đủ 2 ô/],
  ['| a | b |\n| - | - |\n| 1 |', 'table-shape', /đủ 2 ô/],
  ['| | |\n| - | - |\n| 1 | 2 |', 'table-shape', /tên từng cột/],
  ['| a | b |\n| - | - |', 'table-shape', /ít nhất một dòng/],
  ['<Term id="vo-gao">vo <Term id="noi-com">nồi</Term></Term>', 'place', /chỉ để chữ/],
  ['<Guide id="bep/rua-rau" />', 'self', /mục khác/],
  ['# Tên phần', 'heading', /<More title/],
  ['![ảnh](a.png)', 'image', /Picture/],
  ['Chữ <b>đậm</b> đây.', 'raw-html', /hai dấu sao/],
  ['Chữ <u>gạch</u> đây.', 'raw-html', /bỏ thẻ/],
  ['<center>Giữa</center>', 'raw-html', /giữ chữ, bỏ thẻ/],
  ['<iframe src="https://a.example"></iframe>', 'raw-html', /nói bằng lời/],
  ['```\nmã\n```', 'not-allowed', /đoạn văn/],
  ['Trên.\n\n---\n\nDưới.', 'not-allowed', /dòng trống/],
  ['<Tip title="Một **đậm**">\nLời.\n</Tip>', 'loose-mark', /bỏ dấu/],
];

test('slips in a body, each at its line with its own cure', () => {
  const sections = inBodies.map(([text], index) => `<More title="Thêm ${index + 1}">\n\n${text}\n\n</More>`);
  withTree({ [guide]: append(`\n${sections.join('\n\n')}\n`) }, (root) => {
    const { problems } = checkTree(root);
    const own = problems.filter(({ file }) => file === `content/${guide}`);
    let from = 27;
    for (const [text, rule, cure] of inBodies) {
      const to = from + text.split('\n').length - 1;
      const told = own.filter(({ line }) => line >= from && line <= to);
      const match = told.find((one) => one.rule === rule);
      expect(match?.fix ?? '', `${text}\n${JSON.stringify(told)}`).toMatch(cure);
      from = to + 6;
    }
  });
  expect(inBodies.length).toBe(58);
});

/** Slips that stop the parser stand alone. */
const stops: readonly (readonly [text: string, cure: RegExp])[] = [
  ['Dòng một<br>dòng hai.', /dòng trống/],
  ['<img src="a.png">', /Screen/],
  ['Xem <https://a.example/>.', /không có dấu </],
];
test.each(stops)('%s has a cure of its own', (text, cure) => {
  withTree({ [guide]: append(`\n<More title="Thêm">\n\n${text}\n\n</More>\n`) }, (root) => {
    const [problem] = checkTree(root).problems;
    expect(problem?.rule).toBe('mdx-syntax');
    expect(problem?.line).toBeGreaterThanOrEqual(27);
    expect(problem?.fix).toMatch(cure);
  });
});

/** Slips in fields: what is changed, by which rule it is told, words of the cure. */
const inFields: readonly (readonly [changes: Changes, told: readonly (readonly [string, RegExp])[]])[] = [
  [
    {
      [guide]: swap('title: Rửa rau cho sạch', 'title: Rửa <b>rau</b>'),
      'terms/vo-gao.yaml': swap('meaning: Rửa gạo', 'meaning: Rửa **gạo**'),
      'terms/noi-com.yaml': swap('[nồi điện]', '[vo gạo, Nồi cơm điện, nồi điện, Nồi điện]'),
      'topics/bep.yaml': swap('summary: Nấu, rửa', 'summary: Nấu &amp; rửa'),
      'directory/cuu-ho.yaml': swap(
        '- number: "000 000 000"',
        '- number: "000 000 000"\n  - number: "000 00 00 00"',
      ),
      'dia-chi.yaml': swap('known: []', 'known:\n  - { host: gov.vn, why: Nhầm }'),
      'words/vi.yaml': (old) => old.replace(/^(\s*skip: ).*/m, '$1<b>Bỏ qua</b>'),
      'tasks/xa-mau-01/1.yaml': swap('words: Tháng 6/2025', 'words: Tháng bảy năm 2025'),
      'tasks/tinh-mau-02/1.yaml': swap('words: Ngày 10/10 hằng năm', 'words: Quý I hằng năm'),
      'programmes/lop-nau-com.yaml': swap('month: 10\n  day: 10', 'month: 2\n  day: 30'),
    },
    [
      ['field-markup', /chỉ viết trong thân bài/],
      ['field-markup', /viết thẳng dấu/],
      ['said-twice', /giữ một/],
      ['alias-taken', /gộp lại/],
      ['time-words', /văn bản/],
      ['wrong-value', /tháng này không có ngày đó/],
    ],
  ],
  [
    {
      [guide]: (old) => old.replace('checked: 2026-11-21', 'checked: 1926-11-21'),
      [fullGuide]: (old) =>
        old.replace('seen: 2026-11-21', 'seen: 1970-01-01').replace('cuu-ho, tho-dien', 'tho-dien, tho-dien'),
      'tasks/xa-mau-01/1.yaml': swap('words: Tháng 6/2025', 'words: Tháng 6/2025 rồi hằng năm'),
      'terms/vo-gao.yaml': swap('meaning: Rửa gạo', 'meaning: @Rửa gạo'),
      'terms/noi-com.yaml': append('---\nterm: khác\n'),
      'topics/bep.yaml': swap('home: true', 'home: yes'),
      'topics/vuon.yaml': swap('order: 2', 'order: .inf'),
      'audiences/ba-con.yaml': swap('title: Bà con', 'title： Bà con'),
    },
    [
      ['early-day', /không sớm hơn 2020-01-01/],
      ['repeated', /giữ một/],
      ['time-once', /yearly/],
      ['yaml', /đặt cả câu trong ngoặc kép/],
      ['yaml', /mỗi tệp chỉ có một mục/],
      ['yaml', /dấu hai chấm thường/],
      ['wrong-type', /viết true hoặc false/],
      ['wrong-type', /viết một số/],
    ],
  ],
];

test('slips in fields, each with a line and a cure', () => {
  let told = 0;
  for (const [changes, expected] of inFields)
    withTree(changes, (root) => {
      const { problems } = checkTree(root);
      for (const [rule, cure] of expected) {
        const own = problems.find((one) => one.rule === rule && cure.test(one.fix));
        expect(
          own?.line ?? 0,
          `${rule} ${cure.source}\n${JSON.stringify(problems, undefined, 1)}`,
        ).toBeGreaterThan(0);
        told++;
      }
      const blamed = new Set(problems.map(({ file }) => file.replace('content/', '')));
      expect(Object.keys(changes).filter((file) => !blamed.has(file))).toEqual([]);
    });
  expect(told).toBe(14);
});

test('what is honest beside them passes', () => {
  for (const text of [
    'Văn bản 13/2023/NĐ-CP',
    '84.912.345.678 đồng',
    'không một ai biết',
    '½ chén',
    'Mười năm',
  ])
    expect(telephonesIn(text), text).toEqual([]);
  for (const address of [
    'https://a.example/?trang=2#phan-3',
    'https://a.example/tai-ve/',
    'https://a.example/@xa',
  ])
    expect(outsideAddressFault(address), address).toBeUndefined();
  expect(
    outsideAddressFault('https://web.archive.org/web/2026/https://b.example/', 'source'),
  ).toBeUndefined();
  for (const line of [
    'Bạn có đi không? Có.',
    'says="Ho so cua ban da duoc phe duyet nhe ban"',
    'Ba con ta di xem',
    'Mẫu A12 B34 C56 D78 E90 F12 ở kho',
    'Google Play, Facebook, Zalo, Viber, Telegram, Messenger',
    'Please ask for help at the front desk of the office',
    'm² và CO₂, H₂O, x² + y²',
  ])
    expect(letterFaults(line), line).toEqual([]);
  expect(hostsIn('Hết câu. Câu sau (xem bên)')).toEqual([]);
});
