/** Feeds and the search description as they were published: right by their own schemas, complete, and leading to pages that are there. */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { attribute, dist, sitePages } from './dist.ts';

const { DOMParser } = new JSDOM('').window;
const read = (file: string): string => readFileSync(join(dist, file), 'utf8');
const xml = (file: string): Document => {
  const doc = new DOMParser().parseFromString(read(file), 'application/xml');
  expect(doc.querySelector('parsererror'), file).toBeNull();
  return doc;
};
const names = globSync('tin/**/*.xml', { cwd: dist })
  .map((f) => f.replaceAll('\\', '/').slice(0, -'.xml'.length))
  .sort();
const base = new URL(
  attribute(
    sitePages.find((p) => p.path === '/')!.elements.find((e) => attribute(e, 'rel') === 'canonical')!,
    'href',
  )!,
).origin;
const there = (url: string): boolean =>
  url.startsWith(`${base}/`) && existsSync(join(dist, new URL(url).pathname));
const rows = (
  JSON.parse(read('du-lieu/huong-dan.json')) as {
    items: { number: number; url: string; audiences: string[]; skills: string[] }[];
  }
).items;

const haveXmllint = spawnSync('xmllint', ['--version']).status === 0;
const ringFree = (schema: string, files: readonly string[]): string =>
  spawnSync(
    'xmllint',
    [
      '--noout',
      '--relaxng',
      join(import.meta.dirname, '../fixtures', schema),
      ...files.map((f) => join(dist, f)),
    ],
    { encoding: 'utf8' },
  ).stderr;

/** JSON Feed 1.1 (jsonfeed.org/version/1.1), strict: what the specification does not name must begin with an underscore. */
const author = {
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  properties: {
    name: { type: 'string', minLength: 1 },
    url: { type: 'string', format: 'uri' },
    avatar: { type: 'string', format: 'uri' },
  },
};
const url = { type: 'string', format: 'uri', pattern: '^https?://' };
const language = { type: 'string', pattern: '^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$' };
const jsonFeedSchema = {
  type: 'object',
  required: ['version', 'title', 'items'],
  additionalProperties: false,
  patternProperties: { '^_': {} },
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: { type: 'string', minLength: 1 },
    home_page_url: url,
    feed_url: url,
    description: { type: 'string' },
    user_comment: { type: 'string' },
    next_url: url,
    icon: url,
    favicon: url,
    authors: { type: 'array', items: author },
    language,
    expired: { type: 'boolean' },
    hubs: { type: 'array' },
    items: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id'],
        anyOf: [{ required: ['content_html'] }, { required: ['content_text'] }],
        additionalProperties: false,
        patternProperties: { '^_': {} },
        properties: {
          id: { type: 'string', minLength: 1 },
          url,
          external_url: url,
          title: { type: 'string' },
          content_html: { type: 'string' },
          content_text: { type: 'string' },
          summary: { type: 'string' },
          image: url,
          banner_image: url,
          date_published: { type: 'string', format: 'date-time' },
          date_modified: { type: 'string', format: 'date-time' },
          authors: { type: 'array', items: author },
          tags: { type: 'array', items: { type: 'string' } },
          language,
          attachments: { type: 'array' },
        },
      },
    },
  },
};
interface JsonFeed {
  title: string;
  home_page_url: string;
  feed_url: string;
  items: {
    id: string;
    url: string;
    title: string;
    image?: string;
    date_modified: string;
    content_html: string;
  }[];
}

test('there are feeds of all guides, of changes, of each audience and each area, in both forms', () => {
  const pages = (re: RegExp): string[] => sitePages.flatMap((p) => re.exec(p.path)?.[1] ?? []);
  const wanted = [
    'tin/tat-ca',
    'tin/thay-doi',
    ...pages(/^\/danh-cho\/([^/]+)\/$/).map((a) => `tin/danh-cho/${a}`),
    ...pages(/^\/ky-nang\/([^/]+)\/$/).map((a) => `tin/ky-nang/${a}`),
  ];
  expect(wanted.length).toBeGreaterThan(20);
  expect(names).toEqual(wanted.sort());
  expect(
    globSync('tin/**/*.json', { cwd: dist })
      .map((f) => f.replaceAll('\\', '/').slice(0, -'.json'.length))
      .sort(),
  ).toEqual(names);
});

