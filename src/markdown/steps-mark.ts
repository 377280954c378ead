/** The mark that ties an author's own words to the steps they were written for. Pure. */
import { plain, type Block, type Tree } from './tree.ts';
import { visitBlock, type BlockVisitor } from './walk.ts';

const shown: BlockVisitor<string> = {
  paragraph: ({ inlines }) => plain(inlines),
  list: ({ items }) =>
    items.flatMap(({ inlines, below }) => [plain(inlines), ...(below ? [blockText(below)] : [])]).join('\n'),
  table: ({ rows }) => rows.map((row) => row.map((cell) => plain(cell)).join('|')).join('\n'),
  screen: () => '',
  picture: () => '',
  heading: ({ inlines }) => plain(inlines),
  made: () => '',
  box: ({ title, blocks }) => `${title ?? ''}\n${blocks.map(blockText).join('\n')}`,
};
const blockText = (block: Block): string => visitBlock(block, shown);

/**
 * Mark of a guide's steps: changes when a word of their titles or texts changes, and only then; drawn screens
 * do not count. An announcement written by hand carries it, so that nobody reads out steps that are no longer
 * so. FNV-1a, 64 bits, as 12 hexadecimal digits: it must tell one wording from another, not keep a secret.
 */
export function stepsMark(title: string, tree: Tree): string {
  const steps = tree.sections.filter((section) => section.kind === 'steps');
  const text = [
    title,
    ...steps.flatMap((step) => [
      step.title,
      ...step.steps.flatMap((otherStep) => [otherStep.title, ...otherStep.blocks.map(blockText)]),
    ]),
  ]
    .join(' ')
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim();
  let hash = 0xcbf29ce484222325n;
  for (const ch of text)
    hash = ((hash ^ BigInt(ch.codePointAt(0) ?? 0)) * 0x100000001b3n) & 0xffffffffffffffffn;
  return hash.toString(16).padStart(16, '0').slice(0, 12);
}
