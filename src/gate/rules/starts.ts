/** What tasks start with: every task that the handbook can serve has picks, each place once, and no other task has any. */
import type { Entry } from '../../schemas/collections.ts';
import { fault } from '../faults.ts';
import type { Proving } from '../proving.ts';

/** A pick with where it stands. */
interface Placed {
  readonly entry: Entry<'guides' | 'market' | 'events' | 'programmes' | 'printKit'>;
  readonly index: number;
  readonly task: string;
  readonly first: number | undefined;
  readonly kind: 'session' | 'guide' | 'form';
}

const kindOf = (entry: Placed['entry']): Placed['kind'] =>
  entry.collection === 'programmes' ? 'session' : entry.collection === 'printKit' ? 'form' : 'guide';

/** All picks of all entries. */
function allPicks({ entries, numbered }: Proving): Placed[] {
  return [...numbered, ...entries.programmes, ...entries.printKit].flatMap((entry) =>
    entry.data.serves.map(({ task, first }, index) => ({ entry, index, task, first, kind: kindOf(entry) })),
  );
}

/** All rules of what tasks start with. */
export function proveStarts(proving: Proving): void {
  const picks = allPicks(proving);
  const outside = new Set(
    proving.entries.tasks.filter(({ data }) => data.handbook.by === 'none').map(({ id }) => id),
  );
  const taken = new Map<string, Placed>();
  const started = new Set<string>();
  for (const pick of picks) {
    const { entry, index, task, first, kind } = pick;
    const path = ['serves', index, 'task'];
    if (outside.has(task)) proving.say(entry, path, fault('start-outside', { task }));
    if (first === undefined) continue;
    if (kind !== 'form') started.add(task);
    const place = `${task} ${kind} ${kind === 'guide' ? first : ''}`;
    const other = taken.get(place);
    if (other) proving.say(entry, path, fault('start-taken', { task, kind, first, file: other.entry.file }));
    else taken.set(place, pick);
  }
  // What a task starts with may be what this edition does not show.
  if (Object.keys(proving.entries.site[0]?.data.show ?? {}).length > 0) return;
  for (const task of proving.entries.tasks) {
    const { handbook } = task.data;
    // A task may start with what was picked for another one, not with what that one has borrowed.
    const from = handbook.by === 'guides' ? (handbook.as ?? task.id) : task.id;
    if (!outside.has(task.id) && !started.has(task.id) && !started.has(from))
      proving.say(task, ['handbook'], fault('no-start', { task: task.id }));
  }
}
