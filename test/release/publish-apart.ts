/**
 * Publishes the tiny handbook in a process of its own, which may be told to die on the way. Started by the
 * tests.
 */
import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { publish } from '../../src/release/publish.ts';
import { tell } from '../../src/release/refusal.ts';
import { tinyFiles, type Variant } from './tiny-site.ts';
import { present } from '../present.ts';

interface Order {
  readonly root: string;
  readonly variant?: Variant;
  /** At which step, counted from 1, the whole process group is killed. */
  readonly killAt?: number;
  /** File to which each step is written. */
  readonly points?: string;
  /** The build waits for so long, printing `building` first. */
  readonly wait?: number;
  /** The build leaves a child that lives for so long and holds the lock. */
  readonly child?: number;
  /** No look at the room beforehand. */
  readonly noGuard?: boolean;
  readonly to?: string;
  /** Number of the user that publishes, once everything is loaded; only root may give one. */
  readonly user?: number;
}

const order = JSON.parse(present(process.argv[2], 'item 2 of argv')) as Order;
let step = 0;
const at = (point: string): void => {
  step++;
  if (order.points !== undefined) appendFileSync(order.points, `${point}\n`);
  if (step === order.killAt) process.kill(-process.pid, 'SIGKILL');
};

if (order.user !== undefined) {
  process.setgroups?.([]);
  process.setgid?.(order.user);
  process.setuid?.(order.user);
}
try {
  const done = await publish({
    to: order.to ?? join(order.root, 'noi-phat-hanh'),
    base: 'https://thu.example',
    ledger: join(order.root, 'deploy/addresses.txt'),
    withdrawn: join(order.root, 'deploy/withdrawn.txt'),
    now: () => new Date(),
    say: (line) => console.log(line),
    at,
    room: order.noGuard === true ? false : { bytes: 1e6, files: 100 },
    sbom: () => '{"bomFormat":"CycloneDX"}\n',
    build: async ({ site, lock }) => {
      console.log('building');
      if (order.child !== undefined) {
        const child = spawn('sleep', [String(order.child / 1000)], {
          stdio: ['ignore', 'ignore', 'ignore', ...lock.fds],
        });
        console.log(`child ${child.pid}`);
      }
      if (order.wait !== undefined) spawnSync('sleep', [String(order.wait / 1000)]);
      for (const [file, text] of Object.entries(tinyFiles(order.variant ?? {}))) {
        mkdirSync(dirname(join(site, file)), { recursive: true });
        writeFileSync(join(site, file), text);
        at('building');
      }
    },
  });
  console.log(`done ${done.edition} ${done.changed}`);
} catch (error) {
  process.exitCode = tell(error);
}
