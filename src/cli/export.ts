/**
 * `npm run export -- FORM|all|box|downloads [--guides 83,62] [--audience ID] [--track ID] [--session ID]
 * [--to DIR]`: forms of the handbook to hand out, from the content alone; the box takes the disk copy and
 * sheets from the finished site too; `downloads` is what the edition offers at `/tai-ve/`. Nothing is written
 * before everything of a form is made.
 */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from '../release/make-folder.ts';
import { exportFolder, madeExport, markExport, partSlug } from '../books/made-exports.ts';
import type { Guide, Handbook } from '../handbook/handbook.ts';
import { joinHandbook } from '../handbook/join.ts';
import type { Choice, ExportedFile, Output } from '../outputs/output.ts';
import { table } from '../outputs/table.ts';
import { tell } from '../release/refusal.ts';
import { checkContent } from './check.ts';
import { makeBox } from './box.ts';
import { findBrowser } from './browser.ts';
import { buildInputs } from './build-inputs.ts';
import { readCommandLine } from './command-line.ts';
import { program } from './debian.ts';
import { make } from './make.ts';

/** What may be asked for. */
export interface Wish {
  readonly guides?: string | undefined;
  readonly audience?: string | undefined;
  readonly track?: string | undefined;
  readonly session?: string | undefined;
}

/** An entry by its id. @throws Error that names the ids there are */
function named<Entry extends { readonly id: string }>(
  entries: readonly Entry[],
  id: string,
  what: string,
): Entry {
  const found = entries.find((entry) => entry.id === id);
  if (found !== undefined) return found;
  throw new Error(
    `Không có ${what} “${id}”. Các mã có: ${entries.map((entry) => entry.id).join(', ')}. (unknown id)`,
  );
}

/** Numbers of guides in the name of a file; more would make a name that disks refuse. */
const numbersInName = 6;

const byNumber = (guides: readonly Guide[]): Guide[] =>
  [...new Set(guides)].sort((one, other) => one.data.number - other.data.number);

/** Some guides, or all. @throws Error for a number or an id that is not there, or for two wishes at once */
export function chosen(handbook: Handbook, { guides, audience, track, session }: Wish): Choice {
  if ([guides, audience, track, session].filter((wish) => wish !== undefined).length > 1)
    throw new Error('Chỉ chọn một trong --guides, --audience, --track, --session. (one choice only)');
  if (audience !== undefined) {
    const { data, guides: own } = named(handbook.audiences, audience, 'nhóm người đọc');
    return { of: 'audience', slug: audience, title: data.title, guides: byNumber(own) };
  }
  if (track !== undefined) {
    const { data, guides: own } = named(handbook.tracks, track, 'chặng học');
    return { of: 'track', slug: track, title: data.title, guides: byNumber(own) };
  }
  if (session !== undefined) {
    const { data, guides: own } = named(handbook.programmes, session, 'buổi tập huấn');
    return { of: 'session', slug: session, title: data.title, guides: byNumber(own) };
  }
  if (guides === undefined)
    return { of: 'everything', slug: partSlug({}), title: handbook.site.name, guides: handbook.guides };
  const picked = guides.split(',').map((number) => {
    const found = handbook.guides.find(({ data }) => String(data.number) === number.trim());
    if (found !== undefined) return found;
    throw new Error(`Không có bài số “${number.trim()}”. Xem các số ở trang /so/. (unknown number)`);
  });
  const ordered = byNumber(picked);
  const numbers = ordered.map(({ data }) => data.number);
  const more = numbers.length - numbersInName;
  return {
    of: 'guides',
    slug: `bai-${numbers.slice(0, numbersInName).join('-')}${more > 0 ? `-va-${more}-bai` : ''}`,
    title: ordered.map(({ data }) => data.title).join('; '),
    guides: ordered,
  };
}

const byExport = table.filter(({ exported }) => exported !== undefined);

/** Forms by name. @throws Error that names those there are */
export function exportsNamed(name: string): readonly Output[] {
  const wanted = name === 'all' ? byExport : byExport.filter((output) => output.name === name);
  if (wanted.length > 0) return wanted;
  const gathered = table.filter(({ gathers }) => gathers !== undefined);
  const known = [...[...byExport, ...gathered].map((output) => output.name), 'all', 'downloads'].join(', ');
  throw new Error(
    `Không có dạng “${name}”. Viết: npm run export -- DẠNG; các dạng có: ${known}. (unknown form)`,
  );
}

/** Path of a program. @throws Error that says what to install */
function programHere(name: string, debianPackage: string): string {
  const path = program(name);
  if (path !== undefined) return path;
  throw new Error(
    `Máy chưa có chương trình ${name}. Cài gói ${debianPackage} của Debian ` +
      `(apt install ${debianPackage}) rồi chạy lại. (missing program)`,
  );
}

/** A bar that is written over where somebody looks on; nothing in a log. */
const progress = (name: string) => (done: number, of: number) => {
  if (!process.stdout.isTTY) return;
  const filled = Math.round((20 * done) / of);
  const bar = `${'█'.repeat(filled)}${'░'.repeat(20 - filled)}`;
  process.stdout.write(`\r${name} ${bar} ${done} trên ${of}${done === of ? '\n' : ''}`);
};

