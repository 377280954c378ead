/**
 * `npm run editions -- --list xa.csv --from tinh.yaml --to THƯ-MỤC [--shard 3/16] [--images]`: many editions
 * at once, as folders or in images that are mounted.
 * Those that differ in their own texts alone are stamped from a mould that is built once; the others are
 * built each for itself. What has not changed is not touched.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { makeFolder } from '../release/make-folder.ts';
import { siteSchema } from '../schemas/edition.ts';
import { lookSchema } from '../schemas/look.ts';
import { filesUnder, sha256 } from '../release/checksums.ts';
import { takeLock } from '../release/lock.ts';
import { Refusal, tell } from '../release/refusal.ts';
import { siteFacts } from '../release/site-facts.ts';
import { buildInputs } from './build-inputs.ts';
import { readCommandLine } from './command-line.ts';
import { settingsFile } from './edition/settings.ts';
import { workspaceOf } from './edition/workspace.ts';
import { readList, shardOf, type Listed } from './editions/list.ts';
import { readMould } from './editions/mould-files.ts';
import { mouldOf, notFromMould, slotsOf, type Settings } from './editions/mould.ts';
import { mount, prune, putLive } from './editions/go-live.ts';
import { Groups, type Group, type Written } from './editions/images.ts';
import { imageMould, writeGroup, type ImageMould, type Wanted } from './editions/make-images.ts';
import { placeEdition, slotsText, storeShared, type ReadyMould } from './editions/place.ts';

const usage =
  'Cách dùng: npm run editions -- --list xa.csv --from tinh.yaml --to THƯ-MỤC [--shard 3/16] [--images]';
const product = process.cwd();
/** Level of the twins of files that all editions share: once for all, so the best. */
const sharedLevel = 11;

