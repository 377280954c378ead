/** A thing that sessions ask for and that is printed: cards to call from, slips, false papers, forms. */
import { z } from 'zod';
import words from './field-words.json' with { type: 'json' };
import { checked, line, ref, text } from './fields.ts';

/** How it lies on paper: cards four to a page, slips three, one a page, a card of boxes to stamp. */
const propLooks = ['card', 'slip', 'page', 'stamps'] as const;
/** Who gets one. */
const propSharers = ['person', 'pair', 'group', 'room'] as const;

export const propSchema = z
  .strictObject({
    title: line.meta(words.prop.title),
    /** How it is used, for the trainer. */
    how: text.meta(words.prop.how),
    look: z.enum(propLooks, { error: `chọn một trong: ${propLooks.join(', ')}` }).meta(words.prop.look),
    per: z.enum(propSharers, { error: `chọn một trong: ${propSharers.join(', ')}` }).meta(words.prop.per),
    /** Sessions that use it; `all` instead for every session. */
    sessions: z.array(ref('programmes')).default([]).meta(words.prop.sessions),
    all: z.boolean().default(false).meta(words.prop.all),
    /** What people look for it by. */
    aliases: z.array(line).default([]).meta(words.prop.aliases),
    cards: z
      .array(
        z.strictObject({
          title: line.meta(words.propCard.title),
          /** What is read or said. */
          says: text.meta(words.propCard.says),
          lines: z.array(line).default([]).meta(words.propCard.lines),
          /** Names of lines to write on. */
          blanks: z.array(line).default([]).meta(words.propCard.blanks),
        }),
      )
      .min(1)
      .meta(words.prop.cards),
    /** For the trainer, on a sheet of its own. */
    answers: z.array(line).default([]).meta(words.prop.answers),
    /** Plain words in a code to scan; never an address, never a payment. */
    code: line
      .refine((said) => !/^\d|:\/\/|^[a-z]+:/i.test(said), { error: 'mã tập chỉ chứa một câu chữ' })
      .optional()
      .meta(words.prop.code),
    checked,
  })
  .refine((prop) => prop.all || prop.sessions.length > 0, {
    path: ['sessions'],
    error: 'nêu buổi dùng, hoặc viết all: true',
  });
export type PropData = z.output<typeof propSchema>;
