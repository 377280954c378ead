/**
 * `npm run new -- guide|lesson|event|plan|task|unit|directory|announcement|programme <id> [title]`: a file
 * from a template, with the next free number.
 */
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { typed } from './command-line.ts';
import { freeNumber } from '../gate/rules/numbers.ts';
import { levelNumbers, numberLevels } from '../domain/number-levels.ts';
import { nearest } from '../vietnamese/text.ts';
import type { Entry } from '../schemas/collections.ts';
import { placeholder, type Placeholder } from '../gate/placeholders.ts';
import { readContent } from '../gate/read.ts';

/** Says what is wrong and ends with 2. */
function refuse(message: string): never {
  console.error(message);
  process.exit(2);
}

const today = new Date().toISOString().slice(0, 10);
const quote = (title: string): string => JSON.stringify(title);

/** A placeholder as a YAML value. */
const ask = (name: Placeholder): string => quote(placeholder(name));

const troubleCase = `<Case sees="${placeholder('trouble')}" means="${placeholder('means')}">
${placeholder('cure')}
</Case>`;

const guideBody = `
${placeholder('intro')}

<Needs>

- ${placeholder('need')}

</Needs>

<Steps>
<Step title="${placeholder('step')}">

${placeholder('sees')}

<Screen title="${placeholder('screenTitle')}" rows="${placeholder('screenRow')}" buttons="${placeholder('screenButton')}" />

</Step>
</Steps>

<Trouble>
${troubleCase}
${troubleCase}
${troubleCase}
</Trouble>

<Safety>

- ${placeholder('safety')}

</Safety>

<Call ids="${placeholder('calls')}" />

<Practice>
${placeholder('practice')}
</Practice>

<Helper>

- ${placeholder('helper')}

</Helper>
`;

/** What a guide and a card of life have alike: how it is asked for, its risk and sources, its days. */
const proven = `aliases: []
ask:
  cac-buoc: [${ask('question')}]
risk: ${ask('risk')}
sources:
  - title: ${ask('sourceTitle')}
    seen: ${today}
    certainty: common
added: ${today}
checked: ${today}
`;

function guide(number: number, title: string, extra = ''): string {
  return `---
number: ${number}
title: ${quote(title)}
summary: ${ask('summary')}
can: ${ask('can')}
minutes: 10
level: ${ask('level')}
audiences: [${ask('audiences')}]
skills: [${ask('skills')}]
workstreams: []
before: []
next: []
${proven}${extra}---
${guideBody}`;
}

const stuck = `  - sees: ${ask('stuck')}
    do: ${ask('cure')}
`;

/** A card for an event of life: a file of fields alone. */
const lifeEvent = (number: number, title: string): string => `number: ${number}
title: ${quote(title)}
summary: ${ask('summary')}
audiences: [${ask('audiences')}]
skills: [${ask('skills')}]
workstreams: []
${proven}reviewEvery: 90
group: ${ask('group')}
gives: ${ask('gives')}
who:
  - ${ask('who')}
bring:
  - ${ask('bring')}
where:
  phone: ${ask('wayPhone')}
  centre: ${ask('wayCentre')}
road:
  - do: ${ask('leg')}
    how: ${ask('how')}
    cost: ${ask('cost')}
  - do: ${ask('leg')}
    how: ${ask('how')}
    days: ${ask('days')}
get:
  - ${ask('get')}
stuck:
${stuck.repeat(3)}fraud:
  - ${ask('fraud')}
calls: [${ask('calls')}]
procedures:
  - name: ${ask('procedure')}
`;

const plan = (title: string): string => `---
title: ${quote(title)}
short: ${ask('short')}
number: ${ask('number')}
date: ${ask('date')}
period: ${ask('period')}
issuer: ${ask('unit')}
level: ${ask('level5')}
place: ${ask('place')}
signer: ${ask('signer')}
unstated: []
carriesOut: []
legalBasis:
  - { document: ${ask('document')}, about: ${ask('about')} }
purposes:
  - ${ask('purpose')}
requirements: []
indicators: []
organisation: []
budget: ${ask('budget')}
reporting: ${ask('reporting')}
sources:
  - title: ${quote(title)}
    document: ${ask('number')}
    seen: ${today}
    certainty: two
checked: ${today}
---

${placeholder('planIntro')}
`;

