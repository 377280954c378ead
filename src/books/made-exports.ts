/** What `npm run export` has made: a mark beside the files, for the next run and for whoever offers them. */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where exports are made unless told otherwise. */
export const exportFolder = 'dang-khac';

/** What an export was made of: everything, or what an audience, a track or a session has. */
export interface Part {
  readonly audience?: string | undefined;
  readonly track?: string | undefined;
  readonly session?: string | undefined;
}

/** Its name in names of files. */
export const partSlug = ({ audience, track, session }: Part): string =>
  audience ?? track ?? session ?? 'so-tay-so';

/** Files of one export. */
export interface MadeExport {
  /** Digest of all that it was made from. */
  readonly inputs: string;
  /** Names from the folder of exports. */
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
}

/** Where the marks stand in a folder of exports. */
export const marksFolder = '.da-lam';
const markOf = (folder: string, form: string, slug: string): string =>
  join(folder, marksFolder, `${form}-${slug}`);

/** What was made, if every file is still there in its size. */
export function madeExport(folder: string, form: string, slug: string): MadeExport | undefined {
  const mark = markOf(folder, form, slug);
  if (!existsSync(mark)) return undefined;
  const [inputs = '', ...lines] = readFileSync(mark, 'utf8').split('\n');
  const files = lines.map((line) => {
    const [bytes = '', name = ''] = line.split('\t');
    return { name, bytes: Number(bytes) };
  });
  const whole = files.every(
    ({ name, bytes }) => statSync(join(folder, name), { throwIfNoEntry: false })?.size === bytes,
  );
  return whole ? { inputs, files } : undefined;
}

/** Remembers what was made. */
export function markExport(folder: string, form: string, slug: string, made: MadeExport): void {
  const mark = markOf(folder, form, slug);
  mkdirSync(dirname(mark), { recursive: true });
  const lines = made.files.map(({ name, bytes }) => `${bytes}\t${name}`);
  writeFileSync(mark, [made.inputs, ...lines].join('\n'));
}
