/**
 * Pages of the build before, each with what it read. One folder: `pages`, all files one after another, and
 * `index.json`. A folder that is broken in any way is an empty one.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const row = z.strictObject({
  /** Where it stands in `pages`. */
  at: z.number(),
  length: z.number(),
  digest: z.string(),
  /** Media type. */
  type: z.string(),
  /** The group that it read. */
  group: z.number(),
});
const indexShape = z.strictObject({
  /** Digest of all that is not content: code, styles, settings, packages. */
  code: z.string(),
  /** Names of fields, and what each said. */
  fields: z.array(z.tuple([z.string(), z.string()])),
  /** Fields that were read together, and other groups. */
  groups: z.array(z.strictObject({ fields: z.array(z.number()), groups: z.array(z.number()) })),
  drawn: z.record(z.string(), row),
});

/** A kept page. */
export type KeptRow = z.infer<typeof row>;
/** What was kept, and what each page read. */
export type KeptIndex = z.infer<typeof indexShape>;

const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('base64url');

/** What a build before kept for this code. */
export interface Kept {
  readonly index: KeptIndex;
  /** A page, if its bytes are whole. */
  readonly page: (row: KeptRow) => Buffer | undefined;
  readonly close: () => void;
}

/** `undefined` where there is nothing that may be trusted. */
export function readKept(folder: string, code: string): Kept | undefined {
  try {
    const index = indexShape.parse(JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')));
    if (index.code !== code) return undefined;
    const fd = openSync(join(folder, 'pages'), 'r');
    return {
      index,
      page: ({ at, length, digest }) => {
        const body = Buffer.allocUnsafe(length);
        return readSync(fd, body, 0, length, at) === length && digestOf(body) === digest ? body : undefined;
      },
      close: () => closeSync(fd),
    };
  } catch {
    return undefined;
  }
}

/** Writes what the next build may take over. */
export interface KeptWriter {
  readonly add: (body: Buffer) => Omit<KeptRow, 'type' | 'group'>;
  /** Puts it in place of what was kept before. */
  readonly end: (index: KeptIndex) => void;
}

/** Begins a store beside the one that is there. */
export function writeKept(folder: string): KeptWriter {
  const half = `${folder}.half`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true });
  const fd = openSync(join(half, 'pages'), 'w');
  let end = 0;
  return {
    add: (body) => {
      for (let done = 0; done < body.length;) done += writeSync(fd, body, done);
      end += body.length;
      return { at: end - body.length, length: body.length, digest: digestOf(body) };
    },
    end: (index) => {
      closeSync(fd);
      writeFileSync(join(half, 'index.json'), JSON.stringify(index));
      rmSync(folder, { recursive: true, force: true });
      renameSync(half, folder);
    },
  };
}
