/**
 * Names that bind: a question that names a procedure, a paper, an app or a service is answered only by a page
 * that treats it. Pure.
 */
import { fold } from '../vietnamese/text.ts';
import { syllables } from './syllables.ts';

/** A name as people say it, and the pages that treat it. */
export interface BoundName {
  readonly kind: 'procedure' | 'service';
  /** As it is printed. */
  readonly name: string;
  /** Code of the procedure on the national portal, where it is known. */
  readonly code?: string | undefined;
  readonly said: readonly string[];
  /** Addresses of the pages that treat it; empty when none does. */
  readonly pages: readonly string[];
}

/** Whether words stand in a text in a row. Marks count where any was typed. */
export function says(text: string, words: string): boolean {
  const typed = syllables(text);
  const marked = typed.some((word) => /[^\x00-\x7f]/.test(word));
  const spoken = syllables(words).map((word) => (marked ? word : fold(word)));
  return ` ${typed.join(' ')} `.includes(` ${spoken.join(' ')} `);
}

/** The name in a question that the page does not treat; the longest one that is said decides. */
export function unboundName(
  question: string,
  page: string | undefined,
  names: readonly BoundName[],
): BoundName | undefined {
  const heard = names
    .flatMap((name) => name.said.filter((words) => says(question, words)).map((words) => ({ name, words })))
    .sort((one, other) => other.words.length - one.words.length)[0]?.name;
  return heard === undefined || (page !== undefined && heard.pages.includes(page)) ? undefined : heard;
}
