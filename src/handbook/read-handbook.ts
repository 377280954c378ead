/** The Handbook outside Astro: for work on the finished site and for commands. */
import { handedOver, type Proven } from '../gate/hand-over.ts';
import { withRules } from '../gate/figures.ts';
import { prove } from '../gate/prove.ts';
import { readContent } from '../gate/read.ts';
import type { Entries } from '../schemas/collections.ts';
import { joinHandbook } from './join.ts';
import type { Handbook } from './handbook.ts';

/** Content without a fault and the Handbook made of it. */
export interface ReadHandbook {
  readonly handbook: Handbook;
  readonly proven: Proven;
}

/**
 * What the gate handed over to this build, or else what stands under `root`, which must have passed the gate.
 */
export function readHandbook(root: string): ReadHandbook {
  const proven = handedOver() ?? readHere(root);
  return {
    handbook: joinHandbook(proven.entries, proven),
    proven: { ...proven, entries: withRules(proven.entries) },
  };
}

function readHere(root: string): Proven {
  const entries: Entries = readContent(root).entries;
  return { entries, trees: prove(entries).trees };
}
