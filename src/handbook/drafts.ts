/**
 * First phase of the join: every entry as an object of its own, with the fields that name an entry already
 * there. What points back (`links.ts`) starts empty. A draft is what it will be, but may still be written to.
 */
import {
  areaAddress,
  audienceAddress,
  easyReadAddress,
  guideAddress,
  lessonAddress,
  lifeEventAddress,
  pages,
  planAddress,
  skillAddress,
  taskAddress,
  topicAddress,
  trackAddress,
  unitAddress,
  workstreamAddress,
} from '../domain/address.ts';
import { entryKey, type Proof } from '../gate/prove.ts';
import type { Tree } from '../markdown/tree.ts';
import { isComplete, unknownsOf } from '../schemas/life-event.ts';
import type { Collection, CollectionData, Entries, Entry } from '../schemas/collections.ts';
import type {
  Area,
  Audience,
  EasyRead,
  Guide,
  Plan,
  Shelf,
  Skill,
  Task,
  Unit,
  Workstream,
} from './handbook.ts';

/** A joined entry whose fields and lists may still be written. */
export type Draft<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };
type DraftsOf<T> = ReadonlyMap<string, Draft<T>>;

/** Drafts by id. Guides in the order of their numbers. */
export interface Drafts {
  readonly topics: DraftsOf<Shelf>;
  readonly tracks: DraftsOf<Shelf>;
  readonly audiences: DraftsOf<Audience>;
  readonly areas: DraftsOf<Area>;
  readonly skills: DraftsOf<Skill>;
  readonly workstreams: DraftsOf<Workstream>;
  readonly units: DraftsOf<Unit>;
  readonly plans: DraftsOf<Plan>;
  readonly tasks: DraftsOf<Task>;
  readonly guides: DraftsOf<Guide>;
  readonly easyRead: DraftsOf<EasyRead>;
}

/** The entry of an id. @throws Error when there is none: the content was not proven */
export function need<T>(map: ReadonlyMap<string, T>, id: string): T {
  const found = map.get(id);
  if (found === undefined) throw new Error(`Không có mục nào mang mã “${id}” (unproven reference).`);
  return found;
}
export const needAll = <T>(map: ReadonlyMap<string, T>, ids: readonly string[] = []): T[] =>
  ids.map((id) => need(map, id));

/** Id of the folder that an entry lies in: its plan, topic or track. */
export const folderOf = (id: string): string => id.slice(0, id.indexOf('/'));

/** What every joined entry has. */
const base = <C extends Collection>(
  { id, data, file }: Entry<C>,
  address: string,
): { id: string; data: CollectionData[C]; file: string; address: string } => ({ id, data, file, address });

const byId = <T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> =>
  new Map(list.map((item) => [item.id, item]));

const emptyTree: Tree = { intro: [], sections: [], mentions: [], links: [] };
/** The tree of an entry's body. */
export const treeOf = (entry: Entry, { trees }: Pick<Proof, 'trees'>): Tree =>
  trees.get(entryKey(entry)) ?? emptyTree;

/** All drafts. */
export function draftAll(entries: Entries, proof: Pick<Proof, 'trees'>): Drafts {
  const people = draftPeople(entries);
  const work = draftWork(entries, people, proof);
  const knowledge = draftKnowledge(entries);
  const guides = draftGuides(entries, { ...people, ...knowledge }, proof);
  const easyRead = entries.easyRead
    .map((entry): Draft<EasyRead> => ({
      ...base(entry, easyReadAddress(entry.id)),
      guide: need(guides, entry.data.guide),
      tree: treeOf(entry, proof),
    }))
    .sort((a, b) => a.guide.data.number - b.guide.data.number);
  return { ...people, ...work, ...knowledge, guides, easyRead: byId(easyRead) };
}

type People = Pick<Drafts, 'audiences' | 'units' | 'workstreams'>;
function draftPeople(entries: Entries): People {
  return {
    audiences: byId(
      entries.audiences.map((entry): Draft<Audience> => ({
        ...base(entry, audienceAddress(entry.id)),
        children: [],
        guides: [],
        first: [],
        tasks: [],
        indicators: [],
        programmes: [],
      })),
    ),
    units: byId(
      entries.units.map((entry): Draft<Unit> => ({
        ...base(entry, unitAddress(entry.id)),
        children: [],
        leads: [],
        joins: [],
        issues: [],
        duties: [],
      })),
    ),
    workstreams: byId(
      entries.workstreams.map((entry): Draft<Workstream> => ({
        ...base(entry, workstreamAddress(entry.id)),
        tasks: [],
        guides: [],
        programmes: [],
      })),
    ),
  };
}

