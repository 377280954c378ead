/** What must hold on every finished page. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { attribute, dist, realPages, sitePages, text } from './dist.ts';

const brotli = (s: string): number =>
  brotliCompressSync(s, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

describe('every page', () => {
  test('there are pages of every kind', () => {
    const count = (re: RegExp): number => realPages.filter((p) => re.test(p.path)).length;
    expect(count(/^\/huong-dan\/[^/]+\/[^/]+\/$/)).toBeGreaterThanOrEqual(12);
    expect(count(/^\/ke-hoach\/[^/]+\/$/)).toBe(6);
    expect(count(/^\/ke-hoach\/[^/]+\/[^/]+\/$/)).toBeGreaterThanOrEqual(64);
    expect(count(/^\/don-vi\/[^/]+\/$/)).toBeGreaterThan(50);
    expect(count(/^\/mang-viec\/[^/]+\/$/)).toBeGreaterThanOrEqual(20);
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
    expect(sitePages.some((p) => p.file === '404.html')).toBe(true);
  });

  test('is Vietnamese, has one h1, a title of its own and a description', () => {
    const titles = new Map<string, string>();
    for (const p of realPages) {
      const html = p.elements.find((e) => e.tagName === 'html')!;
      expect(attribute(html, 'lang'), p.path).toBe('vi');
      expect(p.elements.filter((e) => e.tagName === 'h1').length, `${p.path}: h1`).toBe(1);
      const title = text(p.elements.find((e) => e.tagName === 'title')!);
      expect(titles.get(title), `${p.path} and ${titles.get(title)}: “${title}”`).toBeUndefined();
      titles.set(title, p.path);
      const description = p.elements.find(
        (e) => e.tagName === 'meta' && attribute(e, 'name') === 'description',
      );
      expect(attribute(description!, 'content')?.length, `${p.path}: description`).toBeGreaterThan(10);
    }
    expect(titles.size).toBe(realPages.length);
  });

  test('names itself: canonical, Open Graph, breadcrumbs, last check', () => {
    // Sheets and slides are forms of another page and say so: `print.test.ts`.
    for (const p of realPages.filter(
      (x) => x.file !== '404.html' && !/^\/(?:in|trinh-chieu)\/./.test(x.path),
    )) {
      const canonical = p.elements.find((e) => e.tagName === 'link' && attribute(e, 'rel') === 'canonical');
      const named = new URL(attribute(canonical!, 'href')!).pathname;
      // A page that is not for search may be another form of a page that is, and names that one.
      if (p.html.includes('content="noindex"') && named !== p.path)
        expect(
          realPages.some((x) => x.path === named && !x.html.includes('content="noindex"')),
          `${p.path}: ${named}`,
        ).toBe(true);
      else expect(named, p.path).toBe(p.path);
      expect(p.html, `${p.path}: last check`).toMatch(/iểm tra ngày \d{1,2}\/\d{1,2}\/\d{4}/);
      // What stands in other people's pages has no place in the book and is not passed on by itself.
      if (/^\/nhung\/./.test(p.path)) continue;
      expect(
        p.elements.some((e) => attribute(e, 'property') === 'og:title'),
        `${p.path}: og:title`,
      ).toBe(true);
      if (p.path !== '/')
        expect(
          p.elements.some((e) => attribute(e, 'class') === 'crumbs'),
          `${p.path}: breadcrumbs`,
        ).toBe(true);
    }
  });

  test('headings never skip a level, ids are unique, pictures have words', () => {
    let headings = 0;
    for (const p of realPages) {
      const levels = p.elements.filter((e) => /^h[1-6]$/.test(e.tagName)).map((e) => Number(e.tagName[1]));
      headings += levels.length;
      expect(levels[0], `${p.path}: first heading`).toBe(1);
      levels.forEach((l, i) =>
        expect(l - (levels[i - 1] ?? 0), `${p.path}: heading ${i + 1}`).toBeLessThanOrEqual(1),
      );
      const ids = p.elements.map((e) => attribute(e, 'id')).filter((x) => x !== undefined);
      expect(
        ids.filter((x, i) => ids.indexOf(x) !== i),
        `${p.path}: repeated ids`,
      ).toEqual([]);
      for (const e of p.elements.filter((x) => x.tagName === 'img'))
        expect(attribute(e, 'alt'), `${p.path}: alt`).toBeDefined();
      for (const e of p.elements.filter((x) => attribute(x, 'role') === 'img'))
        expect(attribute(e, 'aria-label')?.length, `${p.path}: drawn picture`).toBeGreaterThan(2);
    }
    expect(headings).toBeGreaterThan(1000);
  });

  test('words beside a link or a marked word keep their space', () => {
    // A generator that trims lines makes “ThuộcBộ” of “Thuộc <a>Bộ</a>”. Only text beside an element is looked at: pills and cards lay themselves apart.
    const inline = new Set(['a', 'abbr', 'b', 'dfn', 'em', 'i', 'strong', 'time']);
    const wrong: string[] = [];
    let places = 0;
    for (const p of realPages) {
      for (const e of p.elements.filter((x) => inline.has(x.tagName))) {
        const around = e.parentNode!.childNodes;
        const at = around.indexOf(e);
        const before = around[at - 1];
        const after = around[at + 1];
        const own = text(e);
        if (before?.nodeName === '#text' && /\S/.test(text(before))) {
          places++;
          if (/[\p{L}\p{N},.;:]$/u.test(text(before)) && /^[\p{L}\p{N}]/u.test(own))
            wrong.push(`${p.path}: …${text(before).slice(-20)}|${own.slice(0, 20)}`);
        }
        if (after?.nodeName === '#text' && /\S/.test(text(after))) {
          places++;
          if (/[\p{L}\p{N}]$/u.test(own) && /^[\p{L}\p{N}]/u.test(text(after)))
            wrong.push(`${p.path}: ${own.slice(-20)}|${text(after).slice(0, 20)}…`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(places).toBeGreaterThan(5_000);
  });

  test('every internal link and anchor leads somewhere', () => {
    const anchors = new Map(
      sitePages.map((p) => [
        p.path,
        new Set(p.elements.map((e) => attribute(e, 'id')).filter((x) => x !== undefined)),
      ]),
    );
    const broken: string[] = [];
    let links = 0;
    for (const p of sitePages) {
      for (const e of p.elements) {
        const href =
          e.tagName === 'a' || e.tagName === 'link'
            ? attribute(e, 'href')
            : e.tagName === 'form'
              ? attribute(e, 'action')
              : e.tagName === 'script'
                ? attribute(e, 'src')
                : undefined;
        if (href === undefined || /^(https?|tel|mailto):/.test(href)) continue;
        links++;
        const url = new URL(href, `https://x${p.path}`);
        const to = decodeURIComponent(url.pathname);
        const target = anchors.get(to);
        if (target === undefined) {
          if (!existsSync(join(dist, to)) || to.endsWith('/')) broken.push(`${p.path} → ${href}`);
        } else if (url.hash !== '' && !target.has(decodeURIComponent(url.hash.slice(1))))
          broken.push(`${p.path} → ${href} (no such anchor)`);
      }
    }
    expect(links).toBeGreaterThan(5000);
    expect(broken).toEqual([]);
  });

  test('a guide is read in one request: no script needed, no font, no outside host, at most 12 kB brotli', () => {
    const guides = realPages.filter((p) => /^\/(huong-dan|cho-so)\/[^/]+\/[^/]+\/$/.test(p.path));
    expect(guides.length).toBeGreaterThanOrEqual(12);
    const sizes = guides
      .map((p) => ({ path: p.path, bytes: brotli(p.html), nodes: p.elements.length }))
      .sort((a, b) => b.bytes - a.bytes);
    for (const p of guides) {
      expect(
        p.elements
          .filter((e) => e.tagName === 'link' && attribute(e, 'rel') === 'stylesheet')
          .map((e) => attribute(e, 'href')),
        p.path,
      ).toEqual([]);
      expect(
        p.elements.filter(
          (e) =>
            (e.tagName === 'script' || e.tagName === 'img' || e.tagName === 'iframe') &&
            /^https?:/.test(attribute(e, 'src') ?? ''),
        ),
        p.path,
      ).toEqual([]);
      for (const e of p.elements.filter((x) => x.tagName === 'script' && attribute(x, 'src') !== undefined))
        expect(
          attribute(e, 'type') === 'module' || attribute(e, 'defer') !== undefined,
          `${p.path}: a script blocks reading`,
        ).toBe(true);
      expect(
        p.elements.filter((e) => e.attrs.some((a) => a.name === 'style' || a.name.startsWith('on'))),
        `${p.path}: inline style or handler`,
      ).toEqual([]);
    }
    console.log(
      `guide pages: ${guides.length}; largest ${sizes[0]!.bytes} bytes br (${sizes[0]!.path}), median ${sizes[Math.floor(sizes.length / 2)]!.bytes}; most elements ${Math.max(...sizes.map((s) => s.nodes))}`,
    );
    expect(sizes[0]!.bytes).toBeLessThanOrEqual(12_000);
    expect(Math.max(...sizes.map((s) => s.nodes))).toBeLessThanOrEqual(700);
  });

  test('steps are numbered in real text and in the list', () => {
    let steps = 0;
    for (const p of realPages) {
      for (const li of p.elements.filter(
        (e) =>
          e.tagName === 'li' &&
          'tagName' in (e.parentNode ?? {}) &&
          attribute(e.parentNode as never, 'class') === 'steps',
      )) {
        const n = attribute(li, 'value');
        expect(text(li), p.path).toContain(`Bước ${n} trên `);
        steps++;
      }
    }
    expect(steps).toBeGreaterThan(60);
  });
});

describe('files beside the pages', () => {
  test('number addresses lead to their guide and are not indexed', () => {
    const stubs = sitePages.filter((p) => p.stub);
    expect(stubs.length).toBeGreaterThanOrEqual(12);
    for (const p of stubs) {
      const to = /url=([^"]+)"/.exec(p.html)?.[1];
      expect(
        sitePages.some((x) => x.path === to),
        `${p.path} → ${to}`,
      ).toBe(true);
      expect(p.html).toContain('noindex');
    }
  });

  test('the sitemap lists every page that readers should find, and nothing else', () => {
    const listed = globSync('sitemap-*.xml', { cwd: dist })
      .flatMap((f) =>
        [...readFileSync(join(dist, f), 'utf8').matchAll(/<loc>([^<]+)<\/loc>/g)].map(
          (m) => new URL(m[1]!).pathname,
        ),
      )
      .filter((p) => !p.endsWith('.xml'));
    const wanted = realPages
      .filter((p) => p.file !== '404.html' && !p.html.includes('content="noindex"'))
      .map((p) => p.path);
    expect(listed.length).toBeGreaterThan(300);
    expect([...listed].sort()).toEqual([...wanted].sort());
  });

  test('structured data is valid JSON of the promised kinds', () => {
    const kinds = new Map<string, number>();
    for (const p of realPages) {
      for (const e of p.elements.filter((x) => attribute(x, 'type') === 'application/ld+json')) {
        const d = JSON.parse(text(e)) as { '@context': string; '@type': string | string[] };
        expect(d['@context'], p.path).toBe('https://schema.org');
        for (const k of [d['@type']].flat()) kinds.set(k, (kinds.get(k) ?? 0) + 1);
      }
    }
    for (const k of ['LearningResource', 'HowTo', 'GovernmentOrganization', 'Event', 'BreadcrumbList'])
      expect(kinds.get(k), k).toBeGreaterThan(0);
  });
});
