/**
 * `npm run publish -- --to DIR`: builds the handbook and makes it the live edition of DIR. Exit codes:
 * src/release/refusal.ts.
 */
import { cpSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { moveFolder } from '../release/durable.ts';
import { short } from '../release/layout.ts';
import { publish, type Into } from '../release/publish.ts';
import { Refusal, tell } from '../release/refusal.ts';
import { npmSbom } from '../release/sbom.ts';
import { buildInputs } from './build-inputs.ts';
import { readCommandLine } from './command-line.ts';
import { buildStage, clearStage, takeBuildLock } from './build.ts';
import { keptFolder } from './kept/setting.ts';
import { siteUrl } from './site-url.ts';

const root = process.cwd();
const usage = 'Cách dùng: npm run publish -- --to THƯ-MỤC\nVí dụ: npm run publish -- --to /srv/so-tay-so';

/**
 * The whole handbook from a cold cache, at one moment: content that changes while it is read makes an edition
 * of neither.
 */
async function buildHandbook({ site, lock }: Into): Promise<void> {
  const mine = takeBuildLock();
  try {
    const built = await buildStage({
      holds: [...lock.fds, ...mine.fds],
      cold: true,
      // Everything is drawn; whatever builds would have taken over is held against it.
      ...(existsSync(keptFolder) ? { kept: 'compare' } : {}),
    });
    if (buildInputs() !== built.inputs)
      throw new Refusal(
        'proof',
        'Nội dung bị sửa trong lúc dựng. Bản trước vẫn nguyên; chạy lại. (content changed during the build)',
      );
    moveFolder(built.site, site, (from, to) => cpSync(from, to, { recursive: true }));
  } finally {
    clearStage();
    mine.release();
  }
}

try {
  const { to } = readCommandLine({ to: { type: 'string' } }, { usage }).values;
  if (to === undefined || to === '') throw new Refusal('usage', usage);
  const started = performance.now();
  const done = await publish({
    to: resolve(process.env.INIT_CWD ?? root, to),
    project: root,
    build: buildHandbook,
    sbom: (home) => npmSbom(root, home),
    base: siteUrl(root),
    ledger: join(root, 'deploy/addresses.txt'),
    withdrawn: join(root, 'deploy/withdrawn.txt'),
    now: () => new Date(),
    say: (line) => console.log(line),
  });
  const mb = (done.bytes / 1e6).toFixed(1);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    done.changed
      ? `Đã phát hành bản ${short(done.edition)}: ` +
          `${done.pages} trang, ${done.files} tệp, ${mb} MB, trong ${seconds} giây. ` +
          `Giữ ${done.carried} tệp của các bản trước cho người đang đọc dở.`
      : `Không có gì đổi: người đọc đang có đúng bản ${short(done.edition)}.`,
  );
  if (done.mended > 0) console.log(`Đã chữa ${done.mended} tệp hỏng.`);
  if (done.newAddresses > 0)
    console.log(`deploy/addresses.txt có thêm ${done.newAddresses} địa chỉ; ghi tệp này vào git.`);
} catch (error) {
  process.exitCode = tell(error);
}
