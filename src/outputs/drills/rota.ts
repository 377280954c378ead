/** Many people, few telephones: who presses when, and what each telephone practises. Pure. */
import type { Drill, Handbook, Programme } from '../../handbook/handbook.ts';

/** Drills of a session: those of its guides, and those that name it; in their own order. */
export const drillsOf = (programme: Programme, { drills }: Pick<Handbook, 'drills'>): readonly Drill[] =>
  drills.filter(
    ({ guide, data }) => programme.guides.includes(guide) || data.sessions.includes(programme.id),
  );

/** One telephone in one round. */
interface Turn<Task> {
  readonly task: Task;
  /** Who presses, counted from 1 around the table. */
  readonly presser: number;
}
/** One telephone with those around it. */
interface Table<Task> {
  readonly people: number;
  /** In the order of the rounds. */
  readonly turns: readonly Turn<Task>[];
}

/**
 * Everybody presses at least once; in one round neighbours practise different things, and each table goes on
 * to what its neighbour had. Telephones beyond the number of people stay away; no tasks, no tables.
 */
export function rota<Task>(people: number, phones: number, tasks: readonly Task[]): readonly Table<Task>[] {
  const tables = Math.min(people, phones);
  const sizes = Array.from(
    { length: tables },
    (_, place) => Math.floor(people / tables) + (place < people % tables ? 1 : 0),
  );
  const rounds = Math.max(0, ...sizes);
  return sizes.map((size, place) => ({
    people: size,
    turns: Array.from({ length: rounds }, (_, round) => tasks[(place + round) % tasks.length]).flatMap(
      (task, round) => (task === undefined ? [] : [{ task, presser: (round % size) + 1 }]),
    ),
  }));
}
