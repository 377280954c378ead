/** Where this edition is published. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/** The address in `content/site.yaml` of a project, before the gate has read it. */
export const siteUrl = (root: string): string =>
  z.object({ url: z.string() }).parse(parse(readFileSync(join(root, 'content/site.yaml'), 'utf8'))).url;
