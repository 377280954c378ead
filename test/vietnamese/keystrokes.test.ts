import { expect, test } from 'vitest';
import { isSyllable } from '../../src/vietnamese/syllable.ts';
import { fromTelex } from '../../src/vietnamese/telex.ts';
import { canonical, placeTone, splitTone, toneKey } from '../../src/vietnamese/tone.ts';
import { fold } from '../../src/vietnamese/text.ts';
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
  let n = 0;
  for (const w of words) {
    const { plain, tone } = splitTone(w);
    expect(placeTone(plain, tone)).toBe(w);
    expect(isSyllable(plain, tone), w).toBe(true);
    n++;
  }
  expect(n).toBeGreaterThan(30);
});

test.each(['after-vowel', 'end'] as Place[])('Telex and VNI come back, marks typed %s', (place) => {
  let n = 0;
  for (const w of words) {
    if (fold(w) === w) continue;
    expect(fromTelex(telex(w, place)), telex(w, place)).toContain(w);
    expect(fromVni(vni(w, place)), vni(w, place)).toContain(w);
    n++;
  }
  expect(n).toBeGreaterThan(30);
});

test.each(['4g', 'muc2', 'covid19', 'mp3', 'zalo', 'win10', 'iphone15', 'aaaaaaaaaaaaaaaaaaaa'])(
  '%s is no VNI',
  (w) => expect(fromVni(w)).toEqual([]),
);
test.each(['zalo', 'app', 'wifi', 'sms', 'otp', 'vneid', 'qr', 'facebook', ''])('%s is no Telex', (w) =>
  expect(fromTelex(w)).toEqual([]),
);
test.each(['mùc', 'hõt', 'ngc', 'bcd', 'aeo'])('%s is no syllable', (w) => {
  const { plain, tone } = splitTone(w);
  expect(isSyllable(plain, tone)).toBe(false);
});

test('folding is idempotent and blind to the form of Unicode', () => {
  for (const w of words) {
    expect(fold(fold(w))).toBe(fold(w));
    expect(fold(w.normalize('NFD'))).toBe(fold(w.normalize('NFC')));
    expect(canonical(w.normalize('NFD'))).toBe(canonical(w));
  }
});
