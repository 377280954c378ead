/** Who acts and for whom: units, audiences, workstreams. */
import { z } from 'zod';
import words from './field-words.json' with { type: 'json' };
import { checked, line, numbered, ref, text } from './fields.ts';

/** Who issues plans and carries them: levels of government, widest first, then all others. */
export const levels = [
  ...(['central', 'ministry', 'province', 'department', 'commune', 'school', 'enterprise'] as const),
  ...(['party', 'union', 'youth'] as const),
];

/** An organisation, or a group of organisations, named in a plan. Once each; other spellings fold in. */
export const unitSchema = z.strictObject({
  /** Official name. */
  name: line.meta(words.unit.name),
  /** Short form people use: "Bộ KH&CN". */
  short: line.optional().meta(words.unit.short),
  level: z.enum(levels).meta(words.unit.level),
  /** Where it is; empty for the whole country. */
  place: line.optional().meta(words.unit.place),
  /** `agency` = one organisation; `group` = many at once, such as "các sở, ngành". */
  kind: z.enum(['agency', 'group']).default('agency').meta(words.unit.kind),
  /** Unit that it belongs to. */
  parent: ref('units').optional().meta(words.unit.parent),
  /**
   * Whose rules its papers follow: `state` = with Quốc hiệu and Tiêu ngữ (Nghị định 30/2020/NĐ-CP), `party` =
   * with the Party's heading (Hướng dẫn
   * 36-HD/VPTW), `own` = rules of its own organisation, so that the heading of a draft is left open.
   */
  papers: z.enum(['state', 'party', 'own']).default('state').meta(words.unit.papers),
  /** Other spellings and old names found in the plans. */
  spellings: z.array(line).default([]).meta(words.unit.spellings),
  /** One line for readers who do not know it. */
  about: line.optional().meta(words.unit.about),
  checked,
});
export type UnitData = z.output<typeof unitSchema>;

/** The four official groups of the campaign. */
const officialGroups = ['officials', 'students', 'workers', 'citizens'] as const;

/** Ways to address listeners over the loudspeaker; each has its words in `content/words`, group `loud`. */
const addressWays = ['people', 'market', 'students', 'helpers', 'youth', 'workers', 'officials'] as const;

/** Whom a guide speaks to. */
export const audienceSchema = z.strictObject({
  /** Name as the readers would say it of themselves. */
  title: line.meta(words.audience.title),
  /** Which of the four official groups it belongs to; `all` for everyone, `helpers` for those who teach. */
  group: z.enum([...officialGroups, 'helpers', 'all']).meta(words.audience.group),
  /** Wider audience that contains it. */
  parent: ref('audiences').optional().meta(words.audience.parent),
  /** One or two sentences to these readers. */
  summary: text.meta(words.audience.summary),
  /** First three things to do, in order. */
  first: z
    .array(ref(...numbered))
    .max(3)
    .default([])
    .meta(words.audience.first),
  order: z.int().meta(words.audience.order),
  /** How these listeners are addressed over the loudspeaker. */
  addressedAs: z
    .enum(addressWays, { error: `chọn một trong: ${addressWays.join(', ')}` })
    .default('people')
    .meta(words.audience.addressedAs),
  /** Their page lists guides in big rows, a line each: for those who see, read or tap with difficulty. */
  bigRows: z.boolean().default(false).meta(words.audience.bigRows),
  /** A choice in the list of all guides: its short name there and its place among the choices. */
  filter: z
    .strictObject({
      name: line.meta(words.filter.name),
      order: z.int().meta(words.filter.order),
    })
    .optional()
    .meta(words.audience.filter),
  /** The audience under whose choice its guides stand in that list. */
  filterWith: ref('audiences').optional().meta(words.audience.filterWith),
  /** Everybody, or all citizens: what is for them serves those of `servedByAll` too. */
  meansAll: z.boolean().default(false).meta(words.audience.meansAll),
  /** In that list, guides for everybody stand under its choice too. */
  servedByAll: z.boolean().default(false).meta(words.audience.servedByAll),
  /** Shown on the home page. */
  home: z.boolean().default(false).meta(words.audience.home),
});
export type AudienceData = z.output<typeof audienceSchema>;

/** A strand of work that recurs in many plans; the join between tasks and guides. */
export const workstreamSchema = z.strictObject({
  title: line.meta(words.workstream.title),
  /** What it is about, for a citizen. */
  summary: text.meta(words.workstream.summary),
  order: z.int().meta(words.workstream.order),
});
export type WorkstreamData = z.output<typeof workstreamSchema>;
