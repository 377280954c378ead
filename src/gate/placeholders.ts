/**
 * The words that `npm run new` puts where an author has to write. Each bears a mark that nothing else in the
 * handbook has, so that the gate
 * knows them: a file with one of them left is refused, and nothing untrue is published for want of a look.
 */
import words from './placeholder-words.json' with { type: 'json' };

/** Stands before every word that is to be replaced. */
export const placeholderMark = '✎';

/** What a placeholder asks for. */
export type Placeholder = keyof typeof words;

/** The words of a placeholder, as they stand in a new file. */
export const placeholder = (name: Placeholder): string => `${placeholderMark} ${words[name]}`;

/** Words that are told even without their mark: long enough that nobody writes them by chance. */
const bare = Object.values(words).filter((text) => text.length > 20);

/** What people leave for later in every language. */
const later = /\b(?:TODO|FIXME|TBD)\b|lorem ipsum|(?<![\p{L}\d.])x{3,}(?![\p{L}\d])/iu;

const marks = new RegExp(`${placeholderMark}\\s*([^"<>|\\]]*)`, 'u');

/** The placeholder that stands in a line, without its mark, or undefined. */
export function placeholderIn(line: string): string | undefined {
  const marked = marks.exec(line)?.[1];
  return marked?.trim() ?? bare.find((text) => line.includes(text)) ?? later.exec(line)?.[0];
}
