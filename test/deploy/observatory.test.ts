/**
 * MDN's HTTP Observatory, its own code, against nginx with our headers. It is no dependency of the project
 * (233 packages for one number): the first run installs it, its version pinned, into `.cache/`, without
 * running any install script.
 */
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { host, makeSite, nginxPath, startNginx, type Running, type Site } from './servers.ts';
import { present } from '../present.ts';

const version = '1.4.8';
const cache = join(import.meta.dirname, '../../.cache/observatory', version);
const tool = join(cache, 'node_modules/@mdn/mdn-http-observatory');

/** True when the tool is there afterwards. */
function installed(): boolean {
  const done = join(cache, 'done');
  if (existsSync(done)) return true;
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'package.json'), '{"private":true}');
  const npm = spawnSync(
    'npm',
    [
      'install',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      `@mdn/mdn-http-observatory@${version}`,
    ],
    { cwd: cache, stdio: 'ignore', timeout: 300_000 },
  );
  if (npm.status !== 0 || !existsSync(tool)) return false;
  // What its install script would fetch: the list of hosts that browsers know as https only. Ours is on no
  // list.
  mkdirSync(join(tool, 'conf'), { recursive: true });
  writeFileSync(join(tool, 'conf/hsts-preload.json'), '{}');
  writeFileSync(done, '');
  return true;
}

const nginx = nginxPath();
const there = nginx !== undefined && installed();
const why = nginx === undefined ? 'không cài được nginx' : 'không cài được @mdn/mdn-http-observatory';

describe.skipIf(!there)(there ? 'Observatory' : `Observatory: ${why} trên máy này`, () => {
  let site: Site;
  let server: Running;
  const scan = async (): Promise<{
    grade: string;
    score: number;
    failed: number;
    tests: Record<string, { pass: boolean; result: string; modifier: number }>;
  }> => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [join(import.meta.dirname, 'observatory.mjs'), tool, String(server.http), String(server.https), host],
      { env: { ...process.env, NODE_EXTRA_CA_CERTS: join(server.work, 'cert.pem') }, timeout: 60_000 },
    );
    return JSON.parse(present(stdout.trim().split('\n').at(-1), 'an item of trim'));
  };
  beforeAll(async () => {
    site = makeSite();
    server = await startNginx(site.dir);
  }, 120_000);
  afterAll(async () => {
    await server?.stop();
    site?.remove();
  });

  test('A+, 130 points, nothing failed', async () => {
    const result = await scan();
    expect(result).toMatchObject({ grade: 'A+', score: 130, failed: 0 });
    expect(result.tests['content-security-policy']?.result).toBe(
      'csp-implemented-with-no-unsafe-default-src-none',
    );
    expect(result.tests.redirection?.result).toBe('redirection-to-https');
    expect(Object.keys(result.tests).length).toBeGreaterThanOrEqual(10);
  });
  test('the figure falls when headers are missing', async () => {
    await server.stop();
    server = await startNginx(site.dir, {
      change: (config) => config.replace(/include \S+\/may-chu\/nginx-server\.conf;/, ''),
    });
    const bare = await scan();
    expect(bare.score).toBeLessThan(70);
    expect(bare.tests['strict-transport-security']?.pass).toBe(false);
  });
});
