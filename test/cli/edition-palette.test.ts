/** Colours of an edition: one is given, the others follow, and all can be read. */
import { globSync, readFileSync } from 'node:fs';
import { parse, type Declaration } from 'postcss';
import { describe, expect, test } from 'vitest';
import { paintedFiles } from '../../src/cli/edition/look.ts';
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
  const { line, darkLine, ink, darkInk, inkSoft, darkInkSoft, darkPaper, darkSheet } = ownPalette;
  for (const [name, light, dark] of [
    ['wash', wash, darkWash],
    ['grid', grid, darkGrid],
    ['line', line, darkLine],
    ['ink', ink, darkInk],
    ['ink-soft', inkSoft, darkInkSoft],
  ] as const)
    expect(tokens(name).slice(0, 2), name).toEqual([light, dark]);
  expect([tokens('paper')[1], tokens('sheet')[1], tokens('on-act')[1]]).toEqual([
    darkPaper,
    darkSheet,
    darkPaper,
  ]);
});

/** How far a colour is violet: its green below both others, as in all that the handbook is painted with. */
function violet(hex: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return green < red && red < blue;
}

test('no other file of the handbook has them, or any violet, but what an edition paints again', () => {
  const painted = new Set(globSync(paintedFiles).map((file) => file.replaceAll('\\', '/')));
  // What says them, and what refuses colours.
  const own = new Set(['src/cli/edition/palette.ts', 'src/schemas/look.ts']);
  const files = globSync(['src/**/*.{ts,astro,css,json}', 'public/*.svg']).map((file) =>
    file.replaceAll('\\', '/'),
  );
  const colours = new Set(Object.values({ ...ownPalette }));
  expect(files.length).toBeGreaterThan(500);
  let known = 0;
  const strange: string[] = [];
  for (const file of files.filter((one) => !own.has(one)))
    for (const [hex] of readFileSync(file, 'utf8').matchAll(/#[\da-f]{6}\b/gi)) {
      const mine = colours.has(hex.toLowerCase());
      if (mine && painted.has(file)) known++;
      else if (mine || violet(hex)) strange.push(`${file}: ${hex}`);
    }
  expect(known).toBeGreaterThan(30);
  expect(strange).toEqual([]);
});

/** Grounds of a scheme that no edition changes; from the style sheet. */
const boxes = (scheme: 0 | 1): string[] =>
  ['stop-wash', 'good-wash'].flatMap((name) => tokens(name)[scheme] ?? []);

/** Contrasts of a palette that are too low. */
function tooLow(palette: Palette): string[] {
  const { wash, darkWash, darkPaper, darkSheet, strongAct, strongDarkAct } = palette;
  const light = [...['paper', 'sheet'].flatMap((name) => tokens(name)[0] ?? []), ...boxes(0), wash];
  const dark = [darkPaper, darkSheet, ...boxes(1), darkWash];
  const on = (
    grounds: readonly string[],
    least: number,
    ...texts: readonly string[]
  ): [string, string, number][] =>
    texts.flatMap((text) => grounds.map((ground): [string, string, number] => [text, ground, least]));
  const { act, ink, inkSoft, line, darkAct, darkInk, darkInkSoft, darkLine } = palette;
  const pairs: [string, string, number][] = [
    ...on(light, 7, act, ink, inkSoft),
    ...on(dark, 7, darkAct, darkInk, darkInkSoft),
    ...on(light, 3, line),
    ...on(dark, 3, darkLine),
    // What stands on boxes of the edition's colour, on its grounds, and on what is filled with it.
    ...['stop', 'good'].flatMap((name) => {
      const [inLight = '', inDark = ''] = tokens(name);
      return [...on([wash], 7, inLight), ...on([darkWash, darkPaper, darkSheet], 7, inDark)];
    }),
    [darkPaper, darkAct, 7],
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
