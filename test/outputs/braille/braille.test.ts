/** Braille: pages of 40 by 25 cells without an undefined cell, where liblouis is there. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { program } from '../../../src/cli/debian.ts';
import { brailleFiles, paginate, translate } from '../../../src/outputs/braille/write.ts';
import { present } from '../../present.ts';
import { everything, handbook } from '../exported.ts';

test('pages have 25 lines of at most 40 cells, each with its number; no word is lost', () => {
  const words = Array.from({ length: 900 }, (_, index) => 'x'.repeat(1 + (index % 47)));
  const pages = paginate([words.slice(0, 400).join(' '), words.slice(400).join(' ')], (count) =>
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

test('a guide with more pages than there are numbers stops it', () => {
  expect(() =>
    paginate(
      Array.from({ length: 100 }, () => 'x'),
      () => ['#1'],
    ),
  ).toThrow('5 trang');
});

const translator = program('lou_translate');
describe.skipIf(translator === undefined)('by liblouis (Debian liblouis-bin)', () => {
  test('cells of known words: a tone in front of its vowel, a number with its sign', () => {
    expect(translate(['má', '12'], translator ?? '', 'vi-vn-g0.utb')).toEqual(['M9A', '#AB']);
  });

  test('every guide in both grades, no undefined cell, the same each time', { timeout: 120_000 }, () => {
    const files = brailleFiles(everything);
    expect(files.length).toBe(2 * handbook.guides.length);
    const text = files.map(({ content }) => String(content)).join('');
    // The 64 letters of BRF, and ends of lines and pages.
    expect(text).toMatch(/^[ -_\r\n\f]+$/);
    for (const { name, content } of files)
      for (const page of String(content).split('\f'))
        expect(page.replace(/\r\n$/, '').split('\r\n').length, name).toBe(25);
    expect(brailleFiles(everything)).toEqual(files);
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
