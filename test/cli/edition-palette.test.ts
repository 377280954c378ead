/** Colours of an edition: one is given, the others follow, and all can be read. */
import { globSync, readFileSync } from 'node:fs';
import { parse, type Declaration } from 'postcss';
import { describe, expect, test } from 'vitest';
import { contrast, lookFault, ownPalette, paletteOf, type Palette } from '../../src/cli/edition/palette.ts';

/** Values of a token in the order of the schemes: light, dark, more contrast, more contrast and dark. */
function tokens(name: string): string[] {
  const found: string[] = [];
  parse(readFileSync('src/styles/tokens.css', 'utf8')).walkDecls(`--${name}`, ({ value }: Declaration) => {
    found.push(value);
  });
  return found;
}

test('the handbook’s own colours are those of its style sheet', () => {
  const { act, darkAct, strongAct, strongDarkAct, wash, darkWash, grid, darkGrid } = ownPalette;
  expect(tokens('act')).toEqual([act, darkAct, strongAct, strongDarkAct]);
  expect(tokens('wash').slice(0, 2)).toEqual([wash, darkWash]);
  expect(tokens('grid').slice(0, 2)).toEqual([grid, darkGrid]);
});

test('no other file of the handbook has them, but what an edition paints again', () => {
  const painted = /^(?:src[\\/]styles[\\/][a-z-]+\.css|public[\\/]bieu-tuong\.svg)$/;
  // The writing desk is seen by its authors alone.
  const own = new Set(['src/cli/edition/palette.ts', 'src/schemas/look.ts', 'src/desk/desk.css']);
  const files = globSync(['src/**/*.{ts,astro,css}', 'public/*.svg']).filter(
    (file) => !painted.test(file) && !own.has(file.replaceAll('\\', '/')),
  );
  const colours = new RegExp(Object.values(ownPalette).join('|'), 'i');
  expect(files.length).toBeGreaterThan(500);
  expect(files.filter((file) => colours.test(readFileSync(file, 'utf8')))).toEqual([]);
});

/** What text of the colour of action stands on, by scheme; from the style sheet. */
const grounds = (scheme: 0 | 1): string[] =>
  ['paper', 'sheet', 'stop-wash', 'good-wash'].flatMap((name) => tokens(name)[scheme] ?? []);

/** Contrasts of a palette that are too low. */
function tooLow(palette: Palette): string[] {
  const { act, wash, darkAct, darkWash, strongAct, strongDarkAct } = palette;
  const pairs: [string, string, number][] = [
    ...[...grounds(0), wash].map((ground): [string, string, number] => [act, ground, 7]),
    ...[...grounds(1), darkWash].map((ground): [string, string, number] => [darkAct, ground, 7]),
    // What stands on boxes of the edition's colour.
    ...['ink', 'ink-soft', 'stop', 'good'].flatMap((name): [string, string, number][] => {
      const [light = '', dark = ''] = tokens(name);
      return [
        [light, wash, 7],
        [dark, darkWash, 7],
      ];
    }),
    [strongAct, '#ffffff', 12],
    [strongDarkAct, '#000000', 12],
  ];
  return pairs
    .filter(([one, other, least]) => contrast(one, other) < least)
    .map(([one, other, least]) => `${one} ${other} ${contrast(one, other).toFixed(2)} < ${least}`);
}

describe('a colour of action', () => {
  test('contrast is counted as WCAG counts it', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 2);
  });

  test.each(['#46238a', '#0a5c36', '#0b4a82', '#5a3200', '#3d3d3d', '#004d4d', '#6a1b6a'])(
    '%s: everything made of it can be read in every scheme',
    (act) => {
      expect(lookFault(act)).toBeUndefined();
      expect(tooLow(paletteOf({ act }))).toEqual([]);
    },
  );

  test('one that is too pale is told with how far it reaches, and what is told instead passes', () => {
    for (const act of ['#3a7bd5', '#e67e22', '#00a86b', '#c9a400', '#888888']) {
      const found = lookFault(act);
      expect(found?.why, act).toBe('contrast');
      if (found?.why !== 'contrast') continue;
      expect(found.reached).toBeLessThan(7);
      expect(lookFault(found.instead), `${act} → ${found.instead}`).toBeUndefined();
      expect(tooLow(paletteOf({ act: found.instead }))).toEqual([]);
    }
  });

  test('the red of warnings is kept for warnings', () => {
    for (const act of ['#8f1420', '#b00020', '#d0021b', '#7a0c2e'])
      expect(lookFault(act), act).toEqual({ why: 'stop' });
  });

  test('without one everything is the handbook’s', () => {
    expect(paletteOf(undefined)).toBe(ownPalette);
    expect(paletteOf({})).toBe(ownPalette);
  });
});
