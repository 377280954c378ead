import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readContent } from '../../src/gate/read.ts';
import { emergencyOf } from '../../src/search/emergency.ts';
import { readQuery } from '../../src/search/query.ts';
import { assistantQuestions, emergencyQuestions, outOfScope } from './assistant-questions.ts';
import { index } from './index-of-content.ts';
import { devQueries } from './queries.ts';
import { telex } from './typing.ts';

const { entries } = readContent(fileURLToPath(new URL('../..', import.meta.url)));
const rules = [...entries.emergencies].sort((a, b) => a.data.order - b.data.order);
const of = (raw: string): string | undefined =>
  rules[
    emergencyOf(
      rules.map((rule) => rule.data),
      raw,
      readQuery(raw, index).folded,
    )
  ]?.id;

test.each([...emergencyQuestions])('“%s” is %s', (question, id) => expect(of(question)).toBe(id));
test('emergencies are known in raw Telex too', () => {
  expect(of(telex('tôi bị lừa chuyển tiền rồi'))).toBe('da-chuyen-tien');
  expect(of(telex('lỡ đọc mã otp cho người lạ', 'after-vowel'))).toBe('lo-doc-otp');
});
test('other questions raise no alarm, but for those that are alarming', () => {
  const alarming = ['toà án gọi điện doạ', 'bị gạt tiền'];
  const quiet = [
    ...devQueries.map((query) => query.q),
    ...assistantQuestions.map((question) => question.q),
    ...outOfScope,
  ].filter((query) => !alarming.includes(query));
  expect(quiet.length).toBeGreaterThan(250);
  expect(quiet.filter((raw) => of(raw) !== undefined)).toEqual([]);
});
test('every number said in an emergency stands in the directory with its source', () => {
  const known = new Set(
    entries.directory.flatMap(({ data }) => data.numbers.map(({ number }) => number.replaceAll(' ', ''))),
  );
  let count = 0;
  for (const rule of rules)
    for (const step of rule.data.steps)
      for (const match of step.matchAll(/\b\d{3,}\b/g)) {
        expect(known.has(match[0]), step).toBe(true);
        count++;
      }
  expect(count).toBeGreaterThan(0);
});
