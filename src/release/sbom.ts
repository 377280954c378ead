/** The parts list of the software in CycloneDX form, from the lockfile, the same for the same lockfile. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanEnvironment } from './environment.ts';
import { Refusal, someOf } from './refusal.ts';

interface Part {
  'bom-ref': string;
  name?: string;
  version?: string;
  hashes?: { alg?: string }[];
}
interface Bom {
  serialNumber?: string;
  metadata: { timestamp?: string; tools?: { version?: string }[]; component: { name: string } };
  components: Part[];
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

/** What a parts list says of itself, for operators. */
interface PartsSummary {
  readonly count: number;
  /** Parts that no digest pins: nobody could tell whether they are what was tried. */
  readonly unpinned: readonly string[];
  /** Version of the Node that comes with the project; undefined in lists from before it was pinned. */
  readonly node?: string;
}

/** Reads a parts list; a text that is none has no parts. */
export function partsIn(list: string): PartsSummary {
  const bom = JSON.parse(list) as Partial<Bom>;
  const parts = bom.components ?? [];
  const node = parts.find(({ name }) => /^node-(?:bin-)?(?:linux|darwin|win)-/.test(name ?? ''))?.version;
  return {
    count: parts.length,
    unpinned: parts
      .filter(({ hashes }) => hashes?.some(({ alg }) => alg === 'SHA-512') !== true)
      .map((part) => part['bom-ref']),
    ...(node === undefined ? {} : { node }),
  };
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
  const { count, unpinned } = partsIn(list);
  if (count === 0) throw new Refusal('proof', 'Danh mục phần mềm (npm sbom) rỗng. (empty parts list)');
  if (unpinned.length > 0)
    throw new Refusal(
      'proof',
      `Gói không có mã kiểm SHA-512 trong package-lock.json: ${someOf(unpinned)}. (part without a digest)`,
    );
  return list;
}