const task = (item: string, order: number): string => `item: ${quote(item)}
order: ${order}
title: ${ask('task')}
summary: ${ask('taskSummary')}
workstreams: [${ask('workstreams')}]
audiences: []
lead: [${ask('lead')}]
coordinating: []
time: ${ask('time')}
result: ${ask('result')}
handbook: ${ask('handbook')}
checked: ${today}
`;

const unit = (name: string): string => `name: ${quote(name)}
level: ${ask('unitLevel')}
place: ${ask('place')}
spellings: []
checked: ${today}
`;

/** An entry of the directory. Its number is one to try until somebody has called it. */
const directoryEntry = (name: string): string => `kind: ${ask('directoryKind')}
name: ${quote(name)}
when: ${ask('directoryWhen')}
use: check
toTry:
  - number: ${ask('directoryNumber')}
certainty: one
sources:
  - title: ${ask('sourceTitle')}
    seen: ${today}
    certainty: one
checked: ${today}
`;

const announcement = (): string => `guide: ${ask('announced')}
steps: ${ask('stepsMark')}
reason: ${ask('reason')}
loudspeaker:
${`  - ${ask('spoken')}\n`.repeat(3)}zalo: |-
  ${placeholder('zaloLine')}
checked: ${today}
`;

/** Parts of a session: what its kind is, how long, whether a phone is in the hand. */
const parts: readonly (readonly [kind: string, minutes: number, phone: boolean])[] = [
  ['welcome', 10, false],
  ['demonstration', 10, false],
  ['practice', 30, true],
  ['wrap-up', 10, false],
];
const part = ([kind, minutes, phone]: (typeof parts)[number]): string => `  - kind: ${kind}
    title: ${ask('partTitle')}
    minutes: ${minutes}
    trainer: ${ask('trainerDoes')}
    learners: ${ask('learnersDo')}
${phone ? `    turn: ${ask('turn')}\n    offline: ${ask('offlineDoes')}\n` : ''}`;
const rooms = ['seats', 'light', 'sound', 'way', 'sign', 'print', 'sockets', 'network'];
const question = `  - ask: ${ask('asked')}
    expect: ${ask('expected')}
    found: ${ask('found')}
`;
const list = (name: Placeholder, times: number, indent = '  '): string =>
  `${indent}- ${ask(name)}\n`.repeat(times);

const programme = (title: string, order: number): string => `title: ${quote(title)}
summary: ${ask('summary')}
order: ${order}
minutes: ${parts.reduce((sum, [, minutes]) => sum + minutes, 0)}
audiences: [${ask('audiences')}]
people: ${ask('people')}
place: ${ask('where')}
device: ${ask('device')}
goals:
${list('goalOf', 1)}why: ${ask('why')}
guides: [${ask('sessionGuide')}]
workstreams: [${ask('workstreams')}]
outline:
${parts.map(part).join('')}demonstration:
  guide: ${ask('sessionGuide')}
  with: ${ask('shownWith')}
  steps:
${list('shownStep', 3, '    ')}practice:
  with: ${ask('practisedWith')}
  steps:
${list('practisedStep', 2, '    ')}  stop: ${ask('stop')}
safety:
${list('kept', 3)}materials:
${list('material', 3)}room:
${rooms.map((name) => `  ${name}: ${ask('roomFeature')}\n`).join('')}questions:
${question.repeat(3)}homework: ${ask('homework')}
afterwards: ${ask('afterwards')}
sources:
  - title: ${ask('sourceTitle')}
    seen: ${today}
    certainty: common
checked: ${today}
`;

const usage = `Cách dùng:
  npm run new -- guide  <kệ>/<ten-tep>        "Tên bài"
  npm run new -- lesson <chặng>/<ten-tep>     "Tên bài"
  npm run new -- event  <kệ>/<ten-tep>        "Tên việc đời sống"
  npm run new -- plan   <ma-ke-hoach>         "Tên kế hoạch"
  npm run new -- task   <ma-ke-hoach>/<muc>   (ví dụ: xa-moi/iv-1-2)
  npm run new -- unit   <ma-don-vi>           "Tên đúng như trong văn bản"
  npm run new -- directory    <ma-muc>        "Tên nơi nhận cuộc gọi" (hotline cũng là loại này)
  npm run new -- announcement <ten-tep>       (lời loa, tin Zalo viết riêng cho một bài)
  npm run new -- programme    <ma-buoi>       "Tên buổi tập huấn"`;
