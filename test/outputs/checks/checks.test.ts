/** Checks: a question has one right answer that only knowledge gives away, and a step that says the same. */
import { expect, test } from 'vitest';
import type { Handbook } from '../../../src/handbook/handbook.ts';
import { checkGroups, checksOf } from '../../../src/outputs/checks/groups.ts';
import { checkProblems } from '../../../src/outputs/checks/judge.ts';
import { questionViews, readsOf } from '../../../src/outputs/checks/view.ts';
import { answerLetters, checkSchema, type CheckQuestion } from '../../../src/schemas/check.ts';
import { present } from '../../present.ts';
import { realHandbook } from '../../real.ts';
import { floor, isNational } from '../../national/edition.ts';

const handbook: Handbook = realHandbook();
const { checks, skills } = handbook;
const questions = checks.flatMap(({ data }) => data.questions);

test('the checks at hand pass, and every question is shown with its step', () => {
  expect(checkProblems(handbook)).toEqual([]);
  let shown = 0;
  let ruled = 0;
  for (const check of checks) {
    const views = questionViews(check, handbook);
    expect(views.length, check.id).toBeGreaterThanOrEqual(3);
    for (const { choices, source, told } of views) {
      expect(source.href).toMatch(/^\/[a-z0-9/-]+\/#buoc(?:-\d+){1,2}$|^\/quy-dinh\/[a-z/-]+\/$/);
      const right = choices.filter((choice) => choice.right);
      expect(right.map(({ letter, text }) => `${letter}. ${text}`)).toEqual([told]);
      shown += 1;
    }
    const reads = readsOf(check, handbook).map(({ key }) => key);
    expect([...new Set(views.map((view) => view.reads))].sort()).toEqual([...reads].sort());
    if (views.some(({ source }) => source.href.startsWith('/quy-dinh/'))) ruled += 1;
  }
  expect(ruled).toBeGreaterThanOrEqual(3);
  expect(shown).toBe(questions.length);
});

test('who always says the same letter, or the longest answer, knows nothing', () => {
  const hits = (knows: (question: CheckQuestion) => string): number =>
    questions.filter((question) => knows(question) === question.right).length / questions.length;
  for (const letter of answerLetters) {
    expect(
      hits(() => letter),
      letter,
    ).toBeGreaterThan(0.15);
    expect(
      hits(() => letter),
      letter,
    ).toBeLessThan(0.35);
  }
  const byLength = (question: CheckQuestion, most: boolean): string => {
    const lengths = question.choices.map(({ length }) => length);
    return answerLetters[lengths.indexOf(Math[most ? 'max' : 'min'](...lengths))] ?? '';
  };
  expect(hits((question) => byLength(question, true))).toBeLessThan(0.4);
  expect(hits((question) => byLength(question, false))).toBeLessThan(0.4);
});

test('every skill has its check; each of the four groups finds some, and citizens nearly all', () => {
  for (const group of checkGroups) expect(checksOf(group, handbook).length, group).toBeGreaterThan(floor(10));
  expect(checksOf('citizens', handbook).length).toBeGreaterThan(0.8 * checks.length);
  if (isNational)
    expect(checks.map(({ skill }) => skill.id).sort()).toEqual(skills.map(({ id }) => id).sort());
});

/** A check without a fault, to spoil. */
const sound = checkSchema.parse({
  skill: 'mat-khau-otp',
  questions: (['A', 'C', 'B'] as const).map((right) => ({
    ask: 'Bạn đang gõ mã thì có người hỏi. Bạn làm gì?',
    choices: answerLetters.map((letter) =>
      letter === right ? 'Tự tay gõ từng số' : `Đọc cho người ${letter}`,
    ),
    right,
    why: 'Tự tay gõ mã. Mã thường chỉ dùng được vài phút.',
    see: { guide: 'an-toan/ma-otp', step: 5 },
  })),
  checked: '2026-11-29',
});
const judged = (place: number, changes: object): string[] => {
  const data = checkSchema.parse({
    ...sound,
    questions: sound.questions.map((one, index) => (index === place ? { ...one, ...changes } : one)),
  });
  const check = { ...present(checks[0], 'check'), file: 'none', data };
  return checkProblems({ ...handbook, checks: [check] }).map(({ rule }) => rule);
};

test.each<[string, object, string[]]>([
  ['nothing wrong', {}, []],
  [
    'an answer twice',
    { choices: ['Tự tay gõ từng số', 'Đọc to từng số', 'Đọc nhỏ từng số', 'Đọc to từng số'] },
    ['check-twice'],
  ],
  [
    'an answer that tells by its length',
    {
      choices: ['Tự tay gõ từng số, gõ chậm cho đúng', 'Đọc một nửa mã', 'Đọc cả dãy mã', 'Nhờ người gõ mã'],
    },
    ['check-length'],
  ],
  [
    'a word against sentences',
    { choices: ['Tự tay gõ từng số', 'Đọc', 'Gõ', 'Nhờ một người khác gõ từng số'] },
    ['check-length'],
  ],
  [
    'all of the above',
    { choices: ['Tự gõ từng số', 'Tất cả các ý trên', 'Đọc một nửa mã', 'Đọc cả mã'] },
    ['check-trick'],
  ],
  [
    'two in one',
    { choices: ['Tự gõ từng số', 'Cả A và C đều đúng', 'Đọc một nửa mã', 'Đọc cả mã'] },
    ['check-trick'],
  ],
  [
    'a question that nobody reads at once',
    { ask: `${'Bạn đang ngồi ở nhà một mình buổi tối '.repeat(3)}thì bạn làm gì?` },
    ['long-sentence'],
  ],
  [
    'the same place again',
    { right: 'C', choices: ['Đọc to mã', 'Đọc nhỏ mã', 'Tự gõ từng số', 'Nhờ gõ mã'] },
    ['check-places'],
  ],
  ['a step that is not there', { see: { guide: 'an-toan/ma-otp', step: 99 } }, ['drill-step']],
  ['a step that says something else', { see: { guide: 'thiet-bi/noi-wifi', step: 1 } }, ['check-source']],
  ['a law', { why: 'Theo Nghị định 13/2023/NĐ-CP thì tự tay gõ mã, gõ từng số.' }, ['law-source']],
])('%s', (_, changes, rules) => {
  expect(judged(0, changes)).toEqual(rules);
});

test('a question may stand on a rule, which then says the same', () => {
  const told = {
    see: undefined,
    choices: ['Không được gửi', 'Gửi ban ngày', 'Gửi ban đêm', 'Gửi cuối tuần'],
    why: 'Ngân hàng không được gửi tin nhắn có đường link, trừ khi chính khách hàng yêu cầu.',
  };
  expect(judged(0, { ...told, rule: 'tien/khong-gui-duong-link' })).toEqual([]);
  expect(judged(0, { ...told, rule: 'y-te/luong-co-so' })).toEqual(['check-source']);
  expect(() => judged(0, { rule: 'tien/khong-gui-duong-link' })).toThrow(/see.*rule/);
});

test('a practice may stand in the place of questions, and shows the skill', () => {
  const practised = checks.filter(({ practice }) => practice !== undefined);
  expect(practised.length).toBeGreaterThan(floor(20));
  const check = present(practised[0], 'check with a practice');
  const alone = { ...check, data: { ...check.data, questions: [] } };
  expect(checkSchema.safeParse(alone.data).success).toBe(true);
  expect(checkSchema.safeParse({ ...alone.data, practice: undefined }).success).toBe(false);
  expect(checkProblems({ ...handbook, checks: [alone] })).toEqual([]);
  expect(readsOf(alone, handbook).map(({ key }) => key)).toEqual([String(check.practice?.guide.data.number)]);
  const other = present(
    handbook.drills.find(({ guide }) => !guide.skills.includes(check.skill)),
    'drill of another skill',
  );
  const wrong = checkProblems({ ...handbook, checks: [{ ...check, practice: other }] });
  expect(wrong.map(({ rule }) => rule)).toEqual(['check-practice']);
});

test('a skill has one check', () => {
  const [check] = checks;
  const twice = [present(check, 'check'), present(check, 'check')];
  expect(checkProblems({ ...handbook, checks: twice }).map(({ rule }) => rule)).toEqual(['check-twice']);
});

test('a fault of a file is told with its line', () => {
  const check = present(checks[0], 'check');
  const data = {
    ...check.data,
    questions: check.data.questions.map((one, index) =>
      index === 1 ? { ...one, see: { list: 1, step: 1, guide: 'an-toan/ma-otp' } } : one,
    ),
  };
  const [problem] = checkProblems({ ...handbook, checks: [{ ...check, data }] });
  expect(problem).toMatchObject({ file: check.file, rule: 'check-source', field: 'questions.1.see.step' });
  expect(present(problem, 'problem').line).toBeGreaterThan(10);
});
