/** A real nginx that serves an edition in a folder and keeps its other addresses. */
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { policiesOf } from '../../src/outputs/hosting/write.ts';
import { parseRedirects } from '../../src/release/mirror.ts';
import { headerPolicies, headersAt, serverHeaders } from '../../src/policy/server-headers.ts';
import { buildEdition } from '../fixtures/edition.ts';
import { present } from '../present.ts';
import { ask, nginxPath, prepare, startNginx, type Running } from './servers.ts';

const path = '/so-tay';
const there = nginxPath();

describe.skipIf(there === undefined)(there ? 'nginx' : 'không cài được nginx trên máy này', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'so-tay-nginx-'));
  let dist = '';
  let server: Running | undefined;
  beforeAll(async () => {
    ({ dist } = buildEdition(join(scratch, 'ban'), `https://vidu.gov.vn${path}/`));
    const dir = join(scratch, 'may');
    cpSync(dist, join(dir, 'releases/a'), { recursive: true });
    symlinkSync('releases/a', join(dir, 'current'));
    chmodSync(scratch, 0o755);
    prepare(dir);
    server = await startNginx(dir, {
      change: (config) => config.replace(/root .*;/, 'location = /cong { return 200 "portal"; }'),
    });
  }, 240_000);
  afterAll(async () => {
    await server?.stop();
    rmSync(scratch, { recursive: true, force: true });
  });

  test('sends the headers of the table, with the policy of this edition', async () => {
    const { pages, framed } = policiesOf(dist);
    const table = serverHeaders(headerPolicies(pages, framed), path);
    const names = table.map((header) => header.name.toLowerCase());
    const addresses = ['/', '/danh-ba/', '/nhung/1/', '/nhung/', '/sw.js', '/phong-chu/andika-latin.woff2'];
    for (const address of [...addresses, '/tin/tat-ca.xml', '/anh/1.png', '/khong-co/']) {
      const answer = await ask(present(server), `${path}${address}`);
      expect(answer.status, address).toBe(address === '/khong-co/' ? 404 : 200);
      const wanted = headersAt(table, answer.status === 404 ? `${path}/404.html` : `${path}${address}`);
      expect(Object.fromEntries(names.map((name) => [name, answer.headers[name]])), address).toEqual(
        Object.fromEntries(names.map((name) => [name, wanted[name]])),
      );
    }
  });

  test('leads on inside the folder, with and without the slash', async () => {
    const redirects = parseRedirects(readFileSync(join(dist, 'du-lieu/chuyen-huong.txt'), 'utf8'));
    expect(redirects.size).toBeGreaterThanOrEqual(5);
    for (const [from, to] of redirects)
      for (const address of [from, from.slice(0, -1), `${from}?x=1`]) {
        const { status, headers } = await ask(present(server), `${path}${address}`);
        const query = address.endsWith('?x=1') ? '?x=1' : '';
        expect([address, status, headers.location]).toEqual([address, 301, `${path}${to}${query}`]);
      }
    for (const [from, to] of [
      [path, `${path}/`],
      [`${path}/danh-ba`, `${path}/danh-ba/`],
    ] as const)
      expect((await ask(present(server), from)).headers.location).toBe(to);
  });

  test('hides what is for other hosts, and leaves the rest of the server alone', async () => {
    for (const hidden of ['_headers', '_redirects', '.nojekyll', 'index.html.br', '_astro/']) {
      const { status, body } = await ask(present(server), `${path}/${hidden}`);
      expect([hidden, status]).toEqual([hidden, 404]);
      expect(body.toString()).toContain(`href="${path}/`);
    }
    expect((await ask(present(server), `${path}/`, { method: 'POST' })).status).toBe(405);
    const portal = await ask(present(server), '/cong', { method: 'POST' });
    expect([portal.status, portal.body.toString()]).toEqual([200, 'portal']);
    expect(portal.headers['content-security-policy']).toBeUndefined();
  });
});
