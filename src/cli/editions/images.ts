/**
 * Where the images of many editions are: `.anh/<group>/`. Each time a group changes, an image of what changed
 * is laid over those before it: a generation. `sh deploy/nhieu-ban/gan-anh.sh` mounts them.
 *
 *   3.sqfs    what the third generation changed       3.chuoi   the generations that it stands on: `3 2 1`
 *   3.so/     what is known of the editions in it     3/        where it is mounted, with a folder an edition
 *
 * A generation counts from the moment when its `.so` is there, and that comes by one rename.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { z } from 'zod';
import { parseSums, type Checksums } from '../../release/checksums.ts';
import { flushFolder, unfinishedName } from '../../release/durable.ts';
import { program } from '../debian.ts';
import { TarWriter } from './tar.ts';

/** Folder of all images in the folder that is published to. */
export const imagesFolder = '.anh';
/** Editions in one image: the more, the smaller each; a change of one is told of all. */
const inGroup = 64;
/** Layers of one generation; then all is written anew. */
const mostLayers = 24;

const knownSchema = z.object({
  /** Name of the release. */
  id: z.string(),
  /** The generation in which it was last written. */
  generation: z.number(),
  mould: z.string(),
  slots: z.string(),
});
const restSchema = z.object({
  list: z.string(),
  carried: z.string(),
  copy: z.tuple([
    z.array(z.array(z.union([z.string(), z.number()]))),
    z.record(z.string(), z.array(z.number())),
  ]),
});
/** What is known of an edition at a glance. */
export type Known = z.output<typeof knownSchema>;
/** What is known of its files, besides. */
export interface Rest {
  readonly sums: Checksums;
  readonly carried: Checksums;
  readonly copy: z.output<typeof restSchema>['copy'];
}

/** A record to be written. */
export interface Written extends Known, z.output<typeof restSchema> {}

/** A group of editions that share their images. */
export class Group {
  readonly name: string;
  readonly folder: string;

  constructor(to: string, name: string) {
    this.name = name;
    this.folder = join(to, imagesFolder, name);
  }

  /** Generations that count, the newest first. */
  generations(): number[] {
    return numbered(this.folder, /^(\d+)\.so$/);
  }

  /** Generations beneath one, itself first. */
  chain(generation: number): number[] {
    const file = join(this.folder, `${generation}.chuoi`);
    return existsSync(file) ? readFileSync(file, 'utf8').trim().split(' ').map(Number) : [];
  }

  /** What the next generation may stand on; nothing when all is to be written anew. */
  below(): number[] {
    const [newest] = this.generations();
    const chain = newest === undefined ? [] : this.chain(newest);
    return chain.length >= mostLayers ? [] : chain;
  }

  members(): string[] {
    const names = this.generations().flatMap((one) => readdirSync(join(this.folder, `${one}.so`)));
    return [...new Set(names.map((name) => name.replace(/\.(?:json|br)$/, '')))].sort();
  }

  known(edition: string): Known | undefined {
    const file = this.#record(edition, 'json');
    return file === undefined ? undefined : knownSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  }

  rest(edition: string): Rest | undefined {
    const file = this.#record(edition, 'br');
    if (file === undefined) return undefined;
    const text = brotliDecompressSync(readFileSync(file)).toString('utf8');
    const { list, carried, copy } = restSchema.parse(JSON.parse(text));
    return { sums: parseSums(list), carried: parseSums(carried), copy };
  }

  /** Where an edition of a generation is read. */
  place = (generation: number, edition: string): string => join(this.folder, String(generation), edition);

  #record(edition: string, ending: string): string | undefined {
    return this.generations()
      .map((one) => join(this.folder, `${one}.so`, `${edition}.${ending}`))
      .find((file) => existsSync(file));
  }
}

function numbered(folder: string, form: RegExp): number[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => form.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((one, other) => other - one);
}

/** A generation that is being written. */
export class Generation {
  readonly number: number;
  readonly tar: TarWriter;
  readonly #group: Group;
  readonly #chain: readonly number[];
  readonly #image: string;
  readonly #ended: Promise<unknown[]>;

