/**
 * A small program plays every ready session in the room that most villages have, by the rotation that the
 * page prints and by its four rules for what goes wrong: phones fail, people come late, helpers leave. Drawn
 * at random from seeds, so that a fault can be played again.
 */
import { describe, expect, test } from 'vitest';
import {
  fitRoom,
  rolesOf,
  usualRoom,
  type Fit,
  type Room,
} from '../../../src/outputs/room/phones-and-people.ts';
import { sessionOf } from '../../../src/outputs/room/session.ts';
import { realContent } from '../../real.ts';

const entries = realContent();
const sessions = entries.programmes.map(({ id, data }) => ({
  id,
  session: sessionOf({ data, parts: data.outline }),
}));
const seeds = Array.from({ length: 200 }, (_, index) => index + 1);

/** Numbers from 0 to 1 that a seed always gives again (mulberry32). */
function drawn(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Learner {
  readonly comes: number;
  presses: number;
  group: number;
}
interface Mishaps {
  /** Minute at which each phone fails; Infinity: it holds. */
  readonly fails: readonly number[];
  readonly learners: Learner[];
  /** Minute at which each helper leaves; Infinity: stays. */
  readonly leaves: readonly number[];
}
/** A group whose helper has left is slower by so much. */
const slower = 1.5;

/** Up to two phones fail, up to four people come within the first quarter of an hour, one helper leaves. */
function mishaps(fit: Fit, room: Room, random: () => number): Mishaps {
  const fails = fit.groups.map(() => Infinity);
  if (fit.groups.length > 2)
    for (let left = Math.floor(random() * 3); left > 0; left--)
      fails[Math.floor(random() * fails.length)] = Math.floor(random() * 60);
  let place = 0;
  const learners = fit.groups.flatMap(({ people }, group) =>
    Array.from({ length: people }, (): Learner => ({ comes: 0, presses: 0, group })),
  );
  for (let late = Math.floor(random() * 5); late > 0 && learners.length > 4; late--) {
    place = Math.floor(random() * learners.length);
    learners[place] = { comes: Math.floor(random() * 15), presses: 0, group: learners[place]?.group ?? 0 };
  }
  const gone = Math.floor(random() * (room.helpers + 1));
  const minute = Math.floor(random() * 60);
  return {
    fails,
    learners,
    leaves: Array.from({ length: room.helpers }, (_, helper) => (helper === gone ? minute : Infinity)),
  };
}

/** Moves those whose phone has failed to the smallest group whose phone works. */
function reseat(learners: readonly Learner[], working: readonly number[]): void {
  for (const learner of learners) {
    if (working.includes(learner.group)) continue;
    const sizes = working.map((group) => learners.filter((other) => other.group === group).length);
    learner.group = working[sizes.indexOf(Math.min(...sizes))] ?? learner.group;
  }
}

/** One turn of one group: who has pressed least, and is there, presses. */
function press(learners: readonly Learner[], group: number, minute: number): void {
  const there = learners.filter((learner) => learner.group === group && learner.comes <= minute);
  const least = Math.min(...there.map(({ presses }) => presses));
  const next = there.find(({ presses }) => presses === least);
  if (next !== undefined) next.presses++;
}

/** One part on phones, in turns; each group goes at its own pace. */
function playTurns(fit: Fit, { part, from, to, over }: Fit['parts'][number], happens: Mishaps): void {
  const { fails, learners, leaves } = happens;
  const begins = fit.groups.map(() => from);
  for (let minute = from; minute < to + over; minute++) {
    const working = fit.groups.map((_, group) => group).filter((group) => (fails[group] ?? 0) > minute);
    reseat(learners, working);
    for (const group of working) {
      const alone = (leaves[(fit.groups[group]?.helper ?? 1) - 1] ?? 0) <= minute;
      const long = (part.turn ?? 0) * (alone ? slower : 1);
      if (Math.ceil(begins[group] ?? 0) > minute || (begins[group] ?? 0) + long > to + over) continue;
      // Past the end of the part only those who had no turn yet go on.
      if (minute >= to && learners.every((learner) => learner.group !== group || learner.presses > 0))
        continue;
      press(learners, group, minute);
      begins[group] = (begins[group] ?? 0) + long;
    }
  }
}

/** Plays a session; answers with its learners as they go home. */
function play(fit: Fit, room: Room, random: () => number): Learner[] {
  const happens = mishaps(fit, room, random);
  // Only a session without anything to press counts what is said and written.
  const pressing = fit.parts.some(({ part }) => part.turn !== undefined);
  for (const fitted of fit.parts) {
    const { part, to, way } = fitted;
    if (way === 'phone') playTurns(fit, fitted, happens);
    // On paper and on one's own phone nobody waits for another.
    else if (pressing ? part.turn !== undefined : part.kind === 'practice')
      for (const learner of happens.learners) if (learner.comes < to) learner.presses++;
  }
  return happens.learners;
}

describe.each(sessions)('$id', ({ session }) => {
  const fit = fitRoom(session, usualRoom);
  const minutes = session.parts.reduce((sum, part) => sum + part.minutes, 0);

  test('needs nothing that a room with 20 people, 6 phones and no network lacks', () => {
    for (const { way, part, instead } of fit.parts) {
      if (part.offline) expect(instead, part.title).toBeTruthy();
      if (way === 'paper') expect(part.turn !== undefined || instead !== undefined, part.title).toBe(true);
    }
    const phones = fit.groups.filter(({ phone }) => phone !== undefined).length;
    expect(phones).toBeLessThanOrEqual(usualRoom.android + usualRoom.iphone);
    expect(fit.groups.reduce((sum, { people }) => sum + people, 0)).toBe(fit.people);
    expect(fit.people * fit.sittings).toBeGreaterThanOrEqual(usualRoom.people);
    expect(fit.notes.filter(({ kind }) => kind === 'not-all')).toEqual([]);
  });

  test('keeps to its clock', () => {
    expect(fit.parts.at(-1)?.to).toBe(minutes);
    for (const { from, to, part, turns } of fit.parts) {
      expect(to - from).toBeGreaterThan(0);
      expect(turns * (part.turn ?? 0)).toBeLessThanOrEqual(to - from);
    }
  });

  test('has something that may be left out when time runs short', () => {
    expect(session.parts.some(({ skip }) => skip !== undefined)).toBe(true);
  });

  test('everybody presses at least once, whatever goes wrong', () => {
    let people = 0;
    for (const seed of seeds)
      for (const learner of play(fit, usualRoom, drawn(seed))) {
        people++;
        expect(learner.presses, `seed ${seed}`).toBeGreaterThan(0);
      }
    expect(people).toBe(seeds.length * fit.people);
  });
});

test('all 18 sessions are played', () => {
  expect(sessions).toHaveLength(18);
});

describe('rooms of every kind', () => {
  const random = drawn(7);
  const upTo = (most: number): number => Math.floor(random() * (most + 1));
  const rooms = Array.from({ length: 300 }, (): Room => ({
    people: 1 + upTo(59),
    helpers: upTo(8),
    android: upTo(12),
    iphone: upTo(8),
    network: (['none', 'weak', 'good'] as const)[upTo(2)] ?? 'none',
    place: 'yard',
  }));
  test('the clock holds, everybody has a seat, and whoever cannot press is told', () => {
    for (const room of rooms)
      for (const { id, session } of sessions) {
        const fit = fitRoom(session, room);
        const said = `${id} ${JSON.stringify(room)}`;
        expect(fit.parts.at(-1)?.to, said).toBe(session.parts.reduce((sum, { minutes }) => sum + minutes, 0));
        expect(
          fit.groups.reduce((sum, { people }) => sum + people, 0),
          said,
        ).toBe(fit.people);
        expect(fit.people * fit.sittings, said).toBeGreaterThanOrEqual(room.people);
        for (const { index, way, turns, needed } of fit.parts)
          if (way === 'phone' && turns < needed)
            expect(fit.notes, said).toContainEqual(expect.objectContaining({ kind: 'not-all', part: index }));
      }
  });
  test('a class that is too short of phones for its minutes leaves out what may be left out first', () => {
    const parts = [
      { kind: 'practice', title: 'a', minutes: 10, turn: 3 },
      { kind: 'questions', title: 'b', minutes: 6, skip: 1 },
      { kind: 'questions', title: 'c', minutes: 6, skip: 2 },
      { kind: 'wrap-up', title: 'd', minutes: 5 },
    ] as const;
    const fit = fitRoom(
      { parts, device: 'both', most: 20, each: 5 },
      { ...usualRoom, people: 10, android: 1, iphone: 1 },
    );
    expect(fit.parts.map(({ part, from, to }) => [part.title, from, to])).toEqual([
      ['a', 0, 15],
      ['c', 15, 21],
      ['d', 21, 27],
    ]);
    expect(fit.notes).toContainEqual({ kind: 'dropped', part: 1 });
  });
  test('roles go around the table', () => {
    expect([1, 2, 3, 4].map((turn) => rolesOf(turn, 3))).toEqual([
      { presser: 1, reader: 2 },
      { presser: 2, reader: 3 },
      { presser: 3, reader: 1 },
      { presser: 1, reader: 2 },
    ]);
    expect(rolesOf(2, 1)).toEqual({ presser: 1 });
  });
});
