/** This edition of the handbook, its words and its redirects. */
import { z } from 'zod';
import words from './field-words.json' with { type: 'json' };
import { checked, day, line, outsideAddress, ref, source, text } from './fields.ts';

/** `content/site.yaml`: who publishes this edition, where, and whom readers call there. */
export const siteSchema = z.strictObject({
  /** Name of the handbook. */
  name: line.meta(words.site.name),
  /** One line under the name. */
  tagline: line.meta(words.site.tagline),
  /** What edition this is: "Bản dùng chung", "Bản của xã …". */
  edition: line.meta(words.site.edition),
  /** Where it is published for. */
  place: line.meta(words.site.place),
  /** Who answers for it. */
  owner: line.meta(words.site.owner),
  /** Base address, https, without a path. */
  url: outsideAddress.meta(words.site.url),
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
   * Local people to call: the commune fills these in. Each replaces the hotline of its id. `phone` may be
   * absent, then `where` says how to find it.
   */
  contacts: z
    .array(
      z.strictObject({
        id: ref('hotlines').meta(words.contact.id),
        name: line.meta(words.contact.name),
        phone: z
          .string()
          .regex(/^[0-9 ]{3,14}$/)
          .optional()
          .meta(words.contact.phone),
        where: line.meta(words.contact.where),
        use: line.meta(words.contact.use),
      }),
    )
    .default([])
    .meta(words.site.contacts),
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
