/** Plans, their tasks and the units that they name. */
import { isStated } from '../../domain/timing.ts';
import { collectionShapes, type Entry } from '../../schemas/collections.ts';
import type { PlanPart } from '../../schemas/plan.ts';
import type { TaskPart } from '../../schemas/task.ts';
import { fold } from '../../vietnamese/diacritics.ts';
import { nearest, slug } from '../../vietnamese/text.ts';
import { fault, type Fault } from '../faults.ts';
import { folderOf, type Proving } from '../proving.ts';
import { unique } from './unique.ts';

/** Tasks in their plan, targets once each. */
export function provePlans({ entries, say }: Proving): void {
  for (const plan of entries.plans) {
    const own = entries.tasks.filter((task) => folderOf(task.id) === plan.id);
    unique(
      own,
      (task) => task.data.item,
      ['item'],
      (taken) => fault('duplicate-item', taken),
      say,
    );
    unique(
      own,
      (task) => String(task.data.order),
      ['order'],
      (taken) => fault('duplicate-order', taken),
      say,
    );
    if (own.length === 0) say(plan, [], fault('no-tasks', { plan: plan.id }));
    const measured = new Set<string>();
    plan.data.indicators.forEach(({ year, by, group, places, measure, what }, index) => {
      const key = JSON.stringify([year, by, group, places, measure, what]);
      if (measured.has(key)) say(plan, ['indicators', index], fault('duplicate-indicator', { year, group }));
      measured.add(key);
    });
  }
}

/** Each part of an entry that a document may leave out, and whether it is empty here. */
const emptyParts = {
  plan: ({ data }: Entry<'plans'>): readonly (readonly [PlanPart, boolean])[] => [
    ['number', data.number === null],
    ['date', data.date === null && data.year === undefined],
    ['period', data.period === null],
    ['signer', data.signer === null],
    ['organisation', data.organisation.length === 0],
    ['budget', data.budget === null],
    ['reporting', data.reporting === null],
  ],
  task: ({ data }: Entry<'tasks'>): readonly (readonly [TaskPart, boolean])[] => [
    ['coordinating', data.coordinating.length === 0 && data.coordinatingNote === undefined],
    ['time', !isStated(data.time)],
    ['result', data.result === null],
  ],
};

/**
 * “Not stated” is said of a document that was read, “not seen” of one that was not. What a partial document
 * seems to leave out may stand in the part that is missing here; what is written down has been seen.
 */
export function proveUnseen({ entries, say }: Proving): void {
  const partial = new Set(entries.plans.filter((plan) => plan.data.partial).map((plan) => plan.id));
  const judge = (
    entry: Entry<'plans'> | Entry<'tasks'>,
    plan: string,
    parts: readonly (readonly [PlanPart | TaskPart, boolean])[],
  ): void => {
    const unseen: readonly string[] = entry.data.unseen;
    for (const [field, empty] of parts) {
      if (empty && partial.has(plan) && !unseen.includes(field))
        say(entry, [field], fault('not-seen', { field }));
      if (!empty && unseen.includes(field)) say(entry, ['unseen'], fault('seen', { field }));
    }
  };
  for (const plan of entries.plans) judge(plan, plan.id, emptyParts.plan(plan));
  for (const task of entries.tasks) judge(task, folderOf(task.id), emptyParts.task(task));
}

/** Names of units, other spellings included, belong to one unit of a place. */
export function proveUnitNames({ entries, say }: Proving): void {
  const names = new Map<string, Entry<'units'>>();
  for (const unit of entries.units) {
    [unit.data.name, ...unit.data.spellings].forEach((name, index) => {
      const key = `${unit.data.place ?? ''}|${name.toLowerCase()}`;
      const other = names.get(key);
      if (other && other !== unit)
        say(
          unit,
          index === 0 ? ['name'] : ['spellings', index - 1],
          fault('duplicate-unit', { name, file: other.file }),
        );
      else names.set(key, unit);
    });
  }
}

/**
 * The fault of a unit that nobody has. It is looked for where the plan applies and among units of the whole
 * country, by id, name, short form and spellings: an office of another province is never offered, because an
 * author who takes the offer would lay work on the wrong people.
 */
export function unknownUnit({ entries }: Proving, entry: Entry, id: string): Fault {
  const places = placesOf(entries.plans, entry);
  const near = entries.units.filter(
    ({ data: { place } }) =>
      places === undefined || place === undefined || places.some((known) => samePlace(known, place)),
  );
  const asked = slug(id);
  const named = near.find(({ data: { name, short, spellings } }) =>
    [name, short ?? name, ...spellings].some((words) => slug(words) === asked),
  );
  const like =
    named?.id ??
    nearest(
      id,
      near.map((unit) => unit.id),
    );
  const targets = 'reference to units';
  if (like !== undefined) return fault('dangling', { id, cure: `có phải “${like}”?`, targets });
  const made = /^[a-z0-9-]+$/.test(id)
    ? id
    : [slug(places?.[0] ?? ''), asked].filter((part) => part !== '').join('-');
  return fault('no-unit', {
    id,
    cure: `tạo ${collectionFile(made)} bằng npm run new -- unit ${made}, rồi ghi mã ${made} ở đây`,
  });
}

const collectionFile = (id: string): string => `content/${collectionShapes.units.folder}/${id}.yaml`;

/**
 * Where the plan of an entry applies, and the plans that it carries out; undefined when the entry has no
 * plan.
 */
function placesOf(plans: readonly Entry<'plans'>[], entry: Entry): readonly string[] | undefined {
  const id =
    entry.collection === 'tasks' ? folderOf(entry.id) : entry.collection === 'plans' ? entry.id : undefined;
  const plan = plans.find((candidate) => candidate.id === id);
  if (plan === undefined) return undefined;
  const wider = plans.filter((candidate) => plan.data.carriesOut.includes(candidate.id));
  return [plan, ...wider].map((candidate) => candidate.data.place);
}

/** “Ngành Nội vụ tỉnh Cao Bằng” lies in “Tỉnh Cao Bằng”. */
function samePlace(one: string, other: string): boolean {
  const [first, second] = [fold(one), fold(other)];
  return first.includes(second) || second.includes(first);
}
