/** Whom to call: numbers, locks and official addresses, each with how sure it is. */
import { z } from 'zod';
import { writtenNumber } from '../domain/telephone.ts';
import words from './field-words.json' with { type: 'json' };
import { changes, checked, day, fieldKinds, line, ref, source, typedAddress } from './fields.ts';

/**
 * What an entry is, in the order in which readers see the groups. `local` = people of the place, whom an
 * edition fills in.
 */
export const directoryKinds = [
  'emergency',
  'child',
  'bank',
  'wallet',
  'carrier',
  'network',
  'local',
  'power',
  'insurance',
  'portal',
  'office',
  'platform',
] as const;
export type DirectoryKind = (typeof directoryKinds)[number];

/** A number as it is printed: `1900 0368`, `+84 24 2220 0588`. */
export const printedNumber = z
  .string({ error: 'viết số trong ngoặc kép, ví dụ: "1900 0368"' })
  .regex(writtenNumber, {
    error: 'chỉ viết chữ số và khoảng trắng; số gọi từ nước ngoài bắt đầu bằng +84',
  })
  .register(fieldKinds, { kind: 'number' });

/** Groups of which every reader has one of their own. */
const choosable = ['bank', 'carrier', 'power'] as const;
export type Choosable = (typeof choosable)[number];

/** One number and what it is good for. */
const directoryNumber = z.strictObject({
  number: printedNumber.meta(words.directoryNumber.number),
  /** What it is for, when an entry has several. */
  for: line.optional().meta(words.directoryNumber.for),
  /**
   * What a call costs: `free`, `paid` (a service number), `usual` (as any call), `abroad` (international).
   */
  charge: z
    .enum(['free', 'paid', 'usual', 'abroad'], { error: 'chọn một trong: free, paid, usual, abroad' })
    .optional()
    .meta(words.directoryNumber.charge),
  /** The price, only where the unit itself or the press states it: "1.000 đồng mỗi phút". */
  price: line.optional().meta(words.directoryNumber.price),
  /** From where it can be called: `own` = only from phones of that carrier, `abroad` = also from abroad. */
  reach: z
    .enum(['any', 'own', 'abroad'], { error: 'chọn một trong: any, own, abroad' })
    .default('any')
    .meta(words.directoryNumber.reach),
  /** Who states it: the unit's `own` page, or the `press`. Absent for numbers that everybody knows. */
  saidBy: z
    .enum(['own', 'press'], { error: 'chọn một trong: own (trang của đơn vị), press (báo)' })
    .optional()
    .meta(words.directoryNumber.saidBy),
});
export type DirectoryNumber = z.output<typeof directoryNumber>;

/** What a lock stops. Not the same: a locked card still lets money out by the app of the bank. */
const lockTargets = ['card', 'digital', 'account', 'wallet', 'sim'] as const;
const what = z
  .array(z.enum(lockTargets, { error: `chọn trong: ${lockTargets.join(', ')}` }))
  .min(1, { error: 'nêu khóa được những gì' })
  .meta(words.lock.what);
/** A way to lock something. */
const lock = z.discriminatedUnion(
  'by',
  [
    z.strictObject({
      by: z.literal('call').meta(words.lock.by),
      what,
      /** Keys to press while the voice speaks: "1 → 1 → 1". */
      keys: line.optional().meta(words.lock.keys),
      /** What it does not lock, and what one needs for it. */
      note: line.optional().meta(words.lock.note),
    }),
    z.strictObject({
      by: z.literal('sms').meta(words.lock.by),
      what,
      /** The message, letter by letter; what the reader fills in stands in […]. */
      text: line.meta(words.lock.text),
      to: printedNumber.meta(words.lock.to),
      note: line.optional().meta(words.lock.note),
    }),
    z.strictObject({
      by: z.literal('app').meta(words.lock.by),
      what,
      /** What one presses, in order. */
      path: z.array(line).min(1).meta(words.lock.path),
      note: line.optional().meta(words.lock.note),
    }),
  ],
  { error: 'by là một trong: call, sms, app' },
);
export type Lock = z.output<typeof lock>;

/** Who read a text for an edition and answers for it. */
export const reviewedBy = z.strictObject({
  /** "Trưởng phòng Chuyển đổi số". */
  role: line.meta(words.reviewer.role),
  /** "Sở Khoa học và Công nghệ tỉnh …". */
  unit: line.meta(words.reviewer.unit),
  day: day.meta(words.reviewer.day),
});
export type ReviewedBy = z.output<typeof reviewedBy>;

