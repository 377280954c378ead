/**
 * Forms taken out, of a site with the small content of the tests. What is left builds, and no link leads to
 * what is gone. In a whole run each form is taken out beside each other one.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { table } from '../../src/outputs/table.ts';
import { cleanEnvironment } from '../../src/release/environment.ts';
import { copyTinyProject } from '../fixtures/project.ts';
import { present } from '../present.ts';
import { whole } from '../whole.ts';

const scratch = mkdtempSync(join(tmpdir(), 'so-tay-dang-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const constant = (name: string): string =>
  name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The project without some forms. */
function editionWithout(forms: readonly string[], root: string): void {
  copyTinyProject(root);
  const file = join(root, 'src/outputs/table.ts');
  let rows = readFileSync(file, 'utf8');
  for (const form of forms) {
    rmSync(join(root, 'src/outputs', form), { recursive: true });
    const name = constant(form);
    rows = rows.replace(new RegExp(`^import \\{ ${name} \\}.*\\n`, 'm'), '').replace(`  ${name},\n`, '');
  }
  writeFileSync(file, rows);
}

/** Addresses of the site that pages name but that have no file. */
function broken(dist: string): string[] {
  const missing = new Set<string>();
  for (const page of globSync('**/*.html', { cwd: dist })) {
    const html = readFileSync(join(dist, page), 'utf8');
    for (const [, address = ''] of html.matchAll(/\s(?:href|src|action|data-listen)="(\/[^"#?]*)/g))
      if (!existsSync(join(dist, address, address.endsWith('/') ? 'index.html' : '')))
        missing.add(`${page}: ${address}`);
  }
  return [...missing];
}

/**
 * Which forms each build leaves out. Each form is left out by another choice of three of the builds, so of
 * any two forms there is a build with the one and without the other: no form that stays may lean on one that
 * is gone, as if each were taken out alone.
 */
function editions(): readonly (readonly string[])[] {
  const builds = 7;
  const outOf = 3;
  const choices = Array.from({ length: 2 ** builds }, (_, bits) => bits).filter(
    (bits) => [...bits.toString(2)].filter((bit) => bit === '1').length === outOf,
  );
  expect(table.length).toBeLessThanOrEqual(choices.length);
  return Array.from({ length: builds }, (_, build) =>
    table.filter((_form, index) => ((choices[index] ?? 0) >> build) % 2 === 1).map(({ name }) => name),
  );
}

const outs = editions();
/** One build of the seven, another whenever the code of the forms changes; all of them in a whole run. */
const first = globSync('src/outputs/**/*.{ts,astro}')
  .sort()
  .reduce((hash, file) => hash.update(readFileSync(file)), createHash('sha256'))
  .digest()
  .readUInt32BE();
const built = whole ? outs : [present(outs[first % outs.length], 'a build')];

test('of any two forms the one is out while the other is in', () => {
  const names = table.map(({ name }) => name);
  const unproved = names.flatMap((gone) =>
    names.filter(
      (stays) => stays !== gone && !outs.some((out) => out.includes(gone) && !out.includes(stays)),
    ),
  );
  expect(unproved).toEqual([]);
  expect(names.length).toBeGreaterThanOrEqual(14);
});

test.each(built.map((out) => [out.join(', '), out] as const))(
  'without %s: builds, and no link leads to what is gone',
  (_, out) => {
    const root = mkdtempSync(join(scratch, 'ban-'));
    editionWithout(out, root);
    const run = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
      cwd: root,
      encoding: 'utf8',
      env: cleanEnvironment(root),
    });
    expect(run.status, `${run.stdout.replace(/^.*[├└]─.*\n/gm, '')}\n${run.stderr}`).toBe(0);
    const dist = join(root, 'dist');
    expect(globSync('**/*.html', { cwd: dist }).length).toBeGreaterThan(40);
    expect(broken(dist)).toEqual([]);
    rmSync(root, { recursive: true, force: true });
  },
  240_000,
);
