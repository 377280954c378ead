/**
 * Runs a command to its end and measures it with all processes it starts. Linux only: elsewhere CPU and
 * memory are 0.
 */
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { present } from '../../test/present.ts';

/** What a finished command cost. */
export interface Cost {
  readonly code: number;
  /** Everything it printed. */
  readonly log: string;
  /** Wall-clock seconds. */
  readonly wall: number;
  /**
   * CPU seconds, user and system, of the command and of every process below it (search indexers are such).
   */
  readonly cpu: number;
  /** Resident memory of its largest process, in megabytes. */
  readonly peak: number;
}

/** A second of `/proc` time: USER_HZ is 100 on every Linux that Node runs on. */
const ticks = 100;
/** Milliseconds between looks; what a process uses after the last look is lost. */
const every = 40;

export interface Options {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs `command args` and waits. Does not throw when it fails: see `code` and `log`. */
export function measure(command: string, args: readonly string[], { cwd, env = {} }: Options): Promise<Cost> {
  const started = performance.now();
  const child = spawn(command, args, {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ASTRO_TELEMETRY_DISABLED: '1', ...env },
  });
  const cpu = new Map<number, number>();
  let peak = 0;
  const look = (): void => {
    for (const pid of family(present(child.pid, 'pid'))) {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        cpu.set(pid, (Number(fields[11]) + Number(fields[12])) / ticks);
        peak = Math.max(
          peak,
          Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
        );
      } catch {
        /* ended meanwhile */
      }
    }
  };
  const watch = setInterval(look, every);
  let log = '';
  child.stdout.on('data', (chunk: Buffer) => {
    log += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    log += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(watch);
      resolve({
        code: code ?? 1,
        log,
        wall: (performance.now() - started) / 1000,
        cpu: [...cpu.values()].reduce((a, b) => a + b, 0),
        peak,
      });
    });
  });
}

/** A process and all below it. */
function family(pid: number): number[] {
  try {
    const below = readdirSync(`/proc/${pid}/task`)
      .flatMap((file) => readFileSync(`/proc/${pid}/task/${file}/children`, 'utf8').trim().split(' '))
      .filter((word) => word !== '')
      .map(Number);
    return [pid, ...below.flatMap(family)];
  } catch {
    return [];
  }
}

/** The middle of some figures; of an even number the lower of the two. */
export function median(figures: readonly number[]): number {
  return [...figures].sort((a, b) => a - b)[Math.floor((figures.length - 1) / 2)] ?? 0;
}
