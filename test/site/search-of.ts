/** The index of search of a finished site, as a phone puts it together. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { BodyFile, CoreFile } from '../../src/search/format.ts';
import { PassageIndex } from '../../src/search/passage-index.ts';

/** The build wrote these files, so their shapes are not proved again. */
const coreFile = z.custom<CoreFile>();
const bodyFile = z.custom<BodyFile>();

export function searchOf(dist: string): PassageIndex {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(dist, 'tim', name), 'utf8'));
  const core = coreFile.parse(read('goc.json'));
  return new PassageIndex(core, bodyFile.parse(read('them.json')), new PassageIndex(core));
}
