/** Runs Astro's own command line in a child process. */
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanEnvironment } from '../release/environment.ts';
import { typed } from './command-line.ts';

const bin = join(process.cwd(), 'node_modules/astro/bin/astro.mjs');

/** What commands with a server of Astro's take, handed on to it. */
export function serverArgs(): string[] {
  const { port, host } = typed({ port: { type: 'string' }, host: { type: 'string' } }).values;
  return [...(port === undefined ? [] : ['--port', port]), ...(host === undefined ? [] : ['--host', host])];
}

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

/** Memory and processor time of a run, read from the kernel while it goes on; nothing outside Linux. */
function meterOf(pid: number | undefined): { stop: () => Pick<AstroRun, 'peak' | 'cpu'> } {
  let peak = 0;
  let cpu = 0;
  const watch = setInterval(() => {
    try {
      const high = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
      peak = Math.max(peak, Number(high ?? 0) / 1024);
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      cpu = (Number(stat[11]) + Number(stat[12])) / 100;
    } catch {
      /* not Linux, or already ended */
    }
  }, 100);
  return {
    stop: () => {
      clearInterval(watch);
      return peak > 0 ? { peak, cpu } : {};
    },
  };
}

/** Cuts what a run says into lines; `end` hands over the last one, which nothing closed. */
function logOf(onLine: (line: string) => void): {
  take: (chunk: string) => void;
  end: () => string;
} {
  let log = '';
  let rest = '';
  const hand = (line: string): void => {
    if (line.trim() !== '') onLine(line);
  };
  return {
    take: (chunk) => {
      log += chunk;
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      lines.forEach(hand);
    },
    end: () => {
      hand(rest);
      return log;
    },
  };
}

/** Passes signals to stop on to a run; gives back what ends that. */
function passSignals(child: ChildProcess): () => void {
  const stop = (signal: NodeJS.Signals): void => {
    child.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, stop);
  return () => {
    for (const signal of signals) process.off(signal, stop);
  };
}

/**
 * Three quarters of what a build held was room that nobody used any more. So the collector lets the heap grow
 * by a fifth of what lives instead of two to four times; the bundler, whose threads each keep what they have
 * freed, has one and gives memory back at once; and the C library keeps no freed blocks of over 128 kB.
 */
const sparing = {
  flags: ['--heap-growing-percent=20'],
  env: {
    MIMALLOC_PURGE_DELAY: '0',
    RAYON_NUM_THREADS: '1',
    TOKIO_WORKER_THREADS: '1',
    MALLOC_ARENA_MAX: '2',
    MALLOC_MMAP_THRESHOLD_: '131072',
    MALLOC_TRIM_THRESHOLD_: '131072',
  },
};

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
  const child = spawn(process.execPath, [...sparing.flags, bin, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe', ...holds],
    env: { ...cleanEnvironment(home), ...sparing.env, ...env },
  });
  const meter = meterOf(child.pid);
  const log = logOf(onLine);
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', log.take);
  const keepSignals = passSignals(child);
  return new Promise((resolve, reject) => {
    child.on('error', (error) => {
      meter.stop();
      keepSignals();
      reject(error);
    });
    child.on('close', (code) => {
      const figures = meter.stop();
      keepSignals();
      resolve({
        code: code ?? 1,
        log: log.end(),
        seconds: (performance.now() - started) / 1000,
        ...figures,
      });
    });
  });
}
