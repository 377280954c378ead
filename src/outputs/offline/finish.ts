/**
 * The offline copy and its worker, made from the finished site. Must come after everything that readers may
 * keep.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FinishedSite } from '../output.ts';
import { openWords } from '../../words/words.ts';
import { retireScript, workerScript } from './worker-file.ts';
import { writeOffline, type OfflineFiles } from './write.ts';

/** The worker of a copy and its kill switch, by name. */
export async function workerFiles({ urgent, edition }: OfflineFiles): Promise<[string, string][]> {
  const { note, noteLink } = openWords('offline', ['note', 'noteLink']);
  return [
    ['sw.js', await workerScript(urgent, edition, [note, noteLink])],
    ['sw-go-bo.js', await retireScript()],
  ];
}

export async function keepOffline({
  dist,
  served,
  known,
}: Pick<FinishedSite, 'dist' | 'served' | 'known'>): Promise<string> {
  const made = writeOffline(dist, served, known);
  for (const [file, text] of await workerFiles(made)) writeFileSync(join(dist, file), text);
  return `${made.sections} phần, ${made.bundles} gói; cả sổ tay ${made.wholeBytes} byte trên đường truyền, trang khẩn cấp ${made.urgentBytes}`;
}
