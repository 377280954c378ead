/** The Handbook of a build or of `npm run dev`. The only caller of `getCollection()`. */
import { getCollection } from 'astro:content';
import { reading, readingSlot } from '../domain/once.ts';
import { formatProblem, sortProblems } from '../domain/problem.ts';
import { prove } from '../gate/prove.ts';
import {
  collectionNames,
  collectionShapes,
  type Collection,
  type Entries,
  type Entry,
} from '../schemas/collections.ts';
import type { Handbook } from './handbook.ts';
import { joinHandbook } from './join.ts';
import { handedOver, type Proven } from '../gate/hand-over.ts';

async function read<C extends Collection>(collection: C): Promise<Entry<C>[]> {
  const found = (await getCollection(collection as never)) as {
    id: string;
    data: Entry<C>['data'];
    body?: string;
    filePath?: string;
  }[];
  if (found.length === 0 && !collectionShapes[collection].optional)
    throw new Error(`Không đọc được mục nào của “${collection}” (collection is empty).`);
  return found
    .map((item) => ({
      collection,
      id: item.id,
      data: item.data,
      body: item.body ?? '',
      file: item.filePath ?? `${collection}/${item.id}`,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Proves all relations of what the content store holds. Throws once with every problem. */
async function proveStore(): Promise<Proven> {
  const lists = await Promise.all(
    collectionNames.map(async (collection) => [collection, await read(collection)] as const),
  );
  const entries = Object.fromEntries(lists) as unknown as Entries;
  const { problems, trees } = prove(entries);
  if (problems.length > 0) {
    throw new Error(
      `Nội dung còn ${problems.length} lỗi:\n\n${sortProblems(problems).map(formatProblem).join('\n\n')}`,
    );
  }
  return { entries, trees };
}

async function load(): Promise<Handbook> {
  const proven = handedOver() ?? (await proveStore());
  const handbook = joinHandbook(proven.entries, proven);
  return reading[readingSlot]?.watched(handbook) ?? handbook;
}

let loaded: Promise<Handbook> | undefined;

/** The Handbook of this build. Joined once, shared by every page. */
export function loadHandbook(): Promise<Handbook> {
  return (loaded ??= load());
}
