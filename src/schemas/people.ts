/** Who acts and for whom: units, audiences, workstreams. */
import { z } from 'zod';
import { checked, line, ref, text } from './fields.ts';

/** An organisation, or a group of organisations, named in a plan. Once each; other spellings fold in. */
export const unitSchema = z.strictObject({
  /** Official name. */
  name: line,
  /** Short form people use: "Bộ KH&CN". */
  short: line.optional(),
  level: z.enum(['central', 'ministry', 'province', 'department', 'commune', 'school', 'enterprise']),
  /** Where it is; empty for the whole country. */
  place: line.optional(),
  /** `agency` = one organisation; `group` = many at once, such as "các sở, ngành". */
  kind: z.enum(['agency', 'group']).default('agency'),
  /** Unit that it belongs to. */
  parent: ref('units').optional(),
  /**
   * Whose rules its papers follow: `state` = with Quốc hiệu and Tiêu ngữ (Nghị định 30/2020/NĐ-CP), `party` =
   * with the Party's heading (Hướng dẫn
   * 36-HD/VPTW), `own` = rules of its own organisation, so that the heading of a draft is left open.
   */
  papers: z.enum(['state', 'party', 'own']).default('state'),
  /** Other spellings and old names found in the plans. */
  spellings: z.array(line).default([]),
  /** One line for readers who do not know it. */
  about: line.optional(),
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
  title: line,
  /** Which of the four official groups it belongs to; `all` for everyone, `helpers` for those who teach. */
  group: z.enum([...officialGroups, 'helpers', 'all']),
  /** Wider audience that contains it. */
  parent: ref('audiences').optional(),
  /** One or two sentences to these readers. */
  summary: text,
  /** First three things to do, in order. */
  first: z.array(ref('guides', 'market')).max(3).default([]),
  order: z.int(),
  /** How these listeners are addressed over the loudspeaker. */
  addressedAs: z.enum(addressWays, { error: `chọn một trong: ${addressWays.join(', ')}` }).default('people'),
  /** Their page lists guides in big rows, a line each: for those who see, read or tap with difficulty. */
  bigRows: z.boolean().default(false),
  /** Shown on the home page. */
  home: z.boolean().default(false),
});
export type AudienceData = z.output<typeof audienceSchema>;

/** A strand of work that recurs in many plans; the join between tasks and guides. */
export const workstreamSchema = z.strictObject({
  title: line,
  /** What it is about, for a citizen. */
  summary: text,
  order: z.int(),
});
export type WorkstreamData = z.output<typeof workstreamSchema>;
