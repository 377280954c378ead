/** A session as fitting needs it. */
import type { ProgrammeData } from '../../schemas/programme.ts';
import type { RoomPart, RoomSession } from './phones-and-people.ts';

/** `parts` are those of the outline, joined or not: only what fitting reads is taken. */
export const sessionOf = ({
  data: { device, people },
  parts,
}: {
  readonly data: Pick<ProgrammeData, 'device' | 'people'>;
  readonly parts: readonly RoomPart[];
}): RoomSession => ({
  device,
  most: people.to,
  each: people.each,
  parts: parts.map(({ kind, title, minutes, turn, offline, own, skip }) => ({
    kind,
    title,
    minutes,
    turn,
    offline,
    own,
    skip,
  })),
});
