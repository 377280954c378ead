/** The desk reads the reports that “Trang này sai?” writes for readers. */
import { expect, test } from 'vitest';
import { readReports } from '../../src/desk/reports.ts';
import { deskWords } from '../../src/desk/words.ts';
import { t } from '../../src/words/words.ts';

const { reportTemplate = '', reportTemplateAll = '' } = deskWords();
const read = (text: string) => readReports(text, [reportTemplate, reportTemplateAll]);
const gaps = { name: 'Sổ tay số', edition: 'bản của xã Ví Dụ', day: '28/11/2026' };
const one = t('check.report', { ...gaps, n: 80, title: 'Mất tiền vì bị lừa: làm gì ngay' });

test('a report names its guide, its edition and what is wrong', () => {
  expect(read(`${one}số ở bước 2 gọi không được`)).toEqual([
    { number: 80, edition: '28/11/2026', told: 'số ở bước 2 gọi không được' },
  ]);
});

test('quoted in a letter, with a signature below, broken into lines, it is the same report', () => {
  const quoted = one.replaceAll(' ', '\n> ');
  const letter = `Kính gửi xã,\n\n> ${quoted}\n> số ở bước 2\n> gọi không được\n\nBà Sáu, thôn 3`;
  expect(read(letter.normalize('NFD'))).toEqual([
    { number: 80, edition: '28/11/2026', told: 'số ở bước 2 gọi không được' },
  ]);
});

test('a file of many gives each, with the page that names no guide among them', () => {
  const all = t('check.reportAll', gaps);
  const reports = read(`${one}sai số\n\n${all}trang tìm kiếm không ra\n\n${one}\n`);
  expect(reports.map(({ number, told }) => [number, told])).toEqual([
    [80, 'sai số'],
    [undefined, 'trang tìm kiếm không ra'],
    [80, ''],
  ]);
});

test('words that the site did not write are kept as they are, and nothing is no report', () => {
  expect(read('Bài chuyển nhầm tiền sai số điện thoại')).toEqual([
    { told: 'Bài chuyển nhầm tiền sai số điện thoại' },
  ]);
  expect(read('  \n')).toEqual([]);
});
