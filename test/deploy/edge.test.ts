/**
 * The rehearsal of the bad day: the main machine ends, then its mirror too, and readers behind the caching
 * machine go on reading.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePorts } from '../../src/cli/free-ports.ts';
import { ask, compress, dist, makeSite, nginxPath, startNginx, type Running, type Site } from './servers.ts';
import { guidePage } from '../asked-pages.ts';

const nginx = nginxPath();
const guide = `${guidePage('tien/chuyen-khoan').slice(1)}index.html`;
const path = `/${guide.replace('index.html', '')}`;

describe.skipIf(nginx === undefined)(
  nginx ? 'caching machine' : 'caching machine: không cài được nginx trên máy này',
  () => {
    let site: Site;
    let main: Running;
    let mirror: Running;
    let edge: Running;
    beforeAll(async () => {
      site = makeSite();
      compress(site.release, [guide, '404.html']);
      main = await startNginx(site.dir, { file: 'nginx-sau-proxy.conf' });
      mirror = await startNginx(site.dir, { file: 'nginx-sau-proxy.conf' });
      // Kept for a second instead of a minute, else the rehearsal would take as long.
      edge = await startNginx(site.dir, {
        file: 'nginx-dem.conf',
        change: (config) =>
          config
            .replace('192.0.2.11:8080', `127.0.0.1:${main.http}`)
            .replace('192.0.2.12:8080', `127.0.0.1:${mirror.http}`)
            .replace(
              'proxy_cache so_tay;',
              'proxy_cache so_tay; proxy_ignore_headers Cache-Control; proxy_cache_valid 200 301 404 1s; add_header X-Thu $upstream_cache_status always;',
            ),
      });
    });
    afterAll(async () => {
      await edge?.stop();
      await main?.stop();
      await mirror?.stop();
      site?.remove();
    });
    const read = async (): Promise<string> => {
      const answer = await ask(edge, path, { headers: { 'accept-encoding': 'br' } });
      expect(answer.status).toBe(200);
      expect(brotliDecompressSync(answer.body).equals(readFileSync(join(dist, guide)))).toBe(true);
      expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(answer.headers['cache-control']).toContain('stale-if-error=604800');
      return answer.headers['x-thu'] as string;
    };

    test('main machine, then mirror, then what is kept', async () => {
      expect(await read()).toBe('MISS');
      expect(await read()).toBe('HIT');
      expect((await ask(edge, '/83/')).status).toBe(301);
      await main.stop();
      await expect.poll(read, { timeout: 5000 }).not.toBe('HIT');
      // A page that nobody read before comes from the mirror.
      expect((await ask(edge, '/danh-ba/')).status).toBe(200);
      await mirror.stop();
      await expect.poll(read, { timeout: 5000, interval: 200 }).toBe('STALE');
      expect((await ask(edge, '/83/')).status).toBe(301);
      expect((await ask(edge, '/so/')).status).toBeGreaterThanOrEqual(502);
    });
  },
);

describe('what the page tells caches', () => {
  test.skipIf(nginx === undefined)(
    'nginx keeps by the page’s own words: a minute, and a week without an answer',
    async () => {
      const site = makeSite();
      const [port] = (await freePorts(1)) as [number];
      const main = await startNginx(site.dir, { file: 'nginx-sau-proxy.conf' });
      const edge = await startNginx(site.dir, {
        file: 'nginx-dem.conf',
        change: (config) =>
          config
            .replace('192.0.2.11:8080', `127.0.0.1:${main.http}`)
            .replace('192.0.2.12:8080', `127.0.0.1:${port}`)
            .replace(
              'proxy_cache so_tay;',
              'proxy_cache so_tay; add_header X-Thu $upstream_cache_status always;',
            ),
      });
      try {
        expect((await ask(edge, '/')).headers['x-thu']).toBe('MISS');
        expect((await ask(edge, '/')).headers['x-thu']).toBe('HIT');
        await main.stop();
        expect((await ask(edge, '/')).status).toBe(200);
      } finally {
        await edge.stop();
        site.remove();
      }
    },
  );
});
