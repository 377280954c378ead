/**
 * nginx and Caddy, really started with the files of `deploy/` over the finished site, and the files for
 * static hosts held against them.
 */
import { present } from '../present.ts';
import {
  copyFileSync,
  globSync,
  mkdirSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { connect as connectHttp2 } from 'node:http2';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { policiesOf } from '../../src/outputs/hosting/write.ts';
import {
  headerPolicies,
  headersAt,
  serverHeaders,
  type ServerHeader,
} from '../../src/policy/server-headers.ts';
import {
  addRelease,
  ask,
  caddyPath,
  compress,
  dist,
  host,
  makeSite,
  nginxPath,
  prepare,
  startCaddy,
  startNginx,
  switchTo,
  type Answer,
  type Running,
  type Site,
} from './servers.ts';
import { guidePage } from '../asked-pages.ts';

const guidePath = guidePage('tien/chuyen-khoan');
const guide = `${guidePath.slice(1)}index.html`;
const script = present(globSync('_astro/*.js', { cwd: dist }).sort()[0], 'item 0 of sort');
const redirects = readFileSync(join(dist, 'du-lieu/chuyen-huong.txt'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split(' ') as [string, string, string]);
let headers: readonly ServerHeader[];
let site: Site;

/** Files of which a hard-linked copy would change the finished site too get a copy of their own first. */
function ownFile(path: string, text: string): void {
  try {
    unlinkSync(path);
  } catch {
    /* it is new */
  }
  writeFileSync(path, text);
}

beforeAll(() => {
  const { pages, framed } = policiesOf(dist);
  headers = serverHeaders(headerPolicies(pages, framed));
  site = makeSite();
  compress(site.release, ['index.html', '404.html', guide, script]);
  // What is not there yet in every edition: a page for frames, a picture to share, a worker.
  for (const folder of ['nhung/83', 'nhung/danh-cho/tieu-thuong', 'anh'])
    mkdirSync(join(site.release, folder), { recursive: true });
  for (const page of ['nhung/83', 'nhung/danh-cho/tieu-thuong', 'nhung'])
    try {
      copyFileSync(join(dist, guide), join(site.release, page, 'index.html'), 1);
    } catch {
      /* the edition has it */
    }
  ownFile(join(site.release, 'sw.js'), '/* worker */');
  ownFile(join(site.release, 'anh/thu.png'), 'x');
  // A page that moved; the content has none yet.
  ownFile(
    join(site.release, 'du-lieu/chuyen-huong.nginx'),
    `${readFileSync(join(dist, 'du-lieu/chuyen-huong.nginx'), 'utf8')}/huong-dan/cu/bai-cu/ ${guidePath};\n/huong-dan/cu/bai-cu ${guidePath};\n`,
  );
  prepare(site.dir);
  mkdirSync(join(site.release, '.git'));
  writeFileSync(join(site.release, '.git/config'), 'secret');
});
afterAll(() => site.remove());

/** What our table says, against what came. */
function agrees(answer: Answer, path: string): void {
  const wanted = headersAt(headers, path);
  const names = headers.map((header) => header.name.toLowerCase());
  expect(Object.fromEntries(names.map((name) => [name, answer.headers[name]])), path).toEqual(
    Object.fromEntries(names.map((name) => [name, wanted[name]])),
  );
}

interface Kind {
  readonly name: string;
  readonly there: string | undefined;
  readonly start: (dir: string) => Promise<Running>;
  readonly slash: number;
  readonly outside: number;
}
const kinds: readonly Kind[] = [
  { name: 'nginx', there: nginxPath(), start: (folder) => startNginx(folder), slash: 301, outside: 400 },
  { name: 'caddy', there: caddyPath(), start: startCaddy, slash: 308, outside: 404 },
];

describe.each(kinds)('$name', ({ name, there, start, slash, outside }) => {
  describe.skipIf(!there)(there ? 'over TLS' : `không cài được ${name} trên máy này`, () => {
    let server: Running;
    beforeAll(async () => {
      server = await start(site.dir);
    });
    afterAll(() => server?.stop());

    test('every kind of address has exactly the headers of the table', async () => {
      const paths = [
        '/',
        `/${guide.replace('index.html', '')}`,
        `/${script}`,
        '/phong-chu/andika-latin.woff2',
        '/pagefind/pagefind-entry.json',
        '/du-lieu/huong-dan.json',
        '/lich/phong-trao.ics',
        '/nhung/83/',
        '/nhung/danh-cho/tieu-thuong/',
        '/nhung/',
        '/anh/thu.png',
        '/sw.js',
        '/sitemap-index.xml',
        `/${present(globSync('pagefind/fragment/*', { cwd: dist })[0], 'item 0 of globSync')}`,
      ];
      for (const path of paths) {
        const answer = await ask(server, path);
        expect(answer.status, path).toBe(200);
        agrees(answer, path);
      }
      const framed = await ask(server, '/nhung/83/');
      expect(framed.headers['content-security-policy']).toMatch(/frame-ancestors \*$/);
      expect(framed.headers['x-frame-options']).toBeUndefined();
      expect((await ask(server, '/nhung/')).headers['content-security-policy']).toMatch(
        /frame-ancestors 'none'$/,
      );
    });
    test('brotli or gzip as the reader can, from the files beside the page', async () => {
      const plain = readFileSync(join(dist, guide));
      for (const [accept, encoding, unpack] of [
        ['gzip, deflate, br', 'br', brotliDecompressSync],
        ['gzip', 'gzip', gunzipSync],
        ['identity', undefined, (bytes: Buffer) => bytes],
      ] as const) {
        const answer = await ask(server, `/${guide.replace('index.html', '')}`, {
          headers: { 'accept-encoding': accept },
        });
        expect(answer.headers['content-encoding'], accept).toBe(encoding);
        expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
        if (name === 'nginx' || encoding) expect(answer.headers.vary, accept).toBe('Accept-Encoding');
        expect(unpack(answer.body).equals(plain), accept).toBe(true);
        if (encoding)
          expect(answer.body.length).toBe(
            statSync(join(site.release, `${guide}.${encoding === 'br' ? 'br' : 'gz'}`)).size,
          );
      }
    });
    test('an unchanged page costs no second download', async () => {
      const first = await ask(server, '/', { headers: { 'accept-encoding': 'br' } });
      expect(first.headers.etag).toMatch(/^(?:W\/)?"[^"]+"$/);
      const again = await ask(server, '/', {
        headers: { 'accept-encoding': 'br', 'if-none-match': present(first.headers.etag, 'etag') },
      });
      expect(again.status).toBe(304);
      expect(again.body.length).toBe(0);
      expect(
        (await ask(server, '/', { headers: { 'accept-encoding': 'br', 'if-none-match': '"else"' } })).status,
      ).toBe(200);
    });
    test('number addresses and moved pages are led on at once, and what was asked goes with them', async () => {
      expect(redirects.length).toBeGreaterThan(100);
      for (const [from, to, code] of [
        present(redirects[0], 'item 0 of redirects'),
        present(redirects.at(-1), 'an item of redirects'),
        ...redirects.filter((_, index) => index % 25 === 7),
        ['/huong-dan/cu/bai-cu/', guidePath, '301'] as const,
      ]) {
        expect(code).toBe('301');
        for (const asked of [from, from.replace(/\/$/, '')]) {
          const answer = await ask(server, asked);
          expect([answer.status, answer.headers.location], asked).toEqual([301, to]);
        }
        expect((await ask(server, `${from}?che-do=chu-to`)).headers.location).toBe(`${to}?che-do=chu-to`);
      }
      agrees(await ask(server, '/83/'), '/83/');
    });
    test('who asks for Markdown is led to the twin of a page, which no cache keeps for readers', async () => {
      const headers = { accept: 'text/markdown, text/html, */*' };
      const answer = await ask(server, '/danh-ba/', { headers });
      expect([answer.status, answer.headers.location]).toEqual([302, '/danh-ba/index.md']);
      expect(answer.headers['cache-control']).toBe('no-store');
      expect((await ask(server, '/danh-ba/index.md', { headers })).headers['content-type']).toMatch(
        /^text\/markdown/,
      );
      // A page without a twin, and readers.
      expect((await ask(server, '/nhung/83/', { headers })).status).toBe(200);
      expect((await ask(server, '/danh-ba/', { headers: { accept: 'text/html,*/*' } })).status).toBe(200);
    });
    test('an address without its slash is led on without naming this machine', async () => {
      const answer = await ask(server, '/so');
      expect([answer.status, answer.headers.location]).toEqual([slash, '/so/']);
    });
    test('the page for missing pages has every header and is not kept for long', async () => {
      for (const path of [
        '/khong-co-trang-nay/',
        '/_astro/khong-co.js',
        '/nhung/99999/',
        '/huong-dan/tien/khong-co',
      ]) {
        const answer = await ask(server, path, { headers: { 'accept-encoding': 'br' } });
        expect(answer.status, path).toBe(404);
        expect(brotliDecompressSync(answer.body).equals(readFileSync(join(dist, '404.html'))), path).toBe(
          true,
        );
        agrees(answer, '/404.html');
      }
    });
    test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])(
      '%s is refused, with what is allowed',
      async (method) => {
        const answer = await ask(server, '/', { method });
        expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD']);
      },
    );
    test('HEAD answers like GET without a body', async () => {
      const answer = await ask(server, '/', { method: 'HEAD' });
      expect([answer.status, answer.body.length]).toEqual([200, 0]);
      agrees(answer, '/');
    });
    test('hidden files, files for other hosts and compressed companions cannot be asked for', async () => {
      for (const path of [
        '/.git/config',
        '/.git/',
        '/_headers',
        '/_redirects',
        '/index.html.br',
        '/index.html.gz',
        '/%2egit/config',
      ]) {
        const answer = await ask(server, path);
        expect(answer.status, path).toBe(404);
        expect(answer.body.toString(), path).not.toContain('secret');
      }
    });
    test('no way out of the site', async () => {
      const out = await ask(server, '/../../../../../../etc/passwd');
      expect(out.status).toBe(outside);
      for (const path of [
        '/../../../../../../etc/passwd',
        '/..%2f..%2f..%2f..%2fetc/passwd',
        '/huong-dan/../../../../etc/passwd',
        '/../releases/',
        '/../may-chu/chinh-sach.map',
      ]) {
        const answer = await ask(server, path);
        expect([400, 404], path).toContain(answer.status);
        expect(answer.body.toString(), path).not.toMatch(/root:x:|"page:\//);
      }
      expect((await ask(server, '/huong-dan/tien/')).body.toString()).toContain('</html>');
      expect((await ask(server, '/_astro/')).status).toBe(404);
    });
    test('says nothing about its version', async () => {
      for (const path of ['/', '/khong-co/', '/../../x']) {
        const answer = await ask(server, path);
        expect(answer.headers.server ?? '', path).toMatch(/^(?:nginx)?$/);
        expect(answer.headers['x-powered-by']).toBeUndefined();
        if (answer.status !== 200) expect(answer.body.toString('latin1')).not.toMatch(/(?:nginx|caddy)\/\d/i);
      }
    });
    test('plain http leads to https, path and question kept', async () => {
      const answer = await ask(server, '/83/?che-do=chu-to', { plain: true });
      expect([answer.status, answer.headers.location]).toEqual([301, `https://${host}/83/?che-do=chu-to`]);
    });
    test('TLS 1.2 and 1.3, nothing older, and HTTP/2', async () => {
      const tls = (version: 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3'): Promise<string> =>
        new Promise((done) => {
          const socket = connectTls(
            {
              host: '127.0.0.1',
              port: server.https,
              servername: host,
              rejectUnauthorized: false,
              minVersion: version,
              maxVersion: version,
              ciphers: 'DEFAULT:@SECLEVEL=0',
            },
            () => {
              done(present(socket.getProtocol(), 'getProtocol()'));
              socket.destroy();
            },
          );
          socket.on('error', () => done('refused'));
        });
      expect([await tls('TLSv1.1'), await tls('TLSv1.2'), await tls('TLSv1.3')]).toEqual([
        'refused',
        'TLSv1.2',
        'TLSv1.3',
      ]);
      const status = await new Promise((done, fail) => {
        const session = connectHttp2(`https://127.0.0.1:${server.https}`, {
          servername: host,
          rejectUnauthorized: false,
        });
        session.on('error', fail);
        const stream = session.request({ ':path': '/', ':authority': host });
        stream.on('response', (response) => {
          done(response[':status']);
          session.close();
        });
        stream.end();
      });
      expect(status).toBe(200);
    });
    test('an edition with another policy is served right before the server has read it, and strictly after', async () => {
      const id = 'b'.repeat(64);
      const release = addRelease(site.dir, id);
      const name0 = present(
        globSync('du-lieu/may-chu/chinh-sach-*.txt', { cwd: release })[0],
        'item 0 of globSync',
      );
      const text = readFileSync(join(release, name0), 'utf8').replace(
        /style-src /g,
        "style-src 'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=' ",
      );
      unlinkSync(join(release, name0));
      writeFileSync(join(release, 'du-lieu/may-chu/chinh-sach-0000000000000000.txt'), text);
      switchTo(site.dir, id);
      try {
        const before = (await ask(server, '/')).headers['content-security-policy'] as string;
        expect(before).toMatch(/script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline';/);
        expect(before).toMatch(/style-src 'unsafe-inline'/);
        expect(before).toContain("frame-ancestors 'none'");
        if (name !== 'nginx') return;
        prepare(site.dir);
        server.reload();
        await expect
          .poll(async () => (await ask(server, '/')).headers['content-security-policy'], { timeout: 5000 })
          .toContain('AAAAAAAAAAAAAAAA');
        expect((await ask(server, '/')).headers['content-security-policy']).not.toContain('unsafe-inline');
      } finally {
        switchTo(site.dir, 'a'.repeat(64));
        prepare(site.dir);
      }
      // The edition before it is known too, so a step back needs no reload.
      agrees(await ask(server, '/'), '/');
    });
  });
});

describe.skipIf(!nginxPath())('nginx behind a machine that ends TLS', () => {
  test('the container’s configuration gives the same answers', async () => {
    const server = await startNginx(site.dir, { file: 'nginx-sau-proxy.conf' });
    try {
      for (const path of ['/', '/nhung/83/', `/${script}`])
        agrees(await ask(server, path, { plain: true }), path);
      expect((await ask(server, '/83/', { plain: true })).headers.location).toBe(
        present(
          redirects.find(([from]) => from === '/83/'),
          'one of redirects',
        )[1],
      );
      expect((await ask(server, '/khong-co/', { plain: true })).status).toBe(404);
    } finally {
      await server.stop();
    }
  });
});

describe('files for static hosts', () => {
  /**
   * What a host makes of `_headers`, by the rules in Cloudflare's words: all rules that fit, in order, `!`
   * drops, repeats are joined.
   */
  function cloudflare(path: string): Record<string, string> {
    const found: Record<string, string> = {};
    let fits = false;
    for (const line of readFileSync(join(dist, '_headers'), 'utf8').split('\n')) {
      if (/^\S/.test(line))
        fits = new RegExp(
          `^${line
            .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
            .replace(/:[a-z]+/g, '[^/]+')
            .replace('*', '.*')}$`,
        ).test(path);
      else if (fits && line.trim().startsWith('! ')) delete found[line.trim().slice(2).toLowerCase()];
      else if (fits && line.trim() !== '') {
        const [, name, value] = present(/^\s+([^:]+): (.*)$/.exec(line), 'the pattern in the text');
        const key = present(name, 'name').toLowerCase();
        found[key] = found[key] === undefined ? present(value, 'value') : `${found[key]}, ${value}`;
      }
    }
    return found;
  }
  /** The same by Netlify's: lines without a colon are skipped, the later rule wins. */
  function netlify(path: string): Record<string, string> {
    const found: Record<string, string> = {};
    let fits = false;
    for (const line of readFileSync(join(dist, '_headers'), 'utf8')
      .split('\n')
      .map((line) => line.trim())) {
      if (line.startsWith('/'))
        fits = new RegExp(
          `^${line
            .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
            .replace(/:[a-z]+/g, '[^/]+')
            .replace('*', '.*')}$`,
        ).test(path);
      else if (fits && line.includes(':'))
        found[line.slice(0, line.indexOf(':')).toLowerCase()] = line.slice(line.indexOf(':') + 1).trim();
    }
    return found;
  }
  const paths = [
    '/',
    `/${guide.replace('index.html', '')}`,
    '/khong-co/',
    `/${script}`,
    '/phong-chu/andika-latin.woff2',
    '/pagefind/fragment/x.pf_fragment',
    '/pagefind/pagefind-entry.json',
    '/du-lieu/huong-dan.json',
    '/lich/phong-trao.ics',
    '/tin/tat-ca.xml',
    '/nhung/83/',
    '/nhung/danh-cho/tieu-thuong/',
    '/nhung/',
    '/nhung/83.json',
    '/anh/83.png',
    '/sw.js',
  ];

  test('_headers says what the servers say', () => {
    for (const path of paths) expect(cloudflare(path), path).toEqual(headersAt(headers, path));
    // Netlify cannot drop a header. Browsers ignore this one where the policy names frame-ancestors.
    for (const path of paths)
      expect(netlify(path), path).toEqual({ ...headersAt(headers, path), 'x-frame-options': 'DENY' });
  });
  test('_redirects names every number and moved page once, within what hosts take', () => {
    const lines = readFileSync(join(dist, '_redirects'), 'utf8').trim().split('\n');
    expect(lines).toEqual(redirects.map((redirect) => redirect.join(' ')));
    expect(new Set(lines.map((line) => line.split(' ')[0])).size).toBe(lines.length);
    expect(statSync(join(dist, '_redirects')).size).toBeLessThan(100_000);
    expect(lines.length).toBeLessThanOrEqual(2000);
  });
});
