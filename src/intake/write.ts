/**
 * A proposal as files of content. Every fact has a comment with its place in the document; what somebody has
 * to look at has the gate's mark, so that nothing of it is published before. Pure.
 */
import { placeholder, placeholderMark, type Placeholder } from '../gate/placeholders.ts';
import type { Entries } from '../schemas/collections.ts';
import { slug } from '../vietnamese/text.ts';
import type { FoundBasis } from './recognise/head.ts';
import type { Told } from './recognise/outline.ts';
import { timeInside, type Time } from './recognise/times.ts';
import type {
  Proposal,
  Proposed,
  ProposedPoint,
  ProposedTarget,
  ProposedTask,
  ProposedUnit,
} from './propose.ts';

export interface WrittenFile {
  readonly path: string;
  readonly text: string;
}

/** Straight quotes as pairs; several blanks as one. */
const neat = (text: string): string =>
  text
    .replace(/"([^"]*)"/g, '“$1”')
    .replaceAll('"', '”')
    .replace(/\s+/g, ' ')
    .trim();
const quote = (text: string): string => JSON.stringify(neat(text));
const ask = (name: Placeholder): string => JSON.stringify(placeholder(name));
const clip = (text: string): string => {
  const plain = neat(text).replaceAll(placeholderMark, '');
  return plain.length > 90 ? `${plain.slice(0, 88).replace(/\s\S*$/, '')} …` : plain;
};

/** A comment with the place of a fact. */
const where = (places: readonly Told[], pad = ''): string =>
  places.map(({ place, text }) => `${pad}# ${place}: “${clip(text)}”\n`).join('');

/** A mark that the gate refuses until somebody has looked and taken it away. */
const look = (whys: readonly string[], pad = ''): string =>
  [...new Set(whys)].map((why) => `${pad}# ${placeholderMark} Cần xem: ${why}\n`).join('');

const noted = ({ places, whys, reason }: Proposed<unknown>, pad = ''): string =>
  `${where(places, pad)}${reason === undefined ? '' : `${pad}# vì: ${reason}\n`}${look(whys, pad)}`;

const list = (values: readonly string[]): string => `[${values.join(', ')}]`;

/** Values of a time that YAML needs in quotes. */
const timeValue = (value: unknown): string =>
  typeof value === 'string' && !/^(?:[a-z-]+|\d{4}-\d\d-\d\d)$/.test(value) ? quote(value) : String(value);
const timeText = (time: Time): string =>
  `{ ${Object.entries(time)
    .map(([name, value]) => `${name}: ${timeValue(value)}`)
    .join(', ')} }`;

function resultText({ result, products }: ProposedTask): string {
  const whole = result.value === null ? 'null' : quote(result.value);
  const each =
    products.value.length === 0
      ? ''
      : `products:\n${products.value.map((one) => `  - ${quote(one)}\n`).join('')}`;
  return `${noted(result)}result: ${whole}\n${each}`;
}

/** The numbered points of a task. */
function pointsText(points: readonly ProposedPoint[]): string {
  if (points.length === 0) return '';
  const lines = points.map(({ item, title, lead, time }) =>
    [
      noted(title, '  '),
      `  - item: ${quote(item)}\n    title: ${quote(title.value)}\n`,
      lead.value.length === 0 ? '' : `${noted(lead, '    ')}    lead: ${list(lead.value)}\n`,
      time ? `${noted(time, '    ')}    time: ${timeText(time.value)}\n` : '',
    ].join(''),
  );
  return `parts:\n${lines.join('')}`;
}

function handbookText({ office, as }: ProposedTask): string {
  if (office) return `${look(office.whys)}handbook: { by: none, reason: ${quote(office.value)} }\n`;
  return as === undefined ? `handbook: ${ask('handbook')}\n` : `handbook: { by: guides, as: ${as} }\n`;
}

/** The workstreams to choose from, code and title, for a task that is like no other. */
const streamChoices = ({ workstreams }: Entries): string =>
  workstreams.map(({ id, data }) => `# ${id}: ${data.title}\n`).join('');

