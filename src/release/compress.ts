/** Compressed twins beside each text file, so that the server compresses nothing. */
import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { inParallel } from './durable.ts';
import { sha256, type Checksums } from './checksums.ts';
import { compressible } from './names.ts';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Smaller files fit into one packet either way. */
const smallest = 256;

/** Who compresses: another version of the libraries may make other bytes. */
export const compressor = `zlib ${process.versions.zlib} brotli ${process.versions.brotli}`;

/** A folder whose twins may be taken over, with its list. */
export interface Earlier {
  readonly root: string;
  readonly sums: Checksums;
}

/** Brotli at its strongest. */
const brotliTwin = (data: Buffer): Promise<Buffer> =>
  brotli(data, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: data.length },
  });

/** Gzip at its strongest, without time, name or system in its head. */
async function gzipTwin(data: Buffer): Promise<Buffer> {
  const made = await zip(data, { level: 9 });
  made[9] = 255;
  return made;
}

/**
 * Writes the twins of all files under `root` that are worth it. A twin of the same bytes is taken from
 * `earlier` when it is still undamaged there: compressing is the dearest part of publishing and most pages do
 * not change. Answers with the twins' paths.
 */
export async function writeTwins(
  root: string,
  sums: Checksums,
  earlier: readonly Earlier[],
  each: (file: string) => void = () => {},
): Promise<{ readonly twins: readonly string[]; readonly taken: number }> {
  const twins: string[] = [];
  let taken = 0;
  const known = new Map<string, { readonly from: Earlier; readonly file: string }>();
  for (const from of earlier)
    for (const [file, sum] of from.sums)
      if (compressible(file) && !known.has(sum)) known.set(sum, { from, file });

  await inParallel(
    [...sums.keys()].filter(compressible),
    async (file) => {
      const data = await readFile(join(root, file));
      if (data.length < smallest) return;
      const before = known.get(sums.get(file) ?? '');
      for (const [ending, make] of [
        ['br', brotliTwin],
        ['gz', gzipTwin],
      ] as const) {
        const old = before === undefined ? undefined : takeOver(before.from, `${before.file}.${ending}`);
        const twin = old ?? (await make(data));
        if (old !== undefined) taken++;
        if (twin.length >= data.length) continue;
        await writeFile(join(root, `${file}.${ending}`), twin, { flag: 'wx' });
        twins.push(`${file}.${ending}`);
        each(file);
      }
    },
    4,
  );
  return { twins, taken };
}

/** Bytes of an earlier twin, if they still are what its list says. */
function takeOver({ root, sums }: Earlier, file: string): Buffer | undefined {
  const sum = sums.get(file);
  if (sum === undefined) return undefined;
  try {
    const data = readFileSync(join(root, file));
    return sha256(data) === sum ? data : undefined;
  } catch {
    return undefined;
  }
}
