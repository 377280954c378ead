/** Compressed twins beside each text file, so that the server compresses nothing. */
import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { inParallel } from './durable.ts';
import { sha256, type Checksums } from './checksums.ts';
import { dictionaryTwin, walked, type Dictionary } from './dictionary.ts';
import { compressible, strongest } from './names.ts';

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
const brotliTwin = (data: Buffer): Promise<Buffer> => brotli(data, strongest(data.length));

/** Gzip at its strongest, without time, name or system in its head. */
async function gzipTwin(data: Buffer): Promise<Buffer> {
  const made = await zip(data, { level: 9 });
  made[9] = 255;
  return made;
}

/** One form of a file: how its name ends, and how it is made. */
type Form = readonly [ending: string, make: (data: Buffer) => Promise<Buffer>];
const everyFile: readonly Form[] = [
  ['br', brotliTwin],
  ['gz', gzipTwin],
];

/** Which files of the earlier editions have which bytes. */
function filesBySum(earlier: readonly Earlier[]): Map<string, { from: Earlier; file: string }[]> {
  const known = new Map<string, { from: Earlier; file: string }[]>();
  for (const from of earlier)
    for (const [file, sum] of from.sums)
      if (compressible(file)) known.set(sum, [...(known.get(sum) ?? []), { from, file }]);
  return known;
}

/**
 * Writes the twins of all files under `root` that are worth it, those against a dictionary for the pages that
 * readers walk through. A twin of the same bytes is taken from `earlier` when it is still undamaged there:
 * compressing is the dearest part of publishing and most pages do not change. Answers with the twins' paths.
 */
export async function writeTwins(
  root: string,
  sums: Checksums,
  {
    earlier,
    dictionaries = [],
    each = () => {},
  }: {
    readonly earlier: readonly Earlier[];
    readonly dictionaries?: readonly Dictionary[];
    readonly each?: (file: string) => void;
  },
): Promise<{ readonly twins: readonly string[]; readonly taken: number }> {
  const twins: string[] = [];
  let taken = 0;
  const known = filesBySum(earlier);
  const everyPage = dictionaries.map((dictionary): Form => [
    `${dictionary.id}.dcb`,
    (data) => dictionaryTwin(data, dictionary),
  ]);

  await inParallel(
    [...sums.keys()].filter(compressible),
    async (file) => {
      const data = await readFile(join(root, file));
      if (data.length < smallest) return;
      const before = known.get(sums.get(file) ?? '') ?? [];
      for (const [ending, make] of walked(file) ? [...everyFile, ...everyPage] : everyFile) {
        const old = takeOver(before, ending);
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

/** Bytes of the first earlier twin that still is what its list says. */
function takeOver(
  before: readonly { readonly from: Earlier; readonly file: string }[],
  ending: string,
): Buffer | undefined {
  for (const { from, file } of before) {
    const twin = `${file}.${ending}`;
    const sum = from.sums.get(twin);
    if (sum === undefined) continue;
    try {
      const data = readFileSync(join(from.root, twin));
      if (sha256(data) === sum) return data;
    } catch {
      /* perhaps in another edition */
    }
  }
  return undefined;
}