/** One task. */
function taskText(task: ProposedTask, order: number, today: string, choices: string): string {
  const { item, title, summary, lead, leadNote, coordinating, time, timeWords, workstreams } = task;
  const streams = workstreams.value.length > 0 ? list(workstreams.value) : `[${ask('workstreams')}]`;
  const timed = time
    ? `${noted(time)}time: ${timeText(time.value)}\n`
    : `${where(timeWords ? [timeWords] : [])}time: ${ask('time')}\n`;
  return [
    where(title.places),
    `item: ${quote(item)}\norder: ${order}\n`,
    `${look(title.whys)}title: ${quote(title.value)}\n`,
    `summary: ${quote(summary.value)}\n`,
    workstreams.value.length > 0 ? '' : choices,
    `${noted(workstreams)}workstreams: ${streams}\n`,
    `${noted(task.audiences)}audiences: ${list(task.audiences.value)}\n`,
    `${noted(lead)}lead: ${list(lead.value)}\n`,
    leadNote ? `${look(leadNote.whys)}leadNote: ${quote(leadNote.value)}\n` : '',
    `${noted(coordinating)}coordinating: ${list(coordinating.value)}\n`,
    timed,
    resultText(task),
    pointsText(task.points),
    handbookText(task),
    `checked: ${today}\n`,
  ].join('');
}

/** One unit that is new here. */
function unitText({ name, level, place, group, papers, told }: ProposedUnit, today: string): string {
  return [
    where([told]),
    look(['đơn vị mới: xem tên, cấp, nơi; nếu đã có tệp khác cho đơn vị này thì xóa tệp này và dùng mã ấy']),
    `name: ${quote(name)}\nlevel: ${level}\n`,
    papers === 'state' ? '' : `papers: ${papers}\n`,
    place === undefined ? '' : `place: ${quote(place)}\n`,
    `kind: ${group ? 'group' : 'agency'}\nspellings: []\nchecked: ${today}\n`,
  ].join('');
}

const targetLines = ({ found, group }: ProposedTarget): string => {
  const { item, year, by, measure, comparator, value, most, unit, of, told, whys } = found;
  const marks = `${where([told], '  ')}${look([...whys, ...(group?.whys ?? [])], '  ')}`;
  const fields = [
    `item: ${quote(item || 'không ghi mục')}`,
    `year: ${year ?? ask('date')}`,
    ...(by === undefined ? [] : [`by: ${timeValue(by)}`]),
    `group: ${group?.value ?? ask('audiences')}`,
    `measure: ${measure}`,
    ...(measure === 'other' ? [`what: ${quote(clip(told.text))}`] : []),
    `comparator: ${comparator}`,
    `value: ${value}`,
    ...(most === undefined ? [] : [`most: ${most}`]),
    `unit: ${unit}`,
    ...(of === undefined ? [] : [`of: ${quote(of)}`]),
    `wording: ${quote(told.text)}`,
  ];
  return `${marks}${fields.map((field, index) => `${index === 0 ? '  - ' : '    '}${field}\n`).join('')}`;
};

const basisLines = ({ document, date, issuer, about, place, text }: FoundBasis): string =>
  [
    where([{ place, text }], '  '),
    `  - document: ${quote(document)}\n`,
    date === undefined ? '' : `    date: ${date}\n`,
    issuer === undefined ? '' : `    issuer: ${quote(issuer)}\n`,
    `    about: ${quote(about.charAt(0).toUpperCase() + about.slice(1))}\n`,
  ].join('');

/** A list of sentences, each with its place. */
const pointLines = (name: string, points: readonly Told[]): string =>
  points.length === 0
    ? `${name}: []\n`
    : `${name}:\n${points.map((told) => `  # ${told.place}\n  - ${quote(told.text)}\n`).join('')}`;

