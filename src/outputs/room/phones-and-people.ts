/**
 * Fits a session to the room where it is held: people, helpers, phones, network. Who sits with which phone,
 * who presses when, what is done instead where there is no network, what is left out, and what cannot be
 * reached. Pure; the page and its script share it.
 */
import type { Device, PartKind } from '../../sessions/parts.ts';

export const networks = ['none', 'weak', 'good'] as const;
export type Network = (typeof networks)[number];
/** Where a class sits: a hall with tables, a stall or a place of work, somebody's home, a yard. */
export const places = ['hall', 'stall', 'home', 'yard'] as const;
export type Place = (typeof places)[number];

/** What the trainer finds in the room. */
export interface Room {
  readonly people: number;
  readonly helpers: number;
  readonly android: number;
  readonly iphone: number;
  readonly network: Network;
  readonly place: Place;
}

/** The class that most villages have, and that every ready session must hold: see `test/outputs/room`. */
export const usualRoom: Room = {
  people: 20,
  helpers: 4,
  android: 4,
  iphone: 2,
  network: 'none',
  place: 'hall',
};

/** What fitting needs to know of a part of a session; fields as in `schemas/programme.ts`. */
export interface RoomPart {
  readonly kind: PartKind;
  readonly title: string;
  readonly minutes: number;
  readonly turn?: number | undefined;
  readonly offline?: { readonly with: 'phone' | 'paper'; readonly does: string } | undefined;
  readonly own?: string | undefined;
  readonly skip?: number | undefined;
}
export interface RoomSession {
  readonly parts: readonly RoomPart[];
  readonly device: Device;
  /** Most people at one sitting, and one helper for how many of them. */
  readonly most: number;
  readonly each: number;
}

/** People around one phone. */
export interface Group {
  readonly people: number;
  /** Absent where there is no phone for the group. */
  readonly phone?: 'android' | 'iphone' | 'machine';
  /** Number of its helper, from 1; absent without helpers. */
  readonly helper?: number;
}

/** How a part is done: in turns on a phone, each on one's own, on paper, or with voice and hands alone. */
type Way = 'phone' | 'own' | 'paper' | 'talk';

export interface FittedPart {
  /** Its place in the session as it is written. */
  readonly index: number;
  readonly part: RoomPart;
  readonly from: number;
  readonly to: number;
  readonly way: Way;
  /** What is done in place of the network. */
  readonly instead?: string;
  /** Turns that each group has, one after another. */
  readonly turns: number;
  /** Turns until everybody of the largest group had one. */
  readonly needed: number;
  /** Minutes that those who had no turn yet may take from the questions that follow. */
  readonly over: number;
  /** Groups that use the network begin in so many waves within one turn. */
  readonly waves: number;
}

/** Something that the trainer must know, and tell. `part` is a place in the session. */
export type RoomNote =
  | { readonly kind: 'sittings'; readonly sittings: number; readonly people: number }
  | { readonly kind: 'helpers'; readonly want: number; readonly have: number }
  | { readonly kind: 'no-phones' }
  | { readonly kind: 'other-phones'; readonly phones: number }
  | { readonly kind: 'paper' | 'offline'; readonly part: number }
  | { readonly kind: 'own'; readonly part: number; readonly owners: number; readonly others: number }
  | { readonly kind: 'dropped'; readonly part: number }
  | { readonly kind: 'not-all'; readonly part: number; readonly reached: number; readonly people: number };

export interface Fit {
  /** How often the session is held so that all get in, and the people of the largest sitting. */
  readonly sittings: number;
  readonly people: number;
  readonly groups: readonly Group[];
  readonly parts: readonly FittedPart[];
  /** Parts in the order in which they are left out when time runs short, by place. */
  readonly dropFirst: readonly number[];
  readonly notes: readonly RoomNote[];
}

/** People of a group that has paper in place of a phone. */
const paperGroup = 5;
/** Printed screens that lie on the table of a group: so many press at the same time. */
const papersPerGroup = 2;

const spread = (people: number, groups: number): number[] =>
  Array.from(
    { length: groups },
    (_, place) => Math.floor(people / groups) + (place < people % groups ? 1 : 0),
  );

/** Phones that this session can use, by kind. A session without phones counts whatever machines there are. */
function usable(device: Device, { android, iphone }: Room): NonNullable<Group['phone']>[] {
  const of = <Kind extends NonNullable<Group['phone']>>(count: number, kind: Kind): Kind[] =>
    Array.from({ length: count }, () => kind);
  if (device === 'none') return of(android + iphone, 'machine');
  return [
    ...(device === 'iphone' ? [] : of(android, 'android')),
    ...(device === 'android' ? [] : of(iphone, 'iphone')),
  ];
}

/** Groups of one sitting, as even as they can be. */
function seat(people: number, phones: readonly NonNullable<Group['phone']>[], helpers: number): Group[] {
  const count = phones.length > 0 ? Math.min(people, phones.length) : Math.ceil(people / paperGroup);
  return spread(people, count).map((size, place) => {
    const phone = phones[place];
    return {
      people: size,
      ...(phone === undefined ? {} : { phone }),
      ...(helpers > 0 ? { helper: (place % helpers) + 1 } : {}),
    };
  });
}

function wayOf(part: RoomPart, phones: number, network: Network): Way {
  const offline = network === 'none' ? part.offline : undefined;
  if (part.turn === undefined) return offline ? 'paper' : 'talk';
  if (phones === 0 || offline?.with === 'paper') return 'paper';
  return part.own === undefined ? 'phone' : 'own';
}

