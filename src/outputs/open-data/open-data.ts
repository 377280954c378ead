/** Plans, tasks, units, guides, training sessions and good practices as open data, each with the JSON Schema of its rows. Addresses are absolute. */
import { z } from 'astro/zod';
import { absolute } from '../../domain/address.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import type { Source } from '../../schemas/fields.ts';

const link = z.strictObject({ id: z.string(), name: z.string() });
const day = z.iso.date();

const indicator = z.strictObject({
  item: z.string().describe('mục trong văn bản'),
  year: z.int(),
  group: link,
  measure: z.enum(['skills', 'confirmed', 'identity']),
  comparator: z.enum(['equal', 'at-least', 'more-than']),
  value: z.number(),
  unit: z.enum(['percent', 'million-people']),
  wording: z.string(),
});
const planRow = z.strictObject({
  id: z.string(),
  url: z.url(),
  title: z.string(),
  short: z.string(),
  number: z.string().nullable().describe('null: văn bản không ghi'),
  date: day.nullable(),
  level: z.string(),
  place: z.string(),
  issuer: link,
  signer: z.strictObject({ name: z.string().nullable(), role: z.string() }).nullable(),
  partial: z.boolean(),
  unstated: z.array(z.string()),
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
  id: z.string(),
  url: z.url(),
  short: z.url(),
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
  sources: z.array(
    z.strictObject({
      title: z.string(),
      document: z.string().nullable(),
      url: z.string().nullable(),
      certainty: z.enum(['two', 'one', 'common']),
      seen: day,
    }),
  ),
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
  sources: z.array(
    z.strictObject({
      title: z.string(),
      document: z.string().nullable(),
      url: z.string().nullable(),
      certainty: z.enum(['two', 'one', 'common']),
      seen: day,
    }),
  ),
  checked: day,
});
const sourceRow = (s: Source) => ({
  title: s.title,
  document: s.document ?? null,
  url: s.url ?? null,
  certainty: s.certainty,
  seen: s.seen,
});

/** A published file: its address, what it is, the schema of its rows, and the rows. */
export interface DataSet {
  readonly name: string;
  readonly title: string;
  readonly row: z.ZodType;
  rows(h: Handbook): object[];
}

