/** Makes `/sw.js` and the kill switch from their TypeScript, with what the build knows put in. The same site gives the same bytes. */
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import type { SectionList } from '../../offline/format.ts';

async function script(file: string): Promise<string> {
  const made = await rolldown({ input: join(import.meta.dirname, '../../offline', file), platform: 'browser', logLevel: 'silent' });
  const { output } = await made.generate({ format: 'iife', minify: true });
  await made.close();
  return output[0].code.trim();
}

/** Text of `/sw.js`. */
export async function workerScript(urgent: SectionList, edition: string, note: readonly [string, string]): Promise<string> {
  return `const urgentList=${JSON.stringify(urgent)},edition=${JSON.stringify(edition)},noteWords=${JSON.stringify(note)};\n${await script('worker.ts')}\n`;
}

/** Text of the kill switch. */
export const retireScript = async (): Promise<string> => `${await script('retire.ts')}\n`;