  /** @throws Error when the program that writes images is missing */
  constructor(group: Group, below: readonly number[], seconds: number) {
    const maker = program('mksquashfs');
    if (maker === undefined)
      throw new Error(
        'Thiếu lệnh mksquashfs. Cài: apt install squashfs-tools (4.5 trở lên). (mksquashfs missing)',
      );
    mkdirSync(group.folder, { recursive: true });
    this.#group = group;
    this.number =
      1 + Math.max(0, ...numbered(group.folder, /^(\d+)\./), ...numbered(group.folder, /^(\d+)$/));
    this.#chain = [this.number, ...below];
    this.#image = unfinishedName(join(group.folder, 'anh'));
    const how = [
      '-comp',
      'zstd',
      '-Xcompression-level',
      '6',
      '-b',
      '1M',
      '-quiet',
      '-no-progress',
      '-no-xattrs',
    ];
    const child = spawn(maker, ['-', this.#image, '-tar', ...how], { stdio: ['pipe', 'ignore', 'inherit'] });
    this.#ended = once(child, 'close');
    this.tar = new TarWriter(child.stdin, seconds);
  }

  /** Ends the image and writes down what is in it; from then on the generation counts. */
  async commit(records: ReadonlyMap<string, Written>): Promise<void> {
    await this.tar.end();
    const [status] = await this.#ended;
    if (status !== 0)
      throw new Error(`mksquashfs dừng với mã ${String(status)}. Đĩa còn chỗ không? (mksquashfs failed)`);
    const named = (ending: string): string => join(this.#group.folder, `${this.number}.${ending}`);
    const fd = openSync(this.#image, 'r');
    fsyncSync(fd);
    closeSync(fd);
    renameSync(this.#image, named('sqfs'));
    writeFileSync(named('chuoi'), `${this.#chain.join(' ')}\n`);
    const half = unfinishedName(join(this.#group.folder, 'so'));
    mkdirSync(half);
    for (const [edition, { list, carried, copy, ...known }] of records) {
      writeFileSync(join(half, `${edition}.json`), JSON.stringify(known));
      writeFileSync(join(half, `${edition}.br`), packed(JSON.stringify({ list, carried, copy })));
    }
    renameSync(half, named('so'));
    flushFolder(this.#group.folder);
  }
}

const packed = (text: string): Buffer =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });

/** Groups of the editions in a folder, and room for new ones. */
export class Groups {
  readonly #to: string;
  readonly #prefix: string;
  readonly #byEdition = new Map<string, Group>();
  readonly #counts = new Map<string, number>();
  readonly #groups = new Map<string, Group>();

  /** `shard` keeps new groups of machines that work side by side apart. */
  constructor(to: string, shard: string) {
    this.#to = to;
    this.#prefix = shard.replace('/', '-');
    const folder = join(to, imagesFolder);
    for (const name of existsSync(folder) ? readdirSync(folder) : []) {
      const group = new Group(to, name);
      const members = group.members();
      this.#groups.set(name, group);
      this.#counts.set(name, members.length);
      for (const member of members) this.#byEdition.set(member, group);
    }
  }

  /** The group of an edition; a new one gets a place. */
  of(edition: string): Group {
    const known = this.#byEdition.get(edition);
    if (known !== undefined) return known;
    let at = 1;
    const name = (): string => `${this.#prefix}-${at}`;
    while ((this.#counts.get(name()) ?? 0) >= inGroup) at++;
    this.#counts.set(name(), (this.#counts.get(name()) ?? 0) + 1);
    const group = this.#groups.get(name()) ?? new Group(this.#to, name());
    this.#groups.set(name(), group);
    this.#byEdition.set(edition, group);
    return group;
  }
}

/** Removes generations that no release and no next generation stands on, and older records. */
export function pruneGroup(group: Group, used: ReadonlySet<number>): void {
  const [newest] = group.generations();
  const chains = [...used, ...(newest === undefined ? [] : [newest])].flatMap((one) => group.chain(one));
  const needed = new Set(chains);
  const seen = new Set<string>();
  for (const one of group.generations()) {
    const folder = join(group.folder, `${one}.so`);
    for (const name of readdirSync(folder)) {
      if (seen.has(name)) rmSync(join(folder, name));
      seen.add(name);
    }
    if (one !== newest && readdirSync(folder).length === 0) rmSync(folder, { recursive: true });
  }
  for (const one of numbered(group.folder, /^(\d+)\.sqfs$/))
    if (!needed.has(one))
      for (const ending of ['sqfs', 'chuoi']) rmSync(join(group.folder, `${one}.${ending}`), { force: true });
}
