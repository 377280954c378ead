/** `npm run dev`: the site with live reload. Search needs a build, so it does not answer here. */
import { astro, serverArgs } from './astro.ts';

const server = astro(['dev', ...serverArgs()]);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));
server.on('close', (code) => process.exit(code ?? 0));