export const dataSets: readonly DataSet[] = [
  {
    name: 'ke-hoach',
    title: 'Kế hoạch và chỉ tiêu',
    row: planRow,
    rows: (h) =>
      h.plans.map((p): z.input<typeof planRow> => ({
        id: p.id,
        url: absolute(h.site.url, p.address),
        title: p.data.title,
        short: p.data.short,
        number: p.data.number,
        date: p.data.date,
        level: p.data.level,
        place: p.data.place,
        issuer: { id: p.issuer.id, name: p.issuer.data.name },
        signer: p.data.signer,
        partial: p.data.partial,
        unstated: p.data.unstated,
        carriesOut: p.carriesOut.map((o) => o.id),
        indicators: h.indicators
          .filter((i) => i.plan === p)
          .map(({ indicator: i, audience }) => ({
            item: i.item,
            year: i.year,
            group: { id: audience.id, name: audience.data.title },
            measure: i.measure,
            comparator: i.comparator,
            value: i.value,
            unit: i.unit,
            wording: i.wording,
          })),
        tasks: p.tasks.map((x) => x.id),
        reporting: p.data.reporting?.words ?? null,
        checked: p.data.checked,
      })),
  },
  {
    name: 'nhiem-vu',
    title: 'Nhiệm vụ',
    row: taskRow,
    rows: (h) =>
      h.tasks.map((x): z.input<typeof taskRow> => ({
        id: x.id,
        url: absolute(h.site.url, x.address),
        plan: x.plan.id,
        item: x.data.item,
        title: x.data.title,
        summary: x.data.summary,
        lead: x.lead.map((u) => ({ id: u.id, name: u.data.name })),
        coordinating: x.coordinating.map((u) => ({ id: u.id, name: u.data.name })),
        time: { ...x.data.time },
        result: x.data.result,
        workstreams: x.workstreams.map((w) => w.id),
        audiences: x.audiences.map((a) => a.id),
        guides: x.guides.map((g) => g.data.number),
        notServed: x.data.handbook.by === 'none' ? x.data.handbook.reason : null,
        checked: x.data.checked,
      })),
  },
  {
    name: 'don-vi',
    title: 'Đơn vị',
    row: unitRow,
    rows: (h) =>
      h.units.map((u): z.input<typeof unitRow> => ({
        id: u.id,
        url: absolute(h.site.url, u.address),
        name: u.data.name,
        level: u.data.level,
        place: u.data.place ?? null,
        kind: u.data.kind,
        parent: u.parent?.id ?? null,
        spellings: u.data.spellings,
        leads: u.leads.map((x) => x.id),
        joins: u.joins.map((x) => x.id),
        checked: u.data.checked,
      })),
  },
  {
    name: 'huong-dan',
    title: 'Bài hướng dẫn và bài học chợ số',
    row: guideRow,
    rows: (h) =>
      h.guides.map((g): z.input<typeof guideRow> => ({
        number: g.data.number,
        id: g.id,
        url: absolute(h.site.url, g.address),
        short: absolute(h.site.url, `/${g.data.number}/`),
        title: g.data.title,
        summary: g.data.summary,
        minutes: g.data.minutes,
        level: g.data.level,
        shelf: { id: g.shelf.id, name: g.shelf.data.title },
        audiences: g.audiences.map((a) => a.id),
        skills: g.skills.map((s) => s.id),
        workstreams: g.workstreams.map((w) => w.id),
        tasks: g.tasks.map((x) => x.id),
        before: g.before.map((o) => o.data.number),
        next: g.next.map((o) => o.data.number),
        aliases: g.data.aliases,
        steps: g.tree.sections.flatMap((s) => s.steps.map((x) => x.title)),
        sources: g.data.sources.map(sourceRow),
        checked: g.data.checked,
      })),
  },
  {
    name: 'tap-huan',
    title: 'Buổi tập huấn soạn sẵn',
    row: programmeRow,
    rows: (h) =>
      h.programmes.map((p): z.input<typeof programmeRow> => ({
        id: p.id,
        url: absolute(h.site.url, p.address),
        title: p.data.title,
        summary: p.data.summary,
        minutes: p.data.minutes,
        audiences: p.audiences.map((a) => a.id),
        people: { from: p.data.people.from, to: p.data.people.to, each: p.data.people.each },
        place: p.data.place,
        device: p.data.device,
        goals: p.data.goals,
        guides: p.guides.map((g) => g.data.number),
        outline: p.parts.map((x) => ({
          from: x.from,
          to: x.to,
          kind: x.kind,
          title: x.title,
          trainer: x.trainer,
          learners: x.learners,
          guide: x.guide?.data.number ?? null,
        })),
        safety: p.data.safety,
        materials: p.data.materials,
        room: { ...p.data.room },
        questions: p.questions.map((q) => ({
          ask: q.ask,
          expect: q.expect,
          guide: q.guide.data.number,
          section: q.section,
        })),
        homework: p.data.homework,
        workstreams: p.workstreams.map((w) => w.id),
        tasks: p.tasks.map((x) => x.id),
        checked: p.data.checked,
      })),
  },
  {
    name: 'cach-lam-hay',
    title: 'Cách làm hay',
    row: practiceRow,
    rows: (h) =>
      h.practices.map((p): z.input<typeof practiceRow> => ({
        id: p.id,
        url: absolute(h.site.url, p.address),
        title: p.data.title,
        place: p.data.place,
        date: p.data.date,
        did: p.data.did,
        result: p.data.result,
        take: p.data.take,
        audiences: p.audiences.map((a) => a.id),
        workstreams: p.workstreams.map((w) => w.id),
        guides: p.guides.map((g) => g.data.number),
        programmes: p.programmes.map((x) => x.id),
        sources: p.data.sources.map(sourceRow),
        checked: p.data.checked,
      })),
  },
];

/** The published file. */
export function dataFile(set: DataSet, h: Handbook): object {
  return {
    $schema: absolute(h.site.url, `/du-lieu/luoc-do/${set.name}.json`),
    title: set.title,
    license: 'https://creativecommons.org/licenses/by/4.0/',
    edition: h.edition,
    items: set.rows(h),
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
    $id: absolute(base, `/du-lieu/luoc-do/${set.name}.json`),
    title: set.title,
    ...z.toJSONSchema(file),
  };
}
