import { expect, test } from 'vitest';
import { isSyllable } from '../../src/vietnamese/syllable.ts';
import { fromTelex } from '../../src/vietnamese/telex.ts';
import { canonical, placeTone, splitTone, toneKey } from '../../src/vietnamese/tone.ts';
import { fold } from '../../src/vietnamese/diacritics.ts';
import { fromVni } from '../../src/vietnamese/vni.ts';
import { telex, vni, type Place } from '../search/typing.ts';

const words =
  'tiền điện thoại người đường được giữ quyền khoản ngân hàng chuyển mật khẩu ứng dụng nghiêng khuya giếng gì quý quỹ thuở mưa xoay uống yêu ý ấy ổ loa hóa khỏe thủy tùy nguyễn'.split(
    ' ',
  );

test.each([
  ['hoá', 'hóa'],
  ['khoẻ', 'khỏe'],
  ['thuỷ', 'thủy'],
  ['quí', 'quí'],
  ['uý', 'úy'],
  ['loà', 'lòa'],
  ['toàn', 'toàn'],
  ['giá', 'giá'],
  ['người', 'người'],
])('%s is written %s', (typed, written) => {
  expect(canonical(typed)).toBe(written);
  expect(toneKey(typed)).toBe(toneKey(written));
});

test('a tone taken out and put back leaves the word', () => {
  let count = 0;
  for (const word of words) {
    const { plain, tone } = splitTone(word);
    expect(placeTone(plain, tone)).toBe(word);
    expect(isSyllable(plain, tone), word).toBe(true);
    count++;
  }
  expect(count).toBeGreaterThan(30);
});

test.each(['after-vowel', 'end'] as Place[])('Telex and VNI come back, marks typed %s', (place) => {
  let count = 0;
  for (const word of words) {
    if (fold(word) === word) continue;
    expect(fromTelex(telex(word, place)), telex(word, place)).toContain(word);
    expect(fromVni(vni(word, place)), vni(word, place)).toContain(word);
    count++;
  }
  expect(count).toBeGreaterThan(30);
});

test.each(['4g', 'muc2', 'covid19', 'mp3', 'zalo', 'win10', 'iphone15', 'aaaaaaaaaaaaaaaaaaaa'])(
  '%s is no VNI',
  (keys) => expect(fromVni(keys)).toEqual([]),
);
test.each(['zalo', 'app', 'wifi', 'sms', 'otp', 'vneid', 'qr', 'facebook', ''])('%s is no Telex', (keys) =>
  expect(fromTelex(keys)).toEqual([]),
);
test.each(['mùc', 'hõt', 'ngc', 'bcd', 'aeo'])('%s is no syllable', (word) => {
  const { plain, tone } = splitTone(word);
  expect(isSyllable(plain, tone)).toBe(false);
});

test('folding is idempotent and blind to the form of Unicode', () => {
  for (const word of words) {
    expect(fold(fold(word))).toBe(fold(word));
    expect(fold(word.normalize('NFD'))).toBe(fold(word.normalize('NFC')));
    expect(canonical(word.normalize('NFD'))).toBe(canonical(word));
  }
});
