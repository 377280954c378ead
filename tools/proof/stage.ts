/** Runs one stage of the proof as a process of its own, its lines told as they come. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** How a stage ended. */
export interface Ended {
  readonly name: string;
  readonly ok: boolean;
  readonly seconds: number;
  /** The last lines it said. */
  readonly last: readonly string[];
}

/**
 * What a checker makes for one file is rubbish at the next. With the usual 16 MB for what is young the types
 * and the lint spend a twentieth more of their time on sweeping it.
 */
const roomForTheYoung = '--max-semi-space-size=64';

/**
 * Runs `node ARGS`; each line it says is printed at once behind the stage's name, since stages run side by
 * side.
 */
export async function runStage(
  name: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Ended> {
  console.log(`\n━━ ${name}`);
  const started = performance.now();
  const child = spawn(process.execPath, [roomForTheYoung, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, FORCE_COLOR: '0', ...env },
  });
  const last: string[] = [];
  const tell = (stream: Readable): Promise<void> =>
    new Promise((done) => {
      createInterface({ input: stream })
        .on('line', (line) => {
          console.log(`${name} │ ${line}`);
          if (line.trim() === '') return;
          last.push(line);
          if (last.length > 20) last.shift();
        })
        .on('close', done);
    });
  const told = [tell(child.stdout), tell(child.stderr)];
  const ok = await new Promise<boolean>((done) => {
    child.on('error', () => {
      done(false);
    });
    child.on('close', (code) => {
      done(code === 0);
    });
  });
  await Promise.all(told);
  const seconds = (performance.now() - started) / 1000;
  console.log(`${ok ? '✓' : '✘✘'} ${name}: ${ok ? 'đạt' : 'CÓ LỖI'}, ${seconds.toFixed(0)} giây`);
  return { name, ok, seconds, last };
}
