/**
 * A campaign plan, as data. Sentences are written anew; numbers, dates and official names are the document's.
 */
import { z } from 'zod';
import { checked, day, line, looseDate, ref, source, text } from './fields.ts';

/** Levels of government, widest first. */
const planLevels = ['central', 'ministry', 'province', 'department', 'commune'] as const;

/**
 * A target of one plan for one group in one year. Never averaged or converted: units differ between plans.
 */
const indicatorSchema = z.strictObject({
  /** Item in the document, e.g. `III.1.4`. */
  item: line,
  /** Year by whose end the target holds. */
  year: z.int().min(2020).max(2050),
  /** Group that is counted. */
  group: ref('audiences'),
  /**
   * What is counted: `skills` = has knowledge and skills; `confirmed` = confirmed on VNeID; `identity` = has
   * a digital identity.
   */
  measure: z.enum(['skills', 'confirmed', 'identity']),
  /** How the number is meant: `equal`, `at-least`, `more-than` ("trên"). */
  comparator: z.enum(['equal', 'at-least', 'more-than']),
  /** The number itself. */
  value: z.number().positive(),
  /** `percent` of the group, or `million-people`. */
  unit: z.enum(['percent', 'million-people']),
  /** The document's own words for this target, spelling slips put right. */
  wording: text,
});
export type Indicator = z.output<typeof indicatorSchema>;

/** A document that the plan rests on. */
const basis = z.strictObject({
  /** Number, e.g. `57-NQ/TW`. */
  document: line,
  /** Date of the document. */
  date: looseDate.optional(),
  /** Who issued it. */
  issuer: line.optional(),
  /** What it is about, in a few words. */
  about: line,
});

/** When and to whom units report. */
const reporting = z.strictObject({
  /** The rule in plain words. */
  words: text,
  /** How often. `not-stated` when the plan asks for reports without saying how often. */
  every: z.enum(['quarter', 'not-stated']),
  /** Day of the quarter's last month. */
  day: z.int().min(1).max(31).optional(),
  /** `by` = that day at the latest; `before` = before that day. */
  limit: z.enum(['by', 'before']).optional(),
  /** Who receives the report. */
  to: z.array(ref('units')).default([]),
});

/** Parts of a plan that a document may leave out, or that may not have been read. */
const planParts = ['number', 'date', 'signer', 'organisation', 'budget', 'reporting'] as const;
export type PlanPart = (typeof planParts)[number];

export const planSchema = z.strictObject({
  /** Official name of the plan. */
  title: line,
  /** Short name for lists: "Bộ Khoa học và Công nghệ". */
  short: line,
  /** Document number, or null when the document leaves it blank. */
  number: line.nullable(),
  /** Day of issue, or null when the document leaves it blank. */
  date: day.nullable(),
  /** Year when only that is stated. */
  year: z.int().min(2020).max(2050).optional(),
  /** Who issued it. */
  issuer: ref('units'),
  level: z.enum(planLevels),
  /** Where it applies. */
  place: line,
  /** Who signed, as printed; null when not stated. */
  signer: z.strictObject({ name: line.nullable(), role: line }).nullable(),
  /** Only part of the document is known here. Shown on the page. */
  partial: z.boolean().default(false),
  /** What the document leaves blank, in words shown to the reader. */
  unstated: z.array(line).default([]),
  /**
   * Parts of the document that nobody here has read. A part that is empty or null and named here is told as
   * not seen; one that is not named here
   * was read and states nothing.
   */
  unseen: z.array(z.enum(planParts, { error: `chọn trong: ${planParts.join(', ')}` })).default([]),
  /** Which plan this one carries out, when that plan is here. */
  carriesOut: z.array(ref('plans')).default([]),
  legalBasis: z.array(basis).min(1),
  purposes: z.array(text).min(1),
  requirements: z.array(text).default([]),
  /** General contents of the plan, where it lists them apart from tasks. */
  contents: z.array(text).default([]),
  indicators: z.array(indicatorSchema).default([]),
  /** Who does what in carrying the plan out. */
  organisation: z
    .array(z.strictObject({ unit: ref('units'), item: line.optional(), duties: z.array(text).min(1) }))
    .default([]),
  /** Where the money comes from; null when not stated. */
  budget: text.nullable(),
  /** Reporting rule; null when not stated. */
  reporting: reporting.nullable(),
  /** Who received the document, as printed. */
  recipients: z.array(line).default([]),
  sources: z.array(source).min(1),
  checked,
});
export type PlanData = z.output<typeof planSchema>;
