/** Rules of the register: what is typed by hand, what is quoted wrongly, what a rule has to hold. */
import { describe, expect, test } from 'vitest';
import { figureSaid, looseFigures, typedFigures } from '../../src/gate/rules/loose-figures.ts';
import { ruleSchema } from '../../src/schemas/rule.ts';
import { partWords, ruleSentence, valueWords } from '../../src/domain/rule-words.ts';
import { type Changes, checkTree, swap, withTree } from '../fixtures/tree.ts';

const guide = 'guides/bep/nau-com-dien.mdx';
const rule = 'rules/tien/han-muc.yaml';
const faultsOf = (changes: Changes) =>
  withTree(changes, (root) =>
    checkTree(root).problems.map(({ file, line, field, rule: name, message, fix }) => ({
      file,
      line,
      field,
      name,
      message,
      fix,
    })),
  );

describe('figures typed by hand', () => {
  test.each([
    ['Báo doanh thu chậm nhất ngày 31/1/2027.', '31/1/2027'],
    ['Trẻ từ 6 tuổi phải đến công an.', '6 tuổi'],
    ['Chuyển trên 10 triệu đồng thì phải quét khuôn mặt.', '10 triệu đồng'],
    ['Nộp trong 30 ngày.', '30 ngày'],
    ['Sàn trừ 1,5%.', '1,5%'],
    ['Xong sau 3 ngày làm việc.', '3 ngày làm việc'],
    ['Luật số 48/2024/QH15 nói rõ.', '48/2024/QH15'],
    ['Xem Điều 37 của luật.', 'Điều 37'],
    ['Có Công văn 557 nói về AI.', 'Công văn 557'],
    ['Ngưỡng doanh thu của hộ kinh doanh là 1 tỷ đồng một năm.', '1 tỷ đồng'],
    ['Bán dưới một tỉ đồng thì khỏi nộp thuế.', 'một tỉ đồng'],
    ['Mức cũ là năm trăm triệu.', 'năm trăm triệu'],
    ['Phải nộp hai triệu rưỡi.', 'hai triệu rưỡi'],
    ['Bị phạt 100.000đ.', '100.000đ'],
    ['Bị phạt 5 tr.', '5 tr'],
    ['Đủ mười bốn tuổi là được làm thẻ.', 'mười bốn tuổi'],
    ['Sàn trừ hai phần trăm.', 'hai phần trăm'],
  ])('%s', (sentence, found) => expect(looseFigures(sentence).map((one) => one.found)).toContain(found));

  test.each([
    'Ví dụ bán 1 triệu đồng mỗi ngày thì phải ghi sổ.',
    'Kẻ gian bảo: “SIM bị khóa sau 2 giờ”, đừng tin.',
    'Cà chua giá 20.000 đồng một cân.',
    'Dạy trong 15 phút.',
    'Bấm được ba lần thì thôi.',
    'Bài 202 phải đọc trước.',
  ])('passes: %s', (sentence) => expect(looseFigures(sentence)).toEqual([]));

  test.each([
    ['1 tỷ đồng', 'một tỷ'],
    ['một tỉ', 'một tỷ'],
    ['1.000.000.000đ', 'một tỷ'],
    ['500 triệu', 'năm trăm triệu'],
    ['Năm trăm triệu đồng', 'năm trăm triệu'],
    ['100k', 'một trăm nghìn'],
    ['1,5%', 'một phẩy năm phần trăm'],
  ])('%s is said “%s”', (found, said) => expect(figureSaid(found)).toBe(said));

  test.each([
    ['Mỗi người được nhận nhiều nhất ba trăm năm mươi triệu đồng.', 'rule-by-hand'],
    // No word of duty, but the sum and the subject of a rule.
    ['Người kia trả nhiều lắm: 350 triệu tính tới nay.', 'rule-by-hand'],
    ['Cái nồi này giá 350 triệu đồng.', undefined],
  ])('a rule with this figure is named: %s', (typed, name) => {
    const [found, ...more] = faultsOf({
      [guide]: swap('Rửa gạo hai lần.', `Rửa gạo hai lần. ${typed}`),
    });
    expect(more).toEqual([]);
    expect(found?.name).toBe(name);
    if (name !== undefined) expect(found?.fix).toContain('<Rule id="tien/han-muc" />');
  });

  test('what passes is known, with the reason', () => {
    expect(typedFigures('Ví dụ bán 1 triệu đồng thì phải ghi.').map(({ passes }) => passes)).toEqual([
      'example',
    ]);
    expect(typedFigures('Cà chua giá 20.000 đồng.').map(({ passes }) => passes)).toEqual(['no-duty']);
  });

  test('are refused with file, line and cure, in bodies and in fields, but not in exercises', () => {
    const typed = 'Rửa gạo hai lần. Phải nộp trước ngày 31/1/2027.';
    const [body, ...more] = faultsOf({ [guide]: swap('Rửa gạo hai lần.', typed) });
    expect(more).toEqual([]);
    expect(body).toMatchObject({ file: `content/${guide}`, name: 'rule-by-hand' });
    expect(body?.line).toBeGreaterThan(20);
    expect(body?.message).toContain('31/1/2027');
    expect(body?.fix).toContain('content/rules');
    const summary = 'Vo gạo, đong nước và bật nồi cho cơm chín.';
    const [field] = faultsOf({ [guide]: swap(summary, 'Phải xong trong 30 ngày.') });
    expect(field).toMatchObject({ name: 'rule-by-hand', field: 'summary' });
    const practice = '<Practice>\n\nPhải nộp trước ngày 31/1/2027.\n';
    expect(faultsOf({ [guide]: swap('<Practice>\n', practice) })).toEqual([]);
  });
});

