/**
 * Checksum lists in the form of `sha256sum`: every file of a folder, sorted, so that the list itself has one
 * checksum.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inParallel } from './durable.ts';
import { Refusal } from './refusal.ts';
import { codeOf } from './errors.ts';

/** SHA-256 by path; paths are relative, with `/`. */
export type Checksums = ReadonlyMap<string, string>;

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** By code units: no language decides on the order. */
export const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Every file under a folder, sorted. @throws Refusal `proof` on links, pipes and names a list cannot hold.
 */
export function filesUnder(root: string): string[] {
  const found: string[] = [];
  const walk = (inside: string): void => {
    for (const entry of readdirSync(join(root, inside), { withFileTypes: true })) {
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else if (!entry.isFile() || /[\n\r\\]/.test(entry.name))
        throw new Refusal(
          'proof',
          `Bản dựng có tệp không phát hành được: ${JSON.stringify(path)}. (not a plain file)`,
        );
      else found.push(path);
    }
  };
  walk('');
  return found.sort(byCode);
}

/** Checksums of the named files; what cannot be read is left out. */
export async function sumsOf(root: string, files: readonly string[]): Promise<Map<string, string>> {
  const sums = new Map<string, string>();
  await inParallel(files, async (file) => {
    try {
      sums.set(file, sha256(await readFile(join(root, file))));
    } catch (error) {
      if (!['ENOENT', 'ENOTDIR', 'EISDIR', 'EIO', 'EACCES', 'ELOOP'].includes(codeOf(error) ?? ''))
        throw error;
    }
  });
  return sums;
}

/** The list's text. `sha256sum -c` reads it. */
export const formatSums = (sums: Checksums): string =>
  [...sums]
    .sort(([a], [b]) => byCode(a, b))
    .map(([path, sum]) => `${sum}  ${path}\n`)
    .join('');

/** Reads a list; lines of another form (remarks) are passed over. */
export function parseSums(text: string): Map<string, string> {
  const sums = new Map<string, string>();
  for (const line of text.split('\n')) {
    const match = /^([0-9a-f]{64}) [ *](.+)$/.exec(line);
    if (match && !(match[2] ?? '').startsWith('/') && !(match[2] ?? '').split('/').includes('..'))
      sums.set(match[2] ?? '', match[1] ?? '');
  }
  return sums;
}

/** A list on the disk; an absent one is empty. */
export function readSums(path: string): Map<string, string> {
  try {
    return parseSums(readFileSync(path, 'utf8'));
  } catch {
    return new Map();
  }
}
