/**
 * The real content, read and proved once for all files that one worker runs: reading and proving it takes six
 * seconds, and some forty files want it. Whoever changes a part makes a copy.
 */
import { withRules } from '../src/gate/figures.ts';
import { prove, type Proof } from '../src/gate/prove.ts';
import { readCollection, readContent, type ReadContent } from '../src/gate/read.ts';
import type { Handbook } from '../src/handbook/handbook.ts';
import { joinHandbook } from '../src/handbook/join.ts';
import type { ReadHandbook } from '../src/handbook/read-handbook.ts';
import type { Collection } from '../src/schemas/collections.ts';
import { projectRoot } from './fixtures/tree.ts';

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};

/** What stands in `content/`, as the gate reads it. */
export const realContent = once((): ReadContent['entries'] => readContent(projectRoot).entries);

/**
 * One collection of it, for tests that ask for no more: the runner of browser tests loads their files once
 * only to list them, and the whole content costs three seconds of processor each time.
 */
export const realEntries = <C extends Collection>(collection: C) =>
  readCollection(projectRoot, collection).entries;

/** What the gate found in it, without places. */
export const realProof = once((): Proof => prove(realContent()));

/** The handbook made of it. */
export const realHandbook = once((): Handbook => joinHandbook(realContent(), realProof()));

/** The same as work on the finished site reads it. */
export const realRead = once((): ReadHandbook => ({
  handbook: realHandbook(),
  proven: { entries: withRules(realContent()), trees: realProof().trees },
}));
