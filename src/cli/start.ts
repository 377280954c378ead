/** `npm start`: builds when something changed since the last build, then serves the handbook and prints its address. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { astro } from './astro.ts';
import { build } from './build.ts';

const mark = '.cache/built';

/** A digest of everything a build reads. */
function inputs(): string {
  const hash = createHash('sha256');
  const files = [...globSync(['content/**/*', 'src/**/*', 'public/**/*']), 'astro.config.mjs', 'package-lock.json'].filter((f) => statSync(f).isFile()).sort();
  for (const f of files) hash.update(f).update('\0').update(readFileSync(f));
  return hash.digest('hex');
}

const now = inputs();
const fresh = existsSync('dist/index.html') && existsSync(mark) && readFileSync(mark, 'utf8') === now;
if (fresh) console.log('Sổ tay đã dựng sẵn, không có gì đổi.');
else {
  try {
    console.log('Đang dựng sổ tay…');
    const b = await build();
    console.log(`Đã dựng ${b.pages} trang trong ${b.seconds.toFixed(1)} giây.`);
    mkdirSync('.cache', { recursive: true });
    writeFileSync(mark, now);
  } catch (error) {
    console.error(`\n${(error as Error).message}`);
    if (!existsSync('dist/index.html')) process.exit(1);
    console.error('Mở bản dựng trước để xem tạm.');
  }
}
const port = process.env['PORT'] ?? '4321';
console.log(`\n  Sổ tay ở: http://localhost:${port}\n  Dừng: bấm Ctrl+C\n`);
const server = astro(['preview', '--port', port, '--host', '127.0.0.1']);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));
server.on('close', (code) => process.exit(code ?? 0));
