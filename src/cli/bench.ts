/**
 * `npm run bench`: what a build costs with the real content and with 1,000 generated guides more, and what a guide weighs.
 * Prints figures; gates nothing. Each case is built in its own scratch copy, cold.
 */
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';
import { generate } from '../../test/generate-guides.ts';
import { astroToEnd } from './astro.ts';
import { checkContent } from './check.ts';

const { values } = parseArgs({ options: { sizes: { type: 'string', default: '0,500,1000' } } });
const root = process.cwd();
const brotli = (b: Buffer): number => brotliCompressSync(b, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

interface Row { readonly extra: number; readonly pages: number; readonly seconds: number; readonly cpu: number; readonly peak: number; readonly check: number; readonly html: number }
const rows: Row[] = [];
for (const extra of values.sizes.split(',').map(Number)) {
  const scratch = mkdtempSync(join(tmpdir(), 'so-tay-'));
  for (const part of ['content', 'src', 'public', 'test', 'astro.config.mjs', 'package.json', 'tsconfig.json']) cpSync(join(root, part), join(scratch, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(scratch, 'node_modules'));
  if (extra > 0) generate(scratch, extra);
  const started = performance.now();
  const problems = checkContent(scratch).problems.length;
  const check = (performance.now() - started) / 1000;
  if (problems > 0) throw new Error(`Nội dung sinh ra có ${problems} lỗi. (generated content has faults)`);
  const run = await astroToEnd(['build'], {}, () => {}, scratch);
  if (run.code !== 0) throw new Error(run.log.split('\n').slice(-30).join('\n'));
  const pages = globSync('**/*.html', { cwd: join(scratch, 'dist') });
  const guides = pages.filter((p) => /^(huong-dan|cho-so)\/[^/]+\/[^/]+\//.test(p)).map((p) => brotli(readFileSync(join(scratch, 'dist', p)))).sort((a, b) => a - b);
  rows.push({ extra, pages: pages.length, seconds: run.seconds, cpu: run.cpu ?? 0, peak: run.peak ?? 0, check, html: guides.at(-1) ?? 0 });
  console.log(`${extra === 0 ? 'Nội dung thật' : `Thêm ${extra} bài`}: ${pages.length} trang, ${run.seconds.toFixed(1)} s (${(pages.length / run.seconds).toFixed(0)} trang/s), CPU ${(run.cpu ?? 0).toFixed(1)} s, bộ nhớ ${(run.peak ?? 0).toFixed(0)} MB; kiểm tra nội dung ${check.toFixed(1)} s; bài nặng nhất ${guides.at(-1)} B brotli, bài giữa ${guides[Math.floor(guides.length / 2)]} B`);
  rmSync(scratch, { recursive: true, force: true });
}
const [first, ...rest] = rows;
if (first) for (const r of rest) console.log(`So với nội dung thật: ${(r.pages / first.pages).toFixed(2)} lần số trang, ${(r.cpu / first.cpu).toFixed(2)} lần CPU, mỗi trang thêm ${(((r.cpu - first.cpu) / (r.pages - first.pages)) * 1000).toFixed(1)} ms CPU.`);
