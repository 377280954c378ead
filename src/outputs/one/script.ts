/** The script of the file, one classic script for the oldest browsers served. */
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { scriptTargets } from '../../floor/browsers.ts';

/** Its text. @throws Error when it could end the element that it stands in */
export async function readerScript(): Promise<string> {
  const bundle = await rolldown({
    input: join(import.meta.dirname, 'reader.ts'),
    logLevel: 'silent',
    transform: { target: [...scriptTargets] },
  });
  try {
    const { output } = await bundle.generate({ format: 'iife', codeSplitting: false, minify: true });
    const code = output[0].code.trim();
    if (/<\/?script|<!--/i.test(code)) throw new Error('the script would end its own element');
    return code;
  } finally {
    await bundle.close();
  }
}
