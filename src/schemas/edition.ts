/** This edition of the handbook, its words and its redirects. */
import { z } from 'zod';
import words from './field-words.json' with { type: 'json' };
import { numberLevels } from '../domain/number-levels.ts';
import { communeRow, communesSchema } from './communes.ts';
import { directoryChoices, printedNumber, reviewedBy } from './directory.ts';
import { lookSchema, ownWordsSchema } from './look.ts';
import { showSchema } from './show.ts';
import { accent } from './recording.ts';
import {
  checked,
  day,
  line,
  mailAddress,
  numbered,
  outsideAddress,
  ownAddress,
  ref,
  source,
  text,
} from './fields.ts';

/** A line that headers, sheets, posters and names of files have room for. */
const lineOf = (most: number) => line.max(most, { error: `viết gọn trong ${most} chữ cái` });

/** Forms that `npm run export` makes to be handed out. */
export const handOutForms = [
  'epub',
  'zim',
  'one',
  'large-print',
  'audio',
  'text',
  'braille',
  'scorm',
  'qr-steps',
] as const;

/** One of them, whole or for an audience, a track or a session. */
const download = z
  .strictObject({
    form: z
      .enum(handOutForms, { error: `chọn một trong: ${handOutForms.join(', ')}` })
      .meta(words.download.form),
    audience: ref('audiences').optional().meta(words.download.audience),
    track: ref('tracks').optional().meta(words.download.track),
    session: ref('programmes').optional().meta(words.download.session),
  })
  .refine(({ audience, track, session }) => [audience, track, session].filter(Boolean).length < 2, {
    error: 'chỉ ghi một trong audience, track, session',
  });
export type Download = z.output<typeof download>;

/** `content/edition.yaml`: who publishes this edition, where, and whom readers call there. */
export const siteSchema = z.strictObject({
  /** Name of the handbook. */
  name: lineOf(60).meta(words.site.name),
  /** One line under the name. */
  tagline: lineOf(160).meta(words.site.tagline),
  /** What edition this is: "Bản dùng chung", "Bản của xã …". */
  edition: lineOf(80).meta(words.site.edition),
  /** Where it is published for. */
  place: lineOf(60).meta(words.site.place),
  /** Who answers for it. */
  owner: lineOf(120).meta(words.site.owner),
  /** Where it is published: https, a host, and a path when it stands in a folder of one. */
  url: ownAddress.meta(words.site.url),
  /** Address for reporting faults; shown on each page. */
  feedback: line.meta(words.site.feedback),
  /** National course platform to which readers are handed over. */
  platform: z
    .strictObject({
      name: line.meta(words.platform.name),
      url: outsideAddress.meta(words.platform.url),
      sources: z.array(source).min(1).meta(words.shared.sources),
    })
    .meta(words.site.platform),
  /**
   * Local people to call: the commune fills these in. Each replaces the entry of the directory with its id;
   * several of one id stand there together.
   * `phone` may be absent, then `where` says how to find it.
   */
  contacts: z
    .array(
      z.strictObject({
        id: ref('directory').meta(words.contact.id),
        name: line.meta(words.contact.name),
        /** The part of the place that it serves, where several share a role: "Thôn 3". */
        area: line.optional().meta(words.contact.area),
        phone: printedNumber.optional().meta(words.contact.phone),
        where: line.meta(words.contact.where),
        use: line.meta(words.contact.use),
      }),
    )
    .refine(
      (all) => new Set(all.map(({ id, name, area }) => [id, name, area].join('\n'))).size === all.length,
      {
        error: 'hai nơi cùng id, cùng tên: ghi thêm area ở mỗi nơi, ví dụ area: Thôn 1',
      },
    )
    .default([])
    .meta(words.site.contacts),
  /** What this edition hides in the directory, and which numbers it has called itself. */
  directory: directoryChoices.default({ hide: [], tested: [] }).meta(words.site.directory),
  /**
   * Where readers tell that a page is wrong. With neither, the page gives them a text to copy and show.
   * Nothing is sent by the handbook itself.
   */
  faults: z
    .strictObject({
      email: mailAddress.optional().meta(words.faults.email),
      phone: printedNumber.optional().meta(words.faults.phone),
    })
    .default({})
    .meta(words.site.faults),
  /**
   * The edition of a state office: the line “không phải trang của cơ quan nhà nước” gives way to its name.
   */
  official: z.boolean().default(false).meta(words.site.official),
  /** Which office read this edition and answers for it. */
  reviewedBy: reviewedBy.optional().meta(words.site.reviewedBy),
  /** Whose accent a machine has where nobody has read; without it no machine speaks. */
  machineVoice: accent.optional().meta(words.site.machineVoice),
  /** Forms that `/tai-ve/` offers; `npm run export -- downloads` makes them before the site is built. */
  downloads: z.array(download).default([]).meta(words.site.downloads),
  /** Guides that an office read and answers for; told on their pages and sheets, with what changed since. */
  reviewed: z
    .array(
      reviewedBy.extend({
        guides: z
          .array(ref(...numbered))
          .min(1)
          .meta(words.site.reviewedGuides),
      }),
    )
    .default([])
    .meta(words.site.reviewed),
  /** Version of the handbook that this edition stands on: "0.1.0". The handbook itself stands on none. */
  base: line.optional().meta(words.site.base),
  /** Whose numbers the edition's own guides take. */
  numbers: z
    .enum(numberLevels, { error: `chọn một trong: ${numberLevels.join(', ')}` })
    .default('national')
    .meta(words.site.numbers),
  /** What the edition shows of the handbook; the handbook itself shows all. */
  show: showSchema.default({}).meta(words.site.show),
  /** Colours and pictures of an edition; the handbook's own stand in its style sheets. */
  look: lookSchema.optional().meta(words.site.look),
  /** Texts of the interface that an edition says otherwise, by key. */
  words: ownWordsSchema.optional().meta(words.site.words),
  /** The handbook that the edition stands on, as its licence asks; written by the mount, never by hand. */
  original: z
    .strictObject({
      name: line.meta(words.original.name),
      url: ownAddress.meta(words.original.url),
    })
    .optional()
    .meta(words.site.original),
  /** A province's communes; `communeRows` is read from the list by the mount, never written by hand. */
  communes: communesSchema.optional().meta(words.site.communes),
  communeRows: z.array(communeRow).optional().meta(words.site.communeRows),
  checked,
});
export type SiteData = z.output<typeof siteSchema>;

/** `content/words/vi.yaml`: every word of the interface, by dotted key. */
export const wordsSchema = z.record(z.string(), z.record(z.string(), text));
export type WordsData = z.output<typeof wordsSchema>;

/** `content/redirects.yaml`: an address that moved. */
const redirectSchema = z.strictObject({
  /** Old address, with leading and trailing slash. */
  from: z
    .string()
    .regex(/^\/([a-z0-9-]+\/)+$/, { error: 'viết địa chỉ như /huong-dan/tien/quet-ma/' })
    .meta(words.redirect.from),
  /** New address. */
  to: z
    .string()
    .regex(/^\/([a-z0-9-]+\/)*$/, { error: 'viết địa chỉ như /huong-dan/tien/quet-ma-qr/' })
    .meta(words.redirect.to),
  date: day.meta(words.redirect.date),
  reason: line.meta(words.redirect.reason),
});
/** `content/redirects.yaml`. `npm run move` adds to it. */
export const redirectsSchema = z.strictObject({
  redirects: z.array(redirectSchema).meta(words.redirects.redirects),
});
export type Redirect = z.output<typeof redirectSchema>;
