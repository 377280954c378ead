/**
 * What the handbook's own tasks and targets teach: a task is given the workstreams of the one that its words
 * are most like, with that one as the reason. Pure.
 */
import { fold } from '../vietnamese/diacritics.ts';

export interface Example<Value> {
  readonly name: string;
  readonly text: string;
  readonly value: Value;
}

export interface Likeness<Value> {
  readonly name: string;
  readonly value: Value;
  /** 0 to 1. */
  readonly score: number;
}

/** Words and pairs of words of a text, each once. */
function termsOf(text: string): ReadonlySet<string> {
  const words = fold(text).match(/[a-z0-9]+/g) ?? [];
  return new Set([...words, ...words.slice(1).map((word, at) => `${words[at] ?? ''} ${word}`)]);
}

/** Finds the examples most like a text, by shared words that are rare among the examples. */
export class Similar<Value> {
  readonly #examples: readonly { readonly example: Example<Value>; readonly terms: ReadonlySet<string> }[];
  readonly #weight: (term: string) => number;

  constructor(examples: readonly Example<Value>[]) {
    this.#examples = examples.map((example) => ({ example, terms: termsOf(example.text) }));
    const counts = new Map<string, number>();
    for (const { terms } of this.#examples)
      for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    const all = this.#examples.length;
    this.#weight = (term) => Math.log(1 + all / (counts.get(term) ?? all));
  }

  /** The best examples, most like first. */
  find(text: string, most = 1): Likeness<Value>[] {
    const asked = termsOf(text);
    const size = (terms: ReadonlySet<string>): number =>
      Math.sqrt([...terms].reduce((sum, term) => sum + this.#weight(term) ** 2, 0));
    const own = size(asked);
    return this.#examples
      .map(({ example, terms }) => {
        const shared = [...terms].reduce(
          (sum, term) => sum + (asked.has(term) ? this.#weight(term) ** 2 : 0),
          0,
        );
        return { name: example.name, value: example.value, score: shared / (own * size(terms) || 1) };
      })
      .sort((one, other) => other.score - one.score)
      .slice(0, most);
  }
}
