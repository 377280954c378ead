/** Editions under a path of their host, built whole, served by a plain host, and followed link by link. */
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesUnder } from '../../src/release/checksums.ts';
import { proveSite } from '../../src/release/prove.ts';
import { siteFacts } from '../../src/release/site-facts.ts';
import { crawl } from '../fixtures/crawl.ts';
import { buildEdition } from '../fixtures/edition.ts';
import { plainHost, type PlainHost } from '../fixtures/plain-host.ts';
import { present } from '../present.ts';
import { whole } from '../whole.ts';
import { rootHost, testAgainstRoot, testRoot, underPaths } from './under-path.ts';

const scratch = mkdtempSync(join(tmpdir(), 'so-tay-duong-dan-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

if (whole) {
  let atRoot = '';
  const sites = new Map<string, string>();
  beforeAll(() => {
    for (const url of [`https://${rootHost}/`, ...underPaths.map(([url]) => url)])
      sites.set(url, buildEdition(join(scratch, `${sites.size}`), url).dist);
    atRoot = present(sites.get(`https://${rootHost}/`));
  }, 600_000);
  testRoot(() => atRoot);
  for (const one of underPaths)
    testAgainstRoot(
      one,
      () => present(sites.get(one[0])),
      () => atRoot,
    );
}

describe.each(whole ? underPaths : underPaths.slice(0, 1))('%s', (url, path, name) => {
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

  test('GitHub Pages keeps its folders, and says what is not there in our words', async () => {
    expect(existsSync(join(dist, '.nojekyll'))).toBe(true);
    const reply = await fetch(`${present(host).origin}${path}/khong-co/`);
    expect(reply.status).toBe(404);
    expect(await reply.text()).toContain(`href="${path}/so/"`);
  });
});
