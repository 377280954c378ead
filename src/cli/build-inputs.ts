/** Whether the last build still matches what it was made from. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';

const mark = '.cache/built';

/** A digest of everything a build reads. */
export function buildInputs(): string {
  const hash = createHash('sha256');
  const files = [
    ...globSync(['content/**/*', 'src/**/*', 'public/**/*']),
    'astro.config.mjs',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ]
    .filter((file) => statSync(file).isFile())
    .sort();
  for (const file of files) hash.update(file).update('\0').update(readFileSync(file));
  return hash.digest('hex');
}

/** Remembers that `dist` was made from these inputs. */
export function rememberBuild(inputs: string): void {
  mkdirSync('.cache', { recursive: true });
  writeFileSync(mark, inputs);
}

/** Whether `dist` is there and made from what is there now. */
export function isFresh(): boolean {
  return existsSync('dist/index.html') && existsSync(mark) && readFileSync(mark, 'utf8') === buildInputs();
}