function write(to: string, files: readonly ExportedFile[]): string {
  let bytes = 0;
  for (const { name, content } of files) {
    const file = join(to, name);
    makeFolder(dirname(file));
    writeFileSync(file, content);
    bytes += Buffer.byteLength(content);
  }
  return `${files.length} tệp, ${(bytes / 1000).toFixed(0)} kB`;
}

/** The Handbook of proven content. @throws Error when the content has faults */
function provenHandbook(): Handbook {
  const { read, proof, problems } = checkContent(process.cwd());
  if (problems.length > 0)
    throw new Error(`Nội dung còn ${problems.length} lỗi. Chạy npm run check để xem. (content has faults)`);
  return joinHandbook(read.entries, proof);
}

/** Files of one form. */
async function filesOf({ name, exported }: Output, handbook: Handbook, choice: Choice) {
  const say = progress(name);
  return (await exported?.({ handbook, choice, program: programHere, browser: findBrowser, say })) ?? [];
}

/** A form of some guides. */
interface Wanted {
  readonly output: Output;
  readonly choice: Choice;
}

/** Makes one form, unless it was made from the same inputs and every file of it is still there. */
async function makeForm({ output, choice }: Wanted, handbook: Handbook, to: string): Promise<void> {
  const { name } = output;
  const inputs = buildInputs();
  const started = performance.now();
  if (madeExport(to, name, choice.slug)?.inputs === inputs) {
    console.log(`${name}: còn nguyên từ lần trước, không làm lại.`);
    return;
  }
  const files = await filesOf(output, handbook, choice);
  const size = write(to, files);
  const made = files.map(({ name: file, content }) => ({ name: file, bytes: Buffer.byteLength(content) }));
  markExport(to, name, choice.slug, { inputs, files: made });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${name}: ${choice.guides.length} bài, ${size}, ${seconds} giây, vào ${to}/`);
}

/** Makes the forms that were asked for; of many, one that cannot be made does not keep the others back. */
async function makeForms(wanted: readonly Wanted[], handbook: Handbook, to: string): Promise<void> {
  const refused: string[] = [];
  for (const one of wanted) {
    try {
      await makeForm(one, handbook, to);
    } catch (error) {
      if (wanted.length === 1 || !(error instanceof Error)) throw error;
      refused.push(`${one.output.name}: ${error.message}`);
    }
  }
  if (refused.length > 0) throw new Error(`Có dạng chưa làm được:\n${refused.join('\n')}`);
}

/** What the edition offers at its page of files. @throws Error when it offers nothing */
function offered(handbook: Handbook): Wanted[] {
  const { downloads } = handbook.site;
  if (downloads.length === 0)
    throw new Error(
      'content/edition.yaml chưa ghi dạng nào ở downloads. Ví dụ:\n' +
        'downloads:\n  - { form: epub }\n  - { form: one, audience: nguoi-cao-tuoi }\n(nothing is offered)',
    );
  return downloads.flatMap(({ form, ...part }) =>
    exportsNamed(form).map((output) => ({ output, choice: chosen(handbook, part) })),
  );
}

/** A form that is made of others. */
async function gather(
  gathers: NonNullable<Output['gathers']>,
  handbook: Handbook,
  choice: Choice,
  to: string,
): Promise<void> {
  const numbers = choice.of === 'everything' ? [] : choice.guides.map(({ data }) => String(data.number));
  const exported = async (form: string) => {
    const [output] = exportsNamed(form);
    return output === undefined ? [] : filesOf(output, handbook, choice);
  };
  const command = async (form: string, folder: string) =>
    make(form, [...(form === 'print' ? numbers : []), '--to', folder]);
  console.log(
    await makeBox({
      to,
      inputs: buildInputs(),
      gathers,
      handbook,
      choice,
      exported,
      command,
      say: console.log,
    }),
  );
}

async function run(): Promise<void> {
  const text = { type: 'string' } as const;
  const { values, positionals } = readCommandLine(
    { guides: text, audience: text, track: text, session: text, to: text },
    { words: 1 },
  );
  const [name = ''] = positionals;
  const gathers = table.find((output) => output.name === name)?.gathers;
  const all = name === 'downloads' || gathers !== undefined ? [] : exportsNamed(name);
  const handbook = provenHandbook();
  const choice = chosen(handbook, values);
  if (gathers !== undefined) {
    await gather(gathers, handbook, choice, values.to ?? 'hop');
    return;
  }
  const wanted = name === 'downloads' ? offered(handbook) : all.map((output) => ({ output, choice }));
  await makeForms(wanted, handbook, values.to ?? exportFolder);
}

if (import.meta.main) {
  try {
    await run();
  } catch (error) {
    if (error instanceof Error && error.constructor === Error) {
      console.error(`\n${error.message}`);
      process.exitCode = 1;
    } else process.exitCode = tell(error);
  }
}
