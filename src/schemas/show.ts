/** What an edition shows of the handbook that it stands on. */
import { z } from 'zod';
import words from './field-words.json' with { type: 'json' };
import { line, ref } from './fields.ts';

/** Parts of the handbook that an edition may leave out whole, by their folder in `content/`. */
export const sectionFolders = ['events', 'easy-read', 'drills', 'announcements'] as const;

/** A list that is left out shows everything. */
export const showSchema = z.strictObject({
  plans: z.array(ref('plans')).min(1).optional().meta(words.show.plans),
  audiences: z.array(ref('audiences')).min(1).optional().meta(words.show.audiences),
  practices: z.array(ref('practices')).optional().meta(words.show.practices),
  sections: z
    .array(z.enum(sectionFolders, { error: `chọn trong: ${sectionFolders.join(', ')}` }))
    .optional()
    .meta(words.show.sections),
  /** Single entries, by their path in `content/` without the ending: `guides/tien/quet-ma`. */
  without: z.array(line).optional().meta(words.show.without),
});
export type Show = z.output<typeof showSchema>;
