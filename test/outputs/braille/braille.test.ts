/** Braille: pages of 40 by 25 cells without an undefined cell, where liblouis is there. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { program } from '../../../src/cli/debian.ts';
import { brailleFiles, paginate, translate, wrap } from '../../../src/outputs/braille/write.ts';
import { present } from '../../present.ts';
import { whole } from '../../whole.ts';
import { counted, everything, handbook } from '../exported.ts';

test('pages have 25 lines of at most 40 cells, each with its number; no word is lost', () => {
  const words = Array.from({ length: 900 }, (_, index) => 'x'.repeat(1 + (index % 47)));
  const lines = [words.slice(0, 400), words.slice(400)].flatMap((own) => wrap(own.join(' ')));
  const pages = paginate(lines, (count) =>
    Array.from({ length: count }, (_, index) => `#${index + 1}`),
  ).split('\f');
  expect(pages.length).toBeGreaterThan(10);
  pages.forEach((page, index) => {
    const lines = page.replace(/\r\n$/, '').split('\r\n');
    expect(lines.length).toBe(25);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(40);
    expect(lines.at(-1)?.trim()).toBe(`#${index + 1}`);
  });
  expect(pages.join('').replace(/#\d+|\s/g, '').length).toBe(words.join('').length);
});

test('headings stand in the middle and apart, steps in, items out; none ends a page', () => {
  const texts = (lines: ReturnType<typeof wrap>): string[] => lines.map(({ text }) => text);
  expect(texts(wrap('abcd', 'heading'))).toEqual(['', `${' '.repeat(18)}abcd`]);
  expect(texts(wrap('step', 'step'))).toEqual(['', '    step']);
  const long = Array.from({ length: 12 }, () => 'xxxxxx').join(' ');
  expect(texts(wrap(long)).map((line) => line.search('x'))).toEqual([2, 0, 0]);
  expect(texts(wrap(long, 'item', 1)).map((line) => line.search('x'))).toEqual([2, 4, 4]);
  const lines = [
    ...Array.from({ length: 22 }, () => ({ text: 'x' })),
    ...wrap('head', 'heading'),
    ...wrap('next'),
  ];
  const [first = '', second = ''] = paginate(lines, (count) =>
    Array.from({ length: count }, (_, index) => `#${index + 1}`),
  ).split('\f');
  expect(first).not.toContain('head');
  expect(second.split('\r\n').slice(0, 2)).toEqual([`${' '.repeat(18)}head`, '  next']);
});

test('a guide with more pages than there are numbers stops it', () => {
  expect(() =>
    paginate(
      Array.from({ length: 100 }, () => ({ text: 'x' })),
      () => ['#1'],
    ),
  ).toThrow('5 trang');
});

const translator = program('lou_translate');
describe.skipIf(translator === undefined)('by liblouis (Debian liblouis-bin)', () => {
  test('cells of known words: a tone in front of its vowel, a number with its sign', () => {
    expect(translate(['má', '12'], translator ?? '', 'vi-vn-g0.utb')).toEqual(['M9A', '#AB']);
  });

  test('guides in both grades, no undefined cell, the same each time', { timeout: 240_000 }, () => {
    // What liblouis takes for all of them is most of a minute: the awkward ones every day.
    const guides = whole ? handbook.guides : counted;
    const input = { ...everything, choice: { ...everything.choice, guides } };
    const files = brailleFiles(input);
    expect(files.length).toBe(2 * guides.length);
    const text = files.map(({ content }) => String(content)).join('');
    // The 64 letters of BRF, and ends of lines and pages.
    expect(text).toMatch(/^[ -_\r\n\f]+$/);
    for (const { name, content } of files)
      for (const page of String(content).split('\f'))
        expect(page.replace(/\r\n$/, '').split('\r\n').length, name).toBe(25);
    expect(brailleFiles(input)).toEqual(files);
  });

  test('a sign that no table knows stops it', () => {
    expect(() => translate([present('𝄞', 'sign')], translator ?? '', 'vi-vn-g0.utb')).toThrow(
      /undefined braille/,
    );
  });
});

/**
 * What the keepers of the tables say their tables must make of words, as liblouis carries it in
 * `tests/braille-specs/vi.yaml`. Debian leaves it out of its packages. The tables were mended in 3.25.0: what
 * numbers and capitals became before is told by the older file, which has words of grade 0 alone.
 */
const judge = program('lou_checkyaml');
const version = /(\d+)\.(\d+)\.\d+/.exec(
  judge === undefined ? '' : spawnSync(judge, ['--version'], { encoding: 'utf8' }).stdout,
);
const mended = version !== null && (Number(version[1]) > 3 || Number(version[2]) >= 25);
test.skipIf(version === null)('the words of the tables’ keepers (Debian liblouis-bin)', () => {
  const file = join(
    import.meta.dirname,
    '../../fixtures/braille',
    `liblouis-${mended ? '3.25' : '3.24'}.yaml`,
  );
  const run = spawnSync(judge ?? '', [file], {
    encoding: 'utf8',
    env: { ...process.env, LOUIS_TABLEPATH: process.env.LOUIS_TABLEPATH ?? '/usr/share/liblouis/tables' },
  });
  const said = run.stdout + run.stderr;
  expect(Number(/SUCCESS \((\d+) tests, 0 failures\)/.exec(said)?.[1]), said).toBeGreaterThanOrEqual(
    mended ? 70 : 35,
  );
});
