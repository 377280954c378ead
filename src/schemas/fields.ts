/**
 * Fields that several collections share. Messages are Vietnamese, because authors read them.
 *
 * Schemas are plain zod: they run in Astro's content layer and, unchanged, in the command-line check.
 */
import { z } from 'zod';
import words from './field-words.json' with { type: 'json' };
import { mailAddressFault, outsideAddressFault } from '../domain/outside-address.ts';
import { withoutFigures } from '../domain/rule-figure.ts';

/** Collections that another entry may point at. */
export type CollectionName =
  | 'emergencies'
  | 'areas'
  | 'audiences'
  | 'directory'
  | 'drills'
  | 'easyRead'
  | 'events'
  | 'guides'
  | 'market'
  | 'modes'
  | 'pages'
  | 'photos'
  | 'plans'
  | 'practices'
  | 'programmes'
  | 'rules'
  | 'site'
  | 'skills'
  | 'tasks'
  | 'terms'
  | 'topics'
  | 'tracks'
  | 'units'
  | 'words'
  | 'workstreams';

/**
 * Which collections a reference field may point at. Read by `domain/references.ts`, which proves every
 * reference.
 */
export const referenceTargets = z.registry<{ targets: readonly CollectionName[] }>();

/** What a field asks an author to write, where its type alone (a string) does not tell. */
export type FieldKind = 'line' | 'text' | 'day' | 'month' | 'loose-date' | 'address' | 'number';

/** Kinds of the fields below; whatever is made of them (`line.max(70)`) has the same kind. */
export const fieldKinds = z.registry<{ kind: FieldKind }>();

/**
 * A reference: the id of an entry in one of the named collections. Existence is proven over all entries, not
 * here.
 */
export function ref(...targets: CollectionName[]) {
  return z
    .string({ error: 'viết mã của mục được nhắc tới, ví dụ: nguoi-cao-tuoi' })
    .min(1, { error: 'mã không được để trống' })
    .register(referenceTargets, { targets });
}

/** Collections whose entries have a number and a page of the same kind: guides, lessons, cards of life. */
export const numbered = ['guides', 'market', 'events'] as const satisfies readonly CollectionName[];

/** One line of plain text, NFC, no leading or trailing space. */
export const line = z
  .string({ error: 'viết một dòng chữ' })
  .min(1, { error: 'không được để trống' })
  .refine((text) => !text.includes('\n'), { error: 'chỉ viết trên một dòng' })
  .refine((text) => text.trim() === text, { error: 'bỏ khoảng trắng ở đầu hoặc cuối' })
  .register(fieldKinds, { kind: 'line' });

/** A line of at most so many letters; a figure of a rule counts as it is read, about twelve letters. */
export const shortLine = (most: number, error: string) =>
  line.refine((words) => withoutFigures(words, '-'.repeat(12)).length <= most, { error });

/** One or more sentences of plain text. */
export const text = z
  .string({ error: 'viết một đoạn chữ' })
  .trim()
  .min(1, { error: 'không được để trống' })
  .register(fieldKinds, { kind: 'text' });

/**
 * A real calendar day, `YYYY-MM-DD`. YAML may hand over a Date; it is turned back into the day that was
 * written.
 */
export const day = z
  .preprocess(
    (value) =>
      value instanceof Date && !Number.isNaN(value.valueOf()) ? value.toISOString().slice(0, 10) : value,
    z.iso.date({ error: 'viết ngày có thật theo dạng năm-tháng-ngày, ví dụ: 2026-11-21' }),
  )
  .register(fieldKinds, { kind: 'day' });

/** An address of some kind, which is proved by `faultOf`. */
function addressFor(faultOf: (address: string) => { readonly cure: string } | undefined, error: string) {
  return z
    .string({ error })
    .superRefine((address, context) => {
      const fault = faultOf(address);
      if (fault) context.addIssue({ code: 'custom', message: fault.cure });
    })
    .register(fieldKinds, { kind: 'address' });
}
const whole = 'viết địa chỉ đầy đủ, bắt đầu bằng https://';
const bare = 'viết địa chỉ không có https://, ví dụ: vietcombank.com.vn';

/**
 * An address outside of the handbook that readers open: https, a plain host, nothing in disguise.
 * `domain/outside-address.ts` says what is refused.
 */
export const outsideAddress = addressFor((address) => outsideAddressFault(address), whole);
/** Where the edition itself is published: a host, and folders if it does not stand at the root of one. */
export const ownAddress = addressFor((address) => outsideAddressFault(address, 'own'), whole);
/**
 * Where a source was read. The same, but `http:` too: some that we cite, div.gov.vn for one, were read at
 * such an address.
 */
