/** `npm run preview`: serves the last build as it is. */
import { existsSync } from 'node:fs';
import { astro } from './astro.ts';

if (!existsSync('dist/index.html')) {
  console.error('Chưa có bản dựng nào. Chạy: npm run build (nothing built yet)');
  process.exit(1);
}
const server = astro(['preview', ...process.argv.slice(2)]);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));
server.on('close', (code) => process.exit(code ?? 0));
