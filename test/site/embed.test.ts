/** What stands in other people's pages, and how they find it: light forms, oEmbed answers, pictures, anchors. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import sharp from 'sharp';
import { parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/gate/read.ts';
import { absolute, embedAddress, numberAddress, socialImageAddress } from '../../src/domain/address.ts';
import { prove } from '../../src/gate/prove.ts';
import { leastWidth } from '../../src/outputs/embed/embed.ts';
import { joinHandbook } from '../../src/handbook/handbook.ts';
import { anchorsOf } from '../../src/markdown/anchors.ts';
import { framable as place } from '../../src/policy/server-headers.ts';
import { attribute, dist, sitePages, text, type Element, type SitePage } from './dist.ts';

const { entries } = readContent(process.cwd());
const h = joinHandbook(entries, prove(entries));
const base = h.site.url;
const framable = (path: string): boolean => new RegExp(place.pattern).test(path);
const page = (path: string): SitePage => sitePages.find((p) => p.path === path)!;
const framed = sitePages.filter((p) => framable(p.path));
const classed = (e: Element, name: string): boolean =>
  (attribute(e, 'class') ?? '').split(' ').includes(name);

describe('light forms', () => {
  test('are there for every guide, every audience and the newest, and nothing else is framable', () => {
    expect(framed.map((p) => p.path).sort()).toEqual(
      [
        ...h.guides.map((g) => embedAddress(g.data.number)),
        ...h.audiences.map((a) => `/nhung/danh-cho/${a.id}/`),
        '/nhung/moi/',
      ].sort(),
    );
    expect(framed.length).toBeGreaterThan(130);
    for (const path of [
      '/',
      '/nhung/',
      '/nhung/khung.js',
      '/nhung/83.json',
      '/nhung/83',
      '/83/',
      '/huong-dan/nhung/83/',
      '/nhung/danh-cho/',
      '/nhung/moi/x/',
    ])
      expect(framable(path), path).toBe(false);
  });

  test('are one light request: at most 8 kB brotli, no style or handler in tags, no header, no menu, not for search engines', () => {
    const sizes = framed
      .map((p) => ({
        path: p.path,
        bytes: brotliCompressSync(p.html, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
      }))
      .sort((a, b) => b.bytes - a.bytes);
    for (const p of framed) {
      expect(
        p.elements.filter((e) => e.attrs.some((a) => a.name === 'style' || a.name.startsWith('on'))),
        p.path,
      ).toEqual([]);
      expect(
        p.elements.filter(
          (e) => ['header', 'nav', 'form', 'details'].includes(e.tagName) || classed(e, 'crumbs'),
        ),
        p.path,
      ).toEqual([]);
      expect(
        p.elements
          .filter((e) => e.tagName === 'script' && attribute(e, 'src') !== undefined)
          .map((e) => attribute(e, 'src')),
        p.path,
      ).toEqual(['/nhung/khung.js']);
      expect(
        p.elements.some((e) => attribute(e, 'name') === 'robots' && attribute(e, 'content') === 'noindex'),
        p.path,
      ).toBe(true);
      expect(
        page(
          new URL(
            attribute(
              p.elements.find((e) => attribute(e, 'rel') === 'canonical')!,
              'href',
            )!,
          ).pathname,
        ),
        p.path,
      ).toBeDefined();
    }
    console.log(
      `light forms: ${framed.length}; largest ${sizes[0]!.bytes} bytes br (${sizes[0]!.path}), median ${sizes[Math.floor(sizes.length / 2)]!.bytes}`,
    );
    expect(sizes[0]!.bytes).toBeLessThanOrEqual(8192);
  });

  test('show number, title, all steps and what keeps one safe; whatever leads away opens a tab of its own', () => {
    let steps = 0;
    let links = 0;
    for (const g of h.guides) {
      const p = page(embedAddress(g.data.number));
      expect(text(p.elements.find((e) => e.tagName === 'h1')!), p.path).toBe(g.data.title);
      expect(text(p.elements.find((e) => classed(e, 'no'))!), p.path).toBe(`Bài${g.data.number}`);
      const wanted = g.tree.sections.flatMap((s) => s.steps);
      expect(
        p.elements
          .filter(
            (e) =>
              e.tagName === 'li' &&
              'tagName' in (e.parentNode ?? {}) &&
              classed(e.parentNode as Element, 'steps'),
          )
          .map((e) => attribute(e, 'id')),
        p.path,
      ).toEqual(wanted.map((s) => s.id));
      steps += wanted.length;
      // Their meanings would open where nobody sees them.
      expect(
        p.elements.filter((e) => e.tagName === 'button'),
        p.path,
      ).toEqual([]);
      expect(
        p.elements.some((e) => classed(e, 'part-safety')),
        p.path,
      ).toBe(g.tree.sections.some((s) => s.kind === 'safety'));
      for (const a of p.elements.filter((e) => e.tagName === 'a')) {
        const href = attribute(a, 'href')!;
        const away = !/^(#|\?|tel:)/.test(href);
        expect([attribute(a, 'target'), attribute(a, 'rel')], `${p.path} ${href}`).toEqual(
          away ? ['_blank', 'noopener'] : [undefined, undefined],
        );
        links++;
      }
      expect(
        p.elements.some(
          (e) => e.tagName === 'a' && attribute(e, 'href') === g.address && text(e).includes('mở trang mới'),
        ),
        p.path,
      ).toBe(true);
    }
    expect(steps).toBeGreaterThan(500);
    expect(links).toBeGreaterThan(500);
  });
});

describe('oEmbed', () => {
  const ajv = new Ajv2020({ allErrors: true });
  addFormats.default(ajv);
  const positive = { type: 'integer', minimum: 1 };
  const uri = { type: 'string', format: 'uri', pattern: '^https?://' };
  /** oembed.com, version 1.0: what every answer and what `rich` must and may have; thumbnail fields come all three or not at all. */
  const valid = ajv.compile({
    type: 'object',
    required: ['type', 'version', 'html', 'width', 'height'],
    additionalProperties: false,
    properties: {
      type: { const: 'rich' },
      version: { const: '1.0' },
      title: { type: 'string', minLength: 1 },
      author_name: { type: 'string' },
      author_url: uri,
      provider_name: { type: 'string' },
      provider_url: uri,
      cache_age: positive,
      thumbnail_url: uri,
      thumbnail_width: positive,
      thumbnail_height: positive,
      html: { type: 'string', minLength: 1 },
      width: positive,
      height: positive,
    },
    dependentRequired: {
      thumbnail_url: ['thumbnail_width', 'thumbnail_height'],
      thumbnail_width: ['thumbnail_url', 'thumbnail_height'],
      thumbnail_height: ['thumbnail_url', 'thumbnail_width'],
    },
  });
  interface Answer {
    html: string;
    title: string;
    width: number;
    height: number;
    thumbnail_url: string;
  }
  test('there is a valid answer for every guide, whose frame is that guide, named and held in a sandbox', () => {
    for (const g of h.guides) {
      const file = join(dist, `nhung/${g.data.number}.json`);
      const answer = JSON.parse(readFileSync(file, 'utf8')) as Answer;
      valid(answer);
      expect(valid.errors ?? [], file).toEqual([]);
      const [frame, ...more] = parseFragment(answer.html).childNodes as Element[];
      expect(more).toEqual([]);
      expect(attribute(frame!, 'src')).toBe(absolute(base, embedAddress(g.data.number)));
      expect(attribute(frame!, 'title')).toContain(g.data.title);
      expect(attribute(frame!, 'sandbox')).not.toMatch(/same-origin|top-navigation|forms|modals/);
      expect(attribute(frame!, 'loading')).toBe('lazy');
      expect([answer.width, Number(attribute(frame!, 'height'))]).toEqual([leastWidth, answer.height]);
      expect(answer.title).toContain(g.data.title);
      expect(existsSync(join(dist, new URL(answer.thumbnail_url).pathname))).toBe(true);
    }
    expect(h.guides.length).toBeGreaterThan(100);
  });
});

