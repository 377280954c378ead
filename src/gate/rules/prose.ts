/** What must never happen in a guide's prose. Pure: a text and what its entry says of itself → faults. */
import type { Source } from '../../schemas/fields.ts';
import { fault, type Fault } from '../faults.ts';

/** What the rules need to know of the entry. */
export interface ProseContext {
  /** At least one source is more than common knowledge. */
  readonly hasRealSource: boolean;
}

/** What the rules need to know of an entry with these sources. */
export const proseContext = (sources: readonly Source[]): ProseContext => ({
  hasRealSource: sources.some((source) => source.certainty !== 'common'),
});

/** Longest sentence, in syllables, that a guide may hold. */
export const longestSentence = 35;

const money = /\d[\d.,]*\s*(?:đồng|nghìn đồng|triệu đồng|tỷ đồng|VND|₫)/u;
const law =
  /(?<!\d)\d{1,4}\/(?:19|20)\d\d\/(?:NĐ-CP|TT-[\p{L}&]+|QH\d+|QĐ-\p{L}+)|(?<!\d)\d{1,4}\/QĐ-\p{L}+|(?<!\d)\d{1,4}\/CT-TTg/gu;
const emptyLink = /^(?:tại đây|ở đây|đây|bấm vào đây|xem thêm|link)$/iu;

/** Faults of one line of text. */
export function proseFaults(text: string, context: ProseContext): Fault[] {
  const faults: Fault[] = [];
  const sum = money.exec(text)?.[0];
  if (sum !== undefined && !context.hasRealSource) faults.push(fault('money-source', { money: sum }));
  if (/\[CHƯA\]|\[KTC\]|\[2\+\]/u.test(text)) faults.push(fault('fact-mark'));
  return faults;
}

/** Laws that a text names without having them among its sources. */
export function lawFaults(text: string, sources: readonly Source[]): Fault[] {
  const words = sources.map((source) => `${source.title} ${source.document ?? ''}`).join(' ');
  // Whole numbers are compared: 9/2024/NĐ-CP is not 69/2024/NĐ-CP.
  const sourced = new Set([...words.matchAll(law)].map(([number]) => number));
  return [...text.matchAll(law)].flatMap(([named]) =>
    sourced.has(named) ? [] : [fault('law-source', { law: named })],
  );
}

/** Faults of the title of a step: one action each. */
export const stepFaults = (title: string): Fault[] =>
  /\brồi\b.*\brồi\b/iu.test(title) ? [fault('two-actions', { title })] : [];

/** Faults of link text. */
export const linkFaults = (text: string): Fault[] =>
  text.trim() === '' || emptyLink.test(text.trim()) ? [fault('link-text', { text })] : [];
