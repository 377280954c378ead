/** A reader of bodies that knows from earlier builds what the same text says. */
import type { KeptWork } from '../../domain/kept-work.ts';
import type { ParseBody } from '../../gate/read-bodies.ts';
import type { Entries } from '../../schemas/collections.ts';

type Read = ReturnType<ParseBody>;
const isRead = (value: unknown): value is Read =>
  typeof value === 'object' && value !== null && 'tree' in value && 'problems' in value;

/** A reader of bodies of content with these rules, by one that knows of none. */
export type BodiesOf = (rules: Entries['rules']) => (parse: ParseBody) => ParseBody;

/** A body names the rules whose figures it shows, so that only those are asked. */
export const bodiesBefore =
  (known: KeptWork): BodiesOf =>
  (rules) =>
  (parse) =>
  (file, body, grammar, firstLine, find) => {
    const shown = rules.filter(({ id }) => body.includes(id)).map(({ id, data }) => [id, data]);
    // What is said of a rule that is not there tells a finder that hides figures from one that knows them.
    const read = [file, body, grammar, String(firstLine), JSON.stringify([shown, find?.('') ?? null])];
    return known.again('body', read, () => parse(file, body, grammar, firstLine, find), isRead);
  };
