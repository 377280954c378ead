/** Runs Astro's own command line in a child process. */
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanEnvironment } from '../release/environment.ts';

const bin = join(process.cwd(), 'node_modules/astro/bin/astro.mjs');

/** Starts `astro <args>` with the terminal attached. */
export function astro(args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(process.execPath, [bin, ...args], { stdio: 'inherit', env: { ...process.env, ...env } });
}

/** What a finished run left behind. */
export interface AstroRun {
  readonly code: number;
  readonly log: string;
  readonly seconds: number;
  /** Megabytes of the largest process; absent where the system does not tell. */ readonly peak?: number;
  /** CPU seconds of the build process; absent likewise. */ readonly cpu?: number;
}

/** Where a run happens. */
export interface AstroPlace {
  readonly cwd?: string;
  /** The run's home folder; settings and keys in the user's own stay out of sight. */
  readonly home?: string;
  /** Open ends of locks that the run holds too, even when the command that started it is killed. */
  readonly holds?: readonly number[];
}

/**
 * Runs `astro <args>` to the end, passing each line of its log to `onLine`, and measures it. The run gets a
 * clean environment: nothing of the shell that started it but the search path, and `env`. A signal to stop
 * goes on to it.
 */
export function astroToEnd(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  onLine: (line: string) => void,
  { cwd = process.cwd(), home = join(cwd, '.cache/home'), holds = [] }: AstroPlace = {},
): Promise<AstroRun> {
  const started = performance.now();
  const child = spawn(process.execPath, [bin, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe', ...holds],
    env: { ...cleanEnvironment(home), ...env },
  });
  let log = '';
  let peak = 0;
  let cpu = 0;
  const watch = setInterval(() => {
    try {
      peak = Math.max(
        peak,
        Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
      );
      const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      cpu = (Number(stat[11]) + Number(stat[12])) / 100;
    } catch {
      /* not Linux, or already ended */
    }
  }, 100);
  let rest = '';
  const take = (chunk: string): void => {
    log += chunk;
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.trim() !== '') onLine(line);
  };
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', take);
  const stop = (signal: NodeJS.Signals): void => {
    child.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, stop);
  return new Promise((resolve, reject) => {
    const end = (): void => {
      clearInterval(watch);
      for (const signal of signals) process.off(signal, stop);
    };
    child.on('error', (error) => {
      end();
      reject(error);
    });
    child.on('close', (code) => {
      end();
      if (rest.trim() !== '') onLine(rest);
      resolve({
        code: code ?? 1,
        log,
        seconds: (performance.now() - started) / 1000,
        ...(peak > 0 ? { peak, cpu } : {}),
      });
    });
  });
}
