/**
 * `npm start`: builds when something changed since the last build, then serves the handbook and prints its
 * address.
 */
import { existsSync } from 'node:fs';
import { astro } from './astro.ts';
import { isFresh } from './build-inputs.ts';
import { build } from './build.ts';
import { typed } from './command-line.ts';
import { messageOf } from '../release/errors.ts';

typed({});
if (isFresh()) console.log('Sổ tay đã dựng sẵn, không có gì đổi.');
else {
  try {
    console.log('Đang dựng sổ tay…');
    const built = await build();
    console.log(`Đã dựng ${built.pages} trang trong ${built.seconds.toFixed(1)} giây.`);
  } catch (error) {
    console.error(`\n${messageOf(error)}`);
    if (!existsSync('dist/index.html')) process.exit(1);
    console.error('Mở bản dựng trước để xem tạm.');
  }
}
const port = process.env.PORT ?? '4321';
console.log(`\n  Sổ tay ở: http://localhost:${port}\n  Dừng: bấm Ctrl+C\n`);
const server = astro(['preview', '--port', port, '--host', '127.0.0.1']);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));
server.on('close', (code) => process.exit(code ?? 0));
