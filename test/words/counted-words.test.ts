/**
 * How much content there is, is counted and never typed: an edition that leaves a plan out, or adds a guide,
 * must not find another number in the words. Numbers that a form fixes stand in a list with the reason.
 */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { allWords } from '../../tools/word-keys.ts';

/** What the handbook has some of, and an edition more or less. */
const counted =
  'kế hoạch|nhóm|chặng|bài|buổi|kệ|nhóm việc|đơn vị|nhiệm vụ|kỹ năng|quy định|cách làm|cách hiển thị|' +
  'chỉ tiêu|tình huống|từ|nguồn|số điện thoại|bàn|phụ lục|thôn|xã|tỉnh|bộ in|áp phích|tờ phát|' +
  'lộ trình|bài tập|trang chiếu';
const number = '\\d+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười(?: một| hai)?';
const typed = new RegExp(`(?<![\\p{L}\\p{M}\\d])(?:${number}) (?:${counted})(?![\\p{L}\\p{M}])`, 'giu');

/** Numbers that stay what they are in every edition. */
const fixed: Readonly<Record<string, string>> = {
  'guide.sure_two': 'how sure two sources make a fact',
  'desk.certainty_two': 'the same',
  'sources.lead': 'the same',
  'session.device_both': 'seats of a class: a table for each of the two kinds of phones',
  'deck.howTo4': 'two slides on a side of paper: how one prints',
  'way.fault_length': 'the least length of a code',
  'ket-qua-thu-tro-nang.mdx': 'a record of tests, with their days',
};

/** Texts of the handbook that no author of an edition writes: the words, and the free pages. */
const texts = new Map([
  ...allWords(),
  ...globSync('content/pages/*.mdx').map((file): [string, string] => [
    basename(file),
    readFileSync(file, 'utf8'),
  ]),
]);

test('no text of the interface and no free page types how much content there is', () => {
  const found = [...texts].flatMap(([key, text]) =>
    [...text.matchAll(typed)].map(([hit]): [string, string] => [key, hit]),
  );
  expect(texts.size).toBeGreaterThan(1500);
  expect(found.filter(([key]) => fixed[key] === undefined)).toEqual([]);
  const met = new Set(found.map(([key]) => key));
  expect(Object.keys(fixed).filter((key) => !met.has(key))).toEqual([]);
});

test('what was typed once would be found', () => {
  expect('Năm kế hoạch của bộ, trong bảy nhóm; mười hai bài'.match(typed)).toHaveLength(3);
  expect('một bài, năm 2025, trăm nhóm'.match(typed)).toBeNull();
});
