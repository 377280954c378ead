/** What stands in blocks, picked out: their lines of text, their drawn screens, their pictures. */
import { plain, type Block, type InlineWords, type Picture, type ScreenDrawing } from './tree.ts';
import { allBlocks, visitBlock, type BlockVisitor } from './walk.ts';

/** A line of text with the line of the file on which its block starts. */
export interface BlockLine {
  readonly text: string;
  readonly line: number;
}

/**
 * Paragraphs, list items, table cells and titles of boxes as plain lines. Drawn screens and pictures are left
 * out.
 */
export function blockLines(blocks: readonly Block[], words?: InlineWords): BlockLine[] {
  const visitor: BlockVisitor<BlockLine[]> = {
    paragraph: ({ inlines, line }) => [{ text: plain(inlines, words), line }],
    list: ({ items, line }) => items.map((item) => ({ text: plain(item, words), line })),
    table: ({ title, rows, line }) => [
      ...(title === undefined ? [] : [{ text: title, line }]),
      ...rows.flat().map((cell) => ({ text: plain(cell, words), line })),
    ],
    screen: () => [],
    picture: () => [],
    heading: ({ inlines, line }) => [{ text: plain(inlines, words), line }],
    made: () => [],
    // What stands in it follows by itself.
    box: ({ title, line }) => (title ? [{ text: title, line }] : []),
  };
  return allBlocks(blocks).flatMap((block) => visitBlock(block, visitor));
}

/** All drawn screens of blocks. */
export const screensOf = (blocks: readonly Block[]): ScreenDrawing[] =>
  allBlocks(blocks).flatMap((block) => (block.kind === 'screen' ? [block.screen] : []));

/** All line drawings of blocks. */
export const picturesOf = (blocks: readonly Block[]): Picture[] =>
  allBlocks(blocks).flatMap((block) => (block.kind === 'picture' ? [block.picture] : []));
