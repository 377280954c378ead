/** The scripts of the desk, bundled when it starts: one for the page, one for the gate in its worker. */
import { join } from 'node:path';
import { rolldown } from 'rolldown';

async function bundled(name: string): Promise<string> {
  const bundle = await rolldown({
    input: join(import.meta.dirname, 'browser', `${name}.ts`),
    logLevel: 'silent',
    platform: 'neutral',
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

/** Both scripts. */
export async function deskScripts(): Promise<{ readonly desk: string; readonly gate: string }> {
  const [desk, gate] = await Promise.all([bundled('main'), bundled('worker')]);
  return { desk, gate };
}
