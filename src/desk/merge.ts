/** Two authors at one file: what each changed is kept; where both changed one thing, it is named. Pure. */
import type { Block } from './body.ts';
import { bare } from './body-write.ts';
import { sameData } from './equal.ts';
import type { ValueMap } from './yaml-edit.ts';

/** What an author has before them. */
export interface Content {
  readonly head: ValueMap;
  readonly blocks: readonly Block[];
}

/**
 * Both authors' changes over what they began with; `clashes` are fields that both changed: there `mine`
 * stands.
 */
export function merged(
  base: Content,
  theirs: Content,
  mine: Content,
): Content & { readonly clashes: string[] } {
  const clashes: string[] = [];
  const head: Record<string, ValueMap[string]> = {};
  for (const name of new Set([...Object.keys(theirs.head), ...Object.keys(mine.head)])) {
    const mineChanged = !sameData(base.head[name], mine.head[name]);
    if (
      mineChanged &&
      !sameData(base.head[name], theirs.head[name]) &&
      !sameData(mine.head[name], theirs.head[name])
    )
      clashes.push(name);
    const value = mineChanged ? mine.head[name] : theirs.head[name];
    if (value !== undefined) head[name] = value;
  }
  const same = (one: Content, other: Content): boolean =>
    sameData(one.blocks.map(bare), other.blocks.map(bare));
  if (same(base, mine)) return { head, blocks: theirs.blocks, clashes };
  if (!same(base, theirs) && !same(mine, theirs)) clashes.push('');
  return { head, blocks: mine.blocks, clashes };
}
