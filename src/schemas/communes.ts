/** Editions of a province's communes: the list of `npm run editions`, and what the mount reads out of it. */
import { z } from 'zod';
import words from './field-words.json' with { type: 'json' };
import { day, line, ownAddress } from './fields.ts';

/** Both from the folder of `edition.yaml`. */
export const communesSchema = z.strictObject({
  list: line.meta(words.communes.list),
  from: line.meta(words.communes.from),
});

const { of, year, words: said } = words.communeTarget;
const target = z.strictObject({ of: line.meta(of), year: z.int().meta(year), words: line.meta(said) });
const ownPlan = z.strictObject({
  id: line.meta(words.communePlan.id),
  title: line.meta(words.communePlan.title),
  number: line.nullable().meta(words.communePlan.number),
  date: day.nullable().meta(words.communePlan.date),
  targets: z.array(target).meta(words.communePlan.targets),
});
export const communeRow = z.strictObject({
  name: line.meta(words.commune.name),
  url: ownAddress.meta(words.commune.url),
  plans: z.array(ownPlan).meta(words.commune.plans),
});
export type CommuneRow = z.output<typeof communeRow>;
