/** The only caller of `getCollection()`: reads the content store, proves all relations, joins. Throws once with every problem. */
import { getCollection, getEntry, render } from 'astro:content';
import { formatProblem, sortProblems } from '../domain/problem.ts';
import { prove } from '../domain/relations.ts';
import { collectionNames, collectionShapes, type Collection, type Entries, type Entry } from '../schemas/collections.ts';
import { joinHandbook, type Handbook } from './handbook.ts';

async function read<C extends Collection>(collection: C): Promise<Entry<C>[]> {
  const found = (await getCollection(collection as never)) as { id: string; data: Entry<C>['data']; body?: string; filePath?: string }[];
  if (found.length === 0 && !collectionShapes[collection].optional) throw new Error(`Không đọc được mục nào của “${collection}” (collection is empty).`);
  return found
    .map((e) => ({ collection, id: e.id, data: e.data, body: e.body ?? '', file: e.filePath ?? `${collection}/${e.id}` }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

async function load(): Promise<Handbook> {
  const lists = await Promise.all(collectionNames.map(async (c) => [c, await read(c)] as const));
  const entries = Object.fromEntries(lists) as unknown as Entries;
  const proof = prove(entries);
  if (proof.problems.length > 0) {
    throw new Error(`Nội dung còn ${proof.problems.length} lỗi:\n\n${sortProblems(proof.problems).map(formatProblem).join('\n\n')}`);
  }
  return joinHandbook(entries, proof);
}

let loaded: Promise<Handbook> | undefined;

/** The Handbook of this build. Joined once, shared by every page. */
export function loadHandbook(): Promise<Handbook> {
  return (loaded ??= load());
}

/** The rendered body of an MDX entry. */
export async function bodyOf(collection: 'guides' | 'market' | 'plans' | 'modes' | 'easyRead', id: string) {
  const entry = (await getEntry(collection as never, id as never)) as Parameters<typeof render>[0] | undefined;
  if (!entry) throw new Error(`Không có ${collection}/${id} (entry not found).`);
  return (await render(entry)).Content;
}
