/**
 * Drills: every small world holds together however one presses, what the gate asks for is told with its line,
 * and nothing in a drill could be anybody's.
 */
import { expect, test } from 'vitest';
import type { Handbook } from '../../../src/handbook/handbook.ts';
import { drillProblems } from '../../../src/outputs/drills/judge.ts';
import { follows, isRight, reached, rightWay } from '../../../src/outputs/drills/graph.ts';
import { madeUpFaults } from '../../../src/outputs/drills/made-up.ts';
import { pressTelex, writtenWithTelex } from '../../../src/outputs/drills/telex-keys.ts';
import { drillReport, graphLines } from '../../../src/outputs/drills/report.ts';
import { drillsOf, rota } from '../../../src/outputs/drills/rota.ts';
import { typedAs } from '../../../src/outputs/drills/typed.ts';
import { drillView } from '../../../src/outputs/drills/view.ts';
import { drillSchema, type DrillData, type MadeUpData } from '../../../src/schemas/drill.ts';
import { present } from '../../present.ts';
import { floor } from '../../national/edition.ts';
import { realHandbook } from '../../real.ts';

const handbook: Handbook = realHandbook();
const { drills } = handbook;
const madeUp: MadeUpData = present(handbook.madeUp, 'list of made-up names');

/** Numbers that are the same each time: the walk that fails can be walked again. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

test('ten thousand presses at random in each drill never get stuck, and the right way stays open', () => {
  let presses = 0;
  for (const [seed, { data, id }] of drills.entries()) {
    const roll = dice(seed + 1);
    const byId = new Map(data.states.map((state) => [state.id, state]));
    const ends = new Set(data.states.filter(({ done }) => done !== undefined).map((state) => state.id));
    const seen = new Set<string>();
    let now = present(data.states[0], `first state of ${id}`);
    for (let count = 0; count < 10_000; count += 1) {
      seen.add(now.id);
      if (now.done !== undefined) {
        now = present(data.states[0], `first state of ${id}`);
        continue;
      }
      const press = present(now.press[roll(now.press.length)], `press of ${id} ${now.id}`);
      now = present(byId.get(follows(now, press)), `${id}: state after ${now.id}`);
      const open = [...reached(data, now.id, isRight)];
      expect(
        open.some((one) => ends.has(one)),
        `${id}: from ${now.id}`,
      ).toBe(true);
      presses += 1;
    }
    expect([...seen].sort(), id).toEqual([...byId.keys()].sort());
  }
  expect(drills.length).toBeGreaterThanOrEqual(3);
  expect(presses).toBeGreaterThan(drills.length * 5_000);
});

test('the drills at hand pass, each with a way of its own and something to go wrong with', () => {
  expect(drillProblems(handbook)).toEqual([]);
  for (const { data, id } of drills) {
    expect(present(rightWay(data), id).length, id).toBeGreaterThanOrEqual(4);
    const presses = data.states.flatMap((state) => state.press);
    expect(
      presses.filter(({ danger }) => danger !== undefined).length,
      `${id}: dangers`,
    ).toBeGreaterThanOrEqual(1);
    expect(presses.filter((press) => !isRight(press)).length, `${id}: wrong ways`).toBeGreaterThanOrEqual(4);
  }
});

test('every link of a page leads to a section of the page or to a step of a guide', () => {
  let links = 0;
  for (const drill of drills) {
    const states = drillView(drill, handbook.byId);
    const ids = states.flatMap(({ id, whys }) => [id, ...whys.map((why) => why.id)]);
    expect(new Set(ids).size, drill.id).toBe(ids.length);
    for (const { keys, hands, typed, whys, review } of states) {
      const inside = [...keys, ...hands, ...typed, ...whys.map(({ on }) => on)];
      for (const { href } of inside) expect(ids, `${drill.id} ${href}`).toContain(href.slice(1));
      if (review) expect(review.href).toMatch(/^\/[a-z0-9/-]+\/#buoc(?:-\d+){1,2}$/);
      links += inside.length;
    }
  }
  expect(links).toBeGreaterThan(drills.length * 20);
});

/** A drill without a fault, to spoil. */
const sound: DrillData = drillSchema.parse({
  title: 'Tập bấm',
  summary: 'Tập bấm một nút.',
  theme: 'may',
  order: 1,
  number: 1,
  guide: 'an-toan/ma-otp',
  start: 'Máy ở trước mặt bạn.',
  states: [
    {
      id: 'mot',
      title: 'Màn hình đầu',
      press: [
        { text: 'Đúng', to: 'hai' },
        { text: 'Sai', danger: 'Bấm như vậy thì máy làm ngay, không hỏi lại lần nào.' },
      ],
      hint: 'Bấm nút kia.',
      see: { guide: 'an-toan/ma-otp', step: 1 },
    },
    { id: 'hai', title: 'Màn hình sau', press: [{ text: 'Tiếp', to: 'ba' }] },
    { id: 'ba', title: 'Xong', done: 'Bạn làm được.' },
  ],
  checked: '2026-11-29',
});
const [first, second, third] = sound.states;
type State = NonNullable<typeof first>;
const judged = (changes: readonly Partial<State>[]): string[] => {
  const states = [first, second, third].map((state, place) => ({
    ...present(state, 'state'),
    ...changes[place],
  }));
  const drill = { ...present(drills[0], 'drill'), file: 'none', data: { ...sound, states } };
  return drillProblems({ ...handbook, drills: [drill] }).map(({ rule }) => rule);
};
const press = (fields: object): State['press'] => [{ by: 'key', ...fields }];

