/** What pages look like, in one word: another as soon as a style, a layout or a component is another. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';

const drawn = ['src/styles/*.css', 'src/layouts/*.astro', 'src/components/**/*.astro', 'src/modes/*.ts'];

/** Of the project in the folder that the command runs in. Sixteen digits. */
export function looksDigest(): string {
  const hash = createHash('sha256');
  for (const file of globSync(drawn)
    .map((path) => path.replaceAll('\\', '/'))
    .sort())
    hash.update(file).update(readFileSync(file, 'utf8').replaceAll('\r\n', '\n'));
  return hash.digest('hex').slice(0, 16);
}
