/**
 * `npm run usb`, `npm run print`, …: makes a form of the table that is made by command. Builds first when the
 * content has changed.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readHandbook } from '../handbook/read-handbook.ts';
import { table } from '../outputs/table.ts';
import { tell } from '../release/refusal.ts';
import { findBrowser } from './browser.ts';
import { build } from './build.ts';
import { isFresh } from './build-inputs.ts';

/** Makes a form and says what was made. @throws Error or Refusal with one clear message */
export async function make(name: string, args: readonly string[]): Promise<string> {
  const byCommand = table.filter(({ command }) => command !== undefined);
  const command = byCommand.find((output) => output.name === name)?.command;
  if (command === undefined)
    throw new Error(
      `Không có lệnh “${name}”. Các lệnh nằm trong package.json; dạng làm bằng lệnh của bản này: ${byCommand.map((output) => output.name).join(', ')}. (unknown command)`,
    );
  if (!isFresh()) await build();
  const dist = join(process.cwd(), 'dist');
  if (!existsSync(dist))
    throw new Error('Chưa có bản dựng trong dist/. Chạy npm run build trước. (no finished site)');
  return command({
    dist,
    handbook: () => readHandbook(process.cwd()).handbook,
    args,
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
