/**
 * Plans, tasks, units, guides, cards of life, training sessions and good practices as open data, each with
 * the JSON Schema of its rows. Addresses are absolute.
 */
import { z } from 'zod';
import { absolute, dataSchemaAddress, tallImageAddress } from '../../domain/address.ts';
import { offers } from '../../domain/offers.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import type { Source } from '../../schemas/fields.ts';
import type { CardLine } from '../../schemas/life-event.ts';

const link = z.strictObject({ id: z.string(), name: z.string() });
const day = z.iso.date();

const sourceData = z.strictObject({
  title: z.string(),
  document: z.string().nullable(),
  url: z.string().nullable(),
  read: z
    .boolean()
    .describe('false: văn bản chính thức chỉ biết qua số, ngày hoặc bản trích, chưa đọc toàn văn'),
  certainty: z.enum(['two', 'one', 'common']),
  seen: day,
});

const indicator = z.strictObject({
  item: z.string().describe('mục trong văn bản'),
  year: z.int(),
  group: link,
  by: z.string().nullable().describe('ngày hoặc tháng phải đạt, khi văn bản nêu'),
  alsoFor: z.array(z.string()),
  places: z.array(z.string()),
  measure: z.enum(['skills', 'confirmed', 'identity', 'other']),
  what: z.string().nullable().describe('đo gì, khi measure là other'),
  comparator: z.enum(['equal', 'at-least', 'more-than', 'range']),
  value: z.number(),
  most: z.number().nullable().describe('số lớn nhất của khoảng'),
  unit: z.enum(['percent', 'million-people', 'count']),
  of: z.string().nullable().describe('đếm gì, khi unit là count'),
  wording: z.string(),
});
const planRow = z.strictObject({
  id: z.string(),
  url: z.url(),
  title: z.string(),
  short: z.string(),
  number: z.string().nullable().describe('null: văn bản không ghi'),
  alsoNumber: z.string().nullable().describe('số do cơ quan ký cùng đặt'),
  amends: z.array(z.string()).describe('kế hoạch mà văn bản này sửa'),
  appendices: z.array(z.string()),
  date: day.nullable(),
  level: z.string(),
  place: z.string(),
  issuer: link,
  signer: z.strictObject({ name: z.string().nullable(), role: z.string() }).nullable(),
  partial: z.boolean(),
  unstated: z.array(z.string()),
  unseen: z.array(z.string()).describe('phần của văn bản mà sổ tay chưa xem'),
  carriesOut: z.array(z.string()),
  indicators: z.array(indicator),
  tasks: z.array(z.string()),
  reporting: z.string().nullable(),
  checked: day,
});
const taskRow = z.strictObject({
  id: z.string(),
  url: z.url(),
  plan: z.string(),
  item: z.string(),
  title: z.string(),
  summary: z.string(),
  lead: z.array(link),
  coordinating: z.array(link),
  time: z.looseObject({ kind: z.string() }),
  result: z.string().nullable(),
  products: z.array(z.string()),
  parts: z.array(z.strictObject({ item: z.string(), title: z.string(), lead: z.array(z.string()) })),
  unseen: z
    .array(z.string())
    .describe('phần của văn bản mà sổ tay chưa xem; null ở phần khác: văn bản không nêu'),
  workstreams: z.array(z.string()),
  audiences: z.array(z.string()),
  guides: z.array(z.int()).describe('số bài phục vụ nhiệm vụ'),
  notServed: z.string().nullable().describe('lý do sổ tay không giúp được'),
  checked: day,
});
const unitRow = z.strictObject({
  id: z.string(),
  url: z.url(),
  name: z.string(),
  level: z.string(),
  place: z.string().nullable(),
  kind: z.enum(['agency', 'group']),
  parent: z.string().nullable(),
  spellings: z.array(z.string()),
  leads: z.array(z.string()),
  joins: z.array(z.string()),
  checked: day,
});
const guideRow = z.strictObject({
  number: z.int(),
  kind: z.enum(['guide', 'lesson', 'event']).describe('bài hướng dẫn, bài chợ số, tờ việc đời sống'),
  id: z.string(),
  url: z.url(),
  short: z.url(),
  picture: z.url().nullable().describe('ảnh dọc để gửi nhóm, PNG; null: bản này không làm ảnh'),
  title: z.string(),
  summary: z.string(),
  minutes: z.int(),
  level: z.enum(['first', 'some', 'sure']),
  shelf: link,
  audiences: z.array(z.string()),
  skills: z.array(z.string()),
  workstreams: z.array(z.string()),
  tasks: z.array(z.string()),
  before: z.array(z.int()),
  next: z.array(z.int()),
  aliases: z.array(z.string()),
  steps: z.array(z.string()),
  sources: z.array(sourceData),
  checked: day,
});
/** A line of a card: words, or what is not known with whom to ask. */
const cardLine = z.union([z.string(), z.strictObject({ unknown: z.string(), ask: z.string() })]);
const lifeEventRow = z.strictObject({
  number: z.int(),
  url: z.url(),
  title: z.string(),
  group: z.string().describe('nhóm việc'),
  procedures: z
    .array(z.strictObject({ name: z.string(), code: z.string().nullable() }))
    .describe('tên thủ tục, mã quốc gia; null: chưa rõ mã'),
  who: z.array(cardLine),
  bring: z.array(cardLine),
  where: z.record(z.enum(['phone', 'centre', 'home']), cardLine.nullable()),
  road: z.array(z.strictObject({ do: z.string(), cost: cardLine.nullable(), days: cardLine.nullable() })),
  get: z.array(cardLine),
  calls: z.array(z.string()),
  complete: z.boolean().describe('false: còn quá hai chỗ chưa có nguồn chắc'),
  checked: day,
});