test('every guide leads machines to its answer and to its picture', () => {
  for (const g of h.guides) {
    const p = page(g.address);
    const link = p.elements.filter((e) => attribute(e, 'type') === 'application/json+oembed');
    expect(
      link.map((e) => [attribute(e, 'rel'), attribute(e, 'href')]),
      p.path,
    ).toEqual([['alternate', absolute(base, `/nhung/${g.data.number}.json`)]]);
    const meta = (name: string): string[] =>
      p.elements
        .filter((e) => e.tagName === 'meta' && (attribute(e, 'property') ?? attribute(e, 'name')) === name)
        .map((e) => attribute(e, 'content')!);
    expect(meta('og:image'), p.path).toEqual([absolute(base, socialImageAddress(g.data.number))]);
    expect(meta('og:image:alt'), p.path).toEqual([`Bài ${g.data.number}: ${g.data.title}`]);
    expect(meta('twitter:card'), p.path).toEqual(['summary_large_image']);
  }
});

describe('social images', () => {
  test('one for each guide and one for the handbook: whole PNGs of 1200 × 630, at most 40 kB', async () => {
    const files = globSync('anh/*.png', { cwd: dist })
      .map((f) => `/${f.replaceAll('\\', '/')}`)
      .sort();
    expect(files).toEqual(
      [socialImageAddress(), ...h.guides.map((g) => socialImageAddress(g.data.number))].sort(),
    );
    let bytes = 0;
    let largest = 0;
    for (const f of files) {
      const file = readFileSync(join(dist, f));
      const { info, data } = await sharp(file).raw().toBuffer({ resolveWithObject: true });
      expect([info.width, info.height], f).toEqual([1200, 630]);
      expect(data.length).toBe(1200 * 630 * info.channels);
      bytes += file.length;
      largest = Math.max(largest, file.length);
    }
    console.log(
      `social images: ${files.length}, ${(bytes / 1e6).toFixed(2)} MB in all, largest ${largest} bytes`,
    );
    expect(largest).toBeLessThanOrEqual(40_000);
  }, 60_000);
});