/** Turns, one after another, until everybody of the largest group had one. */
function turnsNeeded(way: Way, largest: number): number {
  if (way === 'phone') return largest;
  return way === 'paper' ? Math.ceil(largest / papersPerGroup) : 1;
}

/** A part before it is put on the clock. */
interface Draft {
  readonly index: number;
  readonly part: RoomPart;
  readonly way: Way;
  readonly needed: number;
  minutes: number;
  dropped: boolean;
}

/** Minutes that a part lacks until everybody had a turn. */
const lacking = ({ part, needed, minutes, dropped }: Draft): number =>
  dropped ? 0 : Math.max(0, needed * (part.turn ?? 0) - minutes);

/** Leaves out parts, the first to go first, until all others have their minutes or none is left to take. */
function makeTime(drafts: readonly Draft[]): void {
  const skippable = drafts
    .filter(({ part }) => part.skip !== undefined)
    .sort((first, second) => (first.part.skip ?? 0) - (second.part.skip ?? 0));
  let spare = 0;
  for (const draft of skippable) {
    const others = drafts.filter((other) => other !== draft);
    if (others.reduce((sum, other) => sum + lacking(other), 0) <= spare) break;
    draft.dropped = true;
    spare += draft.minutes;
  }
  for (const draft of drafts) {
    const given = Math.min(spare, lacking(draft));
    draft.minutes += given;
    spare -= given;
  }
  // What is left over goes to the end, so that the clock holds.
  const last = drafts.filter(({ dropped }) => !dropped).pop();
  if (last !== undefined) last.minutes += spare;
}

function onClock(drafts: readonly Draft[], network: Network): FittedPart[] {
  let at = 0;
  return drafts
    .filter(({ dropped }) => !dropped)
    .map(({ index, part, way, needed, minutes }, place, kept) => {
      const next = kept[place + 1];
      const instead = network === 'none' ? part.offline?.does : undefined;
      return {
        index,
        part,
        from: at,
        to: (at += minutes),
        way,
        ...(instead === undefined ? {} : { instead }),
        turns: part.turn === undefined ? 0 : Math.floor(minutes / part.turn),
        needed: part.turn === undefined ? 0 : needed,
        over: way === 'phone' && next?.part.kind === 'questions' ? Math.floor(next.minutes / 2) : 0,
        waves: network === 'weak' && way === 'phone' && part.offline !== undefined ? 2 : 1,
      };
    });
}

/** What the trainer must know of one part. */
function partNotes(
  { index, part, way, instead, turns, needed }: FittedPart,
  people: number,
  groups: readonly Group[],
) {
  const notes: RoomNote[] = [];
  if (part.turn !== undefined && way === 'paper') notes.push({ kind: 'paper', part: index });
  if (way === 'phone' && instead !== undefined) notes.push({ kind: 'offline', part: index });
  if (way === 'own') {
    const owners = groups.filter(({ phone }) => phone !== undefined).length;
    if (owners < people) notes.push({ kind: 'own', part: index, owners, others: people - owners });
  }
  if (way === 'phone' && turns < needed) {
    const reached = groups.reduce((sum, group) => sum + Math.min(group.people, turns), 0);
    notes.push({ kind: 'not-all', part: index, reached, people });
  }
  return notes;
}

/** The session as it can be held in this room. Minutes of all parts add up to those of the session. */
export function fitRoom({ parts, device, most, each }: RoomSession, room: Room): Fit {
  const sittings = Math.max(1, Math.ceil(room.people / most));
  const people = Math.ceil(room.people / sittings);
  const phones = usable(device, room);
  const groups = seat(people, phones, room.helpers);
  const largest = Math.max(...groups.map((group) => group.people));
  const drafts = parts.map((part, index): Draft => {
    const way = wayOf(part, phones.length, room.network);
    return { index, part, way, needed: turnsNeeded(way, largest), minutes: part.minutes, dropped: false };
  });
  makeTime(drafts);
  const fitted = onClock(drafts, room.network);
  const want = Math.ceil(people / each);
  const presses = parts.some(({ turn }) => turn !== undefined);
  const unused = room.android + room.iphone - phones.length;
  return {
    sittings,
    people,
    groups,
    parts: fitted,
    dropFirst: parts
      .map(({ skip }, index) => ({ skip, index }))
      .filter(({ skip, index }) => skip !== undefined && !drafts[index]?.dropped)
      .sort((first, second) => (first.skip ?? 0) - (second.skip ?? 0))
      .map(({ index }) => index),
    notes: [
      ...(sittings > 1 ? [{ kind: 'sittings' as const, sittings, people }] : []),
      ...(room.helpers < want ? [{ kind: 'helpers' as const, want, have: room.helpers }] : []),
      ...(presses && phones.length === 0 ? [{ kind: 'no-phones' as const }] : []),
      ...(presses && unused > 0 ? [{ kind: 'other-phones' as const, phones: unused }] : []),
      ...drafts
        .filter(({ dropped }) => dropped)
        .map(({ index }) => ({ kind: 'dropped' as const, part: index })),
      ...fitted.flatMap((part) => partNotes(part, people, groups)),
    ],
  };
}

/** Who presses, who reads aloud in one turn, by place around the table from 1; all others watch. */
export function rolesOf(
  turn: number,
  people: number,
): { readonly presser: number; readonly reader?: number } {
  const presser = ((turn - 1) % people) + 1;
  return people < 2 ? { presser } : { presser, reader: (presser % people) + 1 };
}
