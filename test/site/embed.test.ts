/**
 * What stands in other people's pages, and how they find it: light forms, oEmbed answers, pictures, anchors.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import sharp from 'sharp';
import { parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { absolute, embedAddress, numberAddress, socialImageAddress } from '../../src/domain/address.ts';
import { leastWidth } from '../../src/outputs/embed/embed.ts';
import { anchorsOf } from '../../src/markdown/anchors.ts';
import { framable as place } from '../../src/policy/server-headers.ts';
import { attribute, dist, sitePages, text, type Element, type SitePage } from './dist.ts';
import { weightNear } from './weigh.ts';
import { present } from '../present.ts';
import { realHandbook } from '../real.ts';
import { someOf } from '../whole.ts';
import { floor } from '../national/edition.ts';

const handbook = realHandbook();
const base = handbook.site.url;
const framable = (path: string): boolean => new RegExp(place.pattern).test(path);
const page = (path: string): SitePage =>
  present(
    sitePages.find((candidate) => candidate.path === path),
    'one of sitePages',
  );
const framed = sitePages.filter((sitePage) => framable(sitePage.path));
const classed = (element: Element, name: string): boolean =>
  (attribute(element, 'class') ?? '').split(' ').includes(name);

describe('light forms', () => {
  test('are there for every guide, every audience and the newest, and nothing else is framable', () => {
    expect(framed.map((sitePage) => sitePage.path).sort()).toEqual(
      [
        ...handbook.guides.map((guide) => embedAddress(guide.data.number)),
        ...handbook.audiences.map((audience) => `/nhung/danh-cho/${audience.id}/`),
        '/nhung/moi/',
      ].sort(),
    );
    expect(framed.length).toBeGreaterThan(floor(130));
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

  test('are one light request: at most 9 kB brotli, no style or handler in tags, no header, no menu, not for search engines', () => {
    const most = 9216;
    const sizes = framed
      .map((sitePage) => ({
        path: sitePage.path,
        bytes: weightNear(sitePage.html, most),
      }))
      .sort((a, b) => b.bytes - a.bytes);
    for (const sitePage of framed) {
      expect(
        sitePage.elements.filter((element) =>
          element.attrs.some((attribute) => attribute.name === 'style' || attribute.name.startsWith('on')),
        ),
        sitePage.path,
      ).toEqual([]);
      expect(
        sitePage.elements.filter(
          (element) =>
            ['header', 'nav', 'form'].includes(element.tagName) ||
            classed(element, 'crumbs') ||
            classed(element, 'menu'),
        ),
        sitePage.path,
      ).toEqual([]);
      expect(
        sitePage.elements
          .filter((element) => element.tagName === 'script' && attribute(element, 'src') !== undefined)
          .map((element) => attribute(element, 'src')),
        sitePage.path,
      ).toEqual(['/nhung/khung.js']);
      expect(
        sitePage.elements.some(
          (element) => attribute(element, 'name') === 'robots' && attribute(element, 'content') === 'noindex',
        ),
        sitePage.path,
      ).toBe(true);
      expect(
        page(
          new URL(
            present(
              attribute(
                present(
                  sitePage.elements.find((element) => attribute(element, 'rel') === 'canonical'),
                  'one of elements',
                ),
                'href',
              ),
              'attribute',
            ),
          ).pathname,
        ),
        sitePage.path,
      ).toBeDefined();
    }
    const largest = present(sizes[0], 'item 0 of sizes');
    console.log(`light forms: ${framed.length}; largest ${largest.bytes} bytes br (${largest.path})`);
    expect(sizes[0]?.bytes).toBeLessThanOrEqual(most);
  });

  test('show number, title, all steps and what keeps one safe; whatever leads away opens a tab of its own', () => {
    let steps = 0;
    let links = 0;
    for (const guide of handbook.guides) {
      const sitePage = page(embedAddress(guide.data.number));
      expect(
        text(
          present(
            sitePage.elements.find((element) => element.tagName === 'h1'),
            'one of elements',
          ),
        ),
        sitePage.path,
      ).toBe(guide.data.title);
      expect(
        text(
          present(
            sitePage.elements.find((element) => classed(element, 'no')),
            'one of elements',
          ),
        ),
        sitePage.path,
      ).toBe(`Bài ${guide.data.number}`);
      const wanted = guide.tree.sections.flatMap((section) => section.steps);
      expect(
        sitePage.elements
          .filter(
            (element) =>
              element.tagName === 'li' &&
              'tagName' in (element.parentNode ?? {}) &&
              classed(element.parentNode as Element, 'steps'),
          )
          .map((element) => attribute(element, 'id')),
        sitePage.path,
      ).toEqual(wanted.map((step) => step.id));
      steps += wanted.length;
      // Their meanings would open where nobody sees them.
      expect(
        sitePage.elements.filter((element) => element.tagName === 'button'),
        sitePage.path,
      ).toEqual([]);
      expect(
        sitePage.elements.some((element) => classed(element, 'part-safety')),
        sitePage.path,
      ).toBe(guide.tree.sections.some((section) => section.kind === 'safety'));
      for (const element of sitePage.elements.filter((element) => element.tagName === 'a')) {
        const href = present(attribute(element, 'href'), 'attribute');
        const away = !/^(#|\?|tel:)/.test(href);
        expect([attribute(element, 'target'), attribute(element, 'rel')], `${sitePage.path} ${href}`).toEqual(
          away ? ['_blank', 'noopener'] : [undefined, undefined],
        );
        links++;
      }
      expect(
        sitePage.elements.some(
          (element) =>
            element.tagName === 'a' &&
            attribute(element, 'href') === guide.address &&
            text(element).includes('mở trang mới'),
        ),
        sitePage.path,
      ).toBe(true);
    }
    expect(steps).toBeGreaterThan(floor(500));
    expect(links).toBeGreaterThan(floor(500));
  });
});

describe('oEmbed', () => {
  const ajv = new Ajv2020({ allErrors: true });
  addFormats.default(ajv);
  const positive = { type: 'integer', minimum: 1 };
  const uri = { type: 'string', format: 'uri', pattern: '^https?://' };
  /**
   * oembed.com, version 1.0: what every answer and what `rich` must and may have; thumbnail fields come all
   * three or not at all.
   */
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
    for (const guide of handbook.guides) {
      const file = join(dist, `nhung/${guide.data.number}.json`);
      const answer = JSON.parse(readFileSync(file, 'utf8')) as Answer;
      valid(answer);
      expect(valid.errors ?? [], file).toEqual([]);
      const [frame, ...more] = parseFragment(answer.html).childNodes as Element[];
      expect(more).toEqual([]);
      expect(attribute(present(frame, 'frame'), 'src')).toBe(absolute(base, embedAddress(guide.data.number)));
      expect(attribute(present(frame, 'frame'), 'title')).toContain(guide.data.title);
      expect(attribute(present(frame, 'frame'), 'sandbox')).not.toMatch(
        /same-origin|top-navigation|forms|modals/,
      );
      expect(attribute(present(frame, 'frame'), 'loading')).toBe('lazy');
      expect([answer.width, Number(attribute(present(frame, 'frame'), 'height'))]).toEqual([
        leastWidth,
        answer.height,
      ]);
      expect(answer.title).toContain(guide.data.title);
      expect(existsSync(join(dist, new URL(answer.thumbnail_url).pathname))).toBe(true);
    }
    expect(handbook.guides.length).toBeGreaterThan(floor(100));
  });
});

