/**
 * Every form taken out: two editions, each without every other form. What is left builds, and no link leads
 * to what is gone. The first of them also has one guide in a language of its own, so that no build is made for
 * that alone.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { table } from '../../src/outputs/table.ts';
import { cleanEnvironment } from '../../src/release/environment.ts';
import { addMadeUpLanguage, madeUp, mark } from '../fixtures/made-up-language.ts';
import { copyProject } from '../fixtures/project.ts';

const scratch = mkdtempSync(join(tmpdir(), 'so-tay-dang-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const constant = (name: string): string =>
  name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The project without some forms. */
function editionWithout(forms: readonly string[], root: string): void {
  copyProject(root);
  const file = join(root, 'src/outputs/table.ts');
  let rows = readFileSync(file, 'utf8');
  for (const form of forms) {
    rmSync(join(root, 'src/outputs', form), { recursive: true });
    const name = constant(form);
    rows = rows.replace(new RegExp(`^import \\{ ${name} \\}.*\\n`, 'm'), '').replace(`  ${name},\n`, '');
  }
  writeFileSync(file, rows);
}

/** A guide with steps, troubles, dangers and people to call. */
const guideInIt = 'tien/chuyen-khoan';

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

test.each([0, 1])(
  'half of the forms (%i)',
  (half) => {
    const out = table.map(({ name }) => name).filter((_, index) => index % 2 === half);
    expect(out.length).toBeGreaterThanOrEqual(7);
    const root = join(scratch, String(half));
    editionWithout(out, root);
    if (half === 0) addMadeUpLanguage(root, guideInIt);
    const run = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
      cwd: root,
      encoding: 'utf8',
      env: cleanEnvironment(root),
    });
    expect(run.status, `${run.stdout.replace(/^.*[├└]─.*\n/gm, '')}\n${run.stderr}`).toBe(0);
    const dist = join(root, 'dist');
    expect(globSync('**/*.html', { cwd: dist }).length).toBeGreaterThan(500);
    expect(broken(dist)).toEqual([]);
  },
  240_000,
);

test('a guide in another language: words, headings and days around it are in that language', () => {
  const read = (path: string): string => readFileSync(join(scratch, '0/dist', path, 'index.html'), 'utf8');
  const page = read(`huong-dan/${guideInIt}`);
  expect(page).toContain(`<html lang="${madeUp}"`);
  // What stands around it, the headings that its kind of section always has, the number of a step.
  for (const words of ['Đến nội dung chính', 'Danh mục', 'Cần có gì', 'Nếu gặp trục trặc', 'Giữ an toàn'])
    expect(page).toMatch(new RegExp(`>\\s*${mark}${words}`));
  expect(page).toMatch(new RegExp(`class="of">\\s*${mark}Bước 1 trên \\d`));
  expect(page).toMatch(new RegExp(`${mark}Kiểm tra ngày 20\\d\\d\\.\\d{1,2}\\.\\d{1,2}`));
  expect(page).toContain('content="qaa"');
  // Addresses of its parts stay, and nobody reads it aloud by the rules of Vietnamese.
  expect(page).toMatch(/id="(?:cac-buoc|can-gi)"/);
  expect(page).not.toContain('data-listen');
  // Lists in the handbook's own language say of its title what it is; other guides know nothing of it.
  expect(read('so')).toMatch(new RegExp(`hreflang="${madeUp}"[^]*?<b lang="${madeUp}">`));
  const other = read('huong-dan/tien/quet-ma-qr-de-tra-tien');
  expect(other).toContain('<html lang="vi"');
  expect(other).not.toMatch(new RegExp(`${mark}(?!<)`));
});
