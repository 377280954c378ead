/**
 * Many editions written into one image: file by file through all of them, so that the same page of each lies
 * beside the others and takes almost no room. What has not changed since the last image is not written.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { CopyPlan, CopyState, SiteCopy } from '../../outputs/output.ts';
import { table } from '../../outputs/table.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import { formatSums, sha256 } from '../../release/checksums.ts';
import { writeWhole } from '../../release/durable.ts';
import { listName } from '../../release/layout.ts';
import { hashedName } from '../../release/names.ts';
import { Generation, type Group, type Known, type Written, type Rest } from './images.ts';
import type { Slots } from './mould.ts';
import { slotsText, type ReadyMould } from './place.ts';

/** An edition to be written. */
export interface Wanted {
  readonly folder: string;
  readonly mould: ImageMould;
  readonly slots: Slots;
  readonly site: Handbook['site'];
}

/** A mould, and what of its offline copy all editions share. */
export interface ImageMould extends ReadyMould {
  readonly plan: CopyPlan;
  /** What decides over a file that is made: it changes when the file of any edition may. */
  readonly keys: ReadonlyMap<string, string>;
  /** Handfuls of the copy in which nothing of an edition stands, and their files. */
  readonly common: { readonly state: CopyState; readonly files: CommonFiles };
}

/** Files with their sums. */
type CommonFiles = ReadonlyMap<string, { readonly bytes: Buffer; readonly sum: string }>;

/** Keys of the files of a mould, for the next run. */
const keysSchema = z.record(z.string(), z.string());
const keysFile = (to: string, id: string): string => join(to, '.khuon', `${id}.json`);

function readKeys(to: string, id: string): ReadonlyMap<string, string> {
  const file = keysFile(to, id);
  if (!existsSync(file)) return new Map();
  return new Map(Object.entries(keysSchema.parse(JSON.parse(readFileSync(file, 'utf8')))));
}

/** Makes a mould ready for images in the folder `to`. */
export async function imageMould(mould: ReadyMould, to: string): Promise<ImageMould> {
  const plan = await table.find(({ inParts }) => inParts !== undefined)?.inParts?.(mould.files.dist);
  if (plan === undefined) throw new Error('Chưa có bản ngoại tuyến trong các dạng. (no offline form)');
  const keys = new Map(
    [...mould.files.made].map(([file, { sum }]) => [file, `${sum} ${plan.pages.get(file) ?? ''}`]),
  );
  mkdirSync(join(to, '.khuon'), { recursive: true });
  writeWhole(keysFile(to, mould.id), JSON.stringify(Object.fromEntries(keys)));
  const files = new Map<string, { bytes: Buffer; sum: string }>();
  const copy = plan.begin((file, bytes) => {
    if (bytes !== undefined) files.set(file, { bytes, sum: sha256(bytes) });
  });
  for (const members of plan.handfuls)
    if (!members.some((file) => mould.files.made.has(file)))
      copy.handful(
        members,
        members.map((file) => readFileSync(join(mould.files.dist, file))),
      );
  return { ...mould, plan, keys, common: { state: copy.state(), files } };
}

/** What an edition was when it was last written, where the new image stands on that. */
interface Before extends Known, Rest {
  readonly keys: ReadonlyMap<string, string>;
  readonly sameSlots: boolean;
}

/** An edition on its way into the image. */
class Work {
  readonly wanted: Wanted;
  readonly before: Before | undefined;
  readonly sums = new Map<string, string>();
  readonly copy: SiteCopy;
  /** What is to be written next. */
  #next = new Map<string, Buffer>();

  constructor(wanted: Wanted, before: Before | undefined) {
    this.wanted = wanted;
    this.before = before;
    this.copy = wanted.mould.plan.begin((file, bytes) => this.put(file, bytes));
  }

