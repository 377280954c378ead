/**
 * Questions to the small content: how each is read, what stands first, how sure that is, what the helper
 * quotes, what of it is danger. A table to be read through; a line that is right is written over with
 * `vitest -u`. The small index is made in a moment, so that a slip in reading or ranking is told here first.
 */
import { expect, test } from 'vitest';
import { findablesOf } from '../../src/outputs/findables.ts';
import { searchFiles, searchSources } from '../../src/outputs/search-index/passage-files.ts';
import { table } from '../../src/outputs/table.ts';
import { textFile } from '../../src/outputs/search-index/text-file.ts';
import { linesToShow, rankPassages } from '../../src/search/answer.ts';
import { answerTo, dangerOf } from '../../src/search/danger.ts';
import { isKind, kinds, passes } from '../../src/search/filter.ts';
import { find } from '../../src/search/find.ts';
import { PassageIndex } from '../../src/search/passage-index.ts';
import { readQuery, type QueryOptions } from '../../src/search/query.ts';
import { sheetOf } from '../../src/search/sheets.ts';
import { buildSearch } from '../../src/outputs/search-index/build.ts';
import { smallRead } from '../fixtures/small-world.ts';
import { present } from '../present.ts';

const content = await searchSources(smallRead(), (handbook) => findablesOf(table, handbook));
const files = searchFiles(content);
const firstIndex = new PassageIndex(files.core);
const index = new PassageIndex(files.core, files.body, firstIndex);

/** By what they try. */
const asked: Readonly<Record<string, readonly string[]>> = {
  'as written': ['nấu cơm', 'rửa rau cho sạch', 'cân rau', 'Tưới cây buổi sáng', 'báo nhà có khách'],
  'without marks': ['nau com', 'rua rau sach', 'tuoi cay', 'noi com dien', 'lop nau com buoi toi'],
  'in Telex and VNI': ['naasu cowm', 'ruwra rau', 'na61u co7m', 'tuwowis caay'],
  'joined, cut, short': ['naucom', 'nồi cơm điệ', 'rr', 'cho hỏi nấu cơm ạ', 'nấu'],
  'with slips': ['nấu cpm', 'rửa raau', 'nâú cơm', 'cơm nấu', 'rau rửa sạhc', 'lừaaa', 'tươi cây'],
  'other words': ['nồi điện', 'vo gạo là gì', 'gạo', 'bếp', 'lớp học buổi tối', 'Cứu hộ', 'thợ điện ở đâu'],
  'by number': [
    '1',
    'bài 2',
    'bài hai',
    'số 200',
    'bài 401 tưới cây',
    'tờ phát bài 1',
    '999',
    'bai hai tram',
  ],
  'telephones and documents': [
    '000 000 001',
    '000000001',
    '02/KH-TM',
    '12/2024/NĐ-CP',
    'nghị định 12',
    '05/2026/TT-NHNN',
  ],
  'what is not there': ['mua vé máy bay', 'xqzw', 'nấu phở bò', 'nấu cơm xqzw', '', '?!', 'a'],
  'what frames': [
    'làm sao để nấu cơm',
    'em muốn rửa rau thì làm thế nào',
    'nhà tôi bị bỏng nước sôi',
    'cho cháu hỏi vo gạo',
  ],
};

const rounded = (value: number): number => Math.round(value * 100) / 100;

const shownAs = (question: string, options: QueryOptions): string =>
  readQuery(question, index, options).shown;

function readAs(question: string): string {
  const { groups, shown, rewritten, asksMeaning, folded } = readQuery(question, index);
  const words = groups.map(({ text, weight, alternatives, joined, guessed, for: added }) => {
    const other = alternatives.map(({ fold, word, weight: share }) => {
      const meant = word === undefined ? '' : `=${index.lexicon.words[word] ?? word}`;
      return `${index.lexicon.folds[fold] ?? fold}${meant}*${rounded(share)}`;
    });
    const marks = `${joined ? '+' : ''}${guessed ? '?' : ''}${added ? `<${added.join()}` : ''}`;
    return `${text}*${rounded(weight)}${marks}[${other.join(' ')}]`;
  });
  const notes = `${rewritten ? ' (rewritten)' : ''}${asksMeaning ? ' (meaning)' : ''}`;
  return `${shown}${notes} | ${folded.join(' ')} | ${words.join(' ')}`;
}

