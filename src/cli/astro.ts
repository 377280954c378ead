/** Runs Astro's own command line in a child process. */
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const bin = join(process.cwd(), 'node_modules/astro/bin/astro.mjs');

/** Starts `astro <args>` with the terminal attached. */
export function astro(args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(process.execPath, [bin, ...args], { stdio: 'inherit', env: { ...process.env, ...env } });
}

/** What a finished run left behind. */
export interface AstroRun { readonly code: number; readonly log: string; readonly seconds: number; /** Megabytes of the largest process; absent where the system does not tell. */ readonly peak?: number; /** CPU seconds of the build process; absent likewise. */ readonly cpu?: number }

/** Runs `astro <args>` to the end, passing each line of its log to `onLine`, and measures it. */
export function astroToEnd(args: readonly string[], env: NodeJS.ProcessEnv, onLine: (line: string) => void, cwd = process.cwd()): Promise<AstroRun> {
  const started = performance.now();
  const child = spawn(process.execPath, [bin, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env, NO_COLOR: '1', FORCE_COLOR: '0' } });
  let log = '';
  let peak = 0;
  let cpu = 0;
  const watch = setInterval(() => {
    try {
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
      const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
      cpu = (Number(stat[11]) + Number(stat[12])) / 100;
    } catch { /* not Linux, or already ended */ }
  }, 100);
  const take = (chunk: Buffer): void => {
    const text = chunk.toString();
    log += text;
    for (const line of text.split('\n')) if (line.trim() !== '') onLine(line);
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearInterval(watch);
      resolve({ code: code ?? 1, log, seconds: (performance.now() - started) / 1000, ...(peak > 0 ? { peak, cpu } : {}) });
    });
  });
}
