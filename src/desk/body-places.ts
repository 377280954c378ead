/** Where a line of a body stands among its blocks, so that a fault is told at its block. Pure. */
import { isRuns, readDeskBody, type Block, type Item, type ListBlock } from './body.ts';

/** Whether a block has nothing to write: the writer leaves it out. */
const isEmpty = (block: Block): boolean =>
  (block.kind === 'paragraph' && block.runs.length === 0) ||
  (block.kind === 'list' && block.items.every(isEmptyItem));
const isEmptyItem = (item: Item): boolean => (isRuns(item) ? item.length === 0 : isEmpty(item));

const writtenList = (list: ListBlock): ListBlock => ({
  ...list,
  items: list.items
    .filter((item) => !isEmptyItem(item))
    .map((item) => (isRuns(item) ? item : writtenList(item))),
});

/** Blocks as they are written: without those that hold nothing, and lists without empty items. */
export const written = (blocks: readonly Block[]): Block[] =>
  blocks
    .filter((block) => !isEmpty(block))
    .map((block) => {
      if (block.kind === 'part') return { ...block, children: written(block.children) };
      return block.kind === 'list' ? writtenList(block) : block;
    });

/** A path among written blocks as a path among all that are drawn. */
export function drawnPath(blocks: readonly Block[], path: readonly number[]): number[] {
  const [first, ...rest] = path;
  if (first === undefined) return [];
  const places = blocks.flatMap((block, index) => (isEmpty(block) ? [] : [index]));
  const index = places[first];
  const block = index === undefined ? undefined : blocks[index];
  if (index === undefined || block === undefined) return [];
  return [index, ...(block.kind === 'part' ? drawnPath(block.children, rest) : [])];
}

/** The path of the deepest block on a line of a body, from 1; empty when none is there. */
export function blockOnLine(body: string, line: number): number[] {
  try {
    const { blocks, origins } = readDeskBody(body);
    const find = (all: readonly Block[]): number[] => {
      const index = all.findLastIndex((block) => {
        const at = block.key === undefined ? undefined : origins.get(block.key);
        return at !== undefined && body.slice(0, at.start).split('\n').length <= line;
      });
      const block = all[index];
      if (block === undefined) return [];
      return [index, ...(block.kind === 'part' ? find(block.children) : [])];
    };
    return find(blocks);
  } catch {
    return [];
  }
}
