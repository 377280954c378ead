/** `npm run desk`: the writing desk in the browser, over the content of this folder. */
import { startDesk } from '../desk/server.ts';
import { t } from '../words/words.ts';

const port = Number(process.env.PORT ?? '4400');
const server = await startDesk(process.cwd(), port);
console.log(`\n  ${t('desk.running', { address: `http://localhost:${port}` })}\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    server.closeAllConnections();
    server.close();
  });
