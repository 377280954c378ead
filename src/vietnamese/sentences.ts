/** Splits Vietnamese prose into sentences and counts their syllables. Pure. */

/** Short forms whose dot ends no sentence. */
const shortForm = /(?:^|[\s(“".])(?:TP|Tp|Q|P|ThS|TS|PGS|GS|BS|KS|Mr|Mrs|Dr|St|tr|số|Số)\.$/u;
/** A number or numeral that only counts: `1.` before its sentence. */
const counter = /^[(“"]?(?:\d{1,2}|[IVX]{1,4}|[a-hA-H])[.)]$/u;

/**
 * Sentences of a text, in order, every letter in one of them. Numbers, short forms (`TP. Huế`), counters (`1.
 * Mở máy`) and addresses do not end one.
 */
export function sentences(text: string): string[] {
  const whole: string[] = [];
  let open = false;
  for (const line of text.split(/\n+/u)) {
    open = false;
    for (const piece of line.split(/(?<=[.!?…]["”’)\]]*)\s+(?=["“‘(]*[\p{Lu}\d])/u)) {
      const cleanPiece = piece.trim();
      if (cleanPiece === '') continue;
      if (open) whole.push(`${whole.pop() ?? ''} ${cleanPiece}`);
      else whole.push(cleanPiece);
      open = shortForm.test(cleanPiece) || counter.test(cleanPiece);
    }
  }
  return whole;
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
  const all = texts
    .flatMap(sentences)
    .map((sentences) => ({ s: sentences, n: syllables(sentences) }))
    .filter((item) => item.n > 0);
  const total = all.reduce((sum, item) => sum + item.n, 0);
  const worst = all.reduce((a, b) => (b.n > a.n ? b : a), { s: '', n: 0 });
  return {
    sentences: all.length,
    syllables: total,
    mean: all.length === 0 ? 0 : total / all.length,
    longest: worst.n,
    worst: worst.s,
  };
}
