/**
 * Reports of readers, as “Trang này sai?” writes them into a letter or a message. The desk reads that text
 * again and finds the page that is meant. Pure.
 */

/** What a reader told. */
export interface ReaderReport {
  /** Number of the guide, where the text names one. */
  readonly number?: number;
  /** Edition that the reader saw, as the text gives it. */
  readonly edition?: string;
  /** What is wrong, in the reader's words; empty when they wrote nothing. */
  readonly told: string;
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');

/** What stands in a gap: words that no empty line divides. */
const inGap = '(?:(?!\\n\\s*\\n)[\\s\\S]){1,200}?';

/**
 * A template of words as a pattern: each gap a group of its name. The names that it begins with are left out:
 * whatever was written before would be taken for them.
 */
const patternOf = (template: string): string =>
  template
    .trim()
    .replace(/^(?:\{\w+\}, )+/, '')
    .split(/(\{\w+\})/)
    .map((part) => {
      const gap = /^\{(\w+)\}$/.exec(part)?.[1];
      if (gap === undefined) return literal(part);
      return gap === 'n' ? '(?<n>\\d+)' : `(?<${gap}>${inGap})`;
    })
    .join('');

/**
 * Reports in a text, one after the other: a letter, a chat, a file of many. `templates` are the words that
 * the site writes, their gaps open. A text in which none is found is one report without a page.
 */
export function readReports(text: string, templates: readonly string[]): ReaderReport[] {
  const clean = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/^>[ \t]?/gm, '');
  const starts = templates
    .flatMap((template) => [...clean.matchAll(new RegExp(patternOf(template), 'gu'))])
    .toSorted((one, other) => one.index - other.index);
  if (starts.length === 0) return clean.trim() === '' ? [] : [{ told: clean.trim() }];
  return starts.map((found, at) => {
    const { n, day } = found.groups ?? {};
    const from = found.index + found[0].length;
    const next = starts[at + 1]?.index;
    // The line of the next report begins with names that its pattern leaves out.
    const end = next === undefined ? clean.length : Math.max(from, clean.lastIndexOf('\n', next));
    const told = clean.slice(from, end);
    // An empty line ends what was told: below it stand signatures and what was quoted.
    const [first = ''] = (/^\s*\n\s*\n/.test(told) ? '' : told.trim()).split(/\n\s*\n/);
    return {
      ...(n === undefined ? {} : { number: Number(n) }),
      ...(day === undefined ? {} : { edition: day }),
      told: first.replace(/\s+/g, ' '),
    };
  });
}
