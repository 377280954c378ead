/** This edition of the handbook, its words and its redirects. */
import { z } from 'zod';
import { directoryChoices, printedNumber, reviewedBy } from './directory.ts';
import { checked, day, line, outsideAddress, ref, source, text } from './fields.ts';

/** `content/site.yaml`: who publishes this edition, where, and whom readers call there. */
export const siteSchema = z.strictObject({
  /** Name of the handbook. */
  name: line,
  /** One line under the name. */
  tagline: line,
  /** What edition this is: "Bản dùng chung", "Bản của xã …". */
  edition: line,
  /** Where it is published for. */
  place: line,
  /** Who answers for it. */
  owner: line,
  /** Base address, https, without a path. */
  url: outsideAddress,
  /** Address for reporting faults; shown on each page. */
  feedback: line,
  /** National course platform to which readers are handed over. */
  platform: z.strictObject({ name: line, url: outsideAddress, sources: z.array(source).min(1) }),
  /**
   * Local people to call: the commune fills these in. Each replaces the entry of the directory with its id.
   * `phone` may be absent, then `where` says how to find it.
   */
  contacts: z
    .array(
      z.strictObject({
        id: ref('directory'),
        name: line,
        phone: printedNumber.optional(),
        where: line,
        use: line,
      }),
    )
    .default([]),
  /** What this edition hides in the directory, and which numbers it has called itself. */
  directory: directoryChoices.default({ hide: [], tested: [] }),
  /**
   * Where readers tell that a page is wrong. With neither, the page gives them a text to copy and show.
   * Nothing
   * is sent by the handbook itself.
   */
  faults: z
    .strictObject({
      email: z.email({ error: 'viết địa chỉ thư, ví dụ: so-tay@xa.gov.vn' }).optional(),
      phone: printedNumber.optional(),
    })
    .default({}),
  /**
   * The edition of a state office: the line “không phải trang của cơ quan nhà nước” gives way to its name.
   */
  official: z.boolean().default(false),
  /** Which office read this edition and answers for it. */
  reviewedBy: reviewedBy.optional(),
  checked,
});
export type SiteData = z.output<typeof siteSchema>;

/** `content/words/vi.yaml`: every word of the interface, by dotted key. */
export const wordsSchema = z.record(z.string(), z.record(z.string(), text));
export type WordsData = z.output<typeof wordsSchema>;

/** `content/redirects.yaml`: an address that moved. */
const redirectSchema = z.strictObject({
  /** Old address, with leading and trailing slash. */
  from: z.string().regex(/^\/([a-z0-9-]+\/)+$/, { error: 'viết địa chỉ như /huong-dan/tien/quet-ma/' }),
  /** New address. */
  to: z.string().regex(/^\/([a-z0-9-]+\/)*$/, { error: 'viết địa chỉ như /huong-dan/tien/quet-ma-qr/' }),
  date: day,
  reason: line,
});
/** `content/redirects.yaml`. `npm run move` adds to it. */
export const redirectsSchema = z.strictObject({ redirects: z.array(redirectSchema) });
export type Redirect = z.output<typeof redirectSchema>;
