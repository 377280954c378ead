/** Runs wrk against a server on this machine and reads what it measured. */
import { execFile } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { program } from '../src/cli/debian.ts';
import { present } from '../test/present.ts';

/** Path of wrk, or nothing. */
export const wrkPath = (): string | undefined => program('wrk');

/** One measurement. Times in milliseconds. */
export interface Load {
  readonly requests: number;
  readonly perSecond: number;
  readonly bytesPerRequest: number;
  readonly p50: number;
  readonly p99: number;
  /** Connections refused or cut, and answers that are neither 2xx nor 3xx. */
  readonly errors: number;
  /** Answers that took longer than two seconds. */
  readonly late: number;
}

const milliseconds = (text: string): number =>
  Number.parseFloat(text) *
  (text.endsWith('us') ? 0.001 : text.endsWith('ms') ? 1 : text.endsWith('m') ? 60_000 : 1000);
const bytes = (text: string): number =>
  Number.parseFloat(text) *
  (text.endsWith('GB') ? 2 ** 30 : text.endsWith('MB') ? 2 ** 20 : text.endsWith('KB') ? 2 ** 10 : 1);

/** Reads wrk's report. Throws when it is none. */
export function readReport(text: string): Load {
  const take = (pattern: RegExp): string[] => {
    const found = pattern.exec(text);
    if (!found) throw new Error(`wrk said something else:\n${text}`);
    return found.slice(1);
  };
  const [requests, read] = take(/(\d+) requests in [\d.]+\w+, ([\d.]+\w+) read/);
  const [perSecond] = take(/Requests\/sec:\s+([\d.]+)/);
  const [p50] = take(/50%\s+([\d.]+\w+)/);
  const [p99] = take(/99%\s+([\d.]+\w+)/);
  const sockets =
    /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(text)?.slice(1).map(Number) ??
    [];
  const other = Number(/Non-2xx or 3xx responses: (\d+)/.exec(text)?.[1] ?? 0);
  return {
    requests: Number(requests),
    perSecond: Number(perSecond),
    bytesPerRequest: bytes(present(read, 'read')) / Number(requests),
    p50: milliseconds(present(p50, 'p50')),
    p99: milliseconds(present(p99, 'p99')),
    errors: sockets.slice(0, 3).reduce((a, b) => a + b, other),
    late: sockets[3] ?? 0,
  };
}

/** Asks for the paths in turn, as a browser that knows brotli. `work` is a folder for the script. */
export async function wrk(
  address: string,
  paths: readonly string[],
  { connections, seconds, work }: { connections: number; seconds: number; work: string },
): Promise<Load> {
  const script = join(work, 'paths.lua');
  writeFileSync(
    script,
    `local paths = { ${paths.map((path) => JSON.stringify(path)).join(', ')} }\nlocal i = 0\nrequest = function() i = i % #paths + 1 return wrk.format("GET", paths[i], { ["Host"] = "so-tay-so.example", ["Accept-Encoding"] = "br" }) end\n`,
  );
  // More connections than a shell allows by default.
  const { stdout } = await promisify(execFile)('sh', [
    '-c',
    'ulimit -n 8192 2>/dev/null; exec "$@"',
    'sh',
    present(wrkPath(), 'wrkPath'),
    '-t1',
    `-c${connections}`,
    `-d${seconds}s`,
    '--latency',
    '-s',
    script,
    address,
  ]);
  return readReport(stdout);
}

/** CPU seconds that a process and its children have used so far. Linux only. */
export function cpuSeconds(pid: number): number {
  const own = (path: string): readonly [number, number] | undefined => {
    try {
      const fields = readFileSync(`/proc/${path}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ');
      return [Number(fields[1]), Number(fields[11]) + Number(fields[12])];
    } catch {
      return undefined;
    }
  };
  return readdirSync('/proc')
    .filter((file) => /^\d+$/.test(file))
    .reduce((sum, file) => {
      const found = own(file);
      return found && (Number(file) === pid || found[0] === pid) ? sum + found[1] / 100 : sum;
    }, 0);
}
