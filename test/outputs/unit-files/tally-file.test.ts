/** Sums of the tally that come as files: from the page itself, or saved anew by a spreadsheet. */
import { expect, test } from 'vitest';
import { sheetOfFile } from '../../../src/outputs/unit-files/tally-file.ts';

const ids = new Map([
  ['Số buổi học', 'buoi'],
  ['Lượt người tới', 'luot'],
  ['Người hộ nghèo, cận nghèo', 'ho-ngheo'],
]);
const read = (text: string) => sheetOfFile(text, (name) => ids.get(name));
const page =
  '\uFEFFSố liệu,Tổng\r\nSố buổi học,2\r\nLượt người tới,55\r\n"Người hộ nghèo, cận nghèo",9\r\n\r\n' +
  'Số bài,Lượt người học,Người tự làm được\r\n83,12,7\r\n';

test('the page’s own file comes back as it was', () => {
  expect(read(page)).toEqual({
    counts: { buoi: 2, luot: 55, 'ho-ngheo': 9 },
    guides: [{ number: 83, learners: 12, done: 7 }],
  });
});

test.each([';', '\t'])('a spreadsheet that parts cells by “%s” is read too', (mark) => {
  const rows = [
    ['Số liệu', 'Tổng'],
    ['Số buổi học', '2'],
    ['Người hộ nghèo, cận nghèo', '9'],
    ['83', '12', '7'],
  ];
  const saved = rows.map((row) => row.join(mark)).join('\n');
  // Without commas between cells the quotes are gone as well; the comma in a name stays.
  const quoted = saved.replace('Người hộ nghèo, cận nghèo', '"Người hộ nghèo, cận nghèo"');
  expect(read(quoted)?.counts).toEqual({ buoi: 2, 'ho-ngheo': 9 });
  expect(read(quoted)?.guides).toEqual([{ number: 83, learners: 12, done: 7 }]);
});

test.each([
  ['another table', 'Tên,Số\nNgười khác,3'],
  ['nothing', ''],
  ['a number that is none', 'Số buổi học,hai'],
  ['a number out of reach', 'Số buổi học,123456'],
])('%s is refused', (_, text) => {
  expect(read(text)).toBeUndefined();
});
