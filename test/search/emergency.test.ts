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
const of = (q: string): string | undefined =>
  rules[
    emergencyOf(
      rules.map((r) => r.data),
      q,
      readQuery(q, index).folded,
    )
  ]?.id;

test.each([...emergencyQuestions])('“%s” is %s', (q, id) => expect(of(q)).toBe(id));
test('emergencies are known in raw Telex too', () => {
  expect(of(telex('tôi bị lừa chuyển tiền rồi'))).toBe('da-chuyen-tien');
  expect(of(telex('lỡ đọc mã otp cho người lạ', 'after-vowel'))).toBe('lo-doc-otp');
});
test('other questions raise no alarm, but for those that are alarming', () => {
  const alarming = ['toà án gọi điện doạ', 'bị gạt tiền'];
  const quiet = [...devQueries.map((d) => d.q), ...assistantQuestions.map((a) => a.q), ...outOfScope].filter(
    (q) => !alarming.includes(q),
  );
  expect(quiet.length).toBeGreaterThan(250);
  expect(quiet.filter((q) => of(q) !== undefined)).toEqual([]);
});
test('every number said in an emergency is a sourced hotline', () => {
  const known = new Set(
    entries.hotlines.flatMap((c) => (c.data.number === undefined ? [] : [c.data.number.replaceAll(' ', '')])),
  );
  let n = 0;
  for (const r of rules)
    for (const s of r.data.steps)
      for (const m of s.matchAll(/\b\d{3,}\b/g)) {
        expect(known.has(m[0]), s).toBe(true);
        n++;
      }
  expect(n).toBeGreaterThan(0);
});
