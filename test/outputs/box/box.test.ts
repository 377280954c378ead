/** The box: what it tells of itself, what is new, and that nothing else is touched. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { afterAll, expect, test } from 'vitest';
import { makeBox, type BoxInput } from '../../../src/cli/box.ts';
import type { Guide } from '../../../src/handbook/handbook.ts';
import { box } from '../../../src/outputs/box/form.ts';
import { table } from '../../../src/outputs/table.ts';
import { present } from '../../present.ts';
import { decodeSvg } from '../../qr.ts';
import { everything, handbook } from '../exported.ts';

const work = mkdtempSync(join(tmpdir(), 'hop-'));
afterAll(() => {
  rmSync(work, { recursive: true });
});
const gathers = present(box.gathers, 'what the box gathers');
const [one, two, three] = handbook.guides;
const input = (to: string, guides: readonly (Guide | undefined)[]): BoxInput => ({
  to,
  inputs: 'a',
  gathers,
  handbook,
  choice: { ...everything.choice, guides: guides.filter((guide) => guide !== undefined) },
  exported: async (form) => {
    if (form === 'braille') throw new Error('Máy chưa có chương trình lou_translate.\nDòng sau.');
    return Promise.resolve([{ name: `${form}/a.txt`, content: 'một' }]);
  },
  command: async (form, folder) => {
    writeFileSync(join(folder, `${form}.txt`), 'hai');
    return Promise.resolve();
  },
  say: () => undefined,
});
const page = (to: string): Document =>
  new JSDOM(readFileSync(join(to, 'TRONG-HOP.html'), 'utf8')).window.document;

test('every form and command that it names is a row of the table', () => {
  for (const form of gathers.forms)
    expect(table.find(({ name }) => name === form)?.exported, form).toBeDefined();
  for (const form of Object.keys(gathers.commands))
    expect(table.find(({ name }) => name === form)?.command, form).toBeDefined();
});

test('tells what is in it, what is not and why, with a code that opens the newest', async () => {
  const to = join(work, 'dau');
  expect(await makeBox(input(to, [one, two]))).toContain('1 dạng chưa làm được');
  const words = page(to).body.textContent;
  for (const folder of [...gathers.forms, ...Object.values(gathers.commands)])
    if (folder !== 'braille') {
      expect(words).toContain(`Thư mục ${folder} (1 tệp`);
      expect(existsSync(join(to, folder)), folder).toBe(true);
    }
  expect(words).toContain('lou_translate');
  expect(words).not.toContain('Dòng sau');
  expect(existsSync(join(to, 'braille'))).toBe(false);
  expect(decodeSvg(readFileSync(join(to, 'TRONG-HOP.html'), 'utf8'), 0)).toBe(
    new URL('/', handbook.site.url).href,
  );
  expect(readFileSync(join(to, 'CO-GI-MOI.txt'), 'utf8')).toContain('hộp đầu tiên');
});

test('the next box tells what is new, what has changed and what is gone', async () => {
  const to = join(work, 'sau');
  const [first, second, third] = [one, two, three].map((guide) => present(guide, 'a guide'));
  await makeBox(input(to, [first, second]));
  await makeBox(input(to, [first, second]));
  expect(readFileSync(join(to, 'CO-GI-MOI.txt'), 'utf8')).toContain('Không bài nào khác');
  const changed = {
    ...present(second, 'second'),
    data: { ...present(second, 'second').data, summary: 'Lời mới.' },
  };
  await makeBox(input(to, [changed, third]));
  const news = readFileSync(join(to, 'CO-GI-MOI.txt'), 'utf8').split('\n');
  const after = (head: string): string | undefined =>
    news[news.findIndex((line) => line.startsWith(head)) + 1];
  expect(after('Bài mới')).toBe(`${third?.data.number}. ${third?.data.title}`);
  expect(after('Bài đã đổi')).toBe(`${second?.data.number}. ${second?.data.title}`);
  expect(after('Bài không còn')).toBe(`${first?.data.number}. ${first?.data.title}`);
  expect(existsSync(`${to}.dang-lam`)).toBe(false);
});

test('the same box twice is the same, and a folder that is no box is not touched', async () => {
  const files = ['TRONG-HOP.json', 'TRONG-HOP.html', 'CO-GI-MOI.txt'];
  const [first, second] = [join(work, 'a'), join(work, 'b')];
  for (const to of [first, second]) await makeBox(input(to, [one]));
  for (const file of files)
    expect(readFileSync(join(first, file), 'utf8')).toBe(readFileSync(join(second, file), 'utf8'));
  const other = join(work, 'anh-cuoi');
  mkdirSync(other);
  writeFileSync(join(other, 'anh.jpg'), '');
  await expect(makeBox(input(other, [one]))).rejects.toThrow('không phải hộp trước');
  expect(existsSync(join(other, 'anh.jpg'))).toBe(true);
});

test('a box that was broken off goes on where it was, and begins anew from other words', async () => {
  const to = join(work, 'dut');
  const made: string[] = [];
  const run = (inputs: string, beside = gathers.beside): BoxInput => ({
    ...input(to, [one]),
    inputs,
    gathers: { ...gathers, beside },
    exported: async (form) => {
      made.push(form);
      return Promise.resolve([{ name: `${form}/a.txt`, content: inputs }]);
    },
  });
  await expect(makeBox(run('a', () => Promise.reject(new Error('off'))))).rejects.toThrow('off');
  expect(existsSync(to)).toBe(false);
  expect(made).toEqual([...gathers.forms]);
  // One form was just being written.
  rmSync(join(`${to}.dang-lam`, 'text/a.txt'));
  made.length = 0;
  await makeBox(run('a'));
  expect(made).toEqual(['text']);
  expect(existsSync(join(to, '.da-lam'))).toBe(false);
  await expect(makeBox(run('a', () => Promise.reject(new Error('off'))))).rejects.toThrow('off');
  made.length = 0;
  await makeBox(run('b'));
  expect(made).toEqual([...gathers.forms]);
  expect(readFileSync(join(to, 'text/a.txt'), 'utf8')).toBe('b');
});
