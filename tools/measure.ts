/**
 * `npm run measure`: measures every kind of page of the last build in large letters on phones and writes
 * `content/measured.yaml`, which the accessibility statement says. A few minutes. The file is written where
 * faults are found too: the statement says how many views are clean.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { findBrowser } from '../src/cli/browser.ts';
import { typed } from '../src/cli/command-line.ts';
import { freePorts } from '../src/cli/free-ports.ts';
import { looksDigest } from '../src/handbook/looks.ts';
import { measuredSchema } from '../src/schemas/measured.ts';

typed({});
/** Written by `test/access/text-size.spec.ts`, one for each size of letters, the smallest first. */
const found = (): string[] =>
  [100, 125, 150, 200]
    .map((size) => `test-results/text-size-${size}.json`)
    .filter((file) => existsSync(file));
const partSchema = measuredSchema.omit({ day: true, digest: true });
for (const file of found()) rmSync(file);
const digest = looksDigest();
const [port] = await freePorts(1);
spawnSync(
  process.execPath,
  [
    'node_modules/@playwright/test/cli.js',
    'test',
    '--config',
    'test/playwright.config.ts',
    '--retries',
    '0',
    'access/text-size',
  ],
  {
    stdio: 'inherit',
    env: { ...process.env, CHROMIUM: findBrowser(), TEST_PORT: String(port), MEASURE: '1' },
  },
);
const parts = found().map((file) => partSchema.parse(JSON.parse(readFileSync(file, 'utf8'))));
const [first] = parts;
if (first === undefined || parts.length < 4) {
  console.error(
    'Chưa đo được: trình duyệt không chạy, hoặc chưa có bản dựng (npm run build). (nothing measured)',
  );
  process.exit(1);
}
const sum = (of: 'views' | 'clean'): number => parts.reduce((total, part) => total + part[of], 0);
const measured = measuredSchema.parse({
  day: new Date().toISOString().slice(0, 10),
  digest,
  ...first,
  sizes: parts.flatMap(({ sizes }) => sizes),
  views: sum('views'),
  clean: sum('clean'),
});
const shown = (value: unknown): string =>
  Array.isArray(value) ? `[${value.join(', ')}]` : typeof value === 'string' ? `'${value}'` : String(value);
const lines = Object.entries(measured).map(([field, value]) => `${field}: ${shown(value)}`);
writeFileSync(
  'content/measured.yaml',
  ['# Máy ghi bằng lệnh npm run measure. Không sửa tay.', ...lines, ''].join('\n'),
);
console.log(`${measured.clean} trên ${measured.views} lần nhìn không có lỗi, ghi vào content/measured.yaml.`);
