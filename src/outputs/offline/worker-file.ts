/**
 * Makes `/sw.js` and the kill switch from their TypeScript, with what the build knows put in. The same site
 * gives the same bytes.
 */
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { scriptTargets } from '../../floor/browsers.ts';
import type { SectionList } from './runtime/format.ts';
import { headersAt, serverHeaders } from '../../policy/server-headers.ts';

/** Scripts by their file: the same for all sites that one run makes. */
const made = new Map<string, Promise<string>>();
function script(file: string): Promise<string> {
  const known = made.get(file) ?? makeScript(file);
  made.set(file, known);
  return known;
}

async function makeScript(file: string): Promise<string> {
  const bundle = await rolldown({
    input: join(import.meta.dirname, 'runtime', file),
    platform: 'browser',
    transform: { target: [...scriptTargets] },
    logLevel: 'silent',
  });
  const { output } = await bundle.generate({ format: 'iife', minify: true });
  await bundle.close();
  return output[0].code.trim();
}

/**
 * What servers send with every page, but for the policy, which each page brings, and what makes sense on the
 * line only.
 */
function replyHeaders(): Record<string, string> {
  const all = headersAt(serverHeaders({ page: '', framable: '' }), '/');
  return Object.fromEntries(
    Object.entries(all).filter(
      ([name]) => !['content-security-policy', 'strict-transport-security', 'cache-control'].includes(name),
    ),
  );
}

/** Text of `/sw.js`. */
export async function workerScript(
  urgent: SectionList,
  edition: string,
  note: readonly [string, string],
): Promise<string> {
  return `const urgentList=${JSON.stringify(urgent)},edition=${JSON.stringify(edition)},noteWords=${JSON.stringify(note)},headers=${JSON.stringify(replyHeaders())};\n${await script('service-worker.ts')}\n`;
}

/** Text of the kill switch. */
export const retireScript = async (): Promise<string> => `${await script('retire.ts')}\n`;
