/** Photos of `content/photos` that free pages show; one that no page shows is not published. */
import { readFileSync } from 'node:fs';
import type { Handbook } from '../../handbook/handbook.ts';
import type { HandbookFile } from '../output.ts';
import { pictureOf } from './judge.ts';

export function files({ photos, pages }: Handbook): HandbookFile[] {
  const shown = new Set(
    pages.flatMap(({ tree }) => tree.mentions.flatMap(({ kind, id }) => (kind === 'photo' ? [id] : []))),
  );
  return photos
    .filter(({ id }) => shown.has(id))
    .map(({ address, file }) => ({
      address,
      type: 'image/jpeg',
      content: () => readFileSync(pictureOf(file)),
    }));
}
