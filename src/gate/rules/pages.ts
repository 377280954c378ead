/** Free pages: their addresses, what they link to, and what they show of other entries. */
import { authoredPages, fileFolders, guideAddress, lessonAddress, pages } from '../../domain/address.ts';
import { pageBlocks, type PageBlockName } from '../../domain/page-blocks.ts';
import type { Tree } from '../../markdown/tree.ts';
import { allBlocks } from '../../markdown/walk.ts';
import type { Entry } from '../../schemas/collections.ts';
import { fault, problemAt } from '../faults.ts';
import { likely, livingAddresses, productAddresses } from '../living.ts';
import { entryKey, type Proving } from '../proving.ts';
import { guideLines } from './guide.ts';
import { unique } from './unique.ts';
import { lawFaults, linkFaults, proseContext, proseFaults } from './prose.ts';

/** First folder of an address. */
const folderOf = (address: string): string => address.split('/')[1] ?? '';

/** Every free page has an address of its own, and none that others lead to is missing. */
export function provePageAddresses({ entries, say, problems }: Proving): void {
  unique(
    entries.withdrawn,
    ({ data }) => data.address,
    ['address'],
    ({ value, file }) => fault('page-taken', { address: value, by: file }),
    say,
  );
  const product = productAddresses(entries);
  const authored = new Set<string>(authoredPages.map((page) => pages[page]));
  const folders = new Set<string>([...fileFolders, ...[...product].map(folderOf)]);
  const seen = new Map<string, string>();
  for (const page of entries.pages) {
    const { address } = page.data;
    const other = seen.get(address);
    const folder = folderOf(address);
    const tell = (found: Parameters<typeof say>[2]): void => say(page, ['address'], found);
    if (other !== undefined) tell(fault('page-taken', { address, by: other }));
    else if (/^\d+$/.test(folder)) tell(fault('page-number'));
    else if (authored.has(address)) seen.set(address, page.file);
    else if (product.has(address)) tell(fault('page-taken', { address, by: 'trang có sẵn của sổ tay' }));
    else if (folders.has(folder)) tell(fault('page-folder', { address, folder }));
    seen.set(address, page.file);
  }
  for (const address of authored)
    if (!seen.has(address)) problems.push(problemAt('content/pages', fault('page-missing', { address })));
}

/** What stands in the bodies of free pages. */
export function provePageBodies(proving: Proving, trees: ReadonlyMap<string, Tree>): void {
  const known = livingAddresses(proving.entries);
  const places = placesOf(proving, trees);
  for (const page of proving.entries.pages) {
    const tree = trees.get(entryKey(page));
    if (tree === undefined) continue;
    proving.guarded(page, () => {
      proveLinks(proving, page, tree, known, places);
      proveBlocks(proving, page, tree);
      proveParts(proving, page, tree);
      proveWords(proving, page, tree);
    });
  }
}

/** Places inside pages, by address: of guides, lessons and free pages, whose sections are known here. */
function placesOf({ entries }: Proving, trees: ReadonlyMap<string, Tree>): ReadonlyMap<string, string[]> {
  const found = new Map<string, string[]>();
  const add = (entry: Entry, address: string): void => {
    const sections = trees.get(entryKey(entry))?.sections ?? [];
    found.set(
      address,
      sections.flatMap(({ id, steps }) => [id, ...steps.map((step) => step.id)]),
    );
  };
  for (const guide of entries.guides) add(guide, guideAddress(guide.id));
  for (const lesson of entries.market) add(lesson, lessonAddress(lesson.id));
  for (const page of entries.pages) add(page, page.data.address);
  return found;
}

function proveLinks(
  proving: Proving,
  page: Entry<'pages'>,
  { mentions }: Tree,
  known: ReadonlySet<string>,
  places: ReadonlyMap<string, string[]>,
): void {
  for (const { kind, id: to, line, column } of mentions) {
    if (kind !== 'page') continue;
    const [address = '', place] = to.split('#');
    const parts = places.get(address);
    if (!known.has(address))
      proving.sayAt(page, line, column, fault('page-link', { to, cure: likely(address, known) }));
    else if (place !== undefined && parts !== undefined && !parts.includes(place))
      proving.sayAt(page, line, column, fault('page-place', { to, parts }));
  }
}

const isBlockName = (name: string): name is PageBlockName => Object.hasOwn(pageBlocks, name);

function proveBlocks(proving: Proving, page: Entry<'pages'>, { mentions }: Tree): void {
  const seen = new Set<string>();
  for (const { kind, id: name, line, column } of mentions) {
    if (kind !== 'block' || !isBlockName(name)) continue;
    const on = pages[pageBlocks[name].on];
    if (on !== page.data.address)
      proving.sayAt(page, line, column, fault('page-block', { name, on, how: 'elsewhere' }));
    else if (seen.has(name))
      proving.sayAt(page, line, column, fault('page-block', { name, on, how: 'twice' }));
    seen.add(name);
  }
}

/** Parts that would stay empty: a chart without a target, a form that the edition does not hand out. */
function proveParts(
  { entries, sayAt }: Proving,
  page: Entry<'pages'>,
  { sections, intro, mentions }: Tree,
): void {
  const offered: readonly string[] = entries.site.flatMap(({ data }) =>
    data.downloads.map(({ form }) => form),
  );
  for (const { kind, id, line, column } of mentions)
    if (kind === 'form' && !offered.includes(id))
      sayAt(page, line, column, fault('page-form', { form: id, offered }));
  for (const block of allBlocks([
    ...intro,
    ...sections.flatMap(({ blocks, steps, cases }) =>
      [blocks, ...[...steps, ...cases].map((one) => one.blocks)].flat(),
    ),
  ])) {
    if (block.kind !== 'made' || block.part.name !== 'Targets') continue;
    const { plan } = block.part.props;
    if (entries.plans.some(({ id, data }) => id === plan && data.indicators.length === 0))
      sayAt(page, block.line, 0, fault('page-targets', { plan }));
  }
}

/** Telephone numbers, sums and laws as in guides; names of links. */
function proveWords(proving: Proving, page: Entry<'pages'>, tree: Tree): void {
  const context = proseContext(page.data.sources);
  for (const { text, line } of guideLines(tree))
    for (const found of [...proseFaults(text, context), ...lawFaults(text, page.data.sources)])
      proving.sayAt(page, line, 0, found);
  for (const { text, line } of tree.links)
    for (const found of linkFaults(text)) proving.sayAt(page, line, 0, found);
}
