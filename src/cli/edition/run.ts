/**
 * `npm run dev|check|build|publish|… -- --edition ../xa-vi-du`: the command in the project folder of an
 * edition. Started by `run.mjs` with the command and its arguments.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readFileSync, symlinkSync, watch, writeFileSync } from 'node:fs';
import { globSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { formatProblem, sortProblems } from '../../domain/problem.ts';
import { mount, type Folders, type Mounted } from './mount.ts';
import { byLine, namer } from './origins.ts';
import { settingsFile } from './settings.ts';
import { compose, ledgers } from './workspace.ts';

/**
 * Commands that work on the product itself, or would change files of the view that are not the
 * edition's.
 */
const refused = ['docs', 'edition', 'eval-search', 'format', 'lint', 'move', 'mutate', 'test-hear'];
/** Besides its code, what of the handbook a command wants, and where its script lies. */
const tests = { folders: ['test', 'tools'], script: 'tools/test.ts' } as const;
/** What commands make for people; found again in the folder of the edition. */
const results = ['dist', 'usb', 'in-ra', 'dang-khac'];

/** Faults after which even the check has no more to say. */
const stopping = ['dangling', 'show-empty', 'edition-needs', 'edition-settings-none'];

/** What was asked for. */
interface Asked {
  readonly command: string;
  readonly edition: string | undefined;
  readonly rest: readonly string[];
}

/** Reads `--edition DIR` or `--edition=DIR` out of the arguments. */
export function askedFor([command = '', ...args]: readonly string[]): Asked {
  const at = args.findIndex((arg) => arg === '--edition' || arg.startsWith('--edition='));
  const whole = args[at] ?? '';
  const joined = whole.includes('=');
  return {
    command,
    edition: joined ? whole.slice('--edition='.length) : args[at + 1],
    rest: args.filter((_, index) => index !== at && (joined || index !== at + 1)),
  };
}

/** Says what is wrong and ends with 2. */
function refuse(message: string): never {
  console.error(message);
  process.exit(2);
}

const tell = (title: string, problems: readonly Parameters<typeof formatProblem>[0][]): void => {
  if (problems.length === 0) return;
  console.log(`${title}\n\n${sortProblems(problems).map(formatProblem).join('\n\n')}\n`);
};

/** The lines of `edition.yaml` that leave out all entries of some faults. */
function withoutThem({ files }: Mounted, problems: Mounted['problems']): string {
  const named = new Set(problems.map(({ file }) => file));
  const entries = [...files].flatMap(([inside, { origin }]) =>
    named.has(origin) ? [`    - ${inside.replace(/^content\/|\.\w+$/g, '')}`] : [],
  );
  const first = `Muốn bỏ cả ${entries.length} mục ấy thì ghi vào show của edition.yaml:`;
  return [first, '  without:', ...entries].join('\n');
}

/** Mounts, tells what is to be told, and writes the project folder. */
function prepare(folders: Folders, command = ''): { readonly view: Mounted; readonly workspace: string } {
  const view = command === 'test' ? atRoot(mount(folders)) : mount(folders);
  tell('Nên xem lại (không chặn):', view.notices);
  return { view, workspace: compose(folders, view, command === 'test' ? tests.folders : []) };
}

/**
 * The view as it would stand at the root of its host, which is where the tests of the site open it. What is
 * named under a path is proved by every build as it is served.
 */
