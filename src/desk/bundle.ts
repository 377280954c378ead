/** The scripts of the desk, bundled: one for the page, one for the gate and the drawing in their worker. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown, type Plugin } from 'rolldown';

/**
 * What the drawing asks of the machine, as a browser has it: the words of the handbook are put into the
 * script; what pages look like is asked by nothing that the desk draws.
 */
function machineOf(root: string): Plugin {
  const words = Object.fromEntries(
    globSync('content/words/*.yaml', { cwd: root }).map((file) => [
      file.replaceAll('\\', '/'),
      readFileSync(join(root, file), 'utf8'),
    ]),
  );
  const modules: Readonly<Record<string, string>> = {
    'node:fs': `const words = ${JSON.stringify(words)};
export const globSync = (pattern) => (String(pattern).startsWith('content/words/') ? Object.keys(words) : []);
export const readFileSync = (file) => words[file] ?? '';`,
    'node:path': `export const basename = (path, end) => path.split('/').at(-1).replace(end, '');`,
    'node:crypto': `const hash = { update: () => hash, digest: () => '' };
export const createHash = () => hash;`,
  };
  return {
    name: 'machine',
    resolveId: (id) => (modules[id] === undefined ? undefined : `\0${id}`),
    load: (id) => modules[id.slice(1)],
  };
}

async function bundled(root: string, name: string): Promise<string> {
  const bundle = await rolldown({
    input: join(import.meta.dirname, 'browser', `${name}.ts`),
    logLevel: 'silent',
    platform: 'neutral',
    plugins: [machineOf(root)],
    // The variant of packages for browsers would ask the page, which a worker does not have.
    resolve: { conditionNames: ['worker', 'import', 'default'], mainFields: ['module', 'main'] },
  });
  try {
    const { output } = await bundle.generate({ format: 'iife', codeSplitting: false, minify: true });
    return output[0].code;
  } finally {
    await bundle.close();
  }
}

/** The bundled scripts: `desk` for the page, `gate` for its worker. */
export interface DeskScripts {
  readonly desk: string;
  readonly gate: string;
}

/** Both scripts, with the words of the handbook under `root`. */
export async function deskScripts(root: string): Promise<DeskScripts> {
  const [desk, gate] = await Promise.all([bundled(root, 'main'), bundled(root, 'worker')]);
  return { desk, gate };
}
