/** Figures of a search: how often a right page stands first, among the first three, and nowhere. Pure. */

/** For one question: place of the first right answer from 1, 0 when there is none, and whether the list was empty. */
export interface Outcome {
  readonly style: string;
  readonly place: number;
  readonly empty: boolean;
}
export interface Figures {
  readonly n: number;
  readonly first: number;
  readonly three: number;
  readonly mrr: number;
  readonly zero: number;
}

/** Success@1, success@3, mean reciprocal rank, number of empty lists. */
export function figures(outcomes: readonly Outcome[]): Figures {
  const n = outcomes.length || 1;
  const share = (hold: (o: Outcome) => boolean): number => outcomes.filter(hold).length / n;
  return {
    n: outcomes.length,
    first: share((o) => o.place === 1),
    three: share((o) => o.place > 0 && o.place <= 3),
    mrr: outcomes.reduce((s, o) => s + (o.place > 0 ? 1 / o.place : 0), 0) / n,
    zero: outcomes.filter((o) => o.empty).length,
  };
}
