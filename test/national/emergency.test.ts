import { expect, test } from 'vitest';
import { dangerOf } from '../../src/search/danger.ts';
import { readQuery } from '../../src/search/query.ts';
import { assistantQuestions, emergencyQuestions, outOfScope } from '../search/assistant-questions.ts';
import { present } from '../present.ts';
import { index, sourcesOfContent } from '../search/index-of-content.ts';
import { devQueries } from '../search/queries.ts';
import { telex } from '../search/typing.ts';

const danger = present(sourcesOfContent.danger, 'the words of danger');
const of = (raw: string): string | undefined =>
  dangerOf(raw, readQuery(raw, index).shown, danger).box || undefined;

test.each([...emergencyQuestions])('“%s” is %s', (question, id) => expect(of(question)).toBe(id));
test('emergencies are known in raw Telex too', () => {
  expect(of(telex('tôi bị lừa chuyển tiền rồi'))).toBe('da-chuyen-tien');
  expect(of(telex('lỡ đọc mã otp cho người lạ', 'after-vowel'))).toBe('lo-doc-otp');
});
test('other questions raise no alarm, but for those that are alarming', () => {
  const alarming = [
    'toà án gọi điện doạ',
    'bị gạt tiền',
    'mat dien thoai',
    'd9ie6n thoai5 bi5 ma6t1',
    'rớt mất điện thoại',
    'doạ tung ảnh',
    'fb bị hack',
    'mua hang tren mang bi lua thi lam gi',
    'Mất điện thoại thì gọi ai?',
    'Có máy mới rồi thì làm gì sau khi mất điện thoại?',
  ];
  const quiet = [
    ...devQueries.map((query) => query.q),
    ...assistantQuestions.map((question) => question.q),
    ...outOfScope,
  ].filter((query) => !alarming.includes(query));
  expect(quiet.length).toBeGreaterThan(250);
  const loud = quiet.filter((raw) => of(raw) !== undefined);
  console.log(`alarms: ${loud.length} of ${quiet.length} questions: ${loud.join(' | ')}`);
  // What is learnt is never without a slip; the slots alone had none here, and missed more who were in need.
  expect(loud.length / quiet.length).toBeLessThanOrEqual(0.015);
});