describe('Atom', () => {
  test.skipIf(!haveXmllint)(
    'is valid by the schema of RFC 4287 (skipped where xmllint is not installed: apt install libxml2-utils)',
    () => {
      const told = ringFree(
        'atom.rng',
        names.map((n) => `${n}.xml`),
      );
      expect(told.split('\n').filter((l) => l !== '' && !l.endsWith(' validates'))).toEqual([]);
      expect(told.match(/ validates$/gm)).toHaveLength(names.length);
      // The schema can refuse: a page of HTML is no feed.
      expect(ringFree('atom.rng', ['opensearch.xml'])).toContain('fails to validate');
    },
  );

  test('what the schema cannot say: authors, links, ids once, latest first, everything absolute and there', () => {
    let entries = 0;
    for (const n of names) {
      const doc = xml(`${n}.xml`);
      const feed = doc.documentElement;
      const of = (e: Element, name: string): string[] =>
        [...e.children].filter((c) => c.localName === name).map((c) => c.textContent);
      const link = (e: Element, rel: string): string | null | undefined =>
        [...e.children]
          .find((c) => c.localName === 'link' && c.getAttribute('rel') === rel)
          ?.getAttribute('href');
      expect(feed.getAttribute('xml:lang'), n).toBe('vi');
      expect(of(feed, 'author'), n).toHaveLength(1);
      expect(link(feed, 'self'), n).toBe(`${base}/${n}.xml`);
      expect(of(feed, 'id'), n).toEqual([link(feed, 'self')]);
      expect(there(link(feed, 'alternate')!), n).toBe(true);
      const list = [...feed.children].filter((c) => c.localName === 'entry');
      entries += list.length;
      const ids = list.flatMap((e) => of(e, 'id'));
      expect(new Set(ids).size, n).toBe(list.length);
      for (const id of ids) expect(id.startsWith(`${base}/`), id).toBe(true);
      const days = list.flatMap((e) => of(e, 'updated'));
      expect([...days].sort().reverse(), n).toEqual(days);
      expect(of(feed, 'updated')[0], n).toBe(days[0]);
      for (const day of days) expect(day).toMatch(/^\d{4}-\d\d-\d\dT00:00:00\+07:00$/);
      for (const e of list) {
        expect(there(link(e, 'alternate')!), `${n}: ${link(e, 'alternate')}`).toBe(true);
        expect(of(e, 'title')[0]!.length).toBeGreaterThan(3);
        expect(of(e, 'summary')[0]!.length).toBeGreaterThan(10);
      }
    }
    expect(entries).toBeGreaterThan(500);
  });

  test('holds every guide, under its number; an audience has those of open data, its narrower ones included', () => {
    const numbers = (n: string): number[] =>
      [...xml(`${n}.xml`).querySelectorAll('entry > id')]
        .map((e) => Number(/\/(\d+)\/$/.exec(e.textContent)![1]))
        .sort((a, b) => a - b);
    expect(numbers('tin/tat-ca')).toEqual(rows.map((r) => r.number).sort((a, b) => a - b));
    let own = 0;
    for (const n of names.filter((x) => x.startsWith('tin/danh-cho/'))) {
      const found = numbers(n);
      for (const r of rows.filter((x) => x.audiences.includes(n.slice('tin/danh-cho/'.length)))) {
        expect(found, n).toContain(r.number);
        own++;
      }
    }
    expect(own).toBeGreaterThan(100);
  });
});

describe('JSON Feed', () => {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  addFormats.default(ajv);
  const valid = ajv.compile(jsonFeedSchema);
  test('is valid by its specification, with the same entries as Atom, in the same order', () => {
    expect(
      valid({ version: 'https://jsonfeed.org/version/1.1', title: 'x', items: [{ id: '1', content: 'x' }] }),
    ).toBe(false);
    for (const n of names) {
      const feed = JSON.parse(read(`${n}.json`)) as JsonFeed;
      valid(feed);
      expect(valid.errors ?? [], n).toEqual([]);
      expect(feed.feed_url).toBe(`${base}/${n}.json`);
      expect(there(feed.home_page_url)).toBe(true);
      expect(
        feed.items.map((i) => i.id),
        n,
      ).toEqual([...xml(`${n}.xml`).querySelectorAll('entry > id')].map((e) => e.textContent));
      expect(
        feed.items.map((i) => i.date_modified),
        n,
      ).toEqual([...xml(`${n}.xml`).querySelectorAll('entry > updated')].map((e) => e.textContent));
      for (const i of feed.items) if (i.image !== undefined) expect(there(i.image), i.image).toBe(true);
    }
  });
});

describe('OpenSearch', () => {
  const doc = xml('opensearch.xml');
  test.skipIf(!haveXmllint)('is valid (skipped where xmllint is not installed)', () => {
    expect(ringFree('opensearch.rng', ['opensearch.xml']).trim()).toMatch(/ validates$/);
    expect(ringFree('opensearch.rng', ['tin/tat-ca.xml'])).toContain('fails to validate');
  });
  test('asks the search page in the way its own form does', () => {
    const template = [...doc.querySelectorAll('Url')]
      .find((u) => u.getAttribute('type') === 'text/html')!
      .getAttribute('template')!;
    const page = sitePages.find((p) => p.path === new URL(template).pathname)!;
    const form = page.elements.find((e) => e.tagName === 'form' && attribute(e, 'role') === 'search')!;
    const field = page.elements.find((e) => e.tagName === 'input' && attribute(e, 'type') === 'search')!;
    expect(attribute(form, 'action')).toBe(page.path);
    expect([...new URL(template).searchParams]).toEqual([[attribute(field, 'name'), '{searchTerms}']]);
    expect(doc.querySelector('ShortName')!.textContent.length).toBeLessThanOrEqual(16);
    const pages = sitePages
      .filter((p) =>
        p.elements.some(
          (e) => attribute(e, 'rel') === 'search' && attribute(e, 'href') === '/opensearch.xml',
        ),
      )
      .map((p) => p.path);
    expect(pages).toContain(page.path);
  });
});
