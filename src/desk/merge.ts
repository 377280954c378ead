/**
 * Two authors at one file: what each changed is kept; where both changed one thing, mine stands and theirs is
 * kept beside it, to be chosen. Pure.
 */
import type { Block } from './body.ts';
import { bare } from './body-write.ts';
import { sameData } from './equal.ts';
import type { ValueMap } from './yaml-edit.ts';

/** What an author has before them. */
export interface Content {
  readonly head: ValueMap;
  readonly blocks: readonly Block[];
}

/** One thing that both authors changed. */
export interface Clash {
  /** `['head', 'meaning']`, `['blocks', 2, 'children', 0]`. */
  readonly path: readonly (string | number)[];
  /** What the other author has there; absent when they took it out. */
  readonly theirs?: unknown;
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isItems = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** The words of one sentence, and of one item, are one thing: nobody's half is put beside another's half. */
const isWhole = (step: string | number | undefined, value: unknown): boolean =>
  step === 'runs' || (typeof step === 'number' && isItems(value));

/** Where a list begins and ends to differ from what it was. */
function changedPart(base: readonly unknown[], now: readonly unknown[]): { from: number; to: number } {
  const most = Math.min(base.length, now.length);
  let from = 0;
  while (from < most && sameData(base[from], now[from])) from++;
  let end = 0;
  while (end < most - from && sameData(base.at(-1 - end), now.at(-1 - end))) end++;
  return { from, to: base.length - end };
}

class Merging {
  readonly clashes: Clash[] = [];

  value(base: unknown, theirs: unknown, mine: unknown, path: Clash['path']): unknown {
    if (sameData(base, mine)) return theirs;
    if (sameData(base, theirs) || sameData(mine, theirs)) return mine;
    if (!isWhole(path.at(-1), mine)) {
      if (isItems(base) && isItems(theirs) && isItems(mine)) return this.#list(base, theirs, mine, path);
      if (isFields(theirs) && isFields(mine) && theirs.kind === mine.kind && theirs.name === mine.name)
        return this.#fields(isFields(base) ? base : {}, theirs, mine, path);
    }
    this.clashes.push({ path, ...(theirs === undefined ? {} : { theirs }) });
    return mine;
  }

  #fields(
    base: Readonly<Record<string, unknown>>,
    theirs: Readonly<Record<string, unknown>>,
    mine: Readonly<Record<string, unknown>>,
    path: Clash['path'],
  ): Record<string, unknown> {
    const names = new Set([...Object.keys(theirs), ...Object.keys(mine)]);
    const all = [...names].map((name): [string, unknown] => [
      name,
      this.value(base[name], theirs[name], mine[name], [...path, name]),
    ]);
    return Object.fromEntries(all.filter(([, value]) => value !== undefined));
  }

  /** Changes at different places of a list are both made; items that both changed are looked into. */
  #list(
    base: readonly unknown[],
    theirs: readonly unknown[],
    mine: readonly unknown[],
    path: Clash['path'],
  ): readonly unknown[] {
    if (base.length === theirs.length && base.length === mine.length)
      return base.map((item, at) => this.value(item, theirs[at], mine[at], [...path, at]));
    const [their, own] = [changedPart(base, theirs), changedPart(base, mine)];
    const theirEnd = theirs.length - (base.length - their.to);
    const ownEnd = mine.length - (base.length - own.to);
    if (their.to < own.from || (their.to === own.from && their.from < their.to && own.from < own.to))
      return [...theirs.slice(0, theirEnd), ...base.slice(their.to, own.from), ...mine.slice(own.from)];
    if (own.to < their.from || (own.to === their.from && own.from < own.to && their.from < their.to))
      return [...mine.slice(0, ownEnd), ...base.slice(own.to, their.from), ...theirs.slice(their.from)];
    this.clashes.push({ path, theirs });
    return mine;
  }
}

/** Blocks with the keys of those they stand for in `read`, so that what did not change keeps its bytes. */
function keyed(blocks: readonly Block[], read: readonly Block[]): Block[] {
  const left = [...read];
  const take = (fits: (other: Block) => boolean): Block | undefined => {
    const at = left.findIndex(fits);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const same = blocks.map((block) => take((other) => sameData(bare(other), block)));
  return blocks.map((block, at) => {
    const whole = same[at];
    if (whole) return whole;
    const like = take(
      (other) =>
        other.kind === block.kind &&
        (other.kind !== 'part' || block.kind !== 'part' || other.name === block.name),
    );
    const key = like?.key === undefined ? {} : { key: like.key };
    return block.kind === 'part'
      ? { ...block, ...key, children: keyed(block.children, like?.kind === 'part' ? like.children : []) }
      : { ...block, ...key };
  });
}

/** Both authors' changes over what they began with; at a clash `mine` stands. */
export function merged(
  base: Content,
  theirs: Content,
  mine: Content,
): Content & { readonly clashes: readonly Clash[] } {
  const merging = new Merging();
  const plain = ({ head, blocks }: Content): Content => ({ head, blocks: blocks.map(bare) });
  const both = merging.value(plain(base), plain(theirs), plain(mine), []);
  const { head, blocks } = contentOf(both) ?? mine;
  return { head, blocks: keyed(blocks, theirs.blocks), clashes: merging.clashes };
}

const isContent = (value: unknown): value is Content =>
  isFields(value) && isFields(value.head) && isItems(value.blocks);
const contentOf = (value: unknown): Content | undefined => (isContent(value) ? value : undefined);

/** Content in which the other author's words stand at the place of a clash. */
export function takeTheirs(content: Content, { path, theirs }: Clash): Content {
  const put = (value: unknown, rest: Clash['path']): unknown => {
    const [step, ...more] = rest;
    if (step === undefined) return theirs;
    if (isItems(value)) return value.with(Number(step), put(value[Number(step)], more));
    if (!isFields(value)) return value;
    const { [String(step)]: old, ...others } = value;
    const next = put(old, more);
    return next === undefined ? others : { ...value, [String(step)]: next };
  };
  return contentOf(put(content, path)) ?? content;
}

/** What a value says, in one line: for an author who must choose between two of them. */
export function wordsOf(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  if (isItems(value)) return value.map(wordsOf).filter(Boolean).join(' · ');
  if (!isFields(value)) return '';
  return Object.entries(value)
    .filter(([name]) => !isShape(name, value.kind))
    .map(([, inner]) => wordsOf(inner))
    .filter(Boolean)
    .join(' ');
}

/** Whether a field of a block tells what it is and not what it says. */
const isShape = (name: string, kind: unknown): boolean =>
  ['kind', 'key', 'ordered', 'start', 'depth', 'marks'].includes(name) ||
  (name === 'name' && (kind === 'part' || kind === 'piece'));

/** What stands at a path of the content. */
export function partAt(content: Content, path: Clash['path']): unknown {
  const step = (value: unknown, name: string | number): unknown => {
    if (isItems(value)) return value[Number(name)];
    return isFields(value) ? value[String(name)] : undefined;
  };
  return path.reduce<unknown>(step, content);
}
