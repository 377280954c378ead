/** Bytes of a further guide for a reader who has the shared dictionary, and what making them costs. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { filesUnder, sumsOf } from '../../src/release/checksums.ts';
import { writeTwins } from '../../src/release/compress.ts';
import { chooseDictionaries, dictionaryTwin, type Dictionary } from '../../src/release/dictionary.ts';
import { strongest } from '../../src/release/names.ts';
import { siteFacts } from '../../src/release/site-facts.ts';

/** Bytes on the line, without headers. */
interface Bytes {
  readonly middle: number;
  readonly nineteenOfTwenty: number;
  readonly largest: number;
}

/** What was measured over a finished site. */
export interface SecondPage {
  readonly guides: number;
  readonly dictionary: number;
  readonly first: Bytes;
  readonly further: Bytes;
  /** CPU seconds of all twins, without and with those against the dictionary, from every fifth file. */
  readonly cpu: { readonly without: number; readonly having: number };
}

function bytesOf(sizes: readonly number[]): Bytes {
  const sorted = sizes.toSorted((less, more) => less - more);
  const at = (share: number): number => sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
  return { middle: at(0.5), nineteenOfTwenty: at(0.95), largest: at(1) };
}

/** CPU seconds of this process while all twins of every fifth file are written, times five. */
async function twinsCost(dist: string, dictionaries: readonly Dictionary[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'so-tay-nen-'));
  try {
    const copy = join(folder, 'ban');
    spawnSync('cp', ['-al', dist, copy]);
    const some = filesUnder(copy).filter((_, index) => index % 5 === 0);
    const sums = await sumsOf(copy, some);
    const before = process.cpuUsage();
    await writeTwins(copy, sums, { earlier: [], dictionaries });
    const { user, system } = process.cpuUsage(before);
    return ((user + system) / 1e6) * 5;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Measures a finished site. @throws Error when it has too few guides for a dictionary */
export async function secondPage(dist: string): Promise<SecondPage> {
  const facts = siteFacts(dist, filesUnder(dist));
  const [dictionary] = await chooseDictionaries(dist, facts, []);
  if (dictionary === undefined) throw new Error(`${dist}: too few guides for a dictionary`);
  const guides = facts.pages
    .filter((page) => /^huong-dan\/[^/]+\/[^/]+\/index\.html$/.test(page.file))
    .map((page) => readFileSync(join(dist, page.file)));
  const further: number[] = [];
  for (const guide of guides) further.push((await dictionaryTwin(guide, dictionary)).length);
  const packed = (data: Buffer): number => brotliCompressSync(data, strongest(data.length)).length;
  return {
    guides: guides.length,
    dictionary: packed(dictionary.bytes),
    first: bytesOf(guides.map(packed)),
    further: bytesOf(further),
    cpu: { without: await twinsCost(dist, []), having: await twinsCost(dist, [dictionary]) },
  };
}
