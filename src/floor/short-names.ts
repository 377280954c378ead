/** Short names for the custom properties of all sheets, in what is sent. */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'postcss';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A custom property where it is set or asked for. */
const property = /--[a-z][a-z0-9-]*/g;

/**
 * Names that templates, scripts and tests say too keep their names: what the mark of the handbook is drawn
 * with, and what is set or read from outside a sheet.
 */
const named: ReadonlySet<string> = new Set(['--act', '--margin', '--paper', '--target', '--letters']);

/** 0 → `--a`, 25 → `--z`, 26 → `--aa`. */
function shortName(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? `--${letter}` : `${shortName(Math.floor(index / 26) - 1)}${letter}`;
}

/** Short names of all custom properties of the sheets, the commonest first; the same for every sheet. */
function shortNames(): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const file of globSync('src/**/*.css', { cwd: root }).sort())
    for (const [name] of readFileSync(`${root}${file}`, 'utf8').matchAll(property))
      if (!named.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const commonest = [...counts].sort(
    ([name, count], [other, otherCount]) => otherCount - count || (name < other ? -1 : 1),
  );
  return new Map(commonest.map(([name], index) => [name, shortName(index)]));
}

/**
 * Custom properties have names that say what they hold; every page carries them, so what is sent has short
 * ones, about 100 bytes less a guide.
 */
export const namesShort: Plugin = {
  postcssPlugin: 'names-short',
  prepare() {
    const names = shortNames();
    const short = (text: string): string => text.replace(property, (name) => names.get(name) ?? name);
    return {
      Once(sheet) {
        sheet.walkDecls((declaration) => {
          if (declaration.prop.startsWith('--')) declaration.prop = short(declaration.prop);
          declaration.value = declaration.value.replace(/var\([^)]*/g, short);
        });
      },
    };
  },
};
