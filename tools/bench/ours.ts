/** Scratch copies of the handbook, with more guides than there are, built as `npm run build` builds them. */
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyProject } from '../../test/fixtures/project.ts';
import { generate } from '../../test/generate-guides.ts';
import { keptFolder, keptSetting, keptVariable } from '../../src/cli/kept/setting.ts';
import { provenVariable } from '../../src/gate/hand-over.ts';
import { measure, type Cost } from './measure.ts';

/**
 * What a generator that is given the guides alone makes of them: guides and lessons with their shelves, front
 * page.
 */
const guidePages = ['huong-dan', 'cho-so', 'index.astro', '404.astro'];
/** And the form that they have too. */
const guideForm = 'searchIndex';

/**
 * Copies the handbook to `dir` and adds `extra` generated guides. `guidesOnly` leaves out every page that is
 * not made of the guides' text, for comparison with generators that are given this text and nothing else.
 */
export function scratchCopy(root: string, dir: string, extra: number, { guidesOnly = false } = {}): void {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  copyProject(dir);
  if (extra > 0) generate(dir, extra);
  if (!guidesOnly) return;
  rmSync(join(dir, 'src/pages'), { recursive: true });
  for (const page of guidePages)
    cpSync(join(root, 'src/pages', page), join(dir, 'src/pages', page), { recursive: true });
  const table = join(dir, 'src/outputs/table.ts');
  const text = readFileSync(table, 'utf8');
  const rows = /(table: readonly Output\[\] = \[\n)[\s\S]*?(\n\];)/;
  if (!rows.test(text) || !text.includes(`import { ${guideForm} }`))
    throw new Error(`${table}: the rows of the forms, and among them ${guideForm}, are not found`);
  const others = new RegExp(String.raw`^import \{ (?!${guideForm} )\w+ \} from '\./.*\n`, 'gm');
  writeFileSync(table, text.replace(others, '').replace(rows, `$1  ${guideForm},$2`));
}

/** Removes what earlier builds left. */
export function cool(dir: string, left: readonly string[] = ['dist', '.astro', '.cache', '.stage']): void {
  for (const leftover of left) rmSync(join(dir, leftover), { recursive: true, force: true });
}

const script = (name: string): string => join('src/cli', name);
const node = (dir: string, name: string): Promise<Cost> =>
  measure(process.execPath, ['--disable-warning=ExperimentalWarning', script(name)], { cwd: dir });

/** The content gate alone. */
export const checkOnce = (dir: string): Promise<Cost> => node(dir, 'check.ts');
/** A whole build: gate, pages, both search indexes, proofs. */
export const buildOnce = (dir: string): Promise<Cost> => node(dir, 'build.ts');

/** A build that takes over what the one before has kept. */
export const buildAgain = (dir: string): Promise<Cost> =>
  measure(process.execPath, ['--disable-warning=ExperimentalWarning', script('build.ts'), '--incremental'], {
    cwd: dir,
  });

/** The same for a copy of the guides alone. */
export const guidesAgain = (dir: string): Promise<Cost> =>
  guidesOnce(dir, { [keptVariable]: keptSetting('use', keptFolder) });

/**
 * The gate and the pages with both search indexes, as far as a copy of the guides alone has them; no peer
 * proves its pages afterwards either.
 */
export function guidesOnce(dir: string, env: NodeJS.ProcessEnv = {}): Promise<Cost> {
  mkdirSync(join(dir, '.cache'), { recursive: true });
  const proven = join(dir, '.cache/proven.jsonl');
  const node = `"${process.execPath}" --disable-warning=ExperimentalWarning`;
  return measure(
    'sh',
    [
      '-c',
      `${node} src/cli/check.ts --hand-over=${proven} && ${node} node_modules/astro/bin/astro.mjs build`,
    ],
    { cwd: dir, env: { [provenVariable]: proven, ...env } },
  );
}

/** HTML pages of a finished site. */
export const pagesOf = (dist: string): number => globSync('**/*.html', { cwd: dist }).length;
