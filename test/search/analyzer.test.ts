import { expect, test } from 'vitest';
import { isSyllable } from '../../src/vietnamese/syllable.ts';
import { splitTone } from '../../src/vietnamese/tone.ts';
import { fold } from '../../src/vietnamese/diacritics.ts';
import { barIn, barOut } from '../../src/outputs/search-index/bar.ts';
import { fromChar, toChar } from '../../src/search/format.ts';
import { runs } from '../../src/outputs/search-index/highlight.ts';
import { readQuery } from '../../src/search/query.ts';
import { spellOut, splitJoined } from '../../src/search/repair.ts';
import { syllables } from '../../src/search/syllables.ts';
import { files, index, sources } from './index-of-content.ts';
import { telex, vni } from './typing.ts';
import { present } from '../present.ts';
import { floor } from '../national/edition.ts';

const vocabulary = index.lexicon.words;
const accented = vocabulary.filter(
  (word) => /[^\x00-\x7f]/.test(word) && (({ plain, tone }) => isSyllable(plain, tone))(splitTone(word)),
);

test.each([
  ['Telex', telex, 'after-vowel'],
  ['Telex', telex, 'end'],
  ['VNI', vni, 'after-vowel'],
  ['VNI', vni, 'end'],
] as const)('every syllable of the content survives %s, marks typed %s %s', (_, type, place) => {
  const lost = accented.filter((word) => {
    const typed = type(word, place);
    // What the site itself writes that way is that word, whatever keys it looks like.
    if (index.lexicon.foldId(typed) !== undefined) return false;
    const found = present(readQuery(typed, index).groups[0], 'item 0 of groups').alternatives;
    return !found.some((alternative) => index.lexicon.folds[alternative.fold] === fold(word));
  });
  expect(accented.length).toBeGreaterThan(floor(900));
  expect(lost).toEqual([]);
});

test('no plain word of the site is altered', () => {
  const plain = vocabulary.filter(
    (word) => /^[a-z]{2,}$/.test(word) && files.core.shorts[word] === undefined,
  );
  const altered = plain.filter(
    (word) => present(readQuery(word, index).groups[0], 'item 0 of groups').text !== word,
  );
  expect(plain.length).toBeGreaterThan(floor(300));
  expect(altered).toEqual([]);
});

test('questions read the same in NFC and NFD, and with either place of the tone', () => {
  let count = 0;
  for (const source of sources.slice(0, 80)) {
    expect(readQuery(source.title.normalize('NFD'), index)).toEqual(readQuery(source.title, index));
    count++;
  }
  expect(count).toBe(80);
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
  const query = readQuery('dieenj thoaij ko', index, { literal: true });
  expect(query.shown).toBe('dieenj thoaij ko');
  expect(query.rewritten).toBe(false);
});

test('synonyms are added and take nothing away', () => {
  const query = readQuery('nhà băng', index);
  expect(query.groups.filter((group) => group.for === undefined).map((group) => group.text)).toEqual([
    'nhà',
    'băng',
  ]);
  expect(query.groups.filter((group) => group.for !== undefined).map((group) => group.text)).toContain(
    'ngân',
  );
  // "hình" inside "màn hình" is no picture.
  expect(readQuery('màn hình', index).groups.map((group) => group.text)).not.toContain('ảnh');
});

test('initials and joined words come from the content', () => {
  expect(spellOut('dvc', index)).toEqual(['dịch', 'vụ', 'công']);
  expect(splitJoined('matkhau', index)?.map((otherIndex) => index.lexicon.folds[otherIndex])).toEqual([
    'mat',
    'khau',
  ]);
  expect(spellOut('xzq', index)).toBeUndefined();
});

test('hostile questions are read without failing', () => {
  const hostile = [
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
  ];
  // A reading that never ends is caught by the limit of the test run.
  const read = hostile.map((raw) => readQuery(raw, index, { typing: true }));
  expect(read).toHaveLength(hostile.length);
  for (const query of read) expect(Array.isArray(query.groups)).toBe(true);
});

test('marks show what matched, đ as đ, and lose no letter', () => {
  const query = readQuery('dien thoai', index);
  const text = 'Điện thoại mất điện, nói thoải mái.';
  const found = runs(text, query, index);
  expect(found.map((run) => run.text).join('')).toBe(text);
  expect(found.filter((run) => run.hit).map((run) => run.text)).toContain('Điện thoại');
  // Typed with marks: another tone is another word.
  expect(
    runs('mất mật khẩu', readQuery('mật khẩu', index), index)
      .filter((run) => run.hit)
      .map((run) => run.text),
  ).toEqual(['mật khẩu']);
});

test('characters of the stream and the bar of đ come back', () => {
  let count = 0;
  for (let i = 0; i < 60_000; i += 7) {
    expect(fromChar(toChar(i).charCodeAt(0))).toBe(i);
    count++;
  }
  expect(count).toBeGreaterThan(floor(8000));
  expect(barIn(barOut('Đi đâu, Điện'))).toBe('Đi đâu, Điện');
  expect(barOut('Đi đâu').normalize('NFD').replace(/\p{M}/gu, '')).toBe('Di dau');
});

test('sections come back from the files with their ids', () => {
  let count = 0;
  sources.forEach((source, position) =>
    source.sections.forEach((section, place) => {
      const found = present(
        index.passages[present(index.pages[position], 'an item of pages').first + place],
        'an item of passages',
      );
      expect([found.kind, found.id]).toEqual([section.kind, section.id]);
      count++;
    }),
  );
  expect(count).toBe(index.passages.length);
  expect(count).toBeGreaterThan(floor(1000));
});