export const sourceAddress = addressFor((address) => outsideAddressFault(address, 'source'), whole);
/** An address as readers type it, without `https://`: a host, and a path where it needs one. */
export const typedAddress = addressFor(
  (address) =>
    /^[^/?#:]+(?:\/[a-z0-9/-]+)?$/.test(address) ? outsideAddressFault(`https://${address}`) : { cure: bare },
  bare,
);
/** A host alone. */
export const host = typedAddress.refine((address) => !address.includes('/'), {
  error: 'chỉ viết tên miền, ví dụ: dichvucong.gov.vn',
});
/** Where mail goes: one plain address. */
export const mailAddress = addressFor(
  (address) => mailAddressFault(`mailto:${address}`) && { cure: 'viết địa chỉ thư, ví dụ: so-tay@xa.gov.vn' },
  'viết địa chỉ thư, ví dụ: so-tay@xa.gov.vn',
);

/** A month, `YYYY-MM`. */
export const month = z
  .string()
  .regex(/^20\d\d-(0[1-9]|1[0-2])$/, { error: 'viết tháng theo dạng năm-tháng, ví dụ: 2025-04' })
  .register(fieldKinds, { kind: 'month' });

/** A date as exact as the source gives it: `2025`, `2025-04` or `2025-04-14`. */
export const looseDate = z
  .preprocess(
    (value) =>
      value instanceof Date
        ? value.toISOString().slice(0, 10)
        : typeof value === 'number'
          ? String(value)
          : value,
    z.union([z.string().regex(/^(19|20)\d\d(-(0[1-9]|1[0-2]))?$/), z.iso.date()], {
      error: 'viết 2025, 2025-04 hoặc 2025-04-14 (ngày có thật)',
    }),
  )
  .register(fieldKinds, { kind: 'loose-date' });

/** First and last number of a shelf's range, both included. */
export const numberRange = z
  .tuple([z.int(), z.int()], { error: 'viết hai số, ví dụ: [60, 79]' })
  .refine(([from, to]) => from <= to, { error: 'viết số đầu trước, số cuối sau, ví dụ: [60, 79]' });

/**
 * How sure a fact is: `two` = two independent sources or an official text; `one` = a single source;
 * `common` = common knowledge without a source (then it is worded softly: "thường", "ở nhiều máy").
 */
const certainty = z.enum(['two', 'one', 'common'], {
  error: 'chọn một trong: two (hai nguồn), one (một nguồn), common (kiến thức chung)',
});

/** Where a fact comes from. */
export const source = z
  .strictObject({
    /** What the source is called: title of the page or official name of the document. */
    title: line.meta(words.source.title),
    /**
     * Number of an official document, e.g. `69/2024/NĐ-CP`. A law named in the text must appear here or in
     * the title.
     */
    document: line.optional().meta(words.source.document),
    /** `false`: an official text known by number and day, or from excerpts; official, never counted as read. */
    read: z.boolean().optional().meta(words.source.read),
    /** Public address, https where there is one. */
    url: sourceAddress.optional().meta(words.source.url),
    /** Date printed on the source, as exact as it is. */
    date: looseDate.optional().meta(words.source.date),
    /** Day on which we read it. */
    seen: day.meta(words.source.seen),
    certainty: certainty.meta(words.source.certainty),
  })
  .refine(
    (value) => value.url !== undefined || value.document !== undefined || value.certainty === 'common',
    {
      error: 'nguồn phải có url hoặc document (chỉ kiến thức chung mới được thiếu)',
    },
  )
  .refine(({ read, document }) => read !== false || document !== undefined, {
    error: 'read: false chỉ dùng cho văn bản chính thức: ghi thêm document, số của văn bản',
  });
export type Source = z.output<typeof source>;

/**
 * The language of an entry, by its tag; a file of `content/words` has its words. Absent: the handbook's own.
 */
export const lang = ref('words').optional().meta(words.shared.lang);

/** Most guides that a task starts with. */
const mostFirst = 3;

/** A task that an entry is picked for by hand. */
export const pick = z.strictObject({
  task: ref('tasks').meta(words.pick.task),
  /** Why an officer who has this task should take it. */
  why: line.max(140, { error: 'viết gọn trong 140 chữ cái' }).meta(words.pick.why),
  /** Place in what the task starts with, from 1; absent: picked, but only named after that. */
  first: z.int().min(1).max(mostFirst).optional().meta(words.pick.first),
});
export type TaskPick = z.output<typeof pick>;

/**
 * What changed for readers, one sentence a day, newest first: told in the feed and to holders of older
 * sheets. Slips of the pen need none.
 */
export const changes = z
  .array(
    z.strictObject({
      day: day.meta(words.change.day),
      what: shortLine(200, 'viết gọn trong 200 chữ cái').meta(words.change.what),
    }),
  )
  .default([]);

/** Day of the last check against the sources. */
export const checked = day.meta(words.shared.checked);
