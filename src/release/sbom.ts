/** The parts list of the software in CycloneDX form, from the lockfile, the same for the same lockfile. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanEnvironment } from './environment.ts';
import { Refusal } from './refusal.ts';

interface Bom {
  serialNumber?: string;
  metadata: { timestamp?: string; tools?: { version?: string }[]; component: { name: string } };
  components: { 'bom-ref': string }[];
  dependencies: { ref: string; dependsOn?: string[] }[];
}

/**
 * Takes out what differs from run to run, and sorts. `name` is the package's name: npm writes that of the
 * folder.
 */
export function settled(text: string, name: string): string {
  const bom = JSON.parse(text) as Bom;
  delete bom.serialNumber;
  delete bom.metadata.timestamp;
  for (const tool of bom.metadata.tools ?? []) delete tool.version;
  bom.metadata.component.name = name;
  const by =
    <T>(key: (item: T) => string) =>
    (a: T, b: T): number =>
      key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
  bom.components.sort(by((item) => item['bom-ref']));
  bom.dependencies.sort(by((item) => item.ref));
  for (const dependency of bom.dependencies) dependency.dependsOn?.sort();
  return `${JSON.stringify(bom, null, 1)}\n`;
}

/**
 * Asks npm for the list. `home` is an empty folder for npm's own files. @throws Refusal `proof` when npm
 * cannot tell.
 */
export function npmSbom(root: string, home: string): string {
  const npm = process.env.npm_execpath;
  const args = [
    'sbom',
    '--sbom-format',
    'cyclonedx',
    '--package-lock-only',
    '--include',
    'dev',
    '--loglevel',
    'error',
    '--no-update-notifier',
    '--offline',
  ];
  const env = { ...cleanEnvironment(home), npm_config_cache: join(home, 'npm') };
  const run = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, env, encoding: 'utf8', maxBuffer: 1 << 28 })
    : spawnSync('npm', args, { cwd: root, env, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.status !== 0)
    throw new Refusal(
      'proof',
      `Không lập được danh mục phần mềm (npm sbom):\n${(run.stderr ?? run.error?.message ?? '').slice(0, 2000)}`,
    );
  const list = settled(
    run.stdout,
    (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { name: string }).name,
  );
  if ((JSON.parse(list) as Bom).components.length === 0)
    throw new Refusal('proof', 'Danh mục phần mềm (npm sbom) rỗng. (empty parts list)');
  return list;
}
