/**
 * `npm run export -- box`: forms in one folder, which is replaced only when the new one is whole. A run that
 * was broken off goes on with the form that it was at.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { madeExport, markExport, marksFolder } from '../books/made-exports.ts';
import { makeFolder } from '../release/make-folder.ts';
import type { ExportedFile, GatherInput, Output } from '../outputs/output.ts';
import { filesUnder } from '../release/checksums.ts';

/** What a box is made with; the parts that make forms are given, so that a test need not build a site. */
export interface BoxInput extends Pick<GatherInput, 'handbook' | 'choice'> {
  readonly to: string;
  /** Digest of all that the forms are made from. */
  readonly inputs: string;
  readonly gathers: NonNullable<Output['gathers']>;
  /** Files of a form. @throws Error that says what is missing */
  readonly exported: (form: string) => Promise<readonly ExportedFile[]>;
  /** Runs a command that writes into a folder. @throws Error that says what is missing */
  readonly command: (form: string, to: string) => Promise<unknown>;
  readonly say: (line: string) => void;
}

function writeAll(to: string, files: readonly ExportedFile[]): void {
  for (const { name, content } of files) {
    mkdirSync(dirname(join(to, name)), { recursive: true });
    writeFileSync(join(to, name), content);
  }
}

/** Folder of a file in the box. */
const folderOf = (name: string): string => name.split('/')[0] ?? '';

/** Makes a form anew in a half-made box. Answers with its folder. @throws Error saying what is missing */
async function makeForm(form: string, half: string, input: BoxInput): Promise<string> {
  const own = input.gathers.commands[form];
  const files = own === undefined ? await input.exported(form) : [];
  const folder = own ?? folderOf(files[0]?.name ?? form);
  rmSync(join(half, folder), { recursive: true, force: true });
  makeFolder(join(half, folder));
  if (own === undefined) writeAll(half, files);
  else await input.command(form, join(half, own));
  return folder;
}

/** Makes the box. @throws Error when something else stands there */
export async function makeBox(input: BoxInput): Promise<string> {
  const { to, inputs, gathers, handbook, choice, say } = input;
  const list = join(to, gathers.list);
  if (existsSync(to) && !existsSync(list))
    throw new Error(`${to} đã có và không phải hộp trước. Chọn nơi khác bằng --to. (folder in the way)`);
  const before = existsSync(list) ? readFileSync(list, 'utf8') : undefined;
  const half = `${to}.dang-lam`;
  const made = new Map<string, { files: number; bytes: number; folder: string }>();
  const absent = new Map<string, string>();
  for (const form of [...gathers.forms, ...Object.keys(gathers.commands)]) {
    const earlier = madeExport(half, form, choice.slug);
    try {
      const kept = earlier?.inputs === inputs;
      const folder = kept ? folderOf(earlier.files[0]?.name ?? form) : await makeForm(form, half, input);
      const files = filesUnder(join(half, folder)).map((file) => ({
        name: `${folder}/${file}`,
        bytes: statSync(join(half, folder, file)).size,
      }));
      markExport(half, form, choice.slug, { inputs, files });
      const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
      made.set(form, { files: files.length, bytes, folder });
      say(kept ? `${form}: còn nguyên từ lần trước.` : `${form}: ${files.length} tệp`);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const left = gathers.commands[form] ?? earlier?.files[0]?.name;
      if (left !== undefined) rmSync(join(half, folderOf(left)), { recursive: true, force: true });
      absent.set(form, error.message);
      say(`${form}: chưa làm được. ${error.message}`);
    }
  }
  writeAll(half, await gathers.beside({ handbook, choice, made, absent, before }));
  rmSync(join(half, marksFolder), { recursive: true, force: true });
  rmSync(to, { recursive: true, force: true });
  renameSync(half, to);
  return `Hộp ở ${to}/: ${made.size} dạng${absent.size > 0 ? `, ${absent.size} dạng chưa làm được` : ''}.`;
}
