/**
 * Synthetic but valid guides, for measuring the check and the build at sizes the content does not have yet.
 * Run by itself it prints what the check takes: `node test/generate-guides.ts 500`.
 */
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { largestNumber } from '../src/schemas/guide.ts';
import { present } from './present.ts';

/**
 * Most memory that this program itself has held, in MB. What the system tells as its most begins with what the
 * one that started it held, so a large starter would be counted for it.
 */
function ownPeak(): number {
  const told = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  return Number(told ?? NaN) / 1024;
}

/** Generated numbers begin above all that real shelves use. */
const firstNumber = 1000;
/** Guides on one generated shelf. */
const shelfSize = 100;

const verbs = ['Mở', 'Tìm', 'Gửi', 'Lưu', 'Xem', 'Đổi', 'Tắt', 'Bật', 'Nối', 'Chép', 'Xóa', 'Đặt'];
const things = [
  'danh bạ',
  'ảnh chụp',
  'lời nhắn',
  'bản đồ',
  'âm thanh',
  'đồng hồ',
  'bàn phím',
  'lịch họp',
  'ghi chú',
  'tài liệu',
  'cuộc gọi',
  'màn hình',
  'đèn pin',
  'bài học',
];
const places = [
  'trên điện thoại',
  'trên máy tính',
  'ở nhà văn hóa',
  'cùng con cháu',
  'khi đi chợ',
  'khi ra đồng',
  'ở lớp buổi tối',
];
const sees = [
  'Màn hình hiện một vòng tròn xoay',
  'Máy rung nhẹ một cái',
  'Chữ ở dòng trên cùng đổi màu',
  'Có một bảng nhỏ hiện lên giữa màn hình',
  'Nút vừa bấm sáng lên',
  'Danh sách kéo dài thêm xuống dưới',
];
const does = [
  'chờ vài giây rồi nhìn lại',
  'đọc kỹ dòng chữ trước khi bấm',
  'hỏi người trong nhà nếu chưa rõ',
  'để máy gần nơi có sóng',
  'giữ máy bằng hai tay cho khỏi rung',
  'bấm nút quay lại nếu lỡ chạm nhầm',
];
const whys = [
  'Làm chậm thì ít nhầm hơn',
  'Mỗi máy có thể đặt tên mục hơi khác',
  'Việc này làm lại bao nhiêu lần cũng được',
  'Máy cũ cần thêm một chút thời gian',
  'Không mất gì nếu dừng giữa chừng',
  'Người mới tập thường quên bước này',
];

/** Numbers in [0, 1) that are the same at every run. */
function random(seed: number): () => number {
  let value = seed + 0x6d2b79f5;
  return () => {
    value = (value + 0x6d2b79f5) | 0;
    let time = Math.imul(value ^ (value >>> 15), 1 | value);
    time = (time + Math.imul(time ^ (time >>> 7), 61 | time)) ^ time;
    return ((time ^ (time >>> 14)) >>> 0) / 4294967296;
  };
}

const idsIn = (root: string, folder: string): string[] =>
  readdirSync(join(root, 'content', folder))
    .map((file) => file.replace(/\.(yaml|mdx)$/, ''))
    .sort();

