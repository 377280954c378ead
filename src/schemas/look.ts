/** How an edition looks, and what it calls things. */
import { z } from 'zod';
import words from './field-words.json' with { type: 'json' };
import { line, text } from './fields.ts';

/** The handbook's own colour of links and buttons, as in its style sheets. */
export const ownAct = '#46238a';

/** Without quotation marks YAML takes what follows `#` for a note. */
const colour = z
  .string({ error: 'viết màu trong ngoặc kép: "#0a5c36"' })
  .regex(/^#[0-9a-f]{6}$/, { error: 'viết màu như #0a5c36: dấu # và sáu chữ số, chữ thường' });
/** A picture beside `edition.yaml`. */
const picture = z.string().regex(/^[a-z0-9][a-z0-9-]*\.(?:svg|png)$/, {
  error: 'viết tên tệp cạnh edition.yaml, như bieu-tuong.svg, logo.png',
});

export const lookSchema = z.strictObject({
  /** The colour of links and buttons; the others follow from it. */
  act: colour.optional().meta(words.look.act),
  /** The sign at the head of pages, of the browser's tab and of the installed handbook; square. */
  emblem: picture.optional().meta(words.look.emblem),
  /** A picture at the foot of pages, with what it shows. */
  logo: z
    .strictObject({ picture: picture.meta(words.look.picture), alt: line.max(120).meta(words.look.alt) })
    .optional()
    .meta(words.look.logo),
});
export type Look = z.output<typeof lookSchema>;

export const ownWordsSchema = z.record(
  z.string().regex(/^[a-zA-Z]+\.[a-zA-Z_]+$/, { error: 'viết mã chữ như home.ask' }),
  text,
);
