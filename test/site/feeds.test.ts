/**
 * Feeds and the search description as they were published: right by their own schemas, complete, and leading
 * to pages that are there.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { attribute, dist, sitePages } from './dist.ts';
import { present } from '../present.ts';
import { floor } from '../national/edition.ts';

const { DOMParser } = new JSDOM('').window;
const read = (file: string): string => readFileSync(join(dist, file), 'utf8');
const xml = (file: string): Document => {
  const doc = new DOMParser().parseFromString(read(file), 'application/xml');
  expect(doc.querySelector('parsererror'), file).toBeNull();
  return doc;
};
const names = globSync('tin/**/*.xml', { cwd: dist })
  .map((file) => file.replaceAll('\\', '/').slice(0, -'.xml'.length))
  .sort();
const base = new URL(
  present(
    attribute(
      present(
        present(
          sitePages.find((page) => page.path === '/'),
          'one of sitePages',
        ).elements.find((element) => attribute(element, 'rel') === 'canonical'),
        'one of elements',
      ),
      'href',
    ),
    'attribute',
  ),
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
      ...files.map((file) => join(dist, file)),
    ],
    { encoding: 'utf8' },
  ).stderr;

/**
 * JSON Feed 1.1 (jsonfeed.org/version/1.1), strict: what the specification does not name must begin with an
 * underscore.
 */
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
  const pages = (re: RegExp): string[] => sitePages.flatMap((page) => re.exec(page.path)?.[1] ?? []);
  const wanted = [
    'tin/tat-ca',
    'tin/thay-doi',
    'tin/viec-doi-song',
    ...pages(/^\/danh-cho\/([^/]+)\/$/).map((page) => `tin/danh-cho/${page}`),
    ...pages(/^\/ky-nang\/([^/]+)\/$/).map((page) => `tin/ky-nang/${page}`),
  ];
  expect(wanted.length).toBeGreaterThan(floor(20));
  expect(names).toEqual(wanted.sort());
  expect(
    globSync('tin/**/*.json', { cwd: dist })
      .map((file) => file.replaceAll('\\', '/').slice(0, -'.json'.length))
      .sort(),
  ).toEqual(names);
});

