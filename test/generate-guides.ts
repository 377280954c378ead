/**
 * Synthetic but valid guides, for measuring the check and the build at sizes the content does not have yet.
 * Run by itself it prints what the check takes: `node test/generate-guides.ts 500`.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { largestNumber } from '../src/schemas/guide.ts';
import { present } from './present.ts';

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

/**
 * Adds `otherLargestNumber` guides of about 700 words to `root/content`, on shelves of their own with numbers
 * from 1000 on. A root without content gets a copy of the project's first. Throws when `otherLargestNumber`
 * guides do not fit under the largest number.
 */
export function generate(root: string, otherLargestNumber: number): void {
  if (firstNumber + otherLargestNumber - 1 > largestNumber)
    throw new RangeError(`At most ${largestNumber - firstNumber + 1} guides can be generated.`);
  if (!existsSync(join(root, 'content')))
    cpSync(join(import.meta.dirname, '../content'), join(root, 'content'), { recursive: true });
  const known = {
    audiences: idsIn(root, 'audiences'),
    skills: idsIn(root, 'skills'),
    workstreams: idsIn(root, 'workstreams'),
    terms: idsIn(root, 'terms'),
    directory: idsIn(root, 'directory'),
  };
  const shelfOf = (index: number): string =>
    `thu-${String(Math.floor(index / shelfSize) + 1).padStart(2, '0')}`;
  for (let i = 0; i < otherLargestNumber; i += shelfSize) {
    const shelf = shelfOf(i);
    mkdirSync(join(root, 'content/guides', shelf), { recursive: true });
    writeFileSync(
      join(root, `content/topics/${shelf}.yaml`),
      `title: Kệ thử ${shelf}\nsummary: Bài sinh ra để đo\nnumbers: [${firstNumber + i}, ${firstNumber + i + shelfSize - 1}]\nicon: phone\norder: ${1000 + i}\n`,
    );
  }
  for (let i = 0; i < otherLargestNumber; i++)
    writeFileSync(join(root, 'content/guides', shelfOf(i), `bai-${i}.mdx`), guide(i));

  function guide(seed: number): string {
    const next = random(seed);
    const pick = <T>(list: readonly T[]): T =>
      present(list[Math.floor(next() * list.length)], 'an item of list');
    const several = <T>(list: readonly T[], count: number): T[] => [
      ...new Set(Array.from({ length: count }, () => pick(list))),
    ];
    const sentence = (): string => `${pick(sees)}, lúc ấy ${pick(does)}.`;
    const paragraph = (count: number): string =>
      Array.from({ length: count }, () => `${sentence()} ${pick(whys)}.`).join(' ');
    const number = firstNumber + seed;
    const thing = pick(things);
    const title = `${pick(verbs)} ${thing} ${pick(places)}, bài ${number}`;
    const neighbour = (by: number): string =>
      `[${seed + by < 0 || seed + by >= otherLargestNumber ? '' : `${shelfOf(seed + by)}/bai-${seed + by}`}]`;
    const step = (index: number): string => {
      const [a, b] = [pick(things), pick(things)];
      return `<Step title="${pick(verbs)} mục ${a} thứ ${index}">\n${paragraph(2)}\n${index % 2 === 0 ? `\n<Screen title="${thing}" rows="${a} | ${b} khác" buttons="Tiếp tục | Quay lại" press="Tiếp tục" />\n` : ''}</Step>`;
    };
    const trouble = (): string => `<Case sees="${pick(sees)}" means="${pick(whys)}">\n${sentence()}\n</Case>`;
    const items = (count: number): string =>
      Array.from({ length: count }, () => `- ${sentence()}`).join('\n');
    return `---
number: ${number}
title: "${title}"
summary: "Tập ${thing} từng bước một, làm lại được nhiều lần."
minutes: ${5 + Math.floor(next() * 20)}
level: ${pick(['first', 'some', 'sure'])}
audiences: [${several(known.audiences, 3).join(', ')}]
skills: [${several(known.skills, 2).join(', ')}]
workstreams: [${several(known.workstreams, 2).join(', ')}]
before: ${neighbour(-1)}
next: ${neighbour(1)}
aliases: ["${thing} kiểu ${number}", "tập ${thing} lần ${number}"]
ask:
  cac-buoc: ["Làm ${thing} số ${number} thế nào?"]
  truc-trac: ["Không thấy ${thing} số ${number} thì sao?"]
risk: ${pick(['none', 'login', 'money'])}
sources:
  - { title: Kiến thức chung, seen: 2026-11-21, certainty: common }
  - { title: "Trang thử ${number}", url: "https://thu.example/${number}", seen: 2026-11-21, certainty: one }
checked: 2026-11-21
---

${paragraph(2)}

<Needs>

${items(2)}
- <Term id="${pick(known.terms)}">từ khó</Term> thì bấm vào để đọc nghĩa.

</Needs>

<Steps>

${Array.from({ length: 6 }, (_, index) => step(index + 1)).join('\n\n')}

</Steps>

<More title="Biết thêm về ${thing}">

${paragraph(2)}

<Tip>

${sentence()}

</Tip>

</More>

<Trouble>

${Array.from({ length: 4 }, trouble).join('\n\n')}

</Trouble>

<Safety>

${items(3)}

</Safety>

<Call ids="${several(known.directory, 2).join(', ')}" />

<Practice>

${paragraph(1)}

</Practice>
`;
  }
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
        peakMegabytes: process.resourceUsage().maxRSS / 1024,
      }),
    );
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
