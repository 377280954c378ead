/** The index of search of a finished site, as a phone puts it together. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { BodyFile, CoreFile } from '../../src/search/format.ts';
import { PassageIndex } from '../../src/search/passage-index.ts';

/** A file of the index: the build wrote it, so its shape is not proved again. */
const file = <T>(dist: string, name: string): T =>
  z.custom<T>().parse(JSON.parse(readFileSync(join(dist, 'tim', name), 'utf8')));

export function searchOf(dist: string): PassageIndex {
  const core = file<CoreFile>(dist, 'goc.json');
  return new PassageIndex(core, file<BodyFile>(dist, 'them.json'), new PassageIndex(core));
}
