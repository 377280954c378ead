/**
 * Bodies that have been read. A gate that proves the same content again and again, as the desk does while
 * somebody types, reads only the body that changed; `parse` may know of others from an earlier build.
 */
import type { FindFigure } from '../domain/rule-figure.ts';
import { parseBody, type BodyGrammar } from '../markdown/reader.ts';
import type { Entries, Entry } from '../schemas/collections.ts';

export type ParseBody = typeof parseBody;
type Read = ReturnType<ParseBody>;

export class ReadBodies {
  readonly #kept = new Map<string, { readonly body: string; readonly line: number; readonly read: Read }>();
  readonly parse: ParseBody;
  #rules = '';

  constructor(before: (parse: ParseBody) => ParseBody = (parse) => parse) {
    this.parse = before(parseBody);
  }

  /** Begins a proof over these rules: bodies show their figures, so that other rules make other bodies. */
  begin(rules: Entries['rules']): void {
    const told = rules
      .map(({ id, data }) => JSON.stringify([id, data]))
      .sort()
      .join();
    if (told !== this.#rules) this.#kept.clear();
    this.#rules = told;
  }

  /** The body of an entry that starts on a line of its file. */
  of(entry: Entry, grammar: BodyGrammar, line: number, find: FindFigure): Read {
    const known = this.#kept.get(entry.file);
    if (known?.body === entry.body && known.line === line) return known.read;
    const read = this.parse(entry.file, entry.body, grammar, line, find);
    this.#kept.set(entry.file, { body: entry.body, line, read });
    return read;
  }
}
