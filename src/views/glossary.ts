/** The glossary by first letter. */
import { fold } from '../vietnamese/text.ts';
import type { Term } from '../handbook/handbook.ts';

export function glossary(
  terms: readonly Term[],
): { readonly letter: string; readonly id: string; readonly terms: readonly Term[] }[] {
  const first = (term: Term): string => {
    const character = [...term.data.term.normalize('NFC')][0]!.toUpperCase();
    return /\d/.test(character) ? '0–9' : character === 'Đ' ? 'Đ' : fold(character).toUpperCase();
  };
  const letters = [...new Set(terms.map(first))];
  return letters.map((letter) => ({
    letter,
    id: letter === 'Đ' ? 'dd' : letter === '0–9' ? 'so' : letter.toLowerCase(),
    terms: terms.filter((term) => first(term) === letter),
  }));
}
