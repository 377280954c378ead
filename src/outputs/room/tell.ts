/** What fits, in words: the page tells them before a script runs, the script tells them anew. Pure. */
import type { PageWords } from '../../client/page-parts.ts';
import {
  rolesOf,
  type Fit,
  type FittedPart,
  type Group,
  type Room,
  type RoomNote,
} from './phones-and-people.ts';

/** The plan of a room, ready to be drawn. */
export interface Told {
  readonly facts: string;
  readonly seats: string;
  readonly honest: readonly string[];
  readonly groups: readonly string[];
  readonly turns: readonly string[];
  readonly parts: readonly {
    readonly time: string;
    readonly title: string;
    readonly lines: readonly string[];
  }[];
  readonly drop: readonly string[];
}

function groupWords({ people, phone, helper }: Group, place: number, word: PageWords): string {
  const values = { n: place + 1, people, phone: word(`phone_${phone ?? 'none'}`) };
  return helper === undefined ? word('groupAlone', values) : word('group', { ...values, helper });
}

function turnWords({ groups }: Fit, word: PageWords): string[] {
  const largest = Math.max(...groups.map(({ people }) => people));
  if (largest === 1) return [word('turnOne')];
  return Array.from({ length: largest }, (_, turn) => {
    const { presser, reader = presser } = rolesOf(turn + 1, largest);
    return word('turn', { n: turn + 1, presser, reader });
  });
}

function partLines(
  { part, way, instead, turns, needed, over, waves }: FittedPart,
  word: PageWords,
): string[] {
  const values = { turn: part.turn ?? 0, turns, needed, own: part.own ?? '' };
  return [
    // Paper in place of the network of a part in which nobody presses anyway is told by what is done.
    ...(way === 'paper' && part.turn === undefined ? [] : [word(`way_${way}`, values)]),
    ...(waves > 1 ? [word('waves')] : []),
    ...(over > 0 ? [word('over', { n: over })] : []),
    ...(instead === undefined ? [] : [word('instead', { does: instead })]),
  ];
}

/** `titles` are those of the parts as written, by place. */
function noteWords(note: RoomNote, titles: readonly string[], word: PageWords): string {
  const part = 'part' in note ? { part: titles[note.part] ?? '' } : {};
  return word(`note_${note.kind}`, { ...note, ...part });
}

export function tellRoom(
  fit: Fit,
  room: Room,
  parts: readonly { readonly title: string; readonly minutes: number }[],
  word: PageWords,
): Told {
  const titles = parts.map(({ title }) => title);
  return {
    facts: word('facts', {
      people: room.people,
      helpers: room.helpers,
      android: room.android,
      iphone: room.iphone,
      network: word(`network_${room.network}`),
      place: word(`place_${room.place}`),
    }),
    seats: word(`seat_${room.place}`),
    honest:
      fit.notes.length === 0 ? [word('nothing')] : fit.notes.map((note) => noteWords(note, titles, word)),
    groups: fit.groups.map((group, place) => groupWords(group, place, word)),
    turns: turnWords(fit, word),
    parts: fit.parts.map((part) => ({
      time: `${part.from}–${part.to}`,
      title: part.part.title,
      lines: partLines(part, word),
    })),
    drop:
      fit.dropFirst.length === 0
        ? [word('dropNone')]
        : fit.dropFirst.map((place) =>
            word('dropPart', { part: titles[place] ?? '', minutes: parts[place]?.minutes ?? 0 }),
          ),
  };
}
