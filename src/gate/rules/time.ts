/** Days, numbers of shelves and who does what, where each is right alone and wrong beside another. */
import type { Entry } from '../../schemas/collections.ts';
import { fault } from '../faults.ts';
import type { Proving } from '../proving.ts';
import { textsOf } from '../texts.ts';

/** Days on which something was done. One that lies ahead hides for years that nobody has looked. */
const pastFields: ReadonlySet<unknown> = new Set(['added', 'checked', 'date', 'day', 'seen', 'signed']);

/** The last day that has begun somewhere; content is right later if it is right now. */
const lastDay = (): string => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);

/** No day of the past lies ahead; when a task is due (`time`) may. */
export function proveDays({ all, say }: Proving, today = lastDay()): void {
  for (const entry of all)
    for (const { text, path } of textsOf(entry.data, new Set())) {
      const isPast = pastFields.has(path.at(-1)) && path.at(-2) !== 'time';
      if (/^\d{4}(?:-\d\d){0,2}$/.test(text) && text > today && isPast)
        say(entry, path, fault('future-day', { day: text, field: String(path.at(-1)), today }));
    }
}

/** Ranges of numbers are apart: a number belongs to one shelf. */
export function proveRanges({ entries, say }: Proving): void {
  const shelves: (Entry<'topics'> | Entry<'tracks'>)[] = [...entries.topics, ...entries.tracks];
  shelves.forEach((shelf, index) => {
    const [from, to] = shelf.data.numbers;
    const other = shelves
      .slice(0, index)
      .find(({ data }) => data.numbers[0] <= to && from <= data.numbers[1]);
    if (other !== undefined)
      say(
        shelf,
        ['numbers'],
        fault('range-overlap', { range: [from, to], other: other.id, taken: other.data.numbers }),
      );
  });
}

/** A unit leads a task or helps with it. */
export function proveRoles({ entries, say }: Proving): void {
  for (const task of entries.tasks)
    task.data.coordinating.forEach((unit, index) => {
      if (task.data.lead.includes(unit)) say(task, ['coordinating', index], fault('two-roles', { unit }));
    });
}
