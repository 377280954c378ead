/**
 * The offline copy and its worker, made from the finished site. Must come after everything that readers may
 * keep.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TurnFile } from '../output.ts';
import { openWords } from '../../words/words.ts';
import { retireScript, workerScript } from './worker-file.ts';
import { writeOffline } from './write.ts';

export async function keepOffline(dist: string, served: TurnFile): Promise<string> {
  const made = writeOffline(dist, served);
  const { note, noteLink } = openWords('offline', ['note', 'noteLink']);
  writeFileSync(join(dist, 'sw.js'), await workerScript(made.urgent, made.edition, [note, noteLink]));
  writeFileSync(join(dist, 'sw-go-bo.js'), await retireScript());
  return `${made.sections} phần, ${made.bundles} gói; cả sổ tay ${made.wholeBytes} byte trên đường truyền, trang khẩn cấp ${made.urgentBytes}`;
}
