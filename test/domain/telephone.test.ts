/** Telephone numbers typed by hand are found in every dress, and what only looks like one is left alone. */
import { expect, test } from 'vitest';
import { telephonesIn } from '../../src/domain/telephone.ts';
import { append, guide, more } from '../fixtures/broken/case.ts';
import { type Changes, checkTree, swap, withTree } from '../fixtures/tree.ts';

const dressed = [
  '0912345678',
  '0912 345 678',
  '0912-345-678',
  '0912.345.678',
  '0912\u2013345\u2013678',
  '0912\u2011345\u2011678',
  '0912\u00A0345\u00A0678',
  '0912_345_678',
  '0912\u00B7345\u00B7678',
  '(091) 2345678',
  '(0912) 345 678',
  '0 9 1 2 3 4 5 6 7 8',
  '０９１２３４５６７８',
  '０９１２－３４５－６７８',
  '（091）2345678',
  '\u{1D7CE}\u{1D7D7}12345678',
  '09\u200B12345678',
  '0912\u00AD345678',
  '+84 912 345 678',
  '+84-912-345-678',
  '(+84) 912 345 678',
  '＋84912345678',
  '0084 912 345 678',
  '024 3825 1234',
  '(024) 3825-1234',
  '028.3825.1234',
  '1900-1234',
  '1900 12 34 56',
  '1800.1234',
  'https://zalo.me/0912345678',
  'zalo.me/84912345678',
  'https://wa.me/84912345678',
  'https://api.whatsapp.com/send?phone=84912345678',
  'viber://chat?number=%2B84912345678',
  'https://t.me/+84912345678',
  'tel:+84912345678',
  'sms:0912345678',
];
const honest = [
  'Ngày 03-05-2026 10 giờ',
  'Ngày 21/11/2026',
  'Từ 01/02/2026 đến 03/05/2026',
  'Nghị định 69/2024/NĐ-CP',
  'Không quá 1.000.000.000 đồng',
  'Phí 20.000 đồng, 30.000 đồng',
  'Gõ 113, 114 hoặc 115',
  'Trong 0,5 giây',
  'Các năm 2024–2025–2026',
  'Số căn cước có 12 chữ số',
  'vneid-1900-0368',
  'https://zalo.me/g/abcdef',
  'https://t.me/s/kenh',
];

test('a number in any dress is found', () => {
  for (const number of [...dressed, 'ĐT0912345678'])
    expect(telephonesIn(`Gọi ${number} khi cần.`), number).toHaveLength(1);
  expect(dressed.length).toBe(37);
});

/** Places outside of a guide's sentences, with a file that has a number there. */
const places: readonly (readonly [
  place: string,
  file: string,
  change: (number: string) => Changes[string],
])[] = [
  ['a field of a guide', guide, (number) => swap('can: Có rổ rau', `can: Gọi ${number}, có rổ rau`)],
  ['a prop of a body', guide, (number) => more(`<Tip title="Gọi ${number}">\n\nHỏi thêm.\n\n</Tip>`)],
  ['a link of a body', guide, () => more('[Nhắn Ban quản lý](https://zalo.me/0912345678)')],
  ['a number cut by a line', guide, () => more('Gọi 0912\n345 678 khi cần.')],
  ['a number in entities', guide, () => more('Gọi &#48;912345678 khi cần.')],
  ['a plan’s body', 'plans/xa-mau-01.mdx', (number) => append(`\nGọi ${number}.\n`)],
  ['a word of the dictionary', 'terms/vo-gao.yaml', (number) => append(`aliases: ["hỏi ${number}"]\n`)],
  ['a setting', 'edition.yaml', (number) => swap('owner: ', `owner: Gọi ${number} `)],
  ['a word of the interface', 'words/vi.yaml', (number) => swap('skip: ', `skip: Gọi ${number} `)],
  [
    'another number in the directory',
    'directory/cuu-ho.yaml',
    (number) => swap('when: ', `when: ${number} `),
  ],
];

test('the gate tells a number in any place, with its line and its cure', () => {
  for (const [place, file, change] of places)
    for (const number of ['0912 345 678', '(+84) 912-345-678', '1900.1234'])
      withTree({ [file]: change(number) }, (root) => {
        const told = checkTree(root).problems.filter((one) => one.file === `content/${file}`);
        const phones = told.filter(({ rule }) => rule === 'typed-phone' || rule === 'link');
        expect(phones.length, `${place}: ${JSON.stringify(told)}`).toBe(1);
        expect(phones[0]?.line, place).toBeGreaterThan(0);
        expect(phones[0]?.fix, place).toContain('content/directory');
      });
  expect(places.length).toBe(10);
});

test('days, sums and documents are no numbers to call', () => {
  for (const text of honest) expect(telephonesIn(text), text).toEqual([]);
  expect(honest.length).toBe(13);
});