test.each<[string, readonly Partial<State>[], string[]]>([
  ['nothing wrong', [], []],
  [
    'a press to nowhere',
    [{}, { press: press({ text: 'Tiếp', to: 'bon' }) }],
    ['drill-no-way', 'drill-no-way', 'drill-state', 'drill-unreached'],
  ],
  [
    'a way that leaves out most of its guide',
    [{ press: press({ text: 'Đúng', to: 'ba' }) }],
    ['drill-length', 'drill-unreached'],
  ],
  ['a dead end', [{}, { press: [] }], ['drill-no-way', 'drill-no-way', 'drill-unreached']],
  ['an end with a press', [{}, {}, { press: press({ text: 'Tiếp', to: 'hai' }) }], ['drill-end']],
  [
    'a danger in one word',
    [{ press: [...press({ text: 'Sai', danger: 'Hỏng.' }), ...press({ text: 'Đi', to: 'hai' })] }],
    ['drill-short'],
  ],
  ['no hint', [{ hint: undefined }], ['drill-hint']],
  ['a step that is not there', [{ see: { guide: 'an-toan/ma-otp', step: 99, list: 1 } }], ['drill-step']],
  [
    'one button twice',
    [{}, { press: [...press({ text: 'Đi', to: 'ba' }), ...press({ text: 'Đi', to: 'ba' })] }],
    ['drill-twice'],
  ],
  ['typing without a field', [{}, { press: press({ types: '12', to: 'ba' }) }], ['drill-field']],
  ['a stranger', [{ tells: 'Có bác Hoa gọi tới.' }], ['drill-name']],
  ['a telephone that may be somebody’s', [{ tells: 'Số máy là 0912 345 678.' }], ['drill-number']],
  ['an answer to nobody', [{ press: [{ text: 'Chào', by: 'say' as const, to: 'hai' }] }], ['drill-say']],
  [
    'nothing to choose for the camera',
    [{ press: [{ text: 'Mã trên bàn', by: 'scan' as const, to: 'hai' }] }],
    ['drill-scan'],
  ],
  [
    'keys of Telex with marks',
    [
      {
        press: [{ types: 'nhà', by: 'key' as const, to: 'hai' }],
        field: { label: 'Ô viết', keys: 'telex' as const, other: 'Gõ lại.' },
      },
    ],
    ['drill-keys'],
  ],
  ['a law', [{ tells: 'Theo Nghị định 13/2023/NĐ-CP thì sao.' }], ['drill-name', 'law-source']],
])('%s', (_, changes, rules) => {
  expect(judged(changes).sort()).toEqual(rules);
});

test('a fault of a file is told with its line', () => {
  const drill = present(drills[0], 'drill');
  const states = drill.data.states.map((state, place) =>
    place === 1 ? { ...state, hint: undefined } : state,
  );
  const [problem] = drillProblems({ ...handbook, drills: [{ ...drill, data: { ...drill.data, states } }] });
  expect(problem).toMatchObject({ file: drill.file, rule: 'drill-hint', field: 'states.1' });
  expect(present(problem, 'problem').line).toBeGreaterThan(10);
});

test.each([
  ['Gọi số 0912345678 nhé.', 'drill-number'],
  ['Gọi +84 912 345 678 nhé.', 'drill-number'],
  ['Số căn cước 001 090 123 456.', 'drill-number'],
  ['Mở vietcombank.com.vn đi.', 'drill-link'],
  ['Bấm tel:113 đi.', 'drill-link'],
  ['Người nhận: TRAN THI HOA', 'drill-name'],
  ['Cô Trần Thị Hoa chờ.', 'drill-name'],
  ['Ứng dụng của Vietcombank mở ra.', 'drill-name'],
])('“%s” is refused: %s', (text, rule) => {
  expect(madeUpFaults(text, madeUp).map((one) => one.rule)).toContain(rule);
});