const programmeRow = z.strictObject({
  id: z.string(),
  url: z.url(),
  title: z.string(),
  summary: z.string(),
  minutes: z.int(),
  audiences: z.array(z.string()),
  people: z.strictObject({
    from: z.int(),
    to: z.int(),
    each: z.int().describe('số người học cho một người phụ'),
  }),
  place: z.string(),
  device: z.enum(['android', 'iphone', 'both', 'none']),
  goals: z.array(z.string()),
  guides: z.array(z.int()).describe('số bài, theo thứ tự dùng'),
  outline: z.array(
    z.strictObject({
      from: z.int(),
      to: z.int(),
      kind: z.string(),
      title: z.string(),
      trainer: z.string(),
      learners: z.string(),
      guide: z.int().nullable(),
    }),
  ),
  safety: z.array(z.string()),
  materials: z.array(z.string()),
  room: z.record(z.string(), z.string()),
  questions: z.array(
    z.strictObject({ ask: z.string(), expect: z.string(), guide: z.int(), section: z.string() }),
  ),
  homework: z.string(),
  workstreams: z.array(z.string()),
  tasks: z.array(z.string()),
  checked: day,
});
const practiceRow = z.strictObject({
  id: z.string(),
  url: z.url(),
  title: z.string(),
  place: z.string(),
  date: z.string().describe('2025, 2025-04 hoặc 2025-04-14'),
  did: z.string(),
  result: z.string().nullable().describe('null: nguồn không nêu'),
  take: z.string().describe('lời gợi ý của sổ tay'),
  audiences: z.array(z.string()),
  workstreams: z.array(z.string()),
  guides: z.array(z.int()),
  programmes: z.array(z.string()),
  sources: z.array(sourceData),
  checked: day,
});
/** A line as plain words: a guide is named by its number. */
const plain = (line: CardLine, { byId }: Handbook): CardLine =>
  typeof line === 'string'
    ? line.replace(/<Guide id="([^"]+)" \/>/g, (_, id: string) => `bài ${byId.get(id)?.data.number ?? id}`)
    : line;

function lifeEventRows(handbook: Handbook): z.input<typeof lifeEventRow>[] {
  return handbook.guides.flatMap(({ address, card }) => {
    if (card === undefined) return [];
    const { data } = card;
    const line = (one: CardLine): CardLine => plain(one, handbook);
    const maybe = (one: CardLine | undefined): CardLine | null => (one === undefined ? null : line(one));
    return [
      {
        number: data.number,
        url: absolute(handbook.site.url, address),
        title: data.title,
        group: data.group,
        procedures: data.procedures.map(({ name, code }) => ({ name, code: code ?? null })),
        who: data.who.map(line),
        bring: data.bring.map(line),
        where: {
          phone: maybe(data.where.phone),
          centre: maybe(data.where.centre),
          home: maybe(data.where.home),
        },
        road: data.road.map((leg) => ({ do: leg.do, cost: maybe(leg.cost), days: maybe(leg.days) })),
        get: data.get.map(line),
        calls: data.calls,
        complete: card.complete,
        checked: data.checked,
      },
    ];
  });
}

