/**
 * A project folder made of the handbook's code and the view of an edition. Every command runs in it as
 * it runs in the handbook's own, so there is one way of building, not two. Only what differs is
 * written, so that a server that watches the folder sees what changed and nothing else.
 */
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { Folders, Mounted } from './mount.ts';

/** What of the handbook is code; the ledger of addresses is each edition's own. */
const code = ['src', 'public', 'deploy', 'docs'];
const single = ['astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json', 'CHANGELOG.md'];
const licences = ['LICENSE', 'LICENSE-CONTENT.md'];
/**
 * Files of an edition that stand in the project as the ledger: by path in the project, name in the
 * edition.
 */
export const ledgers: ReadonlyMap<string, string> = new Map([
  ['deploy/addresses.txt', 'addresses.txt'],
  ['deploy/withdrawn.txt', 'withdrawn.txt'],
]);

/** Where the project folder of an edition lies; the same for the same edition. */
export function workspaceOf({ product, edition }: Folders): string {
  const full = resolve(edition);
  const digest = createHash('sha256').update(full).digest('hex').slice(0, 8);
  return join(product, '.cache/ban', `${basename(full)}-${digest}`);
}

/** Writes the project folder of an edition, with `more` folders of the handbook; answers with it. */
export function compose(folders: Folders, view: Mounted, more: readonly string[] = []): string {
  const workspace = workspaceOf(folders);
  const wanted = new Map([...view.files].map(([inside, { bytes }]) => [inside, bytes]));
  const shared = [...code, ...more];
  for (const file of filesOf(folders.product, shared, [...single, ...licences]))
    if (!ledgers.has(file) && !wanted.has(file)) wanted.set(file, readFileSync(join(folders.product, file)));
  for (const [inside, name] of ledgers)
    if (existsSync(join(folders.edition, name)))
      wanted.set(inside, readFileSync(join(folders.edition, name)));
  for (const file of filesOf(workspace, [...shared, 'content'], []))
    if (!wanted.has(file)) rmSync(join(workspace, file));
  for (const [file, bytes] of wanted) {
    const full = join(workspace, file);
    if (existsSync(full) && readFileSync(full).equals(bytes)) continue;
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, bytes);
  }
  const packages = join(workspace, 'node_modules');
  if (!existsSync(packages)) symlinkSync(join(folders.product, 'node_modules'), packages, 'junction');
  return workspace;
}

/** Plain files of a folder, with forward slashes: all below some folders, and some by name. */
const filesOf = (root: string, folders: readonly string[], names: readonly string[]): string[] =>
  [
    ...globSync(
      folders.map((folder) => `${folder}/**/*`),
      { cwd: root },
    ),
    ...names,
  ]
    .filter((file) => statSync(join(root, file), { throwIfNoEntry: false })?.isFile())
    .map((file) => file.split(sep).join('/'));
