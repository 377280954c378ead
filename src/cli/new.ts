/**
 * `npm run new -- guide|lesson|plan|task <id> [title]`: a file from a template, with the next free number.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { freeNumber } from '../gate/prove.ts';
import { nearest } from '../vietnamese/text.ts';
import type { Entry } from '../schemas/collections.ts';
import { readContent } from '../gate/read.ts';

/** Says what is wrong and ends with 2. */
function refuse(message: string): never {
  console.error(message);
  process.exit(2);
}

const today = new Date().toISOString().slice(0, 10);
const quote = (title: string): string => JSON.stringify(title);

const guideBody = `
Một hai câu mở đầu: khi nào cần làm việc này, làm để được gì.

<Needs>

- Điện thoại có nối mạng.

</Needs>

<Steps>
<Step title="Mở …">

Nói người đọc sẽ thấy gì.

<Screen title="Tên màn hình" rows="Dòng một | Dòng hai" buttons="Tiếp tục" press="Tiếp tục" />

</Step>
</Steps>

<Trouble>
<Case sees="Màn hình hiện …" means="Nghĩa là …">
Làm gì.
</Case>
<Case sees="Màn hình hiện …" means="Nghĩa là …">
Làm gì.
</Case>
<Case sees="Màn hình hiện …" means="Nghĩa là …">
Làm gì.
</Case>
</Trouble>

<Safety>

- Điều cần giữ.

</Safety>

<Call ids="to-cong-nghe-so" />

<Practice>
Tập với dữ liệu giả.
</Practice>

<Helper>

- Để người học tự cầm máy, tự bấm.

</Helper>
`;

function guide(number: number, title: string, extra = ''): string {
  return `---
number: ${number}
title: ${quote(title)}
summary: ${quote('Đọc xong bạn làm được …')}
minutes: 10
level: first
audiences: [nguoi-dan]
skills: [dung-dien-thoai-co-ban]
workstreams: []
before: []
next: []
aliases: []
ask:
  cac-buoc: ["…?"]
risk: none
sources:
  - title: ${quote('Kiến thức chung; thay bằng nguồn thật')}
    seen: ${today}
    certainty: common
added: ${today}
checked: ${today}
${extra}---
${guideBody}`;
}

const plan = (title: string): string => `---
title: ${quote(title)}
short: ${quote('Tên ngắn')}
number: null
date: null
issuer: ${quote('mã đơn vị trong content/units')}
level: commune
place: ${quote('Tên xã')}
signer: null
unstated: []
carriesOut: []
legalBasis:
  - { document: ${quote('57-NQ/TW')}, date: 2024-12-22, issuer: Bộ Chính trị, about: ${quote('đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia')} }
purposes:
  - ${quote('Mục đích, viết lại bằng lời của mình.')}
requirements: []
indicators: []
organisation: []
budget: null
reporting: null
sources:
  - title: ${quote(title)}
    document: ${quote('số ký hiệu, hoặc: Văn bản không ghi số')}
    seen: ${today}
    certainty: two
checked: ${today}
---

Một hai câu nói kế hoạch này của ai, trang này có gì.
`;

const task = (item: string, order: number): string => `item: ${quote(item)}
order: ${order}
title: ${quote('Việc phải làm, một dòng')}
summary: ${quote('Việc phải làm, đủ ý, lời của mình.')}
workstreams: [to-cong-nghe-so]
audiences: []
lead: []
leadNote: ${quote('Kế hoạch không nêu cơ quan thực hiện cho việc này.')}
coordinating: []
time: { kind: not-stated }
result: null
handbook: { by: guides }
checked: ${today}
`;

const [kind, id, ...titleWords] = process.argv.slice(2);
const title = titleWords.join(' ') || 'Tên bài, động từ đứng đầu';
const usage = `Cách dùng:
  npm run new -- guide  <kệ>/<ten-tep>        "Tên bài"
  npm run new -- lesson <chặng>/<ten-tep>     "Tên bài"
  npm run new -- plan   <ma-ke-hoach>         "Tên kế hoạch"
  npm run new -- task   <ma-ke-hoach>/<muc>   (ví dụ: xa-moi/iv-1-2)`;
const kinds = ['guide', 'lesson', 'plan', 'task'];
if (!kind || !kinds.includes(kind)) refuse(`${kind ? `Không có loại “${kind}”. ` : ''}${usage}`);
if (!id || !/^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)?$/.test(id))
  refuse(`Mã “${id ?? ''}” chưa đúng: chỉ dùng a–z không dấu, số, gạch ngang.\n${usage}`);

const { entries } = readContent(process.cwd());
const [folder = '', own = ''] = id.split('/');
const inFolder = (list: readonly Entry[], what: string): Entry => {
  const found = list.find((entry) => entry.id === folder);
  if (!id.includes('/') || !found)
    refuse(
      `Không có ${what} “${folder}”.${
        nearest(
          folder,
          list.map((entry) => entry.id),
        )
          ? ` Có phải “${nearest(
              folder,
              list.map((entry) => entry.id),
            )}”?`
          : ''
      } Các mã: ${list.map((entry) => entry.id).join(', ')}`,
    );
  return found;
};
const numbered = [...entries.guides, ...entries.market];
let path: string;
let text: string;
if (kind === 'guide') {
  const topic = inFolder(entries.topics, 'kệ') as Entry<'topics'>;
  const number =
    freeNumber(numbered, topic.data.numbers) ??
    refuse(`Kệ “${folder}” đã hết số ${topic.data.numbers.join('–')}.`);
  path = `content/guides/${id}.mdx`;
  text = guide(number, title);
} else if (kind === 'lesson') {
  const track = inFolder(entries.tracks, 'chặng') as Entry<'tracks'>;
  const number =
    freeNumber(numbered, track.data.numbers) ??
    refuse(`Chặng “${folder}” đã hết số ${track.data.numbers.join('–')}.`);
  const order = entries.market.filter((entry) => entry.id.startsWith(`${folder}/`)).length + 1;
  path = `content/market/${id}.mdx`;
  text = guide(number, title, `order: ${order}\ngoal: ${quote('Sau bài này bà con …')}\n`);
} else if (kind === 'plan') {
  path = `content/plans/${id}.mdx`;
  text = plan(title);
} else {
  inFolder(entries.plans, 'kế hoạch');
  const order = entries.tasks.filter((task) => task.id.startsWith(`${folder}/`)).length + 1;
  path = `content/tasks/${id}.yaml`;
  text = task(own.replaceAll('-', '.').toUpperCase(), order);
}
if (existsSync(path)) refuse(`Đã có ${path}; không ghi đè.`);
mkdirSync(dirname(path), { recursive: true });
writeFileSync(path, text);
console.log(`Đã tạo ${path}. Viết xong thì chạy: npm run check`);
