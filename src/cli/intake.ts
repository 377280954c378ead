/**
 * `npm run intake -- plan FILE [--unit ID] [--id ID] [--dry]`: a plan's document as files of content to be
 * looked at. FILE `-` is a pasted table from standard input. A plan that is there already is compared and
 * nothing is written.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { readContent } from '../gate/read.ts';
import { compare, type Difference } from '../intake/compare.ts';
import { propose, type Proposal } from '../intake/propose.ts';
import { readDocument } from '../intake/read/read.ts';
import { Refusal } from '../intake/refusal.ts';
import { marksIn, writeProposal, type WrittenFile } from '../intake/write.ts';
import type { Entries } from '../schemas/collections.ts';
import { nearest, slug } from '../vietnamese/text.ts';
import { typed } from './command-line.ts';

const usage = `Cách dùng:
  npm run intake -- plan <tệp> --unit <mã đơn vị ban hành> [--id <mã kế hoạch>] [--dry]
  <tệp>: .docx, .xlsx, .pdf có chữ, .txt; viết - để dán bảng từ bàn phím
  --dry: chỉ xem, không ghi tệp`;

/** Says what is wrong and ends with 2. */
function refuse(message: string): never {
  console.error(message);
  process.exit(2);
}

/** The issuing unit by its id or by its name. */
function issuerOf(asked: string, { units }: Entries): string {
  const found = units.find(({ id, data }) => id === asked || slug(data.name) === slug(asked));
  if (found) return found.id;
  const like = nearest(
    slug(asked),
    units.map(({ id }) => id),
  );
  return refuse(
    `Không có đơn vị “${asked}”.${like === undefined ? '' : ` Có phải “${like}”?`} ` +
      `Chưa có thì tạo trước: npm run new -- unit ${slug(asked) || 'ma-don-vi'} "Tên đơn vị", ` +
      'điền xong rồi chạy lại.',
  );
}

async function readFrom(file: string): Promise<Parameters<typeof propose>[0]> {
  const name = file === '-' ? '-' : basename(file);
  if (file !== '-' && !existsSync(file)) throw new Refusal('missing', file);
  return await readDocument(readFileSync(file === '-' ? 0 : file), name);
}

function tellDifference(id: string, { added, changed, gone }: Difference): void {
  console.log(`Kế hoạch ${id} đã có trong sổ tay. Không ghi đè tệp nào. So với văn bản này:`);
  const parts: [string, readonly string[]][] = [
    ['Thêm', added],
    ['Đổi', changed],
    ['Không còn', gone],
  ];
  for (const [word, list] of parts) {
    console.log(`\n${word}: ${list.length}`);
    for (const line of list) console.log(`  ${line}`);
  }
}

function tellProposal(
  { id, tasks, targets, units }: Proposal,
  files: readonly WrittenFile[],
  dry: boolean,
): void {
  console.log(
    `${dry ? 'Sẽ tạo' : 'Đã tạo'} kế hoạch ${id}: ${tasks.length} nhiệm vụ, ` +
      `${targets.length} chỉ tiêu, ${units.length} đơn vị mới.`,
  );
  for (const { path, text } of files) console.log(`  ${path}: ${marksIn([{ path, text }])} chỗ cần xem`);
  console.log(
    `Có ${marksIn(files)} dòng ✎. Mở từng tệp, so với văn bản theo chỗ ghi ở dòng #, ` +
      'sửa nếu sai rồi xóa dòng ✎. Xong chạy: npm run check',
  );
}

async function run(): Promise<void> {
  const { values, positionals } = typed(
    { unit: { type: 'string' }, id: { type: 'string' }, dry: { type: 'boolean', default: false } },
    { words: 2, usage },
  );
  const [kind, file] = positionals;
  if (kind !== 'plan' || file === undefined) refuse(usage);
  if (values.id !== undefined && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(values.id))
    refuse(`Mã “${values.id}” chưa đúng: chỉ dùng a–z không dấu, số, gạch ngang.`);
  const document = await readFrom(file);
  const { entries } = readContent(process.cwd());
  const issuer = values.unit === undefined ? undefined : issuerOf(values.unit, entries);
  const proposal = propose(document, entries, {
    ...(issuer === undefined ? {} : { issuer }),
    ...(values.id === undefined ? {} : { id: values.id }),
  });
  if (proposal.tasks.length === 0) throw new Refusal('no-tasks', file);
  if (entries.plans.some(({ id }) => id === proposal.id) || existsSync(`content/plans/${proposal.id}.mdx`)) {
    tellDifference(proposal.id, compare(proposal, entries));
    return;
  }
  const files = writeProposal(proposal, entries, new Date().toISOString().slice(0, 10));
  const there = files.find(({ path }) => existsSync(path));
  if (there) refuse(`Đã có ${there.path}; không ghi đè. Chọn mã khác bằng --id.`);
  if (!values.dry)
    for (const { path, text } of files) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  tellProposal(proposal, files, values.dry);
}

try {
  await run();
} catch (reason) {
  if (reason instanceof Refusal) refuse(reason.message);
  throw reason;
}
