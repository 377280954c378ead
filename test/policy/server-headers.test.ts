/** One table of headers: its joins, its refusals and its forms. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { offlineWorker, offlineWorkerAddress, trustedAddress } from '../../src/client/trusted-urls.ts';
import { nginxDictionary } from '../../src/outputs/hosting/dictionary-files.ts';
import {
  headersFile,
  headersFileLimits,
  hostRedirects,
  nginxServer,
  redirectsFileLimits,
} from '../../src/outputs/hosting/host-files.ts';
import { policiesOf, writeHosting } from '../../src/outputs/hosting/write.ts';
import { pagePolicy, trustedName } from '../../src/policy/page-policy.ts';
import { headerPolicies, headersAt, lenientPolicy, serverHeaders } from '../../src/policy/server-headers.ts';
import { parsePolicy } from '../../src/policy/directives.ts';

const policies = headerPolicies(
  [
    pagePolicy({ styles: ['a'] }),
    pagePolicy({ styles: ['b'], compiled: true }),
    pagePolicy({ scripts: false }),
  ],
  [pagePolicy({ styles: ['c'], scripts: false, early: false })],
);

describe('policy of the headers', () => {
  test('allows what every page needs, and nothing may frame it', () => {
    const directives = parsePolicy(policies.page);
    expect(directives.get('style-src')).toHaveLength(2);
    expect(directives.get('script-src')).toEqual(expect.arrayContaining(["'self'", "'wasm-unsafe-eval'"]));
    expect(directives.get('trusted-types')).toEqual([trustedName]);
    expect(directives.get('frame-ancestors')).toEqual(["'none'"]);
  });
  test('frames have their own, without scripts when they have none', () => {
    const directives = parsePolicy(policies.framable);
    expect(directives.get('frame-ancestors')).toEqual(['*']);
    expect(directives.has('script-src')).toBe(false);
    expect(directives.get('style-src')).toHaveLength(1);
  });
  test.each([
    "style-src 'unsafe-inline'",
    "script-src 'unsafe-eval'",
    'img-src *',
    'img-src data:',
    'script-src https:',
  ])('%s is refused', (bad) => {
    expect(() => headerPolicies([`default-src 'none'; ${bad}`], [])).toThrow(bad.split(' ')[0]);
  });
  test('the lenient form drops hashes only', () => {
    const directives = parsePolicy(lenientPolicy(policies.page));
    expect(directives.get('style-src')).toEqual(["'unsafe-inline'"]);
    expect(directives.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'", "'unsafe-inline'"]);
    expect(directives.get('frame-ancestors')).toEqual(["'none'"]);
    expect(directives.get('require-trusted-types-for')).toEqual(["'script'"]);
  });
});

describe('table', () => {
  const headers = serverHeaders(policies);
  test.each([
    ['/nhung/83/', true],
    ['/nhung/moi/', true],
    ['/nhung/danh-cho/tieu-thuong/', true],
    ['/nhung/', false],
    ['/nhung/83', false],
    ['/nhung/83.json', false],
    ['/nhung/83/x/', false],
    ['/xnhung/83/', false],
    ['/', false],
    ['/huong-dan/nhung/83/', false],
  ] as const)('%s may be framed: %s', (path, may) => {
    const got = headersAt(headers, path);
    expect(got['content-security-policy']?.endsWith('frame-ancestors *')).toBe(may);
    expect(got['x-frame-options']).toBe(may ? undefined : 'DENY');
  });
  test('only files named after their content are kept without asking', () => {
    for (const path of [
      '/_astro/x.js',
      '/pagefind/fragment/vi_1.pf_fragment',
      '/pagefind/index/vi_1.pf_index',
      '/pagefind/pagefind.vi_d4cc.pf_meta',
    ])
      expect(headersAt(headers, path)['cache-control'], path).toContain('immutable');
    for (const path of [
      '/',
      '/pagefind/pagefind.js',
      '/pagefind/pagefind-entry.json',
      '/tim/goc.json',
      '/sw.js',
      '/manifest.webmanifest',
      '/x/_astro/y.js',
    ])
      expect(headersAt(headers, path)['cache-control'], path).not.toContain('immutable');
    expect(headersAt(headers, '/sw.js')['cache-control']).toBe('no-cache');
  });
  test('others may read open data and feeds, and show frames and pictures', () => {
    for (const path of [
      '/du-lieu/huong-dan.json',
      '/tin/tat-ca.xml',
      '/lich/phong-trao.ics',
      '/nhung/83.json',
    ])
      expect(headersAt(headers, path)['access-control-allow-origin'], path).toBe('*');
    for (const path of ['/', '/huong-dan/tien/', '/tim/goc.json'])
      expect(headersAt(headers, path)['access-control-allow-origin'], path).toBeUndefined();
    expect(headersAt(headers, '/anh/83.png')['cross-origin-resource-policy']).toBe('cross-origin');
    expect(headersAt(headers, '/')['cross-origin-resource-policy']).toBe('same-origin');
  });
});

describe('forms for hosts', () => {
  const headers = serverHeaders(policies);
  test('_headers keeps to what hosts read', () => {
    const text = headersFile(headers);
    expect(text.split('\n').filter((line) => /^\S/.test(line)).length).toBeLessThanOrEqual(
      headersFileLimits.rules,
    );
    expect(text.startsWith('/*\n')).toBe(true);
    const many = headerPolicies(
      Array.from({ length: 40 }, (_, index) => pagePolicy({ styles: [`s${index}`] })),
      [],
    );
    expect(() => headersFile(serverHeaders(many))).toThrow(/_headers/);
  });
  test('redirects over the limit are left to the pages that lead on', () => {
    const many = Array.from({ length: 2500 }, (_, index) => `/${index}/ /huong-dan/x/${index}/ 301`).join(
      '\n',
    );
    expect(hostRedirects(many).trim().split('\n')).toHaveLength(redirectsFileLimits.rules);
    const long = Array.from(
      { length: 1500 },
      (_, index) => `/${index}/ /huong-dan/${'x'.repeat(90)}/ 301`,
    ).join('\n');
    expect(Buffer.byteLength(hostRedirects(long))).toBeLessThanOrEqual(redirectsFileLimits.bytes);
    expect(hostRedirects(long).trim().split('\n').length).toBeGreaterThan(800);
  });
  test('nginx: every header is sent with errors too', () => {
    const lines = nginxServer(headers)
      .split('\n')
      .filter((line) => line.startsWith('add_header') && !nginxDictionary.includes(line));
    expect(lines).toHaveLength(headers.length + 1);
    expect(lines.every((line) => line.endsWith(' always;'))).toBe(true);
  });
});

describe('the finished site', () => {
  let dist: string;
  beforeEach(() => {
    dist = mkdtempSync(join(tmpdir(), 'dist-'));
    mkdirSync(join(dist, 'du-lieu'));
    writeFileSync(join(dist, 'du-lieu/chuyen-huong.txt'), '/1/ /mot/ 301\n');
  });
  afterEach(() => rmSync(dist, { recursive: true, force: true }));
  const page = (policy: string): string =>
    `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><style>a{}</style></head></html>`;
  test('pages and frames are told apart', () => {
    mkdirSync(join(dist, 'nhung/83'), { recursive: true });
    writeFileSync(join(dist, 'index.html'), page(pagePolicy({ styles: ['a{}'] })));
    writeFileSync(
      join(dist, 'nhung/83/index.html'),
      page(pagePolicy({ styles: ['f{}'], scripts: false, early: false })),
    );
    expect(policiesOf(dist)).toEqual({
      pages: [pagePolicy({ styles: ['a{}'] })],
      framed: [pagePolicy({ styles: ['f{}'], scripts: false, early: false })],
    });
    expect(writeHosting(dist).policy).toBeGreaterThan(100);
  });
  test.each([
    ['no policy', '<!doctype html><html><head><meta charset="utf-8"><style>a{}</style></head></html>'],
    [
      'its policy after the style',
      `<!doctype html><html><head><style>a{}</style><meta http-equiv="Content-Security-Policy" content="${pagePolicy({})}"></head></html>`,
    ],
  ])('a page with %s stops the build and is named', (_, html) => {
    mkdirSync(join(dist, 'hong'));
    writeFileSync(join(dist, 'hong/index.html'), html);
    expect(() => policiesOf(dist)).toThrow('hong/index.html');
  });
});

describe('addresses that become code', () => {
  test('the worker and nothing else', () => {
    expect(trustedAddress(offlineWorker)).toBe('/sw.js');
    for (const bad of [
      '/sw.js?x',
      '//evil.example/sw.js',
      'https://evil.example/sw.js',
      'data:text/javascript,1',
      '/../sw.js',
      '',
    ])
      expect(() => trustedAddress(bad), bad).toThrow(TypeError);
  });
  test('the browser gets an object made by the policy that the pages allow', () => {
    expect(offlineWorkerAddress()).toBe('/sw.js');
    const made: string[] = [];
    Object.assign(globalThis, {
      trustedTypes: {
        createPolicy: (name: string, rules: { createScriptURL(address: string): string }) => {
          made.push(name);
          return { createScriptURL: (address: string) => `trusted ${rules.createScriptURL(address)}` };
        },
      },
    });
    try {
      expect(offlineWorkerAddress()).toBe('trusted /sw.js');
      offlineWorkerAddress();
      // A name can be used once.
      expect(made).toEqual([trustedName]);
    } finally {
      Reflect.deleteProperty(globalThis, 'trustedTypes');
    }
  });
});
