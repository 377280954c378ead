/** What the columns of a table and the labels of a list hold, by the words that plans use for them. */
import { fold } from '../../vietnamese/diacritics.ts';
import words from './words.json' with { type: 'json' };

/** Parts in the order in which they are tried. */
const parts = ['item', 'coordinating', 'lead', 'time', 'result', 'target', 'task', 'other'] as const;

/** What a column or a label holds. */
export type Part = (typeof parts)[number];

/** Words of labels without marks; the first that fits is it. */
const patterns = parts.map((part) => [part, new RegExp(words.columns[part])] as const);

/** What a label means, or undefined. */
export function partOf(label: string): Part | undefined {
  const plain = fold(label)
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[.:*]+$/, '')
    .replace(/[\s_]+/g, ' ')
    .trim();
  return plain.length > 60 ? undefined : patterns.find(([, pattern]) => pattern.test(plain))?.[0];
}

/** Whether a label of a time names the last day: “Thời hạn”, “Hạn hoàn thành”. */
export const isDeadline = (label: string): boolean => /^(?:thoi )?han\b/.test(fold(label).replace(/_/g, ' '));

/** Whether cells are names of columns: two parts of a task at least. */
export function isHeaderRow(cells: readonly string[]): boolean {
  const parts = new Set(cells.map(partOf));
  return (
    (parts.has('task') || parts.has('target')) &&
    (['lead', 'coordinating', 'time', 'result', 'target'] as const).some((part) => parts.has(part))
  );
}