test('every guide leads machines to its answer and to its picture', () => {
  for (const guide of handbook.guides) {
    const sitePage = page(guide.address);
    const link = sitePage.elements.filter(
      (element) => attribute(element, 'type') === 'application/json+oembed',
    );
    expect(
      link.map((element) => [attribute(element, 'rel'), attribute(element, 'href')]),
      sitePage.path,
    ).toEqual([['alternate', absolute(base, `/nhung/${guide.data.number}.json`)]]);
    const meta = (name: string): string[] =>
      sitePage.elements
        .filter(
          (element) =>
            element.tagName === 'meta' &&
            (attribute(element, 'property') ?? attribute(element, 'name')) === name,
        )
        .map((element) => present(attribute(element, 'content'), 'attribute'));
    expect(meta('og:image'), sitePage.path).toEqual([absolute(base, socialImageAddress(guide.data.number))]);
    expect(meta('og:image:alt'), sitePage.path).toEqual([`Bài ${guide.data.number}: ${guide.data.title}`]);
    expect(meta('twitter:card'), sitePage.path).toEqual(['summary_large_image']);
  }
});

describe('social images', () => {
  test('one for each guide and one for the handbook: whole PNGs of 1200 × 630, at most 40 kB', async () => {
    const files = globSync('anh/*.png', { cwd: dist })
      .map((file) => `/${file.replaceAll('\\', '/')}`)
      .sort();
    expect(files).toEqual(
      [socialImageAddress(), ...handbook.guides.map((guide) => socialImageAddress(guide.data.number))].sort(),
    );
    let bytes = 0;
    let largest = 0;
    // Each is drawn by one painter: a quarter is unpacked to its last point, of all the head is read.
    const unpacked = new Set(someOf(files, 4, (path) => readFileSync(join(dist, path)).toString('latin1')));
    expect(unpacked.size).toBeGreaterThan(files.length / 10);
    for (const path of files) {
      const file = readFileSync(join(dist, path));
      const { width, height, format } = await sharp(file).metadata();
      expect([format, width, height], path).toEqual(['png', 1200, 630]);
      if (unpacked.has(path)) {
        const { info, data } = await sharp(file).raw().toBuffer({ resolveWithObject: true });
        expect(data.length).toBe(1200 * 630 * info.channels);
      }
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
    for (const guide of handbook.guides) {
      const sitePage = page(guide.address);
      const wanted = anchorsOf(guide.tree);
      const body = present(
        sitePage.elements.find((element) => classed(element, 'body')),
        'one of elements',
      );
      const inside = (element: Element): boolean => {
        for (let n: unknown = element; n; n = (n as Element).parentNode) if (n === body) return true;
        return false;
      };
      const found = sitePage.elements.filter(
        (element) =>
          (element.tagName === 'h2' || element.tagName === 'li') &&
          attribute(element, 'id') !== undefined &&
          inside(element),
      );
      expect(
        found.map((element) => attribute(element, 'id')),
        sitePage.path,
      ).toEqual(wanted.map((anchor) => anchor.id));
      for (const [index, element] of found.entries())
        expect(text(element), `${sitePage.path}#${present(wanted[index], 'an item of wanted').id}`).toContain(
          present(wanted[index], 'an item of wanted').title,
        );
      anchors += wanted.length;
    }
    expect(anchors).toBeGreaterThan(floor(1500));
  });

  test('the short address and the button that copies stand together at the end of every guide', () => {
    for (const guide of handbook.guides) {
      const sitePage = page(guide.address);
      // The other one, below the last step, sends the whole page on.
      const buttons = sitePage.elements.filter((element) => attribute(element, 'data-copy') === '');
      expect(buttons, sitePage.path).toHaveLength(1);
      const line = present(buttons[0], 'item 0 of buttons').parentNode as Element;
      expect(
        line.childNodes
          .filter((node): node is Element => 'tagName' in node)
          .map((element) => [element.tagName, attribute(element, 'href')]),
        sitePage.path,
      ).toEqual([
        ['a', numberAddress(guide.data.number)],
        ['button', undefined],
      ]);
    }
  });
});
