/** A question asked behind another. Pure. */
import type { PageText } from '../../search/format.ts';
import type { IndexedPage, PassageIndex } from '../../search/passage-index.ts';
import type { Query } from '../../search/query.ts';
import { rank, type RankedPage, type Reader } from '../../search/rank.ts';

const followUp = /^(?:the con|con|vay con|the|vay|neu|roi sao|roi|thi sao|lo|nhung|ma)\b/;

/**
 * Ranks for a conversation: a short question after an answer stays with its page when that page knows the new
 * words.
 */
export function rankInTalk(
  query: Query,
  index: PassageIndex,
  reader: Reader,
  lastPage: number | undefined,
): { ranked: RankedPage[]; stays: boolean } {
  const ranked = rank(query, index, reader);
  if (lastPage === undefined) return { ranked, stays: false };
  const text = query.folded.join(' ');
  const content = query.groups.filter((group) => group.for === undefined && group.weight >= 1).length;
  const same = ranked.find((page) => page.page === lastPage);
  const asksOn = followUp.test(text) ? content <= 5 : content <= 2 && /\b(thi sao|con|nua)\b/.test(text);
  if (!same || !asksOn || same.coverage < 0.5) return { ranked, stays: false };
  return { ranked: [same, ...ranked.filter((page) => page !== same)], stays: true };
}

/** Near pages worth offering when nothing is sure: at most two, each holding enough of the question. */
export const nearPages = (ranked: readonly RankedPage[]): RankedPage[] =>
  ranked.filter((page) => page.coverage >= nearFrom).slice(0, mostNear);
const [nearFrom, mostNear] = [0.4, 2];

/** A page found by its name alone as a text: its title answers, and there is nothing to quote. */
export const titleAlone = ({ title }: IndexedPage): PageText => ({
  summary: '',
  passages: [{ id: '', kind: 'intro', title, lines: [] }],
});
