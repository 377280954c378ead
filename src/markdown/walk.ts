/**
 * The one way through blocks and runs. Whoever reads them says what it does with each kind, so that a new
 * kind does not compile until every form has an answer to it; none can be skipped silently.
 */
import type { Block, Inline, ListBlock } from './tree.ts';

/** A block of some kinds. */
type BlockOf<Kind extends Block['kind']> = Block & { readonly kind: Kind };

/** What a reader does with each kind of block; warnings, tips, quotations and paths are boxes. */
export interface BlockVisitor<Result> {
  readonly paragraph: (block: BlockOf<'paragraph'>) => Result;
  readonly list: (block: BlockOf<'list'>) => Result;
  readonly table: (block: BlockOf<'table'>) => Result;
  readonly screen: (block: BlockOf<'screen'>) => Result;
  readonly picture: (block: BlockOf<'picture'>) => Result;
  readonly heading: (block: BlockOf<'heading'>) => Result;
  /** Parts of free pages that the product draws. */
  readonly made: (block: BlockOf<'made'>) => Result;
  readonly box: (block: BlockOf<'warning' | 'tip' | 'quote' | 'path'>) => Result;
}

/** Hands a block to the function for its kind. */
export function visitBlock<Result>(block: Block, visitor: BlockVisitor<Result>): Result {
  switch (block.kind) {
    case 'paragraph':
      return visitor.paragraph(block);
    case 'list':
      return visitor.list(block);
    case 'table':
      return visitor.table(block);
    case 'screen':
      return visitor.screen(block);
    case 'picture':
      return visitor.picture(block);
    case 'heading':
      return visitor.heading(block);
    case 'made':
      return visitor.made(block);
    case 'warning':
    case 'tip':
    case 'quote':
    case 'path':
      return visitor.box(block);
    default:
      return unknownKind(block);
  }
}

/** Proves to the compiler that no kind is left; a tree made by other code stops here. */
function unknownKind(block: never): never {
  throw new Error(`Khối không rõ loại: ${JSON.stringify(block)} (unknown kind of block)`);
}

/** Blocks that stand in a block; a list in a list is part of its sentence. */
const inside: BlockVisitor<readonly Block[]> = {
  paragraph: () => [],
  list: () => [],
  table: () => [],
  screen: () => [],
  picture: () => [],
  heading: () => [],
  made: () => [],
  box: ({ blocks }) => blocks,
};

/** Blocks with all that stand in them, in reading order. */
export const allBlocks = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block) => [block, ...allBlocks(visitBlock(block, inside))]);

/** A block with every run of its sentences changed, in all that stands in it. */
export function mapRuns(block: Block, change: (run: Inline) => Inline): Block {
  const all = (runs: readonly Inline[]): Inline[] => runs.map(change);
  const listed = (list: ListBlock): ListBlock => ({
    ...list,
    items: list.items.map(({ inlines, below }) => ({
      inlines: all(inlines),
      ...(below && { below: listed(below) }),
    })),
  });
  return visitBlock<Block>(block, {
    paragraph: (paragraph) => ({ ...paragraph, inlines: all(paragraph.inlines) }),
    list: listed,
    table: (table) => ({ ...table, rows: table.rows.map((row) => row.map(all)) }),
    screen: (screen) => screen,
    picture: (picture) => picture,
    heading: (heading) => ({ ...heading, inlines: all(heading.inlines) }),
    made: (made) => made,
    box: (box) => ({ ...box, blocks: box.blocks.map((inner) => mapRuns(inner, change)) }),
  });
}