const sourceRow = (source: Source) => ({
  title: source.title,
  document: source.document ?? null,
  url: source.url ?? null,
  read: source.read ?? true,
  certainty: source.certainty,
  seen: source.seen,
});

/** What a numbered page is. */
const kinds = { guides: 'guide', market: 'lesson', events: 'event' } as const;

/** A published file: its address, what it is, the schema of its rows, and the rows. */
export interface DataSet {
  readonly name: string;
  readonly title: string;
  readonly row: z.ZodType;
  rows(handbook: Handbook): object[];
}

export const dataSets: readonly DataSet[] = [
  {
    name: 'ke-hoach',
    title: 'Kế hoạch và chỉ tiêu',
    row: planRow,
    rows: (handbook) =>
      handbook.plans.map((plan): z.input<typeof planRow> => ({
        id: plan.id,
        url: absolute(handbook.site.url, plan.address),
        title: plan.data.title,
        short: plan.data.short,
        number: plan.data.number,
        alsoNumber: plan.data.alsoNumber ?? null,
        amends: plan.data.amends,
        appendices: plan.data.appendices,
        date: plan.data.date,
        level: plan.data.level,
        place: plan.data.place,
        issuer: { id: plan.issuer.id, name: plan.issuer.data.name },
        signer: plan.data.signer,
        partial: plan.data.partial,
        unstated: plan.data.unstated,
        unseen: plan.data.unseen,
        carriesOut: plan.carriesOut.map((otherPlan) => otherPlan.id),
        indicators: handbook.indicators
          .filter((placedIndicator) => placedIndicator.plan === plan)
          .map(({ indicator, audience }) => ({
            item: indicator.item,
            year: indicator.year,
            group: { id: audience.id, name: audience.data.title },
            by: indicator.by ?? null,
            alsoFor: indicator.alsoFor,
            places: indicator.places,
            measure: indicator.measure,
            what: indicator.what ?? null,
            comparator: indicator.comparator,
            value: indicator.value,
            most: indicator.most ?? null,
            unit: indicator.unit,
            of: indicator.of ?? null,
            wording: indicator.wording,
          })),
        tasks: plan.tasks.map((task) => task.id),
        reporting: plan.data.reporting?.words ?? null,
        checked: plan.data.checked,
      })),
  },
  {
    name: 'nhiem-vu',
    title: 'Nhiệm vụ',
    row: taskRow,
    rows: (handbook) =>
      handbook.tasks.map((task): z.input<typeof taskRow> => ({
        id: task.id,
        url: absolute(handbook.site.url, task.address),
        plan: task.plan.id,
        item: task.data.item,
        title: task.data.title,
        summary: task.data.summary,
        lead: task.lead.map((unit) => ({ id: unit.id, name: unit.data.name })),
        coordinating: task.coordinating.map((unit) => ({ id: unit.id, name: unit.data.name })),
        time: { ...task.data.time },
        result: task.data.result,
        products: task.data.products,
        parts: task.data.parts.map(({ item, title, lead }) => ({ item, title, lead })),
        unseen: task.data.unseen,
        workstreams: task.workstreams.map((workstream) => workstream.id),
        audiences: task.audiences.map((audience) => audience.id),
        guides: task.guides.map((guide) => guide.data.number),
        notServed: task.data.handbook.by === 'none' ? task.data.handbook.reason : null,
        checked: task.data.checked,
      })),
  },
  {
    name: 'don-vi',
    title: 'Đơn vị',
    row: unitRow,
    rows: (handbook) =>
      handbook.units.map((unit): z.input<typeof unitRow> => ({
        id: unit.id,
        url: absolute(handbook.site.url, unit.address),
        name: unit.data.name,
        level: unit.data.level,
        place: unit.data.place ?? null,
        kind: unit.data.kind,
        parent: unit.parent?.id ?? null,
        spellings: unit.data.spellings,
        leads: unit.leads.map((task) => task.id),
        joins: unit.joins.map((task) => task.id),
        checked: unit.data.checked,
      })),
  },
  {
    name: 'huong-dan',
    title: 'Bài hướng dẫn và bài học chợ số',
    row: guideRow,
    rows: (handbook) =>
      handbook.guides.map((guide): z.input<typeof guideRow> => ({
        number: guide.data.number,
        kind: kinds[guide.collection],
        id: guide.id,
        url: absolute(handbook.site.url, guide.address),
        short: absolute(handbook.site.url, `/${guide.data.number}/`),
        picture: offers('social-images')
          ? absolute(handbook.site.url, tallImageAddress(guide.data.number))
          : null,
        title: guide.data.title,
        summary: guide.data.summary,
        minutes: guide.data.minutes,
        level: guide.data.level,
        shelf: { id: guide.shelf.id, name: guide.shelf.data.title },
        audiences: guide.audiences.map((audience) => audience.id),
        skills: guide.skills.map((skill) => skill.id),
        workstreams: guide.workstreams.map((workstream) => workstream.id),
        tasks: guide.tasks.map((task) => task.id),
        before: guide.before.map((otherGuide) => otherGuide.data.number),
        next: guide.next.map((otherGuide) => otherGuide.data.number),
        aliases: guide.data.aliases,
        steps: guide.tree.sections.flatMap((section) => section.steps.map((step) => step.title)),
        sources: guide.data.sources.map(sourceRow),
        checked: guide.data.checked,
      })),
  },
  {
    name: 'viec-doi-song',
    title: 'Tờ việc đời sống',
    row: lifeEventRow,
    rows: lifeEventRows,
  },
  {
    name: 'tap-huan',
    title: 'Buổi tập huấn soạn sẵn',
    row: programmeRow,
    rows: (handbook) =>
      handbook.programmes.map((programme): z.input<typeof programmeRow> => ({
        id: programme.id,
        url: absolute(handbook.site.url, programme.address),
        title: programme.data.title,
        summary: programme.data.summary,
        minutes: programme.data.minutes,
        audiences: programme.audiences.map((audience) => audience.id),
        people: {
          from: programme.data.people.from,
          to: programme.data.people.to,
          each: programme.data.people.each,
        },
        place: programme.data.place,
        device: programme.data.device,
        goals: programme.data.goals,
        guides: programme.guides.map((guide) => guide.data.number),
        outline: programme.parts.map((part) => ({
          from: part.from,
          to: part.to,
          kind: part.kind,
          title: part.title,
          trainer: part.trainer,
          learners: part.learners,
          guide: part.guide?.data.number ?? null,
        })),
        safety: programme.data.safety,
        materials: programme.data.materials,
        room: { ...programme.data.room },
        questions: programme.questions.map((question) => ({
          ask: question.ask,
          expect: question.expect,
          guide: question.guide.data.number,
          section: question.section,
        })),
        homework: programme.data.homework,
        workstreams: programme.workstreams.map((workstream) => workstream.id),
        tasks: programme.tasks.map((task) => task.id),
        checked: programme.data.checked,
      })),
  },
  {
    name: 'cach-lam-hay',
    title: 'Cách làm hay',
    row: practiceRow,
    rows: (handbook) =>
      handbook.practices.map((practice): z.input<typeof practiceRow> => ({
        id: practice.id,
        url: absolute(handbook.site.url, practice.address),
        title: practice.data.title,
        place: practice.data.place,
        date: practice.data.date,
        did: practice.data.did,
        result: practice.data.result,
        take: practice.data.take,
        audiences: practice.audiences.map((audience) => audience.id),
        workstreams: practice.workstreams.map((workstream) => workstream.id),
        guides: practice.guides.map((guide) => guide.data.number),
        programmes: practice.programmes.map((programme) => programme.id),
        sources: practice.data.sources.map(sourceRow),
        checked: practice.data.checked,
      })),
  },
];

/** The published file. */
export function dataFile(set: DataSet, handbook: Handbook): object {
  return {
    $schema: absolute(handbook.site.url, dataSchemaAddress(set.name)),
    title: set.title,
    license: 'https://creativecommons.org/licenses/by/4.0/',
    edition: handbook.edition,
    items: set.rows(handbook),
  };
}

/** JSON Schema (draft 2020-12) of the published file. */
export function dataSchema(set: DataSet, base: string): object {
  const file = z.strictObject({
    $schema: z.url(),
    title: z.string(),
    license: z.url(),
    edition: day,
    items: z.array(set.row),
  });
  return {
    $id: absolute(base, dataSchemaAddress(set.name)),
    title: set.title,
    ...z.toJSONSchema(file),
  };
}
