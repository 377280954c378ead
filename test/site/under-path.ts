/**
 * What an edition under a path has in common with the same content at the root of a host. Proved with the
 * site that `release.test.ts` builds anyway; in a whole run, which publishes the real content there, with one
 * that `sub-path.test.ts` builds.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { turns } from '../../src/outputs/sub-path/served.ts';
import { addressesOf } from '../../src/release/ledger.ts';
import { filesUnder } from '../../src/release/checksums.ts';
import { siteFacts } from '../../src/release/site-facts.ts';

/** The host at whose root the same content stands. Its name is as long as those of `underPaths`. */
export const rootHost = 'so-tay.vidu.gov.vn';

/** Editions under a path: address, path, name of the host. */
export const underPaths = [
  ['https://vidu.gov.vn/so-tay/', '/so-tay', 'vidu.gov.vn'],
  // Two folders: a capital letter, and a name that is a folder of the handbook too. As long as the other, so
  // that counted letters and drawn codes are the same. In a whole run: each day its addresses are turned, and
  // turned back, without a build (`test/outputs/sub-path`).
  ['https://xa.github.io/B/loa/', '/B/loa', 'xa.github.io'],
] as const;

/** Tests of the site at the root alone. */
export function testRoot(atRoot: () => string): void {
  test('at the root nothing is turned, and no mark of GitHub Pages is there', () => {
    expect(readFileSync(join(atRoot(), '1/index.html'), 'utf8')).toContain('url=/huong-dan/');
    expect(existsSync(join(atRoot(), '.nojekyll'))).toBe(false);
  });
}

/** Tests of an edition under a path against the site at the root; both are asked for when a test runs. */
export function testAgainstRoot(
  [, path, name]: (typeof underPaths)[number],
  underPath: () => string,
  atRoot: () => string,
): void {
  test(`${path}: its ledger holds the addresses of the same content at the root`, () => {
    const of = (folder: string, under: string) =>
      [...addressesOf(siteFacts(folder, filesUnder(folder), under))].map((row) => row.join(' '));
    expect(of(underPath(), path)).toEqual(of(atRoot(), '').filter((row) => !row.includes('chinh-sach-')));
  });

  test(`${path}: turned back it is the site at the root, but for what names the host`, () => {
    const { atRoot: back } = turns(path);
    const kinds = filesUnder(underPath()).filter((file) => /\.(?:html|json|webmanifest)$/.test(file));
    // QR codes are drawn, and scripts that know the path have names of their own.
    const plainly = (text: string): string =>
      text
        .replaceAll(`${name}${path}`, rootHost)
        .replaceAll(/<svg[\s\S]*?<\/svg>/g, '')
        .replaceAll(/(_astro\/[\w.-]+)\.[\w-]{8}\.js/g, '$1.js');
    const here = kinds.filter((file) => !/^(?:ngoai-tuyen|pagefind)\//.test(file));
    const different = here.filter(
      (file) =>
        plainly(back(file, readFileSync(join(underPath(), file))).toString()) !==
        plainly(readFileSync(join(atRoot(), file), 'utf8')),
    );
    expect(here.length).toBeGreaterThan(150);
    expect(different).toEqual([]);
  });
}