const ranks = /^(KT|TM|TL|TUQ)\.?\s*/u;
/** “KT. GIÁM ĐỐC” as people write it. */
function roleText(words: string): string {
  return words
    .split(/\s*,\s*/)
    .map((part) => {
      const [whole = '', rank] = ranks.exec(part) ?? [];
      const rest = part.slice(whole.length).toLowerCase();
      const upper = rest
        .replace(/^\p{L}/u, (letter) => letter.toUpperCase())
        .replace(/^Phó \p{L}/u, (start) => `Phó ${start.slice(-1).toUpperCase()}`);
      return rank === undefined ? upper : `${rank}. ${upper}`;
    })
    .join(', ');
}

/** How often reports are asked for, by the kind of time. */
const reportKinds: ReadonlyMap<string, string> = new Map([
  ['monthly', 'month'],
  ['quarterly', 'quarter'],
  ['yearly', 'year'],
]);

function reportingText({ found, year }: Proposal): string {
  const [told] = found.reporting;
  if (told === undefined) return 'reporting: null\n';
  const time = timeInside(told.text, year)?.time;
  const every = reportKinds.get(time?.kind ?? '') ?? 'not-stated';
  const day =
    time && 'day' in time && typeof time.day === 'number' && every !== 'not-stated'
      ? `  day: ${time.day}\n`
      : '';
  const marks = look(['kỳ báo cáo: xem lại mỗi bao lâu, trước ngày nào, gửi ai']);
  const words = quote(told.text.replace(/^[-–+•]\s*/, ''));
  const fields = `  words: ${words}\n  every: ${every}\n${day}  to: []\n`;
  return `${where([told])}${marks}reporting:\n${fields}`;
}

function organisationText({ organisation }: Proposal): string {
  const known = organisation.filter(({ units, duty }) => units.length > 0 && duty.duties.length > 0);
  if (known.length === 0) return 'organisation: []\n';
  return `organisation:\n${known
    .flatMap(({ units, duty }) =>
      units.map((unit) =>
        [
          where([duty.unit], '  '),
          `  - unit: ${unit}\n    item: ${quote(duty.item)}\n    duties:\n`,
          ...duty.duties.map(({ text }) => `      - ${quote(text)}\n`),
        ].join(''),
      ),
    )
    .join('')}`;
}

/** From when until when, always to be looked at: a title may name a year that ends nothing. */
function periodText({ period }: Proposal['found']): string {
  if (period === undefined)
    return `${look(['kế hoạch làm từ khi nào đến khi nào: máy không thấy văn bản nêu'])}period: null\n`;
  const { from, until, told } = period;
  const fields = [
    ...(from === undefined ? [] : [`from: ${timeValue(from)}`]),
    `until: ${timeValue(until)}`,
    `words: ${quote(told.text)}`,
  ];
  const marks = look(['kế hoạch làm từ khi nào đến khi nào: lấy từ câu này có đúng không']);
  return `${where([told])}${marks}period: { ${fields.join(', ')} }\n`;
}

/** The head of a plan: what it is, who issued it. */
function headText(proposal: Proposal, entries: Entries): string {
  const { found, issuer, level, place } = proposal;
  const { head } = found;
  const unit = entries.units.find(({ id }) => id === issuer)?.data;
  const title = head.title ? quote(head.title.text) : ask('title');
  const numbers = new Map(
    entries.plans.flatMap(({ id, data }) =>
      data.number === null ? [] : [[plainNumber(data.number), id] as const],
    ),
  );
  const carries = head.basis.flatMap(({ document }) => numbers.get(plainNumber(document)) ?? []);
  const issuing = unit ? issuer : ask('unit');
  return [
    look([
      'mục đích, yêu cầu, tóm tắt nhiệm vụ đang chép lời văn bản: viết lại bằng lời của mình, không bớt ý',
    ]),
    `${where(head.title ? [head.title] : [])}title: ${title}\n`,
    `short: ${unit ? quote(unit.short ?? unit.name) : ask('short')}\n`,
    head.number
      ? `${where([head.number])}number: ${quote(head.number.text)}\n`
      : `${look(['không thấy số ký hiệu ở đầu văn bản'])}number: null\n`,
    head.date
      ? `${where([head.date])}date: ${head.date.day}\n`
      : `${look(['không thấy ngày ban hành ở đầu văn bản'])}date: null\n`,
    head.date === undefined && head.year !== undefined ? `year: ${head.year}\n` : '',
    periodText(found),
    `issuer: ${issuing}\nlevel: ${unit ? level : ask('level5')}\n`,
    `place: ${place === undefined ? ask('place') : quote(place)}\n`,
    head.signer
      ? [
          where([head.signer]),
          '# tên người ký không được đọc; muốn ghi thì tự điền\n',
          `signer: { name: null, role: ${quote(roleText(head.signer.text))} }\n`,
        ].join('')
      : `${look(['không thấy chức danh người ký'])}signer: null\n`,
    `unstated: []\ncarriesOut: ${list([...new Set(carries)])}\n`,
    head.basis.length === 0
      ? `legalBasis:\n  - { document: ${ask('document')}, about: ${ask('about')} }\n`
      : `legalBasis:\n${head.basis.map(basisLines).join('')}`,
  ].join('');
}

