/** Comma-separated values: bytes, quotes, formulas. */
import { expect, test } from 'vitest';
import { csv } from '../../../src/outputs/unit-files/csv.ts';
import { parseCsv } from '../../fixtures/csv.ts';

test('starts with the byte order mark, ends rows with CRLF', () => {
  expect(
    Buffer.from(
      csv([
        ['Tên', 'Số'],
        ['Mở lớp', 3],
      ]),
    ),
  ).toEqual(Buffer.from('\uFEFFTên,Số\r\nMở lớp,3\r\n'));
});

test('commas, quotes, line ends and empty cells come back as they were', () => {
  const rows = [['a,b', 'nói “có”', '"trích"', 'hai\ndòng', 'x\r\ny', '', ' ', 'a;b', 'Đặng Thị Ế']];
  expect(parseCsv(csv(rows).slice(1))).toEqual(rows);
});

test.each(['=1+1', '+84', '-5%', '@SUM(A1)', '\tx', '\r=1'])('%j is never run as a formula', (text) => {
  const [[cell]] = parseCsv(csv([[text]]).slice(1)) as [[string]];
  expect(cell).toBe(`'${text}`);
});

test('numbers stay numbers, a minus included', () => expect(csv([[-3, 0, 1.5]])).toBe('\uFEFF-3,0,1.5\r\n'));
