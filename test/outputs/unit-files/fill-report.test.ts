/** Figures of the tally in a report draft: the real drafts, filled as the page fills them. */
import { expect, test } from 'vitest';
import { fillReport } from '../../../src/outputs/unit-files/fill-report.ts';
import { reportDraft } from '../../../src/outputs/unit-files/report-draft.ts';
import { unitDownloads } from '../../../src/views/unit-work.ts';
import { tallyRows } from '../../../src/sessions/tally.ts';
import { t } from '../../../src/words/words.ts';
import { openDocx } from '../../fixtures/docx.ts';
import { present } from '../../present.ts';
import { realHandbook } from '../../real.ts';
import { floor } from '../../national/edition.ts';

const handbook = realHandbook();
const names = tallyRows.map(({ id }) => t(`tally.row_${id}`));
const withReport = handbook.units.filter((unit) => unitDownloads(unit).includes('report'));

/** Rows of the last table, without what stands before a colon. */
const numbersOf = (bytes: Uint8Array): string[][] =>
  present(openDocx(bytes).tables.at(-1), 'the table of numbers').map((row) =>
    row.map((cell) => cell.replace(/^Trong đó: /, '')),
  );

test('every row of the tally finds its row in the draft of every unit', async () => {
  expect(withReport.length).toBeGreaterThan(floor(60));
  const figures = names.map((name, index) => ({ name, value: 100 + index }));
  for (const unit of withReport.slice(0, 8)) {
    const draft = await reportDraft(unit, handbook);
    const { bytes, filled } = fillReport(draft, figures, []);
    expect(filled, unit.id).toBe(names.length);
    expect(
      numbersOf(bytes)
        .slice(1)
        .map(([, name, quarter, year]) => [name, quarter, year]),
      unit.id,
    ).toEqual(figures.map(({ name, value }) => [name, String(value), '']));
    // Everything else is as it was.
    expect(openDocx(bytes).tables.slice(0, -1)).toEqual(openDocx(draft).tables.slice(0, -1));
    expect(openDocx(bytes).paragraphs.length).toBe(openDocx(draft).paragraphs.length);
  }
});

test('lessons that were taught come as rows of their own behind the others', async () => {
  const draft = await reportDraft(present(withReport[0], 'a unit'), handbook);
  const last = { name: present(names.at(-1), 'the last row'), value: 7 };
  const { bytes, filled } = fillReport(
    draft,
    [last],
    [
      { name: 'Bài 83: lượt người học <b>', value: 12 },
      { name: 'Bài 83: người tự làm được', value: 5 },
    ],
  );
  expect(filled).toBe(3);
  const rows = numbersOf(bytes);
  expect(rows.length).toBe(numbersOf(draft).length + 2);
  expect(rows.slice(-3)).toEqual([
    [String(names.length), last.name, '7', ''],
    [String(names.length + 1), 'Bài 83: lượt người học <b>', '12', ''],
    [String(names.length + 2), 'Bài 83: người tự làm được', '5', ''],
  ]);
});

test('without figures the draft is as it was, and a row of another name fills nothing', async () => {
  const draft = await reportDraft(present(withReport[0], 'a unit'), handbook);
  expect(fillReport(draft, [], []).filled).toBe(0);
  expect(fillReport(draft, [{ name: 'Không có dòng này', value: 3 }], []).filled).toBe(0);
  expect(numbersOf(fillReport(draft, [], []).bytes)).toEqual(numbersOf(draft));
});
