/** Fields hold plain words: markup in them is shown as it stands, in titles, in search and by voices. */
import type { Entry } from '../../schemas/collections.ts';
import { fault } from '../faults.ts';
import type { Proving } from '../proving.ts';
import { textsOf } from '../texts.ts';
import { unprinted } from './directory.ts';

/** Tags, weight, links and entities. */
const markup = /<\/?[a-z][a-z0-9]*(?:\s[^>]*)?\/?>|<!--|\*\*|\]\(|&(?:#\d+|[a-z]+);/iu;
/** Braces stand for what is filled in; names in them have no accents and no spaces. */
const brace = /\{(?!\s*quy-dinh|[a-z][a-zA-Z0-9:/.|-]*\})/u;

/** Fields of a card make its body, where the parser of bodies tells. */
const isBody = ({ collection }: Entry, [field]: readonly (string | number)[]): boolean =>
  collection === 'events' && field !== 'title' && field !== 'summary';

/** Tells every field that bears markup. */
export function proveMarkup({ all, say }: Proving): void {
  for (const entry of all)
    for (const { text, path } of textsOf(entry.data, unprinted)) {
      if (isBody(entry, path)) continue;
      const found = (markup.exec(text) ?? brace.exec(text))?.[0];
      if (found !== undefined) say(entry, path, fault('field-markup', { found }));
    }
}