describe('anchors', () => {
  test('every section and step that may be linked to is there under its heading, and nothing else in a body has such an id', () => {
    let anchors = 0;
    for (const g of h.guides) {
      const p = page(g.address);
      const wanted = anchorsOf(g.tree);
      const body = p.elements.find((e) => classed(e, 'body'))!;
      const inside = (e: Element): boolean => {
        for (let n: unknown = e; n; n = (n as Element).parentNode) if (n === body) return true;
        return false;
      };
      const found = p.elements.filter(
        (e) => (e.tagName === 'h2' || e.tagName === 'li') && attribute(e, 'id') !== undefined && inside(e),
      );
      expect(
        found.map((e) => attribute(e, 'id')),
        p.path,
      ).toEqual(wanted.map((a) => a.id));
      for (const [i, e] of found.entries())
        expect(text(e), `${p.path}#${wanted[i]!.id}`).toContain(wanted[i]!.title);
      anchors += wanted.length;
    }
    expect(anchors).toBeGreaterThan(1500);
  });

  test('the short address and the button that copies stand together at the end of every guide', () => {
    for (const g of h.guides) {
      const p = page(g.address);
      const buttons = p.elements.filter((e) => attribute(e, 'data-copy') !== undefined);
      expect(buttons, p.path).toHaveLength(1);
      const line = buttons[0]!.parentNode as Element;
      expect(
        line.childNodes
          .filter((n): n is Element => 'tagName' in n)
          .map((e) => [e.tagName, attribute(e, 'href')]),
        p.path,
      ).toEqual([
        ['a', numberAddress(g.data.number)],
        ['button', undefined],
      ]);
    }
  });
});