function foundAs(question: string, of: PassageIndex): string {
  const { rows, sure, complete } = find(question, of, { danger: content.danger });
  const told = rows.map(({ page, sheet, exact, ranked }) => {
    const at = of.page(page);
    const paper = sheet === undefined ? undefined : files.core.sheets[sheet];
    const address = paper ? sheetOf(paper, at).address : at.address;
    return `${address}${exact ? '!' : ''}${ranked ? '' : ' (by its key)'}`;
  });
  return `${rounded(sure)}${complete ? '' : '…'} ${told.join(' ')}`;
}

test('questions are read and answered as the table says', async () => {
  const told = Object.entries(asked).flatMap(([what, questions]) => [
    `# ${what}`,
    ...questions.flatMap((question) => [
      `“${question}”: ${readAs(question)}`,
      `  typing: ${shownAs(question, { typing: true })}, literal: ${shownAs(question, { literal: true })}`,
      `  first: ${foundAs(question, firstIndex)}`,
      `  both: ${foundAs(question, index)}`,
    ]),
  ]);
  await expect(told.join('\n')).toMatchFileSnapshot('small-index.txt');
});

test('the helper quotes as the table says', async () => {
  const { texts } = buildSearch(content, '2026-11-21');
  const told = Object.values(asked).flatMap((questions) =>
    questions.flatMap((question) => {
      const query = readQuery(question, index);
      const rows = find(question, index, { danger: content.danger }).rows;
      const pages = rows.flatMap(({ ranked }) => ranked ?? []).slice(0, 3);
      const read = new Map(
        pages.flatMap(({ page }) => {
          const text = texts.get(textFile(index.page(page)));
          // Pages that are found by name alone have no texts.
          return text === undefined ? [] : [[page, text] as const];
        }),
      );
      return rankPassages(query, index, pages, read)
        .slice(0, 2)
        .map(({ passage }) => `“${question}”: ${JSON.stringify(linesToShow(passage, query, index, 3))}`);
    }),
  );
  await expect(told.join('\n')).toMatchFileSnapshot('small-answers.txt');
});

test.each([
  ['em bé bị bỏng nước sôi', { kind: 'box', box: 'bong-nuoc-soi' }],
  ['em be bi bong nuoc soi', { kind: 'box', box: 'bong-nuoc-soi' }],
  ['bỏng vì cơm nóng', { kind: 'box', box: 'bong-nuoc-soi' }],
  ['có nên đưa chìa khóa cho người lạ', { kind: 'should', wants: 'chia-khoa', who: 'nguoi-la' }],
  ['báo nói em bé bị bỏng nước sôi', { kind: 'none' }],
  ['nấu cơm', { kind: 'none' }],
  ['bỏng', { kind: 'none' }],
])('“%s” is danger or none', (text, wanted) => {
  const { model: _, ...slots } = present(content.danger, 'words of danger');
  const danger = dangerOf(text, readQuery(text, index).shown, slots);
  expect(danger).toMatchObject(wanted);
  if (danger.kind === 'should')
    expect(answerTo(danger, slots)?.says).toBe('Không đưa chìa khóa cho người lạ.');
});

test('each kind of page passes the choice that names it and no other; an audience passes its own', () => {
  const choices = Object.keys(kinds).filter(isKind);
  expect(choices.length).toBe(8);
  for (const choice of choices)
    for (const other of choices)
      for (const kind of kinds[other])
        expect(
          passes({ kind: choice, audiences: [] }, { kind, audiences: ['x'] }),
          `${choice}, ${kind}`,
        ).toBe(choice === other);
  const guide = { kind: 'guide', audiences: ['ba-con'] } as const;
  expect(passes({ kind: '', audiences: ['ba-con', 'nha-nong'] }, guide)).toBe(true);
  expect(passes({ kind: '', audiences: ['can-bo'] }, guide)).toBe(false);
  expect(passes({ kind: '', audiences: ['can-bo'] }, { kind: 'guide', audiences: ['moi-nguoi'] })).toBe(true);
  expect(passes({ kind: '', audiences: ['can-bo'] }, { kind: 'guide', audiences: [] })).toBe(false);
  expect(passes({ kind: '', audiences: [] }, { kind: 'guide', audiences: [] })).toBe(true);
});
