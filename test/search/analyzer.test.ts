import { expect, test } from 'vitest';
import { isSyllable } from '../../src/vietnamese/syllable.ts';
import { splitTone } from '../../src/vietnamese/tone.ts';
import { fold } from '../../src/vietnamese/text.ts';
import { barIn, barOut } from '../../src/search/bar.ts';
import { fromChar, toChar } from '../../src/search/format.ts';
import { runs } from '../../src/search/highlight.ts';
import { readQuery } from '../../src/search/query.ts';
import { spellOut, splitJoined } from '../../src/search/repair.ts';
import { syllables } from '../../src/search/syllables.ts';
import { files, index, sources } from './index-of-content.ts';
import { telex, vni, type Place } from './typing.ts';

const vocabulary = index.lexicon.words;
const accented = vocabulary.filter(
  (w) => /[^\x00-\x7f]/.test(w) && (({ plain, tone }) => isSyllable(plain, tone))(splitTone(w)),
);

test.each([
  ['Telex', telex, 'after-vowel'],
  ['Telex', telex, 'end'],
  ['VNI', vni, 'after-vowel'],
  ['VNI', vni, 'end'],
] as const)('every syllable of the content survives %s, marks typed %s %s', (_, type, place) => {
  const lost = accented.filter((w) => {
    const typed = type(w, place as Place);
    // What the site itself writes that way is that word, whatever keys it looks like.
    if (index.lexicon.foldId(typed) !== undefined) return false;
    const found = readQuery(typed, index).groups[0]!.alternatives;
    return !found.some((a) => index.lexicon.folds[a.fold] === fold(w));
  });
  expect(accented.length).toBeGreaterThan(900);
  expect(lost).toEqual([]);
});

test('no plain word of the site is altered', () => {
  const plain = vocabulary.filter((w) => /^[a-z]{2,}$/.test(w) && files.core.shorts[w] === undefined);
  const altered = plain.filter((w) => readQuery(w, index).groups[0]!.text !== w);
  expect(plain.length).toBeGreaterThan(300);
  expect(altered).toEqual([]);
});

test('questions read the same in NFC and NFD, and with either place of the tone', () => {
  let n = 0;
  for (const p of sources.slice(0, 80)) {
    expect(readQuery(p.title.normalize('NFD'), index)).toEqual(readQuery(p.title, index));
    n++;
  }
  expect(n).toBe(80);
  expect(syllables('khoá hoá đơn, thuỷ')).toEqual(syllables('khóa hóa đơn, thủy'));
  expect(syllables('Wi-Fi, wi fi, WIFI')).toEqual(['wifi', 'wifi', 'wifi']);
});

test.each([
  ['dieenj thoaij', 'điện thoại'],
  ['d9ie6n5 thoai5', 'điện thoại'],
  ['dinhdanh muc2', 'định danh mức 2'],
  ['ko dc', 'không được'],
  ['quên mật khảu vneid', 'quên mật khảu vneid'],
  ['chuyen khaon', 'chuyen khoản'],
])('“%s” is understood as “%s”', (typed, meant) => expect(readQuery(typed, index).shown).toBe(meant));

test('literal search changes nothing', () => {
  const q = readQuery('dieenj thoaij ko', index, { literal: true });
  expect(q.shown).toBe('dieenj thoaij ko');
  expect(q.rewritten).toBe(false);
});

test('synonyms are added and take nothing away', () => {
  const q = readQuery('nhà băng', index);
  expect(q.groups.filter((g) => g.for === undefined).map((g) => g.text)).toEqual(['nhà', 'băng']);
  expect(q.groups.filter((g) => g.for !== undefined).map((g) => g.text)).toContain('ngân');
  // "hình" inside "màn hình" is no picture.
  expect(readQuery('màn hình', index).groups.map((g) => g.text)).not.toContain('ảnh');
});

test('initials and joined words come from the content', () => {
  expect(spellOut('dvc', index)).toEqual(['dịch', 'vụ', 'công']);
  expect(splitJoined('matkhau', index)?.map((f) => index.lexicon.folds[f])).toEqual(['mat', 'khau']);
  expect(spellOut('xzq', index)).toBeUndefined();
});

test('hostile questions neither fail nor take long', () => {
  const started = performance.now();
  for (const q of [
    '',
    ' ',
    '‮'.repeat(50),
    '<script>alert(1)</script>',
    'a'.repeat(5000),
    '\ud800',
    'w'.repeat(300),
    'aeo'.repeat(100),
    '1'.repeat(400),
    '/../'.repeat(90),
    '“”…!?',
    'đ'.repeat(300),
    'uow'.repeat(4),
  ])
    readQuery(q, index, { typing: true });
  expect(performance.now() - started).toBeLessThan(1500);
});

test('marks show what matched, đ as đ, and lose no letter', () => {
  const q = readQuery('dien thoai', index);
  const text = 'Điện thoại mất điện, nói thoải mái.';
  const found = runs(text, q, index);
  expect(found.map((r) => r.text).join('')).toBe(text);
  expect(found.filter((r) => r.hit).map((r) => r.text)).toContain('Điện thoại');
  // Typed with marks: another tone is another word.
  expect(
    runs('mất mật khẩu', readQuery('mật khẩu', index), index)
      .filter((r) => r.hit)
      .map((r) => r.text),
  ).toEqual(['mật khẩu']);
});

test('characters of the stream and the bar of đ come back', () => {
  let n = 0;
  for (let i = 0; i < 60_000; i += 7) {
    expect(fromChar(toChar(i).charCodeAt(0))).toBe(i);
    n++;
  }
  expect(n).toBeGreaterThan(8000);
  expect(barIn(barOut('Đi đâu, Điện'))).toBe('Đi đâu, Điện');
  expect(barOut('Đi đâu').normalize('NFD').replace(/\p{M}/gu, '')).toBe('Di dau');
});

test('sections come back from the files with their ids', () => {
  let n = 0;
  sources.forEach((p, i) =>
    p.sections.forEach((s, j) => {
      const found = index.passages[index.pages[i]!.first + j]!;
      expect([found.kind, found.id]).toEqual([s.kind, s.id]);
      n++;
    }),
  );
  expect(n).toBe(index.passages.length);
  expect(n).toBeGreaterThan(1000);
});
