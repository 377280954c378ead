/**
 * Multinomial logistic regression over sets of buckets, by stochastic gradients whose steps shrink for each
 * weight (Adagrad). The order is drawn from a fixed seed, so that the same sentences give the same weights.
 */

/** One sentence: its buckets, and which of the classes it is. */
export interface Example {
  readonly buckets: readonly number[];
  readonly label: number;
}

export interface Learnt {
  /** By class, one a bucket. */
  readonly weights: readonly (readonly number[])[];
  readonly base: readonly number[];
}

const [rounds, rate, baseRate, shrink] = [40, 0.15, 0.02, 1e-3];

/** Numbers from 0 to 1 that are the same each time (Park and Miller). */
function drawn(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

function shuffle(list: Example[], draw: () => number): void {
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(draw() * (at + 1));
    const [one, two] = [list[at], list[other]];
    if (one && two) [list[at], list[other]] = [two, one];
  }
}

/** Likelihoods from scores. */
function softmax(scores: readonly number[]): number[] {
  const most = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - most));
  const all = raised.reduce((total, each) => total + each, 0);
  return raised.map((each) => each / all);
}

/** Learns to tell `classes` apart. */
export function learn(examples: readonly Example[], classes: number, buckets: number): Learnt {
  const table = () => Array.from({ length: classes }, () => new Array<number>(buckets).fill(0));
  const [weights, squares] = [table(), table()];
  const base = new Array<number>(classes).fill(0);
  const order = [...examples];
  const draw = drawn(7);
  const step = ({ buckets: own, label }: Example): void => {
    const size = Math.sqrt(own.length || 1);
    const scores = weights.map(
      (list, at) => (base[at] ?? 0) + own.reduce((total, bucket) => total + (list[bucket] ?? 0), 0) / size,
    );
    for (const [at, likely] of softmax(scores).entries()) {
      const miss = likely - (at === label ? 1 : 0);
      base[at] = (base[at] ?? 0) - baseRate * miss;
      const [list, square] = [weights[at] ?? [], squares[at] ?? []];
      for (const bucket of own) {
        const slope = miss / size + shrink * (list[bucket] ?? 0);
        square[bucket] = (square[bucket] ?? 0) + slope ** 2;
        list[bucket] = (list[bucket] ?? 0) - (rate * slope) / Math.sqrt(square[bucket] + 1e-8);
      }
    }
  };
  for (let round = 0; round < rounds; round++) {
    shuffle(order, draw);
    for (const example of order) step(example);
  }
  return { weights, base };
}