describe('Atom', () => {
  test.skipIf(!haveXmllint)(
    'is valid by the schema of RFC 4287 (skipped where xmllint is not installed: apt install libxml2-utils)',
    () => {
      const told = ringFree(
        'atom.rng',
        names.map((name) => `${name}.xml`),
      );
      expect(told.split('\n').filter((line) => line !== '' && !line.endsWith(' validates'))).toEqual([]);
      expect(told.match(/ validates$/gm)).toHaveLength(names.length);
      // The schema can refuse: a page of HTML is no feed.
      expect(ringFree('atom.rng', ['opensearch.xml'])).toContain('fails to validate');
    },
  );

  test('what the schema cannot say: authors, links, ids once, latest first, everything absolute and there', () => {
    let entries = 0;
    for (const digits of names) {
      const doc = xml(`${digits}.xml`);
      const feed = doc.documentElement;
      const of = (element: Element, name: string): string[] =>
        [...element.children].filter((child) => child.localName === name).map((child) => child.textContent);
      const link = (element: Element, rel: string): string | null | undefined =>
        [...element.children]
          .find((child) => child.localName === 'link' && child.getAttribute('rel') === rel)
          ?.getAttribute('href');
      expect(feed.getAttribute('xml:lang'), digits).toBe('vi');
      expect(of(feed, 'author'), digits).toHaveLength(1);
      expect(link(feed, 'self'), digits).toBe(`${base}/${digits}.xml`);
      expect(of(feed, 'id'), digits).toEqual([link(feed, 'self')]);
      expect(there(present(link(feed, 'alternate'), 'link')), digits).toBe(true);
      const list = [...feed.children].filter((child) => child.localName === 'entry');
      entries += list.length;
      const ids = list.flatMap((child) => of(child, 'id'));
      expect(new Set(ids).size, digits).toBe(list.length);
      for (const id of ids) expect(id.startsWith(`${base}/`), id).toBe(true);
      const days = list.flatMap((child) => of(child, 'updated'));
      expect([...days].sort().reverse(), digits).toEqual(days);
      expect(of(feed, 'updated')[0], digits).toBe(days[0]);
      for (const day of days) expect(day).toMatch(/^\d{4}-\d\d-\d\dT00:00:00\+07:00$/);
      for (const child of list) {
        expect(
          there(present(link(child, 'alternate'), 'link')),
          `${digits}: ${link(child, 'alternate')}`,
        ).toBe(true);
        expect(of(child, 'title')[0]?.length).toBeGreaterThan(3);
        expect(of(child, 'summary')[0]?.length).toBeGreaterThan(10);
      }
    }
    expect(entries).toBeGreaterThan(floor(500));
  });

  test('holds every guide, under its number; an audience has those of open data, its narrower ones included', () => {
    const numbers = (name: string): number[] =>
      [...xml(`${name}.xml`).querySelectorAll('entry > id')]
        .map((element) =>
          Number(present(/\/(\d+)\/$/.exec(element.textContent), 'the pattern in the text')[1]),
        )
        .sort((a, b) => a - b);
    expect(numbers('tin/tat-ca')).toEqual(rows.map((row) => row.number).sort((a, b) => a - b));
    let own = 0;
    for (const name of names.filter((name) => name.startsWith('tin/danh-cho/'))) {
      const found = numbers(name);
      for (const row of rows.filter((row) => row.audiences.includes(name.slice('tin/danh-cho/'.length)))) {
        expect(found, name).toContain(row.number);
        own++;
      }
    }
    expect(own).toBeGreaterThan(floor(100));
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
    for (const name of names) {
      const feed = JSON.parse(read(`${name}.json`)) as JsonFeed;
      valid(feed);
      expect(valid.errors ?? [], name).toEqual([]);
      expect(feed.feed_url).toBe(`${base}/${name}.json`);
      expect(there(feed.home_page_url)).toBe(true);
      expect(
        feed.items.map((item) => item.id),
        name,
      ).toEqual([...xml(`${name}.xml`).querySelectorAll('entry > id')].map((element) => element.textContent));
      expect(
        feed.items.map((item) => item.date_modified),
        name,
      ).toEqual(
        [...xml(`${name}.xml`).querySelectorAll('entry > updated')].map((element) => element.textContent),
      );
      for (const item of feed.items)
        if (item.image !== undefined) expect(there(item.image), item.image).toBe(true);
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
    const template = present(
      present(
        [...doc.querySelectorAll('Url')].find((element) => element.getAttribute('type') === 'text/html'),
        'one of the list',
      ).getAttribute('template'),
      'getAttribute()',
    );
    const page = present(
      sitePages.find((candidate) => candidate.path === new URL(template).pathname),
      'one of sitePages',
    );
    const form = present(
      page.elements.find((element) => element.tagName === 'form' && attribute(element, 'role') === 'search'),
      'one of elements',
    );
    const field = present(
      page.elements.find((element) => element.tagName === 'input' && attribute(element, 'type') === 'search'),
      'one of elements',
    );
    expect(attribute(form, 'action')).toBe(page.path);
    expect([...new URL(template).searchParams]).toEqual([[attribute(field, 'name'), '{searchTerms}']]);
    expect(doc.querySelector('ShortName')?.textContent.length).toBeLessThanOrEqual(16);
    const pages = sitePages
      .filter((sitePage) =>
        sitePage.elements.some(
          (element) =>
            attribute(element, 'rel') === 'search' && attribute(element, 'href') === '/opensearch.xml',
        ),
      )
      .map((sitePage) => sitePage.path);
    expect(pages).toContain(page.path);
  });
});