function draftWork(
  entries: Entries,
  { audiences, units, workstreams }: People,
  proof: Pick<Proof, 'trees'>,
): Pick<Drafts, 'plans' | 'tasks'> {
  const plans = byId(
    entries.plans.map((entry): Draft<Plan> => ({
      ...base(entry, planAddress(entry.id)),
      tree: treeOf(entry, proof),
      issuer: need(units, entry.data.issuer),
      tasks: [],
      carriesOut: [],
      carriedOutBy: [],
    })),
  );
  const tasks = entries.tasks.map((entry): Draft<Task> => ({
    ...base(entry, taskAddress(entry.id)),
    plan: need(plans, folderOf(entry.id)),
    lead: needAll(units, entry.data.lead),
    coordinating: needAll(units, entry.data.coordinating),
    workstreams: needAll(workstreams, entry.data.workstreams),
    audiences: needAll(audiences, entry.data.audiences),
    picks: [],
    guides: [],
    same: [],
    programmes: [],
  }));
  return { plans, tasks: byId(tasks) };
}

type Knowledge = Pick<Drafts, 'topics' | 'tracks' | 'areas' | 'skills'>;
function draftKnowledge(entries: Entries): Knowledge {
  const areas = byId(
    entries.areas.map((entry): Draft<Area> => ({ ...base(entry, areaAddress(entry.id)), skills: [] })),
  );
  return {
    areas,
    topics: byId(
      entries.topics.map((entry): Draft<Shelf> => ({
        ...base(entry, entry.data.events ? pages.lifeEvents : topicAddress(entry.id)),
        kind: entry.data.events ? 'events' : 'topic',
        guides: [],
      })),
    ),
    tracks: byId(
      entries.tracks.map((entry): Draft<Shelf> => ({
        ...base(entry, trackAddress(entry.id)),
        kind: 'track',
        guides: [],
      })),
    ),
    skills: byId(
      entries.skills.map((entry): Draft<Skill> => ({
        ...base(entry, skillAddress(entry.data.area, entry.id)),
        area: need(areas, entry.data.area),
        guides: [],
      })),
    ),
  };
}

function draftGuides(
  entries: Entries,
  { topics, tracks, audiences, skills, workstreams }: People & Knowledge,
  proof: Pick<Proof, 'trees'>,
): DraftsOf<Guide> {
  const shared = (entry: Entry<'guides' | 'market' | 'events'>) => ({
    id: entry.id,
    file: entry.file,
    tree: treeOf(entry, proof),
    audiences: needAll(audiences, entry.data.audiences),
    skills: needAll(skills, entry.data.skills),
    workstreams: needAll(workstreams, entry.data.workstreams),
    tasks: [],
    picked: [],
    before: [],
    next: [],
    seeAlso: [],
    programmes: [],
    drills: [],
    rules: [],
  });
  const guides = entries.guides.map((entry): Draft<Guide> => ({
    ...shared(entry),
    collection: 'guides',
    data: entry.data,
    address: guideAddress(entry.id),
    shelf: need(topics, folderOf(entry.id)),
  }));
  const lessons = entries.market.map((entry): Draft<Guide> => ({
    ...shared(entry),
    collection: 'market',
    data: entry.data,
    lesson: entry.data,
    address: lessonAddress(entry.id),
    shelf: need(tracks, folderOf(entry.id)),
  }));
  const cards = entries.events.map((entry): Draft<Guide> => ({
    ...shared(entry),
    collection: 'events',
    // Whom a card names to call stands in its body; buttons that stay in the window are for urgent guides.
    data: { ...entry.data, calls: [] },
    card: { data: entry.data, blanks: unknownsOf(entry.data), complete: isComplete(entry.data) },
    address: lifeEventAddress(entry.id),
    shelf: need(topics, folderOf(entry.id)),
  }));
  return byId([...guides, ...lessons, ...cards].sort((a, b) => a.data.number - b.data.number));
}
