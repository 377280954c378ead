/** Programs that tests and measurements need, from Debian's packages where the machine lets us. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Full path of a program, or nothing. */
export function program(name: string): string | undefined {
  return [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/bin'].map((folder) => join(folder, name)).find((p) => existsSync(p));
}

/** Installs packages when this is Debian and we may; says nothing about success. */
export function install(packages: readonly string[]): void {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return;
  const root = process.getuid?.() === 0;
  const apt = (args: readonly string[]): number | null => spawnSync(root ? 'apt-get' : 'sudo', root ? args : ['-n', 'apt-get', ...args], { stdio: 'ignore', timeout: 400_000, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status;
  apt(['update']);
  apt(['install', '-y', '--no-install-recommends', ...packages]);
}

/** Path of a program, after installing its packages if need be. */
export function programOrInstall(name: string, packages: readonly string[]): string | undefined {
  const there = program(name);
  if (there) return there;
  install(packages);
  return program(name);
}
