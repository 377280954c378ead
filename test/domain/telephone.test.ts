/** Telephone numbers typed by hand are found in every dress, and what only looks like one is left alone. */
import { expect, test } from 'vitest';
import { telephoneIn } from '../../src/domain/telephone.ts';
import { proseFaults } from '../../src/gate/rules/prose.ts';

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

test('a number in any dress is found, and the gate tells it', () => {
  for (const number of dressed) {
    const text = `Gọi ${number} khi cần.`;
    expect(telephoneIn(text), number).toBeDefined();
    expect(
      proseFaults(text, { hasRealSource: true }).map(({ rule }) => rule),
      number,
    ).toEqual(['typed-phone']);
  }
  expect(dressed.length).toBe(37);
});

test('days, sums and documents are no numbers to call', () => {
  for (const text of honest) expect(telephoneIn(text), text).toBeUndefined();
  expect(honest.length).toBe(13);
});
