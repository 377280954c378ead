/** `npm run preview`: serves the last build as it is, under the path of its address. */
import { existsSync } from 'node:fs';
import { pathOf } from '../domain/address.ts';
import { astro, serverArgs } from './astro.ts';
import { siteUrl } from './site-url.ts';

const args = serverArgs();
if (!existsSync('dist/index.html')) {
  console.error('Chưa có bản dựng nào. Chạy: npm run build (nothing built yet)');
  process.exit(1);
}
const path = pathOf(siteUrl(process.cwd()));
const server = astro(['preview', ...(path === '' ? [] : ['--base', path]), ...args]);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));
server.on('close', (code) => process.exit(code ?? 0));