const plainNumber = (number: string): string => number.replace(/[-/]/g, '').toLowerCase();

/** The plan itself. */
function planText(proposal: Proposal, entries: Entries, today: string): string {
  const { found, issuer, tasks, targets } = proposal;
  const { head } = found;
  const unit = entries.units.find(({ id }) => id === issuer)?.data;
  const budget = found.budget.map(({ text }) => text).join(' ');
  const count = targets.length === 0 ? '' : ` và **${targets.length} chỉ tiêu**`;
  return [
    '---\n',
    headText(proposal, entries),
    found.purposes.length === 0
      ? `purposes:\n  - ${ask('purpose')}\n`
      : pointLines('purposes', found.purposes),
    pointLines('requirements', found.requirements),
    found.contents.length === 0 ? '' : pointLines('contents', found.contents),
    targets.length === 0 ? 'indicators: []\n' : `indicators:\n${targets.map(targetLines).join('')}`,
    organisationText(proposal),
    budget === '' ? 'budget: null\n' : `${where(found.budget.slice(0, 1))}budget: ${quote(budget)}\n`,
    reportingText(proposal),
    head.recipients.length === 0
      ? ''
      : `recipients:\n${head.recipients.map(({ text }) => `  - ${quote(text)}\n`).join('')}`,
    `sources:\n  - title: ${head.title ? quote(head.title.text) : ask('sourceTitle')}\n`,
    `    document: ${quote(head.number?.text ?? 'Văn bản không ghi số')}\n`,
    head.date ? `    date: ${head.date.day}\n` : '',
    `    seen: ${today}\n    certainty: two\nchecked: ${today}\n---\n\n`,
    unit
      ? `Đây là kế hoạch của **${unit.name}**. Trang này có **${tasks.length} nhiệm vụ**${count}.\n`
      : `${placeholder('planIntro')}\n`,
  ].join('');
}

/** File names of tasks: the item, or its place where two items would have one name. */
function taskNames(tasks: readonly ProposedTask[]): string[] {
  const used = new Set<string>();
  return tasks.map(({ item }, index) => {
    const own = slug(item) || String(index + 1);
    const name = used.has(own) ? `${own}-${index + 1}` : own;
    used.add(name);
    return name;
  });
}

/** All files of a proposal. `today` is the day of the look, `2026-11-29`. */
export function writeProposal(proposal: Proposal, entries: Entries, today: string): WrittenFile[] {
  const names = taskNames(proposal.tasks);
  const choices = streamChoices(entries);
  return [
    { path: `content/plans/${proposal.id}.mdx`, text: planText(proposal, entries, today) },
    ...proposal.tasks.map((task, index) => ({
      path: `content/tasks/${proposal.id}/${names[index] ?? index}.yaml`,
      text: taskText(task, index + 1, today, choices),
    })),
    ...proposal.units.map((unit) => ({ path: `content/units/${unit.id}.yaml`, text: unitText(unit, today) })),
  ];
}

/** What is left to look at in files. */
export const marksIn = (files: readonly WrittenFile[]): number =>
  files.reduce(
    (all, { text }) => all + text.split('\n').filter((line) => line.includes(placeholderMark)).length,
    0,
  );
