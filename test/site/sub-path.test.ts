/** Editions under a path of their host, built whole, served by a plain host, and followed link by link. */
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { turns } from '../../src/outputs/sub-path/served.ts';
import { filesUnder } from '../../src/release/checksums.ts';
import { proveSite } from '../../src/release/prove.ts';
import { addressesOf } from '../../src/release/addresses.ts';
import { siteFacts } from '../../src/release/site-facts.ts';
import { crawl } from '../fixtures/crawl.ts';
import { buildEdition } from '../fixtures/edition.ts';
import { plainHost, type PlainHost } from '../fixtures/plain-host.ts';
import { present } from '../present.ts';
import { whole } from '../whole.ts';

const scratch = mkdtempSync(join(tmpdir(), 'so-tay-duong-dan-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** The same content at the root of a host. */
let atRoot = '';
beforeAll(() => {
  atRoot = buildEdition(join(scratch, 'goc'), 'https://so-tay.vidu.gov.vn/').dist;
}, 240_000);

test('at the root nothing is turned, and no mark of GitHub Pages is there', () => {
  expect(readFileSync(join(atRoot, '1/index.html'), 'utf8')).toContain('url=/huong-dan/');
  expect(existsSync(join(atRoot, '.nojekyll'))).toBe(false);
});

const editions = [
  ['https://vidu.gov.vn/so-tay/', '/so-tay', 'vidu.gov.vn'],
  // Two folders: a capital letter, and a name that is a folder of the handbook too. As long as the other, so
  // that counted letters and drawn codes are the same. In a whole run: each day its addresses are turned, and
  // turned back, without a build (`test/outputs/sub-path`).
  ['https://xa.github.io/B/loa/', '/B/loa', 'xa.github.io'],
] as const;
describe.each(whole ? editions : editions.slice(0, 1))('%s', (url, path, name) => {
  let dist = '';
  let host: PlainHost | undefined;
  beforeAll(async () => {
    ({ dist } = buildEdition(join(scratch, name), url));
    host = await plainHost(dist, path);
  }, 240_000);
  afterAll(() => host?.close());

  test('every link and asset answers as served', async () => {
    const { origin } = present(host);
    const all = filesUnder(dist).map((file) => `${path}/${file.replace(/(^|\/)index\.html$/, '$1')}`);
    const found = await crawl(`${origin}${path}/`, all);
    expect(found.dead).toEqual([]);
    expect(found.pages).toBeGreaterThan(130);
    expect(found.links).toBeGreaterThan(3000);
    expect(found.assets).toBeGreaterThan(300);
  });

  test('what leads away from a page names the path, in feeds, codes and words to announce too', () => {
    const texts = globSync('**/*.{html,xml,json,txt,csv,ics,js}', { cwd: dist });
    expect(texts.length).toBeGreaterThan(200);
    const hosts = new RegExp(`${name.replaceAll('.', '\\.')}(?=([^ "<]{0,60}))`, 'g');
    let named = 0;
    const wrong: string[] = [];
    for (const file of texts) {
      const text = readFileSync(join(dist, file), 'utf8');
      for (const [, behind = ''] of text.matchAll(hosts)) {
        named++;
        if (!behind.startsWith(path)) wrong.push(`${file}: ${behind}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(named).toBeGreaterThan(400);
  });

  test('is whole by the proof, which sees a link that leads out of the path', () => {
    const facts = siteFacts(dist, filesUnder(dist), path);
    expect(() => proveSite(dist, facts)).not.toThrow();
    const [first, ...others] = facts.pages;
    const spoilt = { ...facts, pages: [{ ...present(first), links: ['/83/'] }, ...others] };
    expect(() => proveSite(dist, spoilt)).toThrow('/83/');
  });

  test('its ledger holds the addresses of the same content at the root', () => {
    const of = (folder: string, under: string) =>
      [...addressesOf(siteFacts(folder, filesUnder(folder), under))].map((row) => row.join(' '));
    expect(of(dist, path)).toEqual(of(atRoot, '').filter((row) => !row.includes('chinh-sach-')));
  });

  test('turned back it is the site at the root, but for what names the host', () => {
    const { atRoot: back } = turns(path);
    const kinds = filesUnder(dist).filter((file) => /\.(?:html|json|webmanifest)$/.test(file));
    // QR codes are drawn, and scripts that know the path have names of their own.
    const plainly = (text: string): string =>
      text
        .replaceAll(`${name}${path}`, 'so-tay.vidu.gov.vn')
        .replaceAll(/<svg[\s\S]*?<\/svg>/g, '')
        .replaceAll(/(_astro\/[\w.-]+)\.[\w-]{8}\.js/g, '$1.js');
    const here = kinds.filter((file) => !/^(?:ngoai-tuyen|pagefind)\//.test(file));
    const different = here.filter(
      (file) =>
        plainly(back(file, readFileSync(join(dist, file))).toString()) !==
        plainly(readFileSync(join(atRoot, file), 'utf8')),
    );
    expect(here.length).toBeGreaterThan(150);
    expect(different).toEqual([]);
  });

  test('GitHub Pages keeps its folders, and says what is not there in our words', async () => {
    expect(existsSync(join(dist, '.nojekyll'))).toBe(true);
    const reply = await fetch(`${present(host).origin}${path}/khong-co/`);
    expect(reply.status).toBe(404);
    expect(await reply.text()).toContain(`href="${path}/so/"`);
  });
});
