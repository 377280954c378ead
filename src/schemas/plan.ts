/**
 * A campaign plan, as data. Sentences are written anew; numbers, dates and official names are the document's.
 */
import { z } from 'zod';
import { firstDayOf, lastDayOf } from '../domain/days.ts';
import words from './field-words.json' with { type: 'json' };
import { checked, day, line, looseDate, ref, source, text } from './fields.ts';
import { levels } from './people.ts';

/**
 * A target of one plan in one year. Never averaged or converted: units differ between plans.
 */
const indicatorShape = z.strictObject({
  /** Item in the document, e.g. `III.1.4`. */
  item: line.meta(words.indicator.item),
  /** Year by whose end the target holds. */
  year: z.int().min(2020).max(2050).meta(words.indicator.year),
  /** Day or month by whose end it holds, where the document names one. */
  by: looseDate.optional().meta(words.indicator.by),
  /** Group that is counted. */
  group: ref('audiences').meta(words.indicator.group),
  /** Other groups with the same target. */
  alsoFor: z.array(ref('audiences')).default([]).meta(words.indicator.alsoFor),
  /** Places that it holds for, where it is not the whole place of the plan. */
  places: z.array(line).default([]).meta(words.indicator.places),
  /**
   * What is counted: `skills` = has knowledge and skills; `confirmed` = confirmed on VNeID; `identity` = has
   * a digital identity; `other` = what `what` says.
   */
  measure: z.enum(['skills', 'confirmed', 'identity', 'other']).meta(words.indicator.measure),
  what: line.optional().meta(words.indicator.what),
  /** How the number is meant: `equal`, `at-least`, `more-than` ("trên"), `range` up to `most`. */
  comparator: z.enum(['equal', 'at-least', 'more-than', 'range']).meta(words.indicator.comparator),
  /** The number itself. */
  value: z.number().positive().meta(words.indicator.value),
  most: z.number().positive().optional().meta(words.indicator.most),
  /** `percent` of the group, `million-people`, or a `count` of what `of` names: "lượt", "hộ", "mô hình". */
  unit: z.enum(['percent', 'million-people', 'count']).meta(words.indicator.unit),
  of: line.optional().meta(words.indicator.of),
  /** The document's own words for this target, spelling slips put right. */
  wording: text.meta(words.indicator.wording),
});
const together = (one: boolean, other: boolean): boolean => one === other;
const indicatorSchema = indicatorShape
  .refine(({ measure, what }) => together(measure === 'other', what !== undefined), {
    path: ['what'],
    error: 'viết what khi và chỉ khi measure là other',
  })
  .refine(({ comparator, most }) => together(comparator === 'range', most !== undefined), {
    path: ['most'],
    error: 'viết most khi và chỉ khi comparator là range',
  })
  .refine(({ value, most }) => most === undefined || most > value, {
    path: ['most'],
    error: 'most phải lớn hơn value',
  })
  .refine(({ unit, of }) => together(unit === 'count', of !== undefined), {
    path: ['of'],
    error: 'viết of khi và chỉ khi unit là count',
  })
  .refine(({ by, year }) => by === undefined || by.startsWith(String(year)), {
    path: ['by'],
    error: 'by phải nằm trong năm ghi ở year',
  });
export type Indicator = z.output<typeof indicatorSchema>;

/** A document that the plan rests on. */
const basis = z.strictObject({
  /** Number, e.g. `57-NQ/TW`. */
  document: line.meta(words.basis.document),
  /** Date of the document. */
  date: looseDate.optional().meta(words.basis.date),
  /** Who issued it. */
  issuer: line.optional().meta(words.basis.issuer),
  /** What it is about, in a few words. */
  about: line.meta(words.basis.about),
});

/** When and to whom units report. */
const reporting = z.strictObject({
  /** The rule in plain words. */
  words: text.meta(words.reporting.words),
  /** How often. `not-stated` when the plan asks for reports without saying how often. */
  every: z.enum(['month', 'quarter', 'year', 'once', 'not-stated']).meta(words.reporting.every),
  /** Month of the year, for `year`. */
  month: z.int().min(1).max(12).optional().meta(words.reporting.month),
  /** The one day, for `once`. */
  on: day.optional().meta(words.reporting.on),
  /** Day of the month, or of the quarter's last month. */
  day: z.int().min(1).max(31).optional().meta(words.reporting.day),
  /** `by` = that day at the latest; `before` = before that day. */
  limit: z.enum(['by', 'before']).optional().meta(words.reporting.limit),
  /** Who receives the report. */
  to: z.array(ref('units')).default([]).meta(words.reporting.to),
});