const fields = z.strictObject({
  kind: z
    .enum(directoryKinds, { error: `chọn một trong: ${directoryKinds.join(', ')}` })
    .meta(words.directory.kind),
  /** Full name. */
  name: line.meta(words.directory.name),
  /** What people call it on a button: "Vietcombank". The name itself when absent. */
  short: line.optional().meta(words.directory.short),
  /** Other names that people say or type. */
  aliases: z.array(line).default([]).meta(words.directory.aliases),
  /** When to call. */
  when: line.meta(words.directory.when),
  /**
   * How much may be printed: `ok` = the numbers; `check` = the unit's address and where its number stands,
   * until somebody has opened the page and called; `no` = the same, and nobody needs to try.
   */
  use: z.enum(['ok', 'check', 'no'], { error: 'chọn một trong: ok, check, no' }).meta(words.directory.use),
  /** The numbers; only of `ok` entries. The first is the one to call. */
  numbers: z.array(directoryNumber).default([]).meta(words.directory.numbers),
  /**
   * Numbers that somebody has to try before they may be printed; only of `check` entries. They never leave
   * the gate but for the call sheet (`npm run report -- --calls`).
   */
  toTry: z.array(directoryNumber).default([]).meta(words.directory.toTry),
  /** Numbers seen somewhere that must never be printed, with the reason. */
  refused: z
    .array(
      z.strictObject({
        number: printedNumber.meta(words.refusedNumber.number),
        why: line.meta(words.refusedNumber.why),
      }),
    )
    .default([])
    .meta(words.directory.refused),
  /** Where to find the number when each reader has another, or instead of the usual words of its kind. */
  where: line.optional().meta(words.directory.where),
  /** The entry stands for the reader's own one of this kind, "Ngân hàng của mình": it leads to their list. */
  chooses: z
    .enum(choosable, { error: `chọn một trong: ${choosable.join(', ')}` })
    .optional()
    .meta(words.directory.chooses),
  /** How to lock what; messages only of `ok` entries. */
  locks: z.array(lock).default([]).meta(words.directory.locks),
  /** Official address to be typed by hand, without https:// : `vietcombank.com.vn`. */
  website: typedAddress.optional().meta(words.directory.website),
  /** The official app as it is called in the store. */
  app: line.optional().meta(words.directory.app),
  /** When it answers. */
  hours: line.optional().meta(words.directory.hours),
  /** False addresses that look like it, written so that nothing can be pressed: `sbvhn[.]com`. */
  lookAlikes: z
    .array(
      line.refine((text) => text.includes('[.]'), { error: 'viết dấu chấm là [.] để không ai bấm nhầm' }),
    )
    .default([])
    .meta(words.directory.lookAlikes),
  /** One more thing that a reader must know. */
  note: line.optional().meta(words.directory.note),
  /** What sources say differently; for editors, never printed. */
  doubt: line.optional().meta(words.directory.doubt),
  order: z.int().default(50).meta(words.directory.order),
  /**
   * `two` = two independent sources, `one` = one, `common` = common knowledge, `none` = no source of a
   * number.
   */
  certainty: z
    .enum(['two', 'one', 'common', 'none'], { error: 'chọn một trong: two, one, common, none' })
    .meta(words.directory.certainty),
  sources: z.array(source).default([]).meta(words.shared.sources),
  /** Copies of the unit's own texts that have no public address; for editors, never printed. */
  copies: z.array(line).default([]).meta(words.directory.copies),
  /** What changed for readers, newest first. */
  changes: changes.meta(words.directory.changes),
  reviewedBy: reviewedBy.optional().meta(words.directory.reviewedBy),
  checked,
  /** Days after which the entry must be looked at again. */
  reviewEvery: z.int().min(30).max(730).default(180).meta(words.guide.reviewEvery),
});

/** An entry of the directory. Guides never type numbers; they name an entry. */
export const directorySchema = fields.superRefine((entry, ctx) => {
  const tell = (path: string, message: string): void =>
    ctx.addIssue({ code: 'custom', path: [path], message });
  if (entry.use !== 'ok' && entry.numbers.length > 0)
    tell(
      'numbers',
      `mục có use: ${entry.use} không in số: chuyển số sang toTry, gọi thử xong mới ghi use: ok`,
    );
  if (entry.use !== 'check' && entry.toTry.length > 0)
    tell('toTry', `toTry chỉ dành cho mục có use: check; mục này là use: ${entry.use}`);
  if (entry.use !== 'ok' && entry.locks.some(({ by }) => by === 'sms'))
    tell('locks', `mục có use: ${entry.use} không in cú pháp tin nhắn: ghi số nhận tin vào toTry, hoặc bỏ`);
  if (entry.use === 'ok' && entry.numbers.length === 0 && !entry.where && !entry.website)
    tell('numbers', 'cần numbers, hoặc where nói tìm số ở đâu, hoặc website');
  if (entry.certainty === 'none' && entry.use !== 'no')
    tell('certainty', 'chưa có nguồn cho số nào thì ghi use: no');
  if (entry.certainty !== 'none' && entry.sources.length + entry.copies.length === 0)
    tell('sources', 'nêu ít nhất một nguồn');
  entry.changes.forEach(({ day: on }, index) => {
    const later = entry.changes[index - 1]?.day;
    if (on > entry.checked) tell('changes', `ngày ${on} sau ngày kiểm tra ${entry.checked}`);
    else if (later !== undefined && on >= later)
      tell('changes', `ngày ${on}: xếp mới nhất lên đầu, mỗi ngày một mục`);
  });
});
export type DirectoryData = z.output<typeof directorySchema>;

/** What an edition changes in the directory without touching its entries. */
export const directoryChoices = z.strictObject({
  /** Entries that this edition does not show. */
  hide: z.array(ref('directory')).default([]).meta(words.directoryChoices.hide),
  /** Calls that this edition made itself: the number was reached and answered as what the entry says. */
  tested: z
    .array(
      z.strictObject({
        id: ref('directory').meta(words.testedCall.id),
        /** One of the entry's numbers, or of its numbers to try, which may then be printed. */
        number: printedNumber.meta(words.testedCall.number),
        day: day.meta(words.testedCall.day),
        /** Who called, by role and never by name: "Công chức văn hóa – xã hội". */
        role: line.meta(words.testedCall.role),
      }),
    )
    .default([])
    .meta(words.directoryChoices.tested),
});
