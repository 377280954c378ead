/**
 * `npm run desk`: the writing desk in the browser, over the content of this folder. With `--static DIR` the
 * desk as a folder for a web server: it opens folders, and with `--server` works with a git server.
 */
import { gitPlace } from '../desk/git-place.ts';
import { startDesk } from '../desk/server.ts';
import { writeDeskFolder } from '../desk/static.ts';
import { t } from '../words/words.ts';
import { typed } from './command-line.ts';

const text = { type: 'string' } as const;
const options = { static: text, kind: text, server: text, repository: text, branch: text, client: text };

const { values } = typed(options, { usage: t('deskGit.staticUsage') });

function refuse(faults: readonly string[]): void {
  for (const fault of faults) console.error(fault);
  console.error(t('deskGit.staticUsage'));
  process.exitCode = 2;
}

async function serve(): Promise<void> {
  const port = Number(process.env.PORT ?? '4400');
  const server = await startDesk(process.cwd(), port);
  console.log(`\n  ${t('desk.running', { address: `http://localhost:${port}` })}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      server.closeAllConnections();
      server.close();
    });
}

async function write(folder: string): Promise<void> {
  const { git, faults } = gitPlace(values);
  if (faults.length > 0) {
    refuse(faults);
    return;
  }
  const files = await writeDeskFolder(process.cwd(), folder, git);
  const size = Math.round(files.reduce((sum, { bytes }) => sum + bytes, 0) / 1000);
  console.log(t('deskGit.staticDone', { folder, files: files.length, size }));
}

if (values.static !== undefined) await write(values.static);
else if (Object.keys(values).length > 0) refuse([]);
else await serve();