export function atRoot(view: Mounted): Mounted {
  const settings = view.files.get(settingsFile);
  if (settings === undefined) return view;
  const text = settings.bytes.toString('utf8').replace(/^(url: *["']?https:\/\/[^/\s"']+)\/[^\s"']*/m, '$1');
  return {
    ...view,
    files: new Map([...view.files, [settingsFile, { ...settings, bytes: Buffer.from(text) }]]),
  };
}

/** Starts the command, its words turned to the names of the edition. */
function start({ command, rest }: Asked, workspace: string, turn: (line: string) => string): ChildProcess {
  const script = join(workspace, command === 'test' ? tests.script : `src/cli/${command}.ts`);
  const run = existsSync(script) ? [script] : [join(workspace, 'src/cli/make.ts'), command];
  if (command === 'test') run.push('--of-edition');
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...run, ...rest], {
    cwd: workspace,
    stdio: ['inherit', 'pipe', 'pipe'],
    env: process.env,
  });
  for (const name of ['stdout', 'stderr'] as const) {
    const out = byLine((text) => process[name].write(text), turn);
    child[name].setEncoding('utf8').on('data', out.take).on('end', out.end);
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  return child;
}

/** Takes home what the command wrote: new files of content, the ledger; and shows where the results are. */
function takeHome(command: string, { edition }: Folders, { files }: Mounted, workspace: string): void {
  const content = command === 'new' ? globSync('content/**/*.{yaml,mdx}', { cwd: workspace }) : [];
  for (const found of content) {
    const inside = found.split(sep).join('/');
    if (files.has(inside)) continue;
    bring(join(workspace, inside), join(edition, inside));
    console.log(`Tệp nằm ở ${join(edition, inside)}.`);
  }
  for (const [inside, name] of ledgers) bring(join(workspace, inside), join(edition, name));
  for (const name of results) {
    const [made, shown] = [join(workspace, name), join(edition, name)];
    if (existsSync(made) && lstatSync(shown, { throwIfNoEntry: false }) === undefined)
      symlinkSync(made, shown, 'junction');
  }
}

function bring(from: string, to: string): void {
  if (!existsSync(from)) return;
  const bytes = readFileSync(from);
  if (existsSync(to) && readFileSync(to).equals(bytes)) return;
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, bytes);
}

/** Writes the project folder again whenever a file of the edition or of the handbook's content is saved. */
function follow(folders: Folders): void {
  let waiting: NodeJS.Timeout | undefined;
  const again = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(() => tell('Còn lỗi:', prepare(folders).view.problems), 100);
  };
  for (const folder of [folders.edition, join(folders.product, 'content')])
    watch(folder, { recursive: true }, again);
}

if (import.meta.main) {
  const asked = askedFor(process.argv.slice(2));
  const product = process.cwd();
  if (asked.edition === undefined || asked.edition === '')
    refuse(`Sau --edition ghi thư mục của bản. Ví dụ: npm run ${asked.command} -- --edition ../xa-vi-du`);
  if (refused.includes(asked.command))
    refuse(
      `Lệnh ${asked.command} chưa dùng với --edition. ` +
        'Dùng được: dev, check, build, test, publish, preview, new.',
    );
  const folders = { product, edition: resolve(process.env.INIT_CWD ?? product, asked.edition) };
  if (!existsSync(folders.edition))
    refuse(
      `Không có thư mục ${relative(product, folders.edition)}. Tạo: npm run edition -- new ${asked.edition}`,
    );
  const { view, workspace } = prepare(folders, asked.command);
  tell('Còn lỗi:', view.problems);
  const emptied = view.problems.filter(({ rule }) => rule === 'show-empty');
  if (emptied.length > 0) console.log(withoutThem(view, emptied));
  // Only the check goes on, to tell everything at once; but what is named and not shown has been told, and
  // settings that lack a line would be judged by the handbook's own, which nobody here wrote.
  const goesOn = asked.command === 'check' && !view.problems.some(({ rule }) => stopping.includes(rule));
  if (view.problems.length > 0 && !goesOn) process.exit(1);
  if (asked.command === 'dev') follow(folders);
  const before = goesOn ? [`--told=${view.problems.length}`] : [];
  const child = start({ ...asked, rest: [...asked.rest, ...before] }, workspace, namer(view));
  child.on('close', (code) => {
    if (code === 0) takeHome(asked.command, folders, view, workspace);
    process.exitCode = view.problems.length > 0 ? 1 : (code ?? 1);
  });
}
