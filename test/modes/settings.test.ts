/** Every mode has code and every code a mode: tokens, pages, styles and presets say the same. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { modeProblems } from '../../src/gate/rules/modes.ts';
import { boxId, modeTokens, presets, rivals } from '../../src/modes/settings.ts';
import { modeSchema } from '../../src/schemas/knowledge.ts';
import { present } from '../present.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const entries = globSync('*.mdx', { cwd: join(root, 'content/modes') }).map((file) => ({
  id: file.replace('.mdx', ''),
  file: `content/modes/${file}`,
  data: modeSchema.parse(
    parse(
      present(/^---\n([\s\S]*?)\n---/.exec(read(`content/modes/${file}`)), 'the pattern in the text')[1] ??
        '',
    ),
  ),
}));
const style = read('src/styles/modes.css')
  .replace(/\/\*[\s\S]*?\*\//g, '')
  // The formatter puts the value of an attribute in quotes.
  .replaceAll("'", '');

describe('modes, code and pages', () => {
  test('ten modes and four presets', () => {
    expect(modeTokens).toHaveLength(10);
    expect(entries).toHaveLength(modeTokens.length + Object.keys(presets).length);
  });
  test('the content matches the code', () => expect(modeProblems(entries)).toEqual([]));
  test.each([...modeTokens, ...Object.keys(presets)])('without its page, %s is reported', (token) => {
    expect(
      modeProblems(entries.filter((entry) => entry.id !== token)).map((problem) => [
        problem.rule,
        problem.file,
      ]),
    ).toEqual([['mode-page', `content/modes/${token}.mdx`]]);
  });
  test('a page without code is reported', () => {
    expect(
      modeProblems([...entries, { ...present(entries[0], 'item 0 of entries'), id: 'cau-vong' }]).map(
        (problem) => problem.rule,
      ),
    ).toEqual(['mode-code']);
  });
  test('a preset that differs from its code is reported', () => {
    const changed = entries.map((entry) =>
      entry.id === 'tay-run' ? { ...entry, data: { ...entry.data, preset: ['de-bam'] } } : entry,
    );
    expect(modeProblems(changed).map((problem) => problem.rule)).toEqual(['mode-preset']);
  });
});

describe('style', () => {
  const rules = style.match(/:root:is\([^{]*/g) ?? [];
  test.each(modeTokens)('%s acts by token and by check box', (token) => {
    const own = rules.filter((rule) => rule.includes(`[data-che-do~=${token}]`));
    // Listening is a script and not a style: the player must look for its token.
    if (token === 'nghe') {
      expect(
        globSync('*.ts', { cwd: join(root, 'src/client') }).some(
          (file) =>
            read(`src/client/${file}`).includes('cheDo') && /\bnghe\b/.test(read(`src/client/${file}`)),
        ),
      ).toBe(true);
      return;
    }
    expect(own.length).toBeGreaterThan(0);
    for (const rule of own) expect(rule).toContain(`#${boxId(token)}:checked`);
  });
  test('no rule names a token without code; presets are opened by the early script', () => {
    const named = [...style.matchAll(/data-che-do~=([a-z-]+)/g)].map((match) => match[1]);
    expect(named.length).toBeGreaterThan(9);
    for (const name of named) expect(modeTokens).toContain(name);
  });
  test('the later of two rivals comes later in the stylesheet', () => {
    expect(rivals.length).toBeGreaterThan(0);
    for (const [a, b] of rivals)
      expect(style.indexOf(`[data-che-do~=${b}]`)).toBeGreaterThan(style.indexOf(`[data-che-do~=${a}]`));
  });
  test('at most 2 kB brotli', () => {
    expect(
      brotliCompressSync(
        read('src/styles/modes.css')
          .replace(/\/\*[\s\S]*?\*\//g, '')
          .replace(/\s+/g, ' '),
      ).length,
    ).toBeLessThanOrEqual(2000);
  });
});