/** Runs a command of an edition to its end. @throws Error when it fails */
function run(command: string, edition: string, ...args: readonly string[]): void {
  const { status } = spawnSync(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      'src/cli/edition/run.ts',
      command,
      '--edition',
      edition,
      ...args,
    ],
    { cwd: product, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (status !== 0)
    throw new Error(
      `${edition}: lệnh ${command} dừng với mã ${status}. Xem lỗi: npm run check -- --edition ${edition}`,
    );
}

/** Names of the pictures that settings name; they lie beside the settings that all share. */
function picturesOf(settings: Settings): string[] {
  const { data } = z.object({ look: lookSchema }).safeParse(settings);
  return [data?.look.emblem, data?.look.logo?.picture].filter((name) => name !== undefined);
}

/** Writes the folder of an edition of the list, where the commands for one edition find it. */
function writeFolder(name: string, settings: Settings, pictures: string, own?: string): string {
  const folder = join(product, '.cache/nhieu-ban', name);
  mkdirSync(folder, { recursive: true });
  for (const picture of picturesOf(settings))
    if (existsSync(join(pictures, picture))) cpSync(join(pictures, picture), join(folder, picture));
  if (own !== undefined) cpSync(own, folder, { recursive: true });
  writeFileSync(join(folder, 'edition.yaml'), stringify(settings));
  return folder;
}

/** Builds the mould of a shape, and makes it ready. */
async function readyMould(settings: Settings, pictures: string, to: string): Promise<ReadyMould> {
  const mould = mouldOf(settings);
  const edition = writeFolder(`khuon-${sha256(JSON.stringify(mould)).slice(0, 12)}`, mould, pictures);
  const folders = { product, edition };
  const root = workspaceOf(folders);
  const built = join(root, '.cache/khuon');
  const proven = join(root, '.cache/khuon-noi-dung');
  const drawn = picturesOf(mould).map((name) => sha256(readFileSync(join(edition, name))));
  const inputs = sha256(`${buildInputs()} ${JSON.stringify([mould, drawn])}`);
  // A mould that is made of what is there now stays.
  if (!existsSync(built) || !existsSync(join(root, 'dist')) || readFileSync(built, 'utf8') !== inputs) {
    rmSync(proven, { force: true });
    run('build', edition);
    writeFileSync(built, inputs);
  }
  const files = await readMould(root, mould, proven);
  const sums = [...files.same, ...[...files.made].map(([file, { sum }]) => [file, sum] as const)];
  const id = sha256(JSON.stringify([mould, sums])).slice(0, 16);
  const shared = sha256(JSON.stringify([...files.same])).slice(0, 16);
  const store = join(to, '.khuon', shared);
  mkdirSync(join(to, '.khuon'), { recursive: true });
  const stored = storeShared(files, store, sharedLevel);
  return { files, id, store, stored, facts: siteFacts(files.dist, filesUnder(files.dist), '') };
}

/** The settings of an edition as they are built. */
function siteOf(settings: Settings, { files }: ReadyMould): ReadyMould['files']['handbook']['site'] {
  const { site } = files.handbook;
  return siteSchema.parse({ ...site, ...settings, original: site.original });
}

/** What was done with one edition. */
type Done = 'stamped' | 'built' | 'untouched';

/** Makes editions, moulds once each. */
class Works {
  /** Seconds of the processor that stamping took, all editions together. */
  seconds = 0;
  readonly #to: string;
  readonly #pictures: string;
  readonly #moulds = new Map<string, Promise<ReadyMould>>();
  /** Where images are made: groups, and what is wanted of each. */
  readonly #groups: Groups | undefined;
  readonly #wanted = new Map<Group, Wanted[]>();
  readonly #inImages = new Map<string, Promise<ImageMould>>();

  constructor(to: string, pictures: string, groups?: Groups) {
    this.#to = to;
    this.#pictures = pictures;
    this.#groups = groups;
  }

  /** Makes an edition, or notes it for the images that `end` writes. */
  async make(listed: Listed): Promise<Done | undefined> {
    const why = listed.own === undefined ? await this.#why(listed.settings) : 'có nội dung riêng';
    if (why !== undefined) return this.#build(listed, why);
    const mould = await this.#mould(listed.settings);
    if (this.#groups) {
      await this.#note(this.#groups.of(listed.folder), listed, mould);
      return undefined;
    }
    const order = {
      to: join(this.#to, listed.folder),
      slots: slotsOf(listed.settings),
      site: siteOf(listed.settings, mould),
      now: new Date(),
    };
    const before = process.cpuUsage();
    const changed = await placeEdition(mould, order);
    const { user, system } = process.cpuUsage(before);
    this.seconds += (user + system) / 1e6;
    return changed ? 'stamped' : 'untouched';
  }

  async #note(group: Group, { folder, settings }: Listed, ready: ReadyMould): Promise<void> {
    const mould = this.#inImages.get(ready.id) ?? imageMould(ready, this.#to);
    this.#inImages.set(ready.id, mould);
    const slots = slotsOf(settings);
    const wanted = { folder, mould: await mould, slots, site: siteOf(settings, ready) };
    this.#wanted.set(group, [...(this.#wanted.get(group) ?? []), wanted]);
  }

  /** Writes the images of what changed, and puts it in place. Answers with what was done, one by one. */
  async end(): Promise<Done[]> {
    const before = process.cpuUsage();
    const done: Done[] = [];
    const now = new Date();
    for (const [group, wanted] of this.#wanted) {
      mkdirSync(group.folder, { recursive: true });
      const lock = takeLock(join(group.folder, 'lock'), 'ghi ảnh');
      try {
        const changed = wanted.filter(({ folder, mould, slots }) => {
          const known = group.known(folder);
          return known?.mould !== mould.id || known.slots !== slotsText(slots);
        });
        const nothing = new Map<string, Written>();
        const written = changed.length > 0 ? await writeGroup(group, changed, this.#to, now) : nothing;
        mount(product, this.#to);
        const live = putLive(group, wanted, written, this.#to, now);
        for (const { folder } of wanted) done.push(live.has(folder) ? 'stamped' : 'untouched');
        if (changed.length > 0) prune(group, this.#to);
      } finally {
        lock.release();
      }
    }
    mount(product, this.#to);
    const { user, system } = process.cpuUsage(before);
    this.seconds += (user + system) / 1e6;
    return done;
  }

  #mould(settings: Settings): Promise<ReadyMould> {
    const key = JSON.stringify(mouldOf(settings));
    const known = this.#moulds.get(key) ?? readyMould(settings, this.#pictures, this.#to);
    this.#moulds.set(key, known);
    return known;
  }

  async #why(settings: Settings): Promise<string | undefined> {
    const quick = notFromMould(
      settings,
      (text) => text,
      () => false,
    );
    if (quick !== undefined) return quick;
    const { files } = await this.#mould(settings);
    return notFromMould(settings, files.say, files.holds);
  }

  #build({ folder, settings, own }: Listed, why: string): Done {
    console.log(`${folder}: dựng riêng, vì ${why}.`);
    run('publish', writeFolder(folder, settings, this.#pictures, own), '--to', join(this.#to, folder));
    return 'built';
  }
}

/** Proves the settings of every edition before anything is built. @throws Error with all that is wrong */
function prove(all: readonly Listed[]): void {
  const base: unknown = parse(readFileSync(join(product, settingsFile), 'utf8'));
  const wrong = all.flatMap(({ folder, settings }) => {
    const read = siteSchema.safeParse({ ...(typeof base === 'object' ? base : {}), ...settings });
    return (read.error?.issues ?? []).map(({ path, message }) => `${folder}: ${path.join('.')}: ${message}`);
  });
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
}

if (import.meta.main) {
  // Gigabytes of pages pass through: else the collector looks through all that stays at every 64 MB of them.
  setFlagsFromString('--external-memory-accounted-in-global-limit');
  try {
    const text = { type: 'string' } as const;
    const images = { type: 'boolean', default: false } as const;
    const { values } = readCommandLine({ list: text, from: text, to: text, shard: text, images }, { usage });
    const { list, from, to, shard = '1/1' } = values;
    if (list === undefined || from === undefined || to === undefined) throw new Refusal('usage', usage);
    const here = (path: string): string => resolve(process.env.INIT_CWD ?? product, path);
    const all = shardOf(readList(here(list), here(from)), shard);
    prove(all);
    makeFolder(here(to));
    const groups = values.images ? new Groups(here(to), shard) : undefined;
    const works = new Works(here(to), dirname(here(from)), groups);
    const counts: Record<Done, number> = { stamped: 0, built: 0, untouched: 0 };
    const done: (Done | undefined)[] = [];
    for (const listed of all) done.push(await works.make(listed));
    for (const one of [...done, ...(await works.end())]) if (one) counts[one]++;
    const { stamped, built, untouched } = counts;
    console.log(
      `${all.length} bản: ${stamped} đóng từ khuôn, ${built} dựng riêng, ${untouched} không đổi. ` +
        `Đóng hết ${works.seconds.toFixed(1)} giây máy, chưa kể dựng khuôn.`,
    );
  } catch (error) {
    // What is wrong with a list is told by a plain error; anything else nobody foresaw.
    if (error instanceof Error && error.constructor === Error) {
      console.error(error.message);
      process.exitCode = 1;
    } else process.exitCode = tell(error);
  }
}
