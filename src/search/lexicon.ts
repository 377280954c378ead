/** The words of the site, and the same words without marks. */
import { fold } from '../vietnamese/diacritics.ts';

/** Numbers instead of strings, so that comparing costs nothing on a slow phone. */
export class Lexicon {
  readonly words: readonly string[];
  /** Words without marks, each once. */
  readonly folds: readonly string[];
  /** For each word, its place in `folds`. */
  readonly foldOf: Uint16Array;
  /** For each fold, the words that fold to it, commonest first. */
  readonly forms: readonly (readonly number[])[];
  readonly #word = new Map<string, number>();
  readonly #fold = new Map<string, number>();

  /** @param words by falling use, in doublings, in the writing of `syllables` */
  constructor(words: readonly string[]) {
    this.words = words;
    const folds: string[] = [];
    const forms: number[][] = [];
    this.foldOf = new Uint16Array(words.length);
    words.forEach((word, index) => {
      this.#word.set(word, index);
      const file = fold(word);
      let at = this.#fold.get(file);
      if (at === undefined) {
        at = folds.length;
        this.#fold.set(file, at);
        folds.push(file);
        forms.push([]);
      }
      this.foldOf[index] = at;
      forms[at]?.push(index);
    });
    this.folds = folds;
    this.forms = forms;
  }

  wordId(word: string): number | undefined {
    return this.#word.get(word);
  }
  foldId(folded: string): number | undefined {
    return this.#fold.get(folded);
  }
}
