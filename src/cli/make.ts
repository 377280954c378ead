/**
 * `npm run usb`, `npm run print`, …: makes a form of the table that is made by command. Builds first when the
 * content has changed.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathOf } from '../domain/address.ts';
import { readHandbook } from '../handbook/read-handbook.ts';
import { table } from '../outputs/table.ts';
import { turnsOf } from '../outputs/turns.ts';
import { filesUnder } from '../release/checksums.ts';
import { tell } from '../release/refusal.ts';
import { findBrowser } from './browser.ts';
import { build } from './build.ts';
import { isFresh } from './build-inputs.ts';
import { readCommandLine } from './command-line.ts';
import { siteUrl } from './site-url.ts';

/** The finished site, or for an edition under a path a copy of it whose addresses count from the root. */
async function siteAtRoot(dist: string, path: string): Promise<string> {
  if (path === '') return dist;
  const copy = join(process.cwd(), '.cache/o-goc');
  rmSync(copy, { recursive: true, force: true });
  const { atRoot } = await turnsOf(table, path);
  for (const file of filesUnder(dist)) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    writeFileSync(join(copy, file), atRoot(file, readFileSync(join(dist, file))));
  }
  return copy;
}

/** Makes a form and says what was made. @throws Error or Refusal with one clear message */
export async function make(name: string, args: readonly string[]): Promise<string> {
  const byCommand = table.filter(({ command }) => command !== undefined);
  const command = byCommand.find((output) => output.name === name)?.command;
  if (command === undefined) {
    const known = byCommand.map((output) => output.name).join(', ');
    throw new Error(
      `Không có lệnh “${name}”. Các lệnh nằm trong package.json; ` +
        `dạng làm bằng lệnh của bản này: ${known}. (unknown command)`,
    );
  }
  const given = readCommandLine(command.options, { words: command.words, args });
  if (!isFresh()) await build();
  const dist = join(process.cwd(), 'dist');
  if (!existsSync(dist))
    throw new Error('Chưa có bản dựng trong dist/. Chạy npm run build trước. (no finished site)');
  // Forms read the site as it stands at the root of a host, whatever path this edition is served under.
  return command.make({
    dist: await siteAtRoot(dist, pathOf(siteUrl(process.cwd()))),
    handbook: () => readHandbook(process.cwd()).handbook,
    given: given.values,
    words: given.positionals,
    say: console.log,
    browser: findBrowser,
  });
}

if (import.meta.main) {
  const [name = '', ...args] = process.argv.slice(2);
  try {
    console.log(await make(name, args));
  } catch (error) {
    // A form refuses with a plain error; anything else nobody foresaw.
    if (error instanceof Error && error.constructor === Error) {
      console.error(`\n${error.message}`);
      process.exitCode = 1;
    } else process.exitCode = tell(error);
  }
}
