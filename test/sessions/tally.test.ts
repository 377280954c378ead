/** Tally sheets: adding up, and the address they are kept in. */
import { describe, expect, test } from 'vitest';
import {
  addSheets,
  mostSheets,
  sheetsOf,
  tallyFaults,
  tallyHash,
  tallyRows,
  type TallySheet,
} from '../../src/sessions/tally.ts';
import { present } from '../present.ts';

const sheet: TallySheet = {
  counts: { buoi: 1, luot: 25, 'cao-tuoi': 9, 'tu-lam': 0 },
  guides: [{ number: 83, learners: 12, done: 7 }],
};
const tallySheet: TallySheet = {
  counts: { buoi: 1, luot: 30, 'lua-dao': 2 },
  guides: [
    { number: 40, learners: 20, done: 15 },
    { number: 83, learners: 5, done: 5 },
  ],
};

test('adds rows and guides; what nobody counted stays absent', () => {
  expect(addSheets([sheet, tallySheet])).toEqual({
    sheets: 2,
    counts: { buoi: 2, luot: 55, 'cao-tuoi': 9, 'tu-lam': 0, 'lua-dao': 2 },
    guides: [
      { number: 40, learners: 20, done: 15 },
      { number: 83, learners: 17, done: 12 },
    ],
  });
  expect(addSheets([])).toEqual({ sheets: 0, counts: {}, guides: [] });
});

test('the address gives back the sheets, with empty boxes empty and noughts nought', () => {
  expect(tallyHash([sheet, tallySheet])).toBe(
    'phieu=1.25.9........0*83-12-7~1.30.............2*40-20-15*83-5-5',
  );
  expect(sheetsOf(`#${tallyHash([sheet, tallySheet])}`)).toEqual([sheet, tallySheet]);
  expect(tallyHash([])).toBe('');
  const every: TallySheet = {
    counts: Object.fromEntries(tallyRows.map((row, index) => [row.id, index])),
    guides: [],
  };
  expect(sheetsOf(tallyHash([every]))).toEqual([every]);
});

describe('an address that somebody wrote by hand', () => {
  test.each(['', '#', '#khac=1', '#phieu=', '#phieu=<b>', '#phieu=1.2;3', '#phieu=Nguyễn'])(
    '%s: no sheet',
    (hash) => expect(sheetsOf(hash)).toEqual([]),
  );
  test('numbers too large, rows too many, guides half written are left out', () => {
    expect(sheetsOf('#phieu=1.999999')).toEqual([{ counts: { buoi: 1 }, guides: [] }]);
    expect(
      Object.keys(present(sheetsOf(`#phieu=${'1.'.repeat(99)}`)[0], 'item 0 of sheetsOf').counts).length,
    ).toBe(tallyRows.length);
    expect(sheetsOf('#phieu=1*83-5*0-1-1*7-2-1')).toEqual([
      { counts: { buoi: 1 }, guides: [{ number: 7, learners: 2, done: 1 }] },
    ]);
    expect(sheetsOf(`#phieu=${'1~'.repeat(500)}`).length).toBe(mostSheets);
  });
});

test('a part larger than its whole is a fault, and so is more done than learnt', () => {
  expect(tallyFaults(sheet)).toEqual({ rows: [], guides: [] });
  expect(
    tallyFaults({
      counts: { luot: 5, 'cao-tuoi': 6, 'lua-dao': 9 },
      guides: [{ number: 3, learners: 1, done: 2 }],
    }),
  ).toEqual({ rows: ['cao-tuoi'], guides: [3] });
});
