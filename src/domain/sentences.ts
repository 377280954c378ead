/** Splits Vietnamese prose into sentences and counts their syllables. Pure. */

/** Sentences of a text. Numbers, abbreviations and addresses do not end one. */
export function sentences(text: string): string[] {
  return text
    .split(/(?<=[.!?…]["”)]?)\s+(?=["“(]?[\p{Lu}\d])|\n+/u)
    .map((s) => s.trim())
    .filter((s) => s !== '');
}

/** Number of syllables ("tiếng"): runs of letters or digits. */
export function syllables(sentence: string): number {
  return sentence.match(/[\p{L}\p{M}\d]+(?:[.,/-][\p{L}\d]+)*/gu)?.length ?? 0;
}

/** Length figures of a list of texts. */
export interface Readability {
  readonly sentences: number;
  readonly syllables: number;
  /** Mean syllables a sentence. */
  readonly mean: number;
  readonly longest: number;
  readonly worst: string;
}

export function readability(texts: readonly string[]): Readability {
  const all = texts.flatMap(sentences).map((s) => ({ s, n: syllables(s) })).filter((x) => x.n > 0);
  const total = all.reduce((sum, x) => sum + x.n, 0);
  const worst = all.reduce((a, b) => (b.n > a.n ? b : a), { s: '', n: 0 });
  return { sentences: all.length, syllables: total, mean: all.length === 0 ? 0 : total / all.length, longest: worst.n, worst: worst.s };
}