  put(file: string, bytes: Buffer | undefined): void {
    this.#next.delete(file);
    this.sums.delete(file);
    if (bytes === undefined) return;
    const sum = sha256(bytes);
    this.sums.set(file, sum);
    if (this.before?.sums.get(file) !== sum) this.#next.set(file, bytes);
  }

  async write(to: Generation): Promise<void> {
    const next = this.#next;
    this.#next = new Map();
    for (const [file, bytes] of next) await to.tar.file(`${this.wanted.folder}/${file}`, bytes);
  }

  /** Whether a file of the mould is for this edition what it was. */
  unchanged(file: string): boolean {
    const { before } = this;
    if (before?.sums.has(file) !== true) return false;
    const { files, keys } = this.wanted.mould;
    const same = files.same.get(file);
    if (same !== undefined) return before.sums.get(file) === same;
    return before.sameSlots && before.keys.get(file) === keys.get(file);
  }

  async bytesOf(file: string): Promise<Buffer> {
    const { slots, site, mould } = this.wanted;
    const made = mould.files.made.get(file);
    return made ? made.make(slots, site) : readFileSync(join(mould.files.dist, file));
  }

  /** A file that is made of the mould, and what the offline copy makes of it. */
  async make(file: string): Promise<void> {
    const { plan, files: mouldFiles } = this.wanted.mould;
    const isKept = plan.pages.has(file) && file !== plan.offer;
    const before = this.unchanged(file) ? this.before : undefined;
    if (before && (!isKept || this.copy.keep([file], before.copy))) {
      this.sums.set(file, before.sums.get(file) ?? '');
      return;
    }
    const bytes = await this.bytesOf(file);
    if (mouldFiles.made.has(file)) this.put(file, bytes);
    if (isKept) this.copy.page(file, bytes);
  }

  async handful(members: readonly string[]): Promise<void> {
    const { mould } = this.wanted;
    if (this.copy.keep(members, mould.common.state)) return;
    const { before } = this;
    if (before && members.every((file) => this.unchanged(file)) && this.copy.keep(members, before.copy))
      return;
    this.copy.handful(members, await Promise.all(members.map((file) => this.bytesOf(file))));
  }

  /** The page that offers the copy, the copy's lists, and the sums of what was taken over. */
  async end(): Promise<CopyState> {
    const { mould, site, slots } = this.wanted;
    const offer = mould.files.made.get(mould.plan.offer);
    const bytes = await offer?.make(slots, site);
    await this.copy.end(bytes?.toString('utf8') ?? '');
    const state = this.copy.state();
    for (const [hash = '', kind = ''] of state[0]) {
      const file = `ngoai-tuyen/kho/${hash}.${kind}`;
      const sum = this.sums.get(file) ?? this.before?.sums.get(file);
      if (sum !== undefined) this.sums.set(file, sum);
    }
    return state;
  }

  /** Hashed files of earlier releases, which older pages still ask for. */
  carried(): Map<string, string> {
    const earlier = [...(this.before?.carried ?? []), ...(this.before?.sums ?? [])];
    return new Map(earlier.filter(([file]) => hashedName(file) && !this.sums.has(file)));
  }

  /** Files that are there no more. */
  gone(): string[] {
    const gone = [...(this.before?.sums.keys() ?? [])].filter(
      (file) => !this.sums.has(file) && !hashedName(file) && file !== listName,
    );
    if (gone.length === 0) return [];
    const now = [...this.sums.keys()];
    // Where a folder has taken its name there is nothing left to hide.
    return gone.filter((file) => !now.some((other) => other.startsWith(`${file}/`)));
  }
}

/** Files that all editions of a group share stand in it once, under their sums. */
class Shared {
  readonly #image: Generation;
  readonly #there = new Set<string>();

  constructor(image: Generation) {
    this.#image = image;
  }

