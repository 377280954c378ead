/**
 * The real content, read and proved once for all files that one worker runs: reading it takes two seconds,
 * and some thirty files want it. Whoever changes a part makes a copy.
 */
import { prove } from '../src/gate/prove.ts';
import { readContent } from '../src/gate/read.ts';
import type { Handbook } from '../src/handbook/handbook.ts';
import { joinHandbook } from '../src/handbook/join.ts';
import type { Entries } from '../src/schemas/collections.ts';
import { projectRoot } from './fixtures/tree.ts';

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};

/** What stands in `content/`, as the gate reads it. */
export const realContent = once((): Entries => readContent(projectRoot).entries);

/** The handbook made of it. */
export const realHandbook = once((): Handbook => {
  const entries = realContent();
  return joinHandbook(entries, { trees: prove(entries).trees });
});
