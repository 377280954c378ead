/** Icons, the offline copy and its worker, made from the finished site. Must stand after everything that writes files into it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { openWords } from '../../words/words.ts';
import { writeIcons } from './icons.ts';
import { retireScript, workerScript } from './worker-file.ts';
import { writeOffline } from './write.ts';

export function offlineCopy(): AstroIntegration {
  let root = '';
  return {
    name: 'offline-copy',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const dist = fileURLToPath(dir);
        await writeIcons(join(root, 'public/bieu-tuong.svg'), dist);
        const made = writeOffline(dist);
        const { note, noteLink } = openWords('offline', ['note', 'noteLink']);
        writeFileSync(join(dist, 'sw.js'), await workerScript(made.urgent, made.edition, [note, noteLink]));
        writeFileSync(join(dist, 'sw-go-bo.js'), await retireScript());
        logger.info(
          `${made.sections} phần, ${made.bundles} gói; cả sổ tay ${made.wholeBytes} byte trên đường truyền, trang khẩn cấp ${made.urgentBytes}`,
        );
      },
    },
  };
}
