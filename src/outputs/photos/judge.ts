/** What of `content/photos` cannot be published, told by `npm run check`. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../domain/problem.ts';
import { fault, problemAt } from '../../gate/faults.ts';
import { photoFaults } from '../../gate/photo-bytes.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import { pictureEndings } from '../../schemas/photo.ts';

/** The picture of an entry. */
export const pictureOf = (file: string): string => file.replace(/\.yaml$/, '.jpg');

/** Pictures that are missing, hide something, are too large or have another size; pictures of nobody. */
export function photoProblems({ photos }: Pick<Handbook, 'photos'>, root = '.'): Problem[] {
  const told = photos.flatMap(({ file, data }) => {
    const picture = pictureOf(file);
    return existsSync(join(root, picture))
      ? photoFaults(picture, readFileSync(join(root, picture)), data).map((found) =>
          problemAt(picture, found),
        )
      : [problemAt(file, fault('photo', { why: 'none', what: picture }), { line: 1 })];
  });
  const known = new Set(photos.map(({ file }) => pictureOf(file)));
  const stray = globSync('content/photos/**/*.*', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => pictureEndings.test(file) && !known.has(file));
  return [
    ...told,
    ...stray.sort().map((file) => problemAt(file, fault('photo', { why: 'nobody', what: file }))),
  ];
}
