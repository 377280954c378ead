/** What may stand once only, and what must not run in a circle. */
import type { Entry } from '../../schemas/collections.ts';
import { fault, type Fault } from '../faults.ts';
import type { Say } from '../proving.ts';

/** Tells every entry whose key an earlier one has. */
export function unique<E extends Entry>(
  list: readonly E[],
  key: (entry: E) => string,
  path: readonly string[],
  taken: (details: { value: string; file: string }) => Fault,
  say: Say,
): void {
  const seen = new Map<string, E>();
  for (const entry of list) {
    const value = key(entry);
    const other = seen.get(value);
    if (other) say(entry, path, taken({ value, file: other.file }));
    else seen.set(value, entry);
  }
}

/** Tells every relation that leads back to where it came from. */
export function circle<E extends Entry>(
  list: readonly E[],
  next: (entry: E) => readonly string[],
  field: string,
  say: Say,
): void {
  const byId = new Map(list.map((entry) => [entry.id, entry]));
  const state = new Map<string, 'open' | 'done'>();
  const walk = (entry: E, trail: readonly string[]): void => {
    if (state.get(entry.id) === 'done') return;
    state.set(entry.id, 'open');
    for (const id of next(entry)) {
      const target = byId.get(id);
      if (!target) continue;
      if (state.get(id) === 'open')
        say(
          entry,
          [field],
          fault('circle', { trail: [...trail.slice(trail.indexOf(id)), entry.id, id], field }),
        );
      else walk(target, [...trail, entry.id]);
    }
    state.set(entry.id, 'done');
  };
  for (const entry of list) walk(entry, []);
}
