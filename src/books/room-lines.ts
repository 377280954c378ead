/** What a trainer looks after in the room of a session, in the order in which one goes through it. */
import type { ProgrammeData } from '../schemas/programme.ts';

/** A line each: seats, light, sound, the way in, its sign, what is printed, sockets, network. */
export const roomLines = ({ room }: Pick<ProgrammeData, 'room'>): readonly string[] => [
  room.seats,
  room.light,
  room.sound,
  room.way,
  room.sign,
  room.print,
  room.sockets,
  room.network,
];
