/** What must hold on every finished page. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { attribute, dist, realPages, sitePages, text } from './dist.ts';
import { present } from '../present.ts';
import { floor } from '../national/edition.ts';

describe('every page', () => {
  test('no two sentences of a paragraph stand without a space between', () => {
    let paragraphs = 0;
    const glued = realPages.flatMap(({ path, elements }) =>
      elements
        .filter(({ tagName }) => tagName === 'p')
        .flatMap((element) => {
          paragraphs++;
          const found = /.{0,20}[\p{Ll}\d”)][.?!]\p{Lu}\p{Ll}.{0,20}/u.exec(text(element));
          return found ? [`${path}: ${found[0]}`] : [];
        }),
    );
    expect(glued).toEqual([]);
    expect(paragraphs).toBeGreaterThan(floor(5000));
  });

  test('there are pages of every kind', () => {
    const count = (re: RegExp): number => realPages.filter((page) => re.test(page.path)).length;
    for (const path of [
      '/',
      '/huong-dan/',
      '/danh-cho/',
      '/ky-nang/',
      '/lich/',
      '/chi-tieu/',
      '/do-phu/',
      '/tu-dien/',
      '/gioi-thieu/',
      '/nguon/',
      '/tim-kiem/',
      '/du-lieu/',
      '/so/',
    ])
      expect(count(new RegExp(`^${path}$`)), path).toBe(1);
    expect(sitePages.some((page) => page.file === '404.html')).toBe(true);
  });

  test('is Vietnamese, has one h1, a title of its own and a description', () => {
    const titles = new Map<string, string>();
    for (const page of realPages) {
      const html = present(
        page.elements.find((element) => element.tagName === 'html'),
        'one of elements',
      );
      expect(attribute(html, 'lang'), page.path).toBe('vi');
      expect(page.elements.filter((element) => element.tagName === 'h1').length, `${page.path}: h1`).toBe(1);
      const title = text(
        present(
          page.elements.find((element) => element.tagName === 'title'),
          'one of elements',
        ),
      );
      expect(titles.get(title), `${page.path} and ${titles.get(title)}: “${title}”`).toBeUndefined();
      titles.set(title, page.path);
      // A frame in another page is described by that page.
      if (/^\/nhung\/./.test(page.path)) continue;
      const description = page.elements.find(
        (element) => element.tagName === 'meta' && attribute(element, 'name') === 'description',
      );
      expect(
        attribute(present(description, 'description'), 'content')?.length,
        `${page.path}: description`,
      ).toBeGreaterThan(floor(10));
    }
    expect(titles.size).toBe(realPages.length);
  });

  test('names itself: canonical, Open Graph, breadcrumbs, last check', () => {
    // Sheets and slides are forms of another page and say so: `print.test.ts`.
    for (const page of realPages.filter(
      (page) => page.file !== '404.html' && !/^\/(?:in|trinh-chieu)\/./.test(page.path),
    )) {
      const canonical = page.elements.find(
        (element) => element.tagName === 'link' && attribute(element, 'rel') === 'canonical',
      );
      const named = new URL(present(attribute(present(canonical, 'canonical'), 'href'), 'attribute'))
        .pathname;
      // A page that is not for search may be another form of a page that is, and names that one.
      if (page.html.includes('content="noindex"') && named !== page.path)
        expect(
          realPages.some(
            (sitePage) => sitePage.path === named && !sitePage.html.includes('content="noindex"'),
          ),
          `${page.path}: ${named}`,
        ).toBe(true);
      else expect(named, page.path).toBe(page.path);
      expect(page.html, `${page.path}: last check`).toMatch(/iểm tra ngày \d{1,2}\/\d{1,2}\/\d{4}/);
      // What stands in other people's pages has no place in the book and is not passed on by itself.
      if (/^\/nhung\/./.test(page.path)) continue;
      expect(
        page.elements.some((element) => attribute(element, 'property') === 'og:title'),
        `${page.path}: og:title`,
      ).toBe(true);
      if (page.path !== '/')
        expect(
          page.elements.some((element) => attribute(element, 'class') === 'crumbs'),
          `${page.path}: breadcrumbs`,
        ).toBe(true);
    }
  });

  test('headings never skip a level, ids are unique, pictures have words', () => {
    let headings = 0;
    for (const page of realPages) {
      const levels = page.elements
        .filter((element) => /^h[1-6]$/.test(element.tagName))
        .map((element) => Number(element.tagName[1]));
      headings += levels.length;
      expect(levels[0], `${page.path}: first heading`).toBe(1);
      levels.forEach((level, index) =>
        expect(level - (levels[index - 1] ?? 0), `${page.path}: heading ${index + 1}`).toBeLessThanOrEqual(1),
      );
      const ids = page.elements.map((element) => attribute(element, 'id')).filter((id) => id !== undefined);
      expect(
        ids.filter((id, index) => ids.indexOf(id) !== index),
        `${page.path}: repeated ids`,
      ).toEqual([]);
      for (const element of page.elements.filter((element) => element.tagName === 'img'))
        expect(attribute(element, 'alt'), `${page.path}: alt`).toBeDefined();
      for (const element of page.elements.filter((element) => attribute(element, 'role') === 'img'))
        expect(attribute(element, 'aria-label')?.length, `${page.path}: drawn picture`).toBeGreaterThan(2);
    }
    expect(headings).toBeGreaterThan(floor(1000));
  });

  test('words beside a link or a marked word keep their space', () => {
    // A generator that trims lines makes “ThuộcBộ” of “Thuộc <a>Bộ</a>”. Only text beside an element is
    // looked at: pills and cards lay themselves apart.
    const inline = new Set(['a', 'abbr', 'b', 'dfn', 'em', 'i', 'strong', 'time']);
    const wrong: string[] = [];
    let places = 0;
    for (const page of realPages) {
      for (const element of page.elements.filter((element) => inline.has(element.tagName))) {
        const around = present(element.parentNode, 'parentNode').childNodes;
        const at = around.indexOf(element);
        const before = around[at - 1];
        const after = around[at + 1];
        const own = text(element);
        if (before?.nodeName === '#text' && /\S/.test(text(before))) {
          places++;
          if (/[\p{L}\p{N},.;:]$/u.test(text(before)) && /^[\p{L}\p{N}]/u.test(own))
            wrong.push(`${page.path}: …${text(before).slice(-20)}|${own.slice(0, 20)}`);
        }
        if (after?.nodeName === '#text' && /\S/.test(text(after))) {
          places++;
          if (/[\p{L}\p{N}]$/u.test(own) && /^[\p{L}\p{N}]/u.test(text(after)))
            wrong.push(`${page.path}: ${own.slice(-20)}|${text(after).slice(0, 20)}…`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(places).toBeGreaterThan(floor(5_000));
  });

  test('every internal link and anchor leads somewhere', () => {
    const anchors = new Map(
      sitePages.map((page) => [
        page.path,
        new Set(page.elements.map((element) => attribute(element, 'id')).filter((id) => id !== undefined)),
      ]),
    );
    const broken: string[] = [];
    let links = 0;
    for (const page of sitePages) {
      for (const element of page.elements) {
        const href =
          element.tagName === 'a' || element.tagName === 'link'
            ? attribute(element, 'href')
            : element.tagName === 'form'
              ? attribute(element, 'action')
              : element.tagName === 'script'
                ? attribute(element, 'src')
                : undefined;
        if (href === undefined || /^(https?|tel|mailto):/.test(href)) continue;
        links++;
        const url = new URL(href, `https://x${page.path}`);
        const to = decodeURIComponent(url.pathname);
        const target = anchors.get(to);
        if (target === undefined) {
          if (!existsSync(join(dist, to)) || to.endsWith('/')) broken.push(`${page.path} → ${href}`);
        } else if (url.hash !== '' && !target.has(decodeURIComponent(url.hash.slice(1))))
          broken.push(`${page.path} → ${href} (no such anchor)`);
      }
    }
    expect(links).toBeGreaterThan(floor(5000));
    expect(broken).toEqual([]);
  });

  test('steps are numbered in real text and in the list', () => {
    let steps = 0;
    for (const page of realPages) {
      for (const li of page.elements.filter(
        (element) =>
          element.tagName === 'li' &&
          'tagName' in (element.parentNode ?? {}) &&
          attribute(element.parentNode as never, 'class') === 'steps',
      )) {
        const value = attribute(li, 'value');
        expect(text(li), page.path).toContain(`Bước ${value} trên `);
        steps++;
      }
    }
    expect(steps).toBeGreaterThan(floor(60));
  });
});

describe('files beside the pages', () => {
  test('number addresses lead to their guide and are not indexed', () => {
    const stubs = sitePages.filter((page) => page.stub);
    expect(stubs.length).toBeGreaterThanOrEqual(12);
    for (const stub of stubs) {
      const to = /url=([^"]+)"/.exec(stub.html)?.[1];
      expect(
        sitePages.some((page) => page.path === to),
        `${stub.path} → ${to}`,
      ).toBe(true);
      expect(stub.html).toContain('noindex');
    }
  });

  test('the sitemap lists every page that readers should find, and nothing else', () => {
    const listed = globSync('sitemap-*.xml', { cwd: dist })
      .flatMap((file) =>
        [...readFileSync(join(dist, file), 'utf8').matchAll(/<loc>([^<]+)<\/loc>/g)].map(
          (match) => new URL(match[1] ?? '').pathname,
        ),
      )
      .filter((pathname) => !pathname.endsWith('.xml'));
    const wanted = realPages
      .filter((page) => page.file !== '404.html' && !page.html.includes('content="noindex"'))
      .map((page) => page.path);
    expect(listed.length).toBeGreaterThan(floor(300));
    expect([...listed].sort()).toEqual([...wanted].sort());
  });

  test('structured data is valid JSON of the promised kinds', () => {
    const kinds = new Map<string, number>();
    for (const page of realPages) {
      for (const element of page.elements.filter(
        (element) => attribute(element, 'type') === 'application/ld+json',
      )) {
        const data = JSON.parse(text(element)) as { '@context': string; '@type': string | string[] };
        expect(data['@context'], page.path).toBe('https://schema.org');
        for (const key of [data['@type']].flat()) kinds.set(key, (kinds.get(key) ?? 0) + 1);
      }
    }
    for (const key of ['LearningResource', 'GovernmentOrganization', 'Event', 'BreadcrumbList'])
      expect(kinds.get(key), key).toBeGreaterThan(0);
  });
});