const [asked, id, ...titleWords] = typed({}, { words: Infinity, usage }).positionals;
const title = titleWords.join(' ') || placeholder('title');
/** Kinds of one file in one folder, by the folder. */
const flat = {
  unit: 'units',
  directory: 'directory',
  announcement: 'announcements',
  programme: 'programmes',
} as const;
const isFlat = (word: string): word is keyof typeof flat => Object.hasOwn(flat, word);
// A number to call is an entry of the directory, whatever people call it.
const kind = asked === 'hotline' ? 'directory' : asked;
const kinds = ['guide', 'lesson', 'event', 'plan', 'task', ...Object.keys(flat)];
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
// An edition takes numbers of its level, on any shelf; the handbook those of the shelf. Read from the text:
// settings that are not filled in yet, or name a plan that is still to be written, are no entry.
const settings: unknown = parse(readFileSync('content/edition.yaml', 'utf8'));
const level = z.object({ numbers: z.enum(numberLevels) }).safeParse(settings).data?.numbers ?? 'national';
const rangeOf = (shelf: readonly [number, number]): readonly [number, number] =>
  level === 'national' ? shelf : levelNumbers[level];
const numbered = [...entries.guides, ...entries.market, ...entries.events];
let path: string;
let text: string;
if (kind === 'guide' || kind === 'event') {
  const topics = entries.topics.filter(({ data }) => data.events === (kind === 'event'));
  const topic = inFolder(topics, 'kệ') as Entry<'topics'>;
  const number =
    freeNumber(numbered, rangeOf(topic.data.numbers)) ??
    refuse(`Kệ “${folder}” đã hết số ${topic.data.numbers.join('–')}.`);
  path = kind === 'event' ? `content/events/${id}.yaml` : `content/guides/${id}.mdx`;
  text = kind === 'event' ? lifeEvent(number, title) : guide(number, title);
} else if (kind === 'lesson') {
  const track = inFolder(entries.tracks, 'chặng') as Entry<'tracks'>;
  const number =
    freeNumber(numbered, rangeOf(track.data.numbers)) ??
    refuse(`Chặng “${folder}” đã hết số ${track.data.numbers.join('–')}.`);
  const order = entries.market.filter((entry) => entry.id.startsWith(`${folder}/`)).length + 1;
  path = `content/market/${id}.mdx`;
  text = guide(number, title, `order: ${order}\ngoal: ${ask('goal')}\n`);
} else if (kind === 'plan') {
  path = `content/plans/${id}.mdx`;
  text = plan(title);
} else if (isFlat(kind)) {
  if (id.includes('/')) refuse(`Mã “${id}” chưa đúng: loại này không có thư mục con.\n${usage}`);
  const name = titleWords.join(' ');
  path = `content/${flat[kind]}/${id}.yaml`;
  text = {
    unit: () => unit(name || placeholder('unitName')),
    directory: () => directoryEntry(name || placeholder('directoryName')),
    announcement,
    programme: () => programme(title, Math.max(0, ...entries.programmes.map(({ data }) => data.order)) + 1),
  }[kind]();
} else {
  // A plan that is not filled in yet is no entry; its tasks may be begun all the same.
  if (!existsSync(`content/plans/${folder}.mdx`) || own === '') inFolder(entries.plans, 'kế hoạch');
  const order = globSync(`content/tasks/${folder}/*.yaml`).length + 1;
  path = `content/tasks/${id}.yaml`;
  text = task(own.replaceAll('-', '.').toUpperCase(), order);
}
if (existsSync(path)) refuse(`Đã có ${path}; không ghi đè.`);
mkdirSync(dirname(path), { recursive: true });
writeFileSync(path, text);
console.log(`Đã tạo ${path}. Viết xong thì chạy: npm run check`);
