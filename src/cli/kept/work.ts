/**
 * Work on the finished site whose results are kept between builds, each by the digest of all that it read.
 * Any doubt works anew: other code, a broken store, a sample that comes out otherwise than it was kept.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { eachAnew, type KeptWork } from '../../domain/kept-work.ts';
import { readInTurn } from '../../books/site-files.ts';
import { linkFile } from './link-file.ts';
import { keptFolder, keptUse, type KeptUse } from './setting.ts';

/** One result of this many is made all the same. */
const oneOf = 200;
const resultsShape = z.record(z.string(), z.string());

const sumOf = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}\0`).update(part);
  return hash.digest('base64url');
};

/** Digest of what such work is done with: code, words, settings, packages, Node itself. */
function toolsDigest(root: string): string {
  const files = globSync(['{src,content/words}/**/*', 'content/edition.yaml', 'package-lock.json'], {
    cwd: root,
  })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => statSync(join(root, file)).isFile())
    .sort();
  return sumOf(
    process.version,
    process.arch,
    ...files.flatMap((file) => [file, readFileSync(join(root, file))]),
  );
}

/** What a build before kept: its first line is the sum of the rest. */
function resultsIn(file: string): {
  readonly sum: string;
  readonly results: Readonly<Record<string, string>>;
} {
  try {
    const [sum = '', text = ''] = readFileSync(file, 'utf8').split(/\n(.*)/s);
    if (sum === sumOf(text)) return { sum, results: resultsShape.parse(JSON.parse(text)) };
  } catch {
    // As if nothing had been kept.
  }
  return { sum: '', results: {} };
}

/** Kept results, and the file that a later build finds them in. */
class Results implements KeptWork {
  readonly #root: string;
  readonly #file: string;
  readonly #tools: string;
  readonly #before: ReturnType<typeof resultsIn>;
  readonly #after: Record<string, string> = {};
  readonly #compare: boolean;
  readonly #stale: string[] = [];
  readonly #read = readInTurn();

  constructor(root: string, file: string, tools: string, compare: boolean) {
    this.#root = root;
    this.#file = file;
    this.#tools = tools;
    this.#before = existsSync(file) ? resultsIn(file) : { sum: '', results: {} };
    this.#compare = compare;
  }

  again<T>(
    name: string,
    read: readonly (string | Uint8Array)[],
    make: () => T,
    is: (value: unknown) => value is T,
  ): T {
    const key = sumOf(this.#tools, name, ...read);
    const kept = this.#before.results[key];
    if (kept !== undefined && !this.#compare && !this.#isSample(key)) {
      const known: unknown = JSON.parse(kept);
      if (is(known)) {
        this.#after[key] = kept;
        return known;
      }
    }
    const made = make();
    const written = JSON.stringify(made);
    if (kept !== undefined && written !== kept) {
      rmSync(this.#file, { force: true });
      const told = `${name}: kết quả đã giữ khác kết quả mới (a kept result is stale)`;
      // Others like it were taken over, unless all was made to compare.
      if (!this.#compare) throw new Error(told);
      this.#stale.push(told);
    }
    this.#after[key] = written;
    return made;
  }

  laid(site: string, file: string, bytes: Uint8Array): boolean {
    const before = join(this.#root, 'dist', file);
    if (this.#compare || !existsSync(before)) return false;
    if (!this.#read(before).equals(bytes)) return false;
    linkFile(before, join(site, file));
    return true;
  }

  end(say: (line: string) => void): void {
    const [first] = this.#stale;
    if (first !== undefined) {
      say(`bỏ mọi kết quả đã giữ: ${this.#stale.length} chỗ khác, trước hết ${first}`);
      return;
    }
    const text = JSON.stringify(this.#after);
    mkdirSync(dirname(this.#file), { recursive: true });
    writeFileSync(`${this.#file}.half`, `${sumOf(text)}\n${text}`);
    renameSync(`${this.#file}.half`, this.#file);
  }

  #isSample(key: string): boolean {
    // Others in each build.
    const lot = createHash('sha256').update(`${this.#before.sum}${key}`).digest();
    return lot.readUInt32BE() % oneOf === 0;
  }
}

/** The results of one stage of a build, by the name of the stage; each made anew where nothing is kept. */
export function keptWork(
  root: string,
  stage: string,
  use: KeptUse | undefined,
  folder: string = keptFolder,
): KeptWork {
  return use === undefined
    ? eachAnew
    : new Results(root, join(root, `${folder}-${stage}`), toolsDigest(root), use === 'compare');
}

/** The same in a build that was told whether it may take anything over. */
export function keptWorkTold(root: string, stage: string): KeptWork {
  const kept = keptUse(process.env);
  return keptWork(root, stage, kept?.use, kept?.folder);
}