test.each([
  'Gọi số 000 123 456 nhé.',
  'Chuyển 5.000.000 đồng cho Trần Thị Mẫu.',
  'Mở ngan-hang-mau.example đi.',
  'Cô nói: “Không phải.” Người sau giục. Gọi 113 đi.',
])('“%s” may stand', (text) => {
  expect(madeUpFaults(text, madeUp)).toEqual([]);
});

test('what is typed is the same with and without dots and spaces; marks count', () => {
  expect(typedAs(' 45000 ')).toBe(typedAs('45.000'));
  expect(typedAs('000123456')).toBe(typedAs('000 123 456'));
  expect(typedAs('450000')).not.toBe(typedAs('45.000'));
  expect(typedAs('Con khỏe')).toBe(typedAs('con khỏe'));
  expect(typedAs('mau', true)).not.toBe(typedAs('Mau', true));
  expect(typedAs('con khoe')).not.toBe(typedAs('con khỏe'));
});

test.each([
  ['mas', 'má'],
  ['maf', 'mà'],
  ['mar', 'mả'],
  ['max', 'mã'],
  ['maj', 'mạ'],
  ['caan', 'cân'],
  ['awn', 'ăn'],
  ['mow', 'mơ'],
  ['ddi', 'đi'],
  ['tieengs vieetj', 'tiếng việt'],
  ['huwowngf', 'hường'],
  ['nuowcs', 'nước'],
  ['hoaf binhf', 'hòa bình'],
  ['quas', 'quá'],
  ['maz', 'maz'],
  ['masz', 'ma'],
  ['masf', 'mà'],
  ['mass', 'mas'],
  ['sao', 'sao'],
  ['dad', 'đa'],
])('the keys “%s” write “%s”', (keys, word) => {
  expect(writtenWithTelex(keys)).toBe(word);
});

test('ten thousand keys at random never write what cannot be written again', () => {
  const roll = dice(7);
  const letters = 'abcdefghijklmnopqrstuvwxyz ';
  let written = '';
  for (let count = 0; count < 10_000; count += 1) {
    written = pressTelex(written.slice(-40), letters.charAt(roll(letters.length)));
    expect(written).toBe(written.normalize('NFC'));
    expect(written).toMatch(/^[\p{Ll} ]*$/u);
  }
});

test('however many people and telephones, everybody presses and neighbours practise different things', () => {
  let classes = 0;
  for (let people = 1; people <= 40; people += 1)
    for (let phones = 1; phones <= 12; phones += 1) {
      const tasks = ['một', 'hai', 'ba', 'bốn'];
      const tables = rota(people, phones, tasks);
      expect(tables.reduce((total, table) => total + table.people, 0)).toBe(people);
      expect(tables.length).toBeLessThanOrEqual(phones);
      for (const [place, table] of tables.entries()) {
        expect(new Set(table.turns.map(({ presser }) => presser)).size).toBe(table.people);
        const beside = tables[place + 1];
        table.turns.forEach(({ task }, round) => {
          expect(beside?.turns[round]?.task).not.toBe(task);
        });
      }
      classes += 1;
    }
  expect(classes).toBe(480);
  expect(rota(20, 6, [])).toHaveLength(6);
});

test('every session has drills to take in turns', () => {
  for (const programme of handbook.programmes)
    expect(drillsOf(programme, handbook).length, programme.id).toBeGreaterThanOrEqual(floor(3));
  expect(handbook.programmes.length).toBeGreaterThanOrEqual(floor(11));
});

test('the report draws each press of each drill, and names the faults of a spoiled one below it', () => {
  expect(drillReport(handbook, false)).toHaveLength(drills.length);
  for (const drill of drills) {
    const lines = graphLines(drill);
    const presses = drill.data.states.flatMap(({ press }) => press);
    expect(
      lines.filter((line) => /^ {6}[→~!] /.test(line)),
      drill.id,
    ).toHaveLength(presses.length);
    expect(lines.filter((line) => line.startsWith('      !'))).toHaveLength(
      presses.filter(({ danger }) => danger !== undefined).length,
    );
  }
  const drill = present(drills[0], 'drill');
  const states = drill.data.states.map((state) => ({ ...state, hint: undefined }));
  const spoiled = { ...handbook, drills: [{ ...drill, data: { ...drill.data, states } }] };
  expect(drillReport(spoiled, false).join('\n')).toMatch(/LỖI dòng \d+: .+\[drill-hint\]/);
});