/** Whom written guides call: the loudspeaker can say these names in one breath. */
const calledIn = (root: string): string[] =>
  [
    ...new Set(
      globSync('content/guides/**/*.mdx', { cwd: root })
        .flatMap((file) => [...readFileSync(join(root, file), 'utf8').matchAll(/<Call ids="([^"]*)"/g)])
        .flatMap(([, ids = '']) => ids.split(', ')),
    ),
  ].sort();

/** Ids of what a guide may name. */
interface Known {
  readonly audiences: readonly string[];
  readonly skills: readonly string[];
  readonly workstreams: readonly string[];
  readonly terms: readonly string[];
  readonly directory: readonly string[];
}

/** Words and sentences by chance, the same at every run. */
class Chance {
  readonly next: () => number;
  constructor(seed: number) {
    this.next = random(seed);
  }
  pick<T>(list: readonly T[]): T {
    return present(list[Math.floor(this.next() * list.length)], 'an item of list');
  }
  several<T>(list: readonly T[], count: number): T[] {
    return [...new Set(Array.from({ length: count }, () => this.pick(list)))];
  }
  sentence(): string {
    return `${this.pick(sees)}, lúc ấy ${this.pick(does)}.`;
  }
  paragraph(count: number): string {
    return Array.from({ length: count }, () => `${this.sentence()} ${this.pick(whys)}.`).join(' ');
  }
  items(count: number): string {
    return Array.from({ length: count }, () => `- ${this.sentence()}`).join('\n');
  }
  step(index: number, thing: string): string {
    const [row, other] = [this.pick(things), this.pick(things)];
    const title = `${this.pick(verbs)} mục ${row} thứ ${index}`;
    const words = this.paragraph(2);
    const screen = `<Screen title="${thing}" rows="${row} | ${other} khác" buttons="Tiếp tục | Quay lại" press="Tiếp tục" />`;
    return `<Step title="${title}">\n${words}\n${index % 2 === 0 ? `\n${screen}\n` : ''}</Step>`;
  }
  trouble(): string {
    return `<Case sees="${this.pick(sees)}" means="${this.pick(whys)}">\n${this.sentence()}\n</Case>`;
  }
}

const shelfOf = (index: number): string =>
  `thu-${String(Math.floor(index / shelfSize) + 1).padStart(2, '0')}`;

/** The head of a guide, between its lines of dashes. */
function headOf(chance: Chance, known: Known, seed: number, count: number, thing: string): string {
  const number = firstNumber + seed;
  const title = `${chance.pick(verbs)} ${thing} ${chance.pick(places)}, bài ${number}`;
  const neighbour = (by: number): string =>
    `[${seed + by < 0 || seed + by >= count ? '' : `${shelfOf(seed + by)}/bai-${seed + by}`}]`;
  return `number: ${number}
title: "${title}"
summary: "Tập ${thing} từng bước một, làm lại được nhiều lần."
can: "Tự làm được việc với ${thing}."
minutes: ${5 + Math.floor(chance.next() * 20)}
level: ${chance.pick(['first', 'some', 'sure'])}
audiences: [${chance.several(known.audiences, 3).join(', ')}]
skills: [${chance.several(known.skills, 2).join(', ')}]
workstreams: [${chance.several(known.workstreams, 2).join(', ')}]
before: ${neighbour(-1)}
next: ${neighbour(1)}
aliases: ["${thing} kiểu ${number}", "tập ${thing} lần ${number}"]
ask:
  cac-buoc: ["Làm ${thing} số ${number} thế nào?"]
  truc-trac: ["Không thấy ${thing} số ${number} thì sao?"]
risk: ${chance.pick(['none', 'login', 'money'])}
sources:
  - { title: Kiến thức chung, seen: 2026-11-21, certainty: common }
  - { title: "Trang thử ${number}", url: "https://thu.example/${number}", seen: 2026-11-21, certainty: one }
checked: 2026-11-21`;
}

/** A guide of about 700 words; the same for a seed at every run. */
function guide(known: Known, seed: number, count: number): string {
  const chance = new Chance(seed);
  const thing = chance.pick(things);
  return `---
${headOf(chance, known, seed, count, thing)}
---

${chance.paragraph(2)}

<Needs>

${chance.items(2)}
- <Term id="${chance.pick(known.terms)}">từ khó</Term> thì bấm vào để đọc nghĩa.

</Needs>

<Steps>

${Array.from({ length: 6 }, (_, index) => chance.step(index + 1, thing)).join('\n\n')}

</Steps>

<More title="Biết thêm về ${thing}">

${chance.paragraph(2)}

<Tip>

${chance.sentence()}

</Tip>

</More>

<Trouble>

${Array.from({ length: 4 }, () => chance.trouble()).join('\n\n')}

</Trouble>

<Safety>

${chance.items(3)}

</Safety>

<Call ids="${chance.several(known.directory, 2).join(', ')}" />

<Practice>

${chance.paragraph(1)}

</Practice>
`;
}

/** A shelf of its own for each hundred of guides. */
function writeShelves(root: string, count: number): void {
  for (let index = 0; index < count; index += shelfSize) {
    const shelf = shelfOf(index);
    mkdirSync(join(root, 'content/guides', shelf), { recursive: true });
    writeFileSync(
      join(root, `content/topics/${shelf}.yaml`),
      [
        `title: Kệ thử ${shelf}`,
        'summary: Bài sinh ra để đo',
        `numbers: [${firstNumber + index}, ${firstNumber + index + shelfSize - 1}]`,
        'icon: phone',
        `order: ${1000 + index}`,
        '',
      ].join('\n'),
    );
  }
}

/**
 * Adds `count` guides of about 700 words to `root/content`, on shelves of their own with numbers from 1000
 * on. A root without content gets a copy of the project's first.
 * @throws RangeError when so many do not fit under the largest number
 */
export function generate(root: string, count: number): void {
  if (firstNumber + count - 1 > largestNumber)
    throw new RangeError(`At most ${largestNumber - firstNumber + 1} guides can be generated.`);
  if (!existsSync(join(root, 'content')))
    cpSync(join(import.meta.dirname, '../content'), join(root, 'content'), { recursive: true });
  const known: Known = {
    audiences: idsIn(root, 'audiences'),
    skills: idsIn(root, 'skills'),
    workstreams: idsIn(root, 'workstreams'),
    terms: idsIn(root, 'terms'),
    directory: calledIn(root),
  };
  writeShelves(root, count);
  for (let index = 0; index < count; index++)
    writeFileSync(
      join(root, 'content/guides', shelfOf(index), `bai-${index}.mdx`),
      guide(known, index, count),
    );
}

if (import.meta.main) {
  const { checkContent } = await import('../src/cli/check.ts');
  const number = Number(process.argv[2] ?? 500);
  const root = mkdtempSync(join(tmpdir(), 'so-tay-'));
  try {
    generate(root, number);
    const started = performance.now();
    const cpu = process.cpuUsage();
    const { problems, read } = checkContent(root);
    const { user, system } = process.cpuUsage(cpu);
    console.log(
      JSON.stringify({
        guides: number,
        files: read.files,
        problems: problems.length,
        first: problems[0]?.message,
        seconds: (performance.now() - started) / 1000,
        cpuSeconds: (user + system) / 1e6,
        peakMegabytes: ownPeak(),
      }),
    );
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
