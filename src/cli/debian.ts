/** Programs that tests and measurements need, from Debian's packages where the machine lets us. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Programs by name, with the packages that bring them. */
const tools = {
  nginx: ['nginx-light', 'libnginx-mod-http-brotli-static'],
  caddy: ['caddy'],
  wrk: ['wrk'],
  'firefox-esr': ['firefox-esr'],
  xmllint: ['libxml2-utils'],
  soffice: ['libreoffice-writer-nogui'],
} as const;
export type Tool = keyof typeof tools;

/** Full path of a program, or nothing. */
export function program(name: string): string | undefined {
  return [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/bin']
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}

/**
 * Installs packages when this is Debian and we may; says nothing about success. Asks the network for news
 * only when it must.
 */
export function install(packages: readonly string[]): void {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return;
  const root = process.getuid?.() === 0;
  const apt = (args: readonly string[]): boolean =>
    spawnSync(root ? 'apt-get' : 'sudo', root ? args : ['-n', 'apt-get', ...args], {
      stdio: 'ignore',
      timeout: 400_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  const wanted = ['install', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300', ...packages];
  if (!apt(wanted) && apt(['update'])) apt(wanted);
}

/**
 * Installs those that are missing, all at once; one by one when that fails, so that a package which a system
 * lacks costs only its own tests.
 */
export function installTools(names: readonly Tool[] = Object.keys(tools) as Tool[]): void {
  const missing = names.filter((name) => program(name) === undefined);
  if (missing.length === 0) return;
  console.log(`Cài ${missing.join(', ')} để thử…`);
  install(missing.flatMap((name) => tools[name]));
  for (const name of missing) if (program(name) === undefined) install(tools[name]);
}
