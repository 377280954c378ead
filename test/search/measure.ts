/** Figures of a search: how often a right page stands first, among the first three, and nowhere. Pure. */

/**
 * For one question: place of the first right answer from 1, 0 when there is none, and whether the list was
 * empty.
 */
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
  const length = outcomes.length || 1;
  const share = (hold: (outcome: Outcome) => boolean): number => outcomes.filter(hold).length / length;
  return {
    n: outcomes.length,
    first: share((outcome) => outcome.place === 1),
    three: share((outcome) => outcome.place > 0 && outcome.place <= 3),
    mrr: outcomes.reduce((total, outcome) => total + (outcome.place > 0 ? 1 / outcome.place : 0), 0) / length,
    zero: outcomes.filter((outcome) => outcome.empty).length,
  };
}
