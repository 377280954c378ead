/** The glossary by first letter. */
import { fold } from '../vietnamese/text.ts';
import type { Term } from '../handbook/handbook.ts';

export function glossary(
  terms: readonly Term[],
): { readonly letter: string; readonly id: string; readonly terms: readonly Term[] }[] {
  const first = (x: Term): string => {
    const c = [...x.data.term.normalize('NFC')][0]!.toUpperCase();
    return /\d/.test(c) ? '0–9' : c === 'Đ' ? 'Đ' : fold(c).toUpperCase();
  };
  const letters = [...new Set(terms.map(first))];
  return letters.map((letter) => ({
    letter,
    id: letter === 'Đ' ? 'dd' : letter === '0–9' ? 'so' : letter.toLowerCase(),
    terms: terms.filter((x) => first(x) === letter),
  }));
}