/** From when and until when a plan is carried out. Work that comes again ends with it. */
const period = z
  .strictObject({
    from: looseDate.optional().meta(words.planPeriod.from),
    until: looseDate.meta(words.planPeriod.until),
    /** The document's own words. */
    words: line.meta(words.planPeriod.words),
  })
  .refine(({ from, until }) => from === undefined || firstDayOf(from) <= lastDayOf(until), {
    path: ['until'],
    error: 'ngày cuối phải sau ngày đầu (from)',
  });

/** Parts of a plan that a document may leave out, or that may not have been read. */
const planParts = ['number', 'date', 'period', 'signer', 'organisation', 'budget', 'reporting'] as const;
export type PlanPart = (typeof planParts)[number];

export const planSchema = z.strictObject({
  /** Official name of the plan. */
  title: line.meta(words.plan.title),
  /** Short name for lists: "Bộ Khoa học và Công nghệ". */
  short: line.meta(words.plan.short),
  /** Document number, or null when the document leaves it blank. */
  number: line.nullable().meta(words.plan.number),
  /** Number that a second issuer gave the same document. */
  alsoNumber: line.optional().meta(words.plan.alsoNumber),
  /** Day of issue, or null when the document leaves it blank. */
  date: day.nullable().meta(words.plan.date),
  /** Year when only that is stated. */
  year: z.int().min(2020).max(2050).optional().meta(words.plan.year),
  /** From when until when it is carried out; null when not stated. */
  period: period.nullable().meta(words.plan.period),
  /** Who issued it. */
  issuer: ref('units').meta(words.plan.issuer),
  level: z.enum(levels).meta(words.plan.level),
  /** Where it applies. */
  place: line.meta(words.plan.place),
  /** Who signed, as printed; null when not stated. */
  signer: z
    .strictObject({ name: line.nullable().meta(words.signer.name), role: line.meta(words.signer.role) })
    .nullable()
    .meta(words.plan.signer),
  /** Only part of the document is known here. Shown on the page. */
  partial: z.boolean().default(false).meta(words.plan.partial),
  /** What the document leaves blank, in words shown to the reader. */
  unstated: z.array(line).default([]).meta(words.plan.unstated),
  /**
   * Parts of the document that nobody here has read. A part that is empty or null and named here is told as
   * not seen; one that is not named here was read and states nothing.
   */
  unseen: z
    .array(z.enum(planParts, { error: `chọn trong: ${planParts.join(', ')}` }))
    .default([])
    .meta(words.plan.unseen),
  /** Which plan this one carries out, when that plan is here. */
  carriesOut: z.array(ref('plans')).default([]).meta(words.plan.carriesOut),
  /** Earlier plans that this one changes. */
  amends: z.array(ref('plans')).default([]).meta(words.plan.amends),
  /** Appendices by name, as printed. */
  appendices: z.array(line).default([]).meta(words.plan.appendices),
  legalBasis: z.array(basis).min(1).meta(words.plan.legalBasis),
  purposes: z.array(text).min(1).meta(words.plan.purposes),
  requirements: z.array(text).default([]).meta(words.plan.requirements),
  /** General contents of the plan, where it lists them apart from tasks. */
  contents: z.array(text).default([]).meta(words.plan.contents),
  indicators: z.array(indicatorSchema).default([]).meta(words.plan.indicators),
  /** Who does what in carrying the plan out. */
  organisation: z
    .array(
      z.strictObject({
        unit: ref('units').meta(words.duty.unit),
        item: line.optional().meta(words.duty.item),
        duties: z.array(text).min(1).meta(words.duty.duties),
      }),
    )
    .default([])
    .meta(words.plan.organisation),
  /** Where the money comes from; null when not stated. */
  budget: text.nullable().meta(words.plan.budget),
  /** Reporting rule; null when not stated. */
  reporting: reporting.nullable().meta(words.plan.reporting),
  /** Who received the document, as printed. */
  recipients: z.array(line).default([]).meta(words.plan.recipients),
  sources: z.array(source).min(1).meta(words.shared.sources),
  checked,
});
export type PlanData = z.output<typeof planSchema>;
