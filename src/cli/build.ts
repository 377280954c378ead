/**
 * `npm run build`: check, build into a stage, prove it, then put it in place by a rename. Whatever fails, the last good `dist`
 * stays as it was. A build whose log has an error line has failed, whatever its exit code.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, globSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { astroToEnd } from './astro.ts';
import { buildInputs, rememberBuild } from './build-inputs.ts';
import { provenVariable } from '../handbook/proven.ts';

const root = process.cwd();
const stage = join(root, '.stage');
const lockFile = join(root, '.cache/build.lock');
/** What the gate proved, for this build alone. */
const proven = join(root, '.cache/proven.jsonl');

/** Figures of a finished build. */
export interface Built { readonly pages: number; readonly seconds: number; readonly peak?: number }

/** Takes the build lock; a lock whose process is gone is stale and taken over. */
function takeLock(): void {
  mkdirSync(join(root, '.cache'), { recursive: true });
  try {
    const fd = openSync(lockFile, 'wx');
    writeSync(fd, String(process.pid));
    closeSync(fd);
  } catch {
    const pid = Number(readFileSync(lockFile, 'utf8'));
    try { process.kill(pid, 0); } catch { rmSync(lockFile); return takeLock(); }
    throw new Error(`Một lần dựng khác đang chạy (tiến trình ${pid}). Đợi xong rồi chạy lại. (another build is running)`);
  }
}

/** Builds the whole handbook into `dist`. Throws with one clear message; `dist` is then unchanged. */
export async function build(): Promise<Built> {
  takeLock();
  try {
    const inputs = buildInputs();
    const check = spawnSync(process.execPath, ['--max-old-space-size=512', '--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'check.ts'), `--hand-over=${proven}`], { stdio: 'inherit', timeout: 120_000 });
    if (check.status !== 0) throw new Error('Dừng trước khi dựng: nội dung còn lỗi. Bản dựng trước vẫn nguyên. (content check failed; dist is unchanged)');
    rmSync(stage, { recursive: true, force: true });
    let pages = 0;
    const run = await astroToEnd(['build'], { OUT_DIR: './.stage', [provenVariable]: proven }, (line) => {
      if (/[├└]─/.test(line)) {
        pages++;
        if (pages % 50 === 0) process.stdout.write(`  ${pages} trang…\n`);
      } else if (/\[(WARN|ERROR)\]|rror:|search-index|Building|Completed|Complete!/.test(line)) console.log(`  ${line}`);
    });
    const errorLine = run.log.split('\n').find((l) => /\[ERROR\]/.test(l));
    if (run.code !== 0 || errorLine !== undefined) {
      console.error(run.log.split('\n').filter((l) => !/[├└]─/.test(l)).slice(-60).join('\n'));
      throw new Error('Dựng không thành công. Bản dựng trước vẫn nguyên. (build failed; dist is unchanged)');
    }
    const made = provePages();
    const old = join(root, '.stage-old');
    rmSync(old, { recursive: true, force: true });
    if (existsSync(join(root, 'dist'))) renameSync(join(root, 'dist'), old);
    renameSync(stage, join(root, 'dist'));
    rmSync(old, { recursive: true, force: true });
    rememberBuild(inputs);
    return { pages: made, seconds: run.seconds, ...(run.peak ? { peak: run.peak } : {}) };
  } finally {
    rmSync(stage, { recursive: true, force: true });
    rmSync(proven, { force: true });
    rmSync(lockFile, { force: true });
  }
}

/** The stage must hold whole pages, the front page, the error page and the search index. Returns the number of pages. */
function provePages(): number {
  const pages = globSync('**/*.html', { cwd: stage });
  for (const need of ['index.html', '404.html', 'pagefind/pagefind-entry.json', 'sitemap-index.xml']) {
    if (!existsSync(join(stage, need))) throw new Error(`Bản dựng thiếu ${need}. Bản dựng trước vẫn nguyên. (incomplete build)`);
  }
  const cut = pages.filter((p) => !readFileSync(join(stage, p), 'utf8').trimEnd().endsWith('</html>'));
  if (cut.length > 0) throw new Error(`Trang bị cụt: ${cut.slice(0, 5).join(', ')}. Bản dựng trước vẫn nguyên. (truncated pages)`);
  return pages.length;
}

if (import.meta.main) {
  try {
    const b = await build();
    console.log(`Đã dựng ${b.pages} trang trong ${b.seconds.toFixed(1)} giây (${(b.pages / b.seconds).toFixed(0)} trang mỗi giây${b.peak ? `, bộ nhớ cao nhất ${b.peak.toFixed(0)} MB` : ''}) vào dist/.`);
  } catch (error) {
    console.error(`\n${(error as Error).message}`);
    process.exitCode = 1;
  }
}