  async link(work: Work, file: string, sum: string, bytes: () => Buffer): Promise<void> {
    work.sums.set(file, sum);
    if (work.before?.sums.get(file) === sum) return;
    const there = `chung/${sum}`;
    if (!this.#there.has(sum)) await this.#image.tar.file(there, bytes());
    this.#there.add(sum);
    await this.#image.tar.link(`${work.wanted.folder}/${file}`, there);
  }
}

/** How many files of a mould have to be made anew for an edition, of how many. */
const share = (work: Work): number =>
  [...work.wanted.mould.keys.keys()].filter((file) => !work.unchanged(file)).length /
  work.wanted.mould.keys.size;

/** Every edition anew costs a new beginning; a change of less is laid over what is there. */
const mostChanged = 0.5;

function worksOf(group: Group, wanted: readonly Wanted[], to: string, below: readonly number[]): Work[] {
  const keys = new Map<string, ReadonlyMap<string, string>>();
  return wanted.map((one) => {
    const known = group.known(one.folder);
    const rest = known && below.includes(known.generation) ? group.rest(one.folder) : undefined;
    if (known === undefined || rest === undefined) return new Work(one, undefined);
    const before = keys.get(known.mould) ?? readKeys(to, known.mould);
    keys.set(known.mould, before);
    return new Work(one, {
      ...known,
      ...rest,
      keys: before,
      sameSlots: known.slots === slotsText(one.slots),
    });
  });
}

/**
 * Writes what changed in the editions of a group as its next generation. Answers with what is written down
 * of each, by edition. @throws Error when the image cannot be written; nothing counts then
 */
export async function writeGroup(
  group: Group,
  wanted: readonly Wanted[],
  to: string,
  now: Date,
): Promise<ReadonlyMap<string, Written>> {
  const some = group.below();
  let works = worksOf(group, wanted, to, some);
  const written = new Set(wanted.map(({ folder }) => folder));
  const all = group.members().every((member) => written.has(member));
  const anew = some.length > 0 && all && works.every((work) => share(work) > mostChanged);
  const below = anew ? [] : some;
  if (anew) works = worksOf(group, wanted, to, below);
  const image = new Generation(group, below, Math.floor(now.getTime() / 1000));
  const shared = new Shared(image);
  const records = new Map<string, Written>();
  for (const mould of new Set(works.map((work) => work.wanted.mould))) {
    const own = works.filter((work) => work.wanted.mould === mould);
    const { files, plan, common } = mould;
    for (const work of own) {
      for (const [file, sum] of mould.stored)
        await shared.link(work, file, sum, () => readFileSync(join(mould.store, file)));
      for (const [file, { bytes, sum }] of common.files) await shared.link(work, file, sum, () => bytes);
    }
    const untold = [...plan.pages.keys()].filter((file) => !files.made.has(file));
    for (const file of [...files.made.keys(), ...untold])
      for (const work of own) {
        if (file === plan.offer) continue;
        await work.make(file);
        await work.write(image);
      }
    for (const members of plan.handfuls)
      for (const work of own) {
        await work.handful(members);
        await work.write(image);
      }
    for (const work of own) {
      const copy = await work.end();
      await work.write(image);
      records.set(work.wanted.folder, await recordOf(work, copy, image));
    }
  }
  await image.commit(records);
  return records;
}

async function recordOf(work: Work, copy: CopyState, image: Generation): Promise<Written> {
  const { folder, mould, slots } = work.wanted;
  for (const file of work.gone()) await image.tar.gone(`${folder}/${file}`);
  const list = formatSums(work.sums);
  const id = sha256(list);
  const same = work.before?.id === id;
  if (!same) await image.tar.file(`${folder}/${listName}`, Buffer.from(list));
  return {
    id,
    generation: same ? work.before.generation : image.number,
    mould: mould.id,
    slots: slotsText(slots),
    list,
    carried: formatSums(work.carried()),
    copy: [
      copy[0].map((one) => [...one]),
      Object.fromEntries(Object.entries(copy[1]).map(([file, at]) => [file, [...at]])),
    ],
  };
}
