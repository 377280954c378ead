/** How heavy the guides of a session are: known once their pages are written, put into its page then. */
import { existsSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { t } from '../../words/words.ts';
import type { FinishedSite } from '../output.ts';
import { weightMark } from './weight-mark.ts';

/** Bytes of a page with the pictures, styles and scripts that it asks for; each file counts once. */
function filesOf(dist: string, address: string): string[] {
  const page = join(dist, address, 'index.html');
  const html = readFileSync(page, 'utf8');
  const asked = [...html.matchAll(/(?:src|href)="(\/[^"?#]+\.(?:css|js|svg|png|webp|avif|woff2))"/g)];
  return [page, ...asked.map(([, file = '']) => join(dist, file)).filter((file) => existsSync(file))];
}

/** Writes the weight into each page that has a mark for it. */
export function weighGuides({ dist }: FinishedSite): string {
  const rooms = globSync(join(dist, 'tap-huan/xep-lop/*/index.html'));
  for (const file of rooms) {
    const html = readFileSync(file, 'utf8');
    const filled = html.replace(weightMark.pattern, (_, addresses: string) => {
      const files = new Set(addresses.split(' ').flatMap((address) => filesOf(dist, address)));
      const bytes = [...files].reduce((sum, name) => sum + statSync(name).size, 0);
      const size = (bytes / 1e6).toFixed(1).replace('.', ',');
      return t('room.eveningSize', { size });
    });
    if (filled === html) continue;
    // A file may be one with a kept one: it is laid anew, never written into.
    rmSync(file);
    writeFileSync(file, filled);
  }
  return `${rooms.length} buổi có cân nặng của bài`;
}