describe('quotes', () => {
  const quoting = (run: string): Changes => ({
    [guide]: swap('Rửa gạo hai lần.', `Rửa gạo hai lần. Phải giữ ${run} thôi.`),
  });
  test('of a rule that is there are no fault, and give the law its source', () => {
    expect(faultsOf(quoting('<Rule id="tien/han-muc" />'))).toEqual([]);
    expect(faultsOf(quoting('<Rule id="tien/han-muc" part="dieu" />'))).toEqual([]);
    expect(
      faultsOf({ [guide]: swap('title: Nấu cơm bằng nồi điện', 'title: "Nấu {quy-dinh:tien/han-muc}"') }),
    ).toEqual([]);
  });
  test.each([
    ['<Rule id="tien/han-muk" />', 'dangling', 'có phải “tien/han-muc”?'],
    ['<Rule id="tien/han-muc" part="hett" />', 'rule-part', 'dùng được: muc, het, van-ban, dieu'],
    ['<Rule id="tien/han-muc">x</Rule>', 'children', 'viết <Rule id="…" />'],
  ])('%s', (run, name, fix) => expect(faultsOf(quoting(run))).toMatchObject([{ name, fix }]));
  test('in fields are proven too', () => {
    const titled = (words: string): Changes => ({
      [guide]: swap('title: Nấu cơm bằng nồi điện', `title: "Nấu ${words}"`),
    });
    expect(faultsOf(titled('{quy-dinh:tien/khong}'))).toMatchObject([{ name: 'dangling', field: 'title' }]);
    expect(faultsOf(titled('{quy-dinh:tien/han-muc.x}'))).toMatchObject([
      { name: 'rule-part', field: 'title' },
    ]);
    expect(faultsOf(titled('{quy-dinh tien}'))).toMatchObject([{ name: 'rule-placeholder', field: 'title' }]);
  });
  test('never stand in the title of a section, which makes an address', () => {
    const more = '\n<More title="Hạn {quy-dinh:tien/han-muc}">\nx\n</More>\n';
    expect(faultsOf({ [guide]: (old) => old + more })).toMatchObject([{ name: 'rule-in-title' }]);
  });
});

describe('a rule', () => {
  test.each([
    ['says nothing of a figure', swap(', tính tới ngày {het}', ''), 'says'],
    ['says a figure that is not there', swap('{het}', '{hett}'), 'says'],
    [
      'has no text and no source',
      swap('  - name: Thông tư\n    number: 05/2026/TT-NHNN\n    article: Điều 3\n    read: false\n', ''),
      'texts',
    ],
    ['is looked at too late', swap('nextLook: 2027-05-21', 'nextLook: 2028-05-21'), 'nextLook'],
    ['is looked at in the past', swap('nextLook: 2027-05-21', 'nextLook: 2026-01-21'), 'nextLook'],
    ['ends before it begins', swap('until: 2027-01-31', 'from: "2027-06-01"\nuntil: 2027-01-31'), 'until'],
  ])('that %s is refused', (_, change, field) => {
    expect(faultsOf({ [rule]: change }).map((one) => one.field.split('.')[0])).toContain(field);
  });

  test('is read as people write', () => {
    expect(
      [
        { money: 1_000_000_000 },
        { money: 1_300_000_000 },
        { money: 350_000_000 },
        { money: 1_366_200 },
        { money: 500_000 },
        { age: 14 },
        { count: 3, unit: 'ngày làm việc' },
        { share: 1.5 },
        { on: '2027-01-31' },
        { yearly: '03-31' },
      ].map(valueWords),
    ).toEqual([
      '1 tỷ đồng',
      '1,3 tỷ đồng',
      '350 triệu đồng',
      '1.366.200 đồng',
      '500.000 đồng',
      '14 tuổi',
      '3 ngày làm việc',
      '1,5%',
      '31/1/2027',
      '31/3',
    ]);
    const data = ruleSchema.parse({
      title: 'Thử',
      says: 'Không quá {muc}.',
      values: { muc: { money: 2_000_000 } },
      texts: [{ name: 'Luật Thuế giá trị gia tăng', number: '48/2024/QH15', article: 'Điều 5', read: false }],
      ask: 'thuế cơ sở',
      checkedBy: 'người biên soạn',
      checked: '2026-11-28',
      nextLook: '2027-05-28',
    });
    expect(ruleSentence(data)).toBe('Không quá 2 triệu đồng.');
    expect([undefined, 'muc', 'van-ban', 'dieu', 'x'].map((part) => partWords(data, part))).toEqual([
      '2 triệu đồng',
      '2 triệu đồng',
      'Luật Thuế giá trị gia tăng',
      'Điều 5 Luật Thuế giá trị gia tăng',
      undefined,
    ]);
  });
});
