import { describe, expect, test } from 'vitest';
import { readability, sentences, syllables } from '../../src/vietnamese/sentences.ts';

const cases: readonly (readonly [string, readonly string[]])[] = [
  ['Mở máy. Bấm nút.', ['Mở máy.', 'Bấm nút.']],
  ['Mở máy! Thấy gì? Bấm nút…', ['Mở máy!', 'Thấy gì?', 'Bấm nút…']],
  ['Giá 1.500.000 đồng. Trả 2,5 triệu.', ['Giá 1.500.000 đồng.', 'Trả 2,5 triệu.']],
  ['Về TP. Huế. Gặp ThS. Lan.', ['Về TP. Huế.', 'Gặp ThS. Lan.']],
  ['Gặp PGS.TS. Nguyễn Văn Mẫu ở đó. Xong.', ['Gặp PGS.TS. Nguyễn Văn Mẫu ở đó.', 'Xong.']],
  ['1. Mở máy. 2. Bấm nút.', ['1. Mở máy.', '2. Bấm nút.']],
  ['II. Tổ chức. Giao việc.', ['II. Tổ chức.', 'Giao việc.']],
  ['Họ nói: “Cho mượn tiền.” Rồi cúp máy.', ['Họ nói: “Cho mượn tiền.”', 'Rồi cúp máy.']],
  ['(Xem bài trước.) Sau đó làm tiếp.', ['(Xem bài trước.)', 'Sau đó làm tiếp.']],
  ['Vào dichvucong.gov.vn rồi đăng nhập.', ['Vào dichvucong.gov.vn rồi đăng nhập.']],
  ['Gọi 113. 15 phút sau gọi lại.', ['Gọi 113.', '15 phút sau gọi lại.']],
  ['cam, quýt, v.v. rồi về', ['cam, quýt, v.v. rồi về']],
  ['Dòng một\nDòng hai', ['Dòng một', 'Dòng hai']],
  ['', []],
];

describe('sentences', () => {
  test.each(cases)('%s', (text, expected) => expect(sentences(text)).toEqual(expected));
  test('no letter is lost', () => {
    for (const [text] of cases)
      expect(sentences(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    expect(cases.length).toBeGreaterThan(12);
  });
});

test('syllables and readability count what is there', () => {
  expect(syllables('Mở máy, bấm 1.500 lần.')).toBe(5);
  expect(readability(['Mở máy. Bấm nút xanh.'])).toMatchObject({
    sentences: 2,
    syllables: 5,
    mean: 2.5,
    longest: 3,
    worst: 'Bấm nút xanh.',
  });
});
