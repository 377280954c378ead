/**
 * Many readers at once, and editions switched under them: no request fails. Figures are those of `npm run
 * bench:load`; here nothing depends on time.
 */
import { globSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readReport, wrk, wrkPath, type Load } from '../../tools/wrk.ts';
import {
  addRelease,
  ask,
  compress,
  makeSite,
  nginxPath,
  startNginx,
  switchTo,
  type Running,
  type Site,
} from './servers.ts';

const there = nginxPath() !== undefined && wrkPath() !== undefined;
const first = 'a'.repeat(64);
const second = 'b'.repeat(64);
const pause = (ms: number): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, ms);
  });

describe.skipIf(!there)(
  there ? 'under load' : 'under load: không cài được nginx hoặc wrk trên máy này',
  () => {
    let site: Site;
    let server: Running;
    let pages: string[];
    beforeAll(async () => {
      site = makeSite();
      pages = globSync('{huong-dan,cho-so}/*/*/index.html', { cwd: site.release }).sort().slice(0, 20);
      compress(site.release, pages);
      const other = addRelease(site.dir, second, site.release);
      // An edition that differs, in a file of its own.
      const file = join(other, 'index.html');
      const text = readFileSync(file, 'utf8').replace('</title>', ' 2</title>');
      unlinkSync(file);
      writeFileSync(file, text);
      server = await startNginx(site.dir, { file: 'nginx-sau-proxy.conf' });
    });
    afterAll(async () => {
      await server?.stop();
      site?.remove();
    });
    const paths = (): string[] => pages.map((page) => `/${page.replace('index.html', '')}`);

    test('100 switches under 64 connections: no error', async () => {
      let switches = 0;
      const loads: Load[] = [];
      const readers = (async () => {
        do
          loads.push(
            await wrk(`http://127.0.0.1:${server.http}`, paths(), {
              connections: 64,
              seconds: 1,
              work: server.work,
            }),
          );
        while (switches < 100);
      })();
      for (; switches < 100; switches++) {
        await pause(20);
        switchTo(site.dir, switches % 2 === 0 ? second : first);
      }
      await readers;
      expect(switches).toBe(100);
      expect(loads.reduce((total, load) => total + load.requests, 0)).toBeGreaterThan(100);
      expect(loads.map((load) => load.errors)).toEqual(loads.map(() => 0));
    });
    test('2,000 connections: no error', async () => {
      const load = await wrk(`http://127.0.0.1:${server.http}`, paths(), {
        connections: 2000,
        seconds: 2,
        work: server.work,
      });
      expect(load.requests).toBeGreaterThan(0);
      expect(load.errors).toBe(0);
    });
    test('each answer during the switches is one whole edition or the other', async () => {
      const whole = new Set(
        [first, second].map((id) => readFileSync(join(site.dir, 'releases', id, 'index.html'), 'utf8')),
      );
      const seen = new Map<string, number>();
      let going = true;
      const readers = Array.from({ length: 8 }, async () => {
        while (going) {
          const { status, body } = await ask(server, '/', { plain: true });
          expect(status).toBe(200);
          seen.set(body.toString(), (seen.get(body.toString()) ?? 0) + 1);
        }
      });
      for (let i = 0; i < 100; i++) {
        switchTo(site.dir, i % 2 === 0 ? second : first);
        await pause(8);
      }
      going = false;
      await Promise.all(readers);
      expect([...seen.values()].reduce((a, b) => a + b, 0)).toBeGreaterThan(50);
      expect(new Set(seen.keys())).toEqual(whole);
    });
    test('the reader of reports counts errors', () => {
      const report =
        '  Latency Distribution\n     50%    1.05ms\n     99%    1.20s \n  100 requests in 5.00s, 1.50MB read\n  Socket errors: connect 1, read 2, write 3, timeout 4\n  Non-2xx or 3xx responses: 5\nRequests/sec:  20.00\n';
      expect(readReport(report)).toEqual({
        requests: 100,
        perSecond: 20,
        bytesPerRequest: (1.5 * 2 ** 20) / 100,
        p50: 1.05,
        p99: 1200,
        errors: 11,
        late: 4,
      });
      expect(() => readReport('unable to connect')).toThrow('unable');
    });
  },
);
