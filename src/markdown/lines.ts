/** What stands in blocks, picked out: their lines of text, their drawn screens, their pictures. */
import { plain, type Block, type InlineWords, type Picture, type ScreenDrawing } from './tree.ts';
import { allBlocks, visitBlock, type BlockVisitor } from './walk.ts';

/** A line of text with the line of the file on which its block starts. */
export interface BlockLine {
  readonly text: string;
  readonly line: number;
  /** The words of a legal text, which are not the author's. */
  readonly quoted?: true;
}

/**
 * Paragraphs, list items, table cells and titles of boxes as plain lines. Drawn screens and pictures are left
 * out.
 */
export function blockLines(blocks: readonly Block[], words?: InlineWords): BlockLine[] {
  const visitor: BlockVisitor<BlockLine[]> = {
    paragraph: ({ inlines, line }) => [{ text: plain(inlines, words), line }],
    list: ({ items, line }) =>
      items.flatMap(({ inlines, below }) => [
        { text: plain(inlines, words), line },
        ...(below ? blockLines([below], words) : []),
      ]),
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
  const all = allBlocks(blocks);
  const quoted = new Set(all.flatMap((block) => (block.kind === 'quote' ? allBlocks(block.blocks) : [])));
  return all.flatMap((block) =>
    visitBlock(block, visitor).map((line) => (quoted.has(block) ? { ...line, quoted: true } : line)),
  );
}

/** All drawn screens of blocks. */
export const screensOf = (blocks: readonly Block[]): ScreenDrawing[] =>
  allBlocks(blocks).flatMap((block) => (block.kind === 'screen' ? [block.screen] : []));

/** All line drawings of blocks. */
export const picturesOf = (blocks: readonly Block[]): Picture[] =>
  allBlocks(blocks).flatMap((block) => (block.kind === 'picture' ? [block.picture] : []));
