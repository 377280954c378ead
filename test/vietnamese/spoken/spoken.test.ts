/** The speech normaliser: the table of readings, and what must hold for any text. */
import { describe, expect, test } from 'vitest';
import { lexicon } from '../../../src/vietnamese/spoken/lexicon.ts';
import { spoken } from '../../../src/vietnamese/spoken/spoken.ts';
import { cases, glossary } from './cases.ts';
import { present } from '../../present.ts';

const words = lexicon(glossary);
const none = lexicon([]);
const all = Object.entries(cases).flatMap(([kind, list]) =>
  list.map(([printed, said]) => ({ kind, printed, said })),
);

describe('readings', () => {
  test('the table is large enough to mean something', () => {
    expect(all.length).toBeGreaterThanOrEqual(170);
    expect(new Set(all.map((item) => item.printed)).size).toBe(all.length);
  });
  test.each(all)('$kind: $printed', ({ kind, printed, said }) => {
    expect(spoken(printed, kind === 'words' || kind === 'addresses' ? words : none)).toBe(said);
  });
  test('a saying of the glossary wins over the everyday one', () => {
    expect(spoken('QR', lexicon([{ written: 'QR', spoken: 'mã vuông' }]))).toBe('mã vuông');
  });
});

/** A small generator with a fixed start, so that a failure can be repeated. */
function dice(seed: number): () => number {
  let currentSeed = seed;
  return () => (currentSeed = (currentSeed * 1_664_525 + 1_013_904_223) >>> 0) / 2 ** 32;
}
const plainWords =
  'bà con mở máy bấm nút xanh rồi chờ một chút nếu thấy lạ thì dừng lại hỏi người nhà trước khi chuyển tiền cho ai không đọc mã của mình và nhớ giữ giấy tờ cẩn thận'.split(
    ' ',
  );
const joints = [' ', ' ', ' ', ', ', '. ', ' – ', '; ', ' (', ') ', ': '];

describe('for any text', () => {
  const random = dice(20_261_121);
  const pick = <T>(list: readonly T[]): T =>
    present(list[Math.floor(random() * list.length)], 'an item of list');
  const texts = Array.from({ length: 1500 }, () =>
    Array.from(
      { length: 1 + Math.floor(random() * 9) },
      () =>
        `${pick([pick(all).printed, pick(plainWords), pick(plainWords), String(Math.floor(random() * 10 ** Math.ceil(random() * 13)))])}${pick(joints)}`,
    ).join(''),
  );
  const marks = Array.from({ length: 1500 }, () =>
    Array.from({ length: 1 + Math.floor(random() * 24) }, () =>
      pick([...'0123456789.,:/-–+%()đkhgĐAaXIV²½Ⅳ５•→@# "“”?!\u00a0\u0301\ue001']),
    ).join(''),
  );

  test('already spoken text is not changed', () => {
    for (const text of [...texts, ...marks, ...all.map((item) => item.said)]) {
      const once = spoken(text, words);
      expect(spoken(once, words), JSON.stringify(text)).toBe(once);
    }
  });
  test('no digit is left, the letters are composed, and no private character comes out', () => {
    for (const text of [...texts, ...marks]) {
      const ownSpoken = spoken(text, words);
      expect(ownSpoken, JSON.stringify(text)).not.toMatch(/[\d\p{N}\uE000-\uF8FF]/u);
      expect(ownSpoken).toBe(ownSpoken.normalize('NFC'));
    }
  });
  test('decomposed text is said like composed text', () => {
    for (const text of texts)
      expect(spoken(text.normalize('NFD'), words)).toBe(spoken(text.normalize('NFC'), words));
  });
  test('no word is lost: plain words come out all, in their order', () => {
    let seen = 0;
    for (let i = 0; i < 1500; i++) {
      // Marked words, which no reading of a number makes.
      const list = Array.from({ length: 12 }, () => pick(plainWords)).map((word) =>
        `qu${word}x`.replace(/[^\p{L}]/gu, ''),
      );
      const text = list
        .map((word) => `${word}${pick(joints)}${pick(['', '', pick(all).printed + ' '])}`)
        .join('');
      const out = present(spoken(text, words).match(/[\p{L}\p{M}]+/gu), 'the pattern in the text').filter(
        (word) => list.includes(word),
      );
      expect(out, text).toEqual(list);
      seen += list.length;
    }
    expect(seen).toBe(18_000);
  });
  test('every number up to ten thousand has its own reading', () => {
    const readings = new Set(Array.from({ length: 10_000 }, (_, index) => spoken(String(index), none)));
    expect(readings.size).toBe(10_000);
  });
});
