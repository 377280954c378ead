/** Where this edition is published. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** The address in `content/edition.yaml`, before the gate has read it; empty where none is written. */
export function siteUrl(root: string): string {
  const site: unknown = parse(readFileSync(join(root, 'content/edition.yaml'), 'utf8'));
  const named = typeof site === 'object' && site !== null && 'url' in site ? site.url : '';
  return typeof named === 'string' ? named : '';
}
