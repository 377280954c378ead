/** A guide as sounds: who says which part, and when each line is heard. */
import { sayPlain } from './words.ts';
import type { Guide, Handbook } from '../../handbook/handbook.ts';
import type { LineKind, SpokenLine } from '../../speech/script.ts';
import { dayWords, t } from '../../words/words.ts';
import { even, rate, silence } from './level.ts';
import { machineSays, readSound, type Chapter } from './programs.ts';
import { unclear, type Slot, type Take } from './slots.ts';

/** A line on the screen of whoever listens. */
export interface Cue {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A guide ready to be packed. */
export interface Said {
  readonly sounds: readonly Int16Array[];
  readonly chapters: readonly Chapter[];
  readonly cues: readonly Cue[];
}

/** Programs that make sounds; the machine only where the edition wants it. */
export interface Voices {
  readonly ffmpeg: string;
  readonly machine?: { readonly espeak: string; readonly voice: 'bac' | 'trung' | 'nam' } | undefined;
}

/** Seconds of silence after a line. */
const pause = (kind: LineKind): number => (kind === 'text' || kind === 'screen' ? 0.35 : 0.6);
const betweenParts = 1;

/** Sounds laid one after the other, with the time that has gone. */
class Tape {
  readonly sounds: Int16Array[] = [];
  readonly chapters: Chapter[] = [];
  readonly cues: Cue[] = [];
  #samples = 0;

  #put(sound: Int16Array): void {
    this.sounds.push(sound);
    this.#samples += sound.length;
  }
  #now(): number {
    return this.#samples / rate;
  }
  /** Words that are heard, then a silence. */
  say(sound: Int16Array, text: string, after: number): void {
    const from = this.#now();
    this.#put(even(sound));
    if (text !== '') this.cues.push({ from, to: this.#now(), text });
    this.#put(silence(after));
  }
  chapter(named: Pick<Chapter, 'title' | 'part'>, fill: () => void): void {
    const from = this.#now();
    fill();
    this.#put(silence(betweenParts));
    this.chapters.push({ ...named, from, to: this.#now() });
  }
}

/** What a machine says in place of a part that it would say unclearly: where to read it. */
function notice({ data }: Guide, slot: Slot): string {
  const [first] = slot.lines.filter(({ kind }) => kind === 'step');
  const place = first?.say.split(':')[0];
  return place === undefined
    ? t('audio.unclear', { title: slot.title, n: data.number })
    : t('audio.unclearStep', { place, n: data.number });
}

/** Lines that a machine may say of a part. */
function machineLines(guide: Guide, slot: Slot, handbook: Handbook): readonly SpokenLine[] {
  if (!unclear(slot)) return slot.lines;
  const shown = notice(guide, slot);
  return [{ id: slot.part, kind: 'text', shown, say: sayPlain(shown, handbook) }];
}

/** A guide as its parts are said; a part without a voice is left out. */
export function said(
  guide: Guide,
  handbook: Handbook,
  all: readonly Slot[],
  read: ReadonlyMap<string, Take>,
  { ffmpeg, machine }: Voices,
): Said {
  const tape = new Tape();
  const speak = ({ kind, shown, say }: SpokenLine): void => {
    if (machine) tape.say(machineSays(machine.espeak, machine.voice, say), shown, pause(kind));
  };
  if (machine)
    tape.chapter({ title: t('audio.machine') }, () => {
      const text = t('audio.byMachine');
      speak({ id: '', kind: 'title', shown: text, say: text });
    });
  for (const slot of all) {
    const take = read.get(slot.part);
    if (take === undefined && machine === undefined) continue;
    tape.chapter({ title: slot.title, part: slot.part }, () => {
      if (take === undefined) machineLines(guide, slot, handbook).forEach(speak);
      else
        tape.say(
          readSound(ffmpeg, take.file),
          slot.lines
            .map(({ shown }) => shown)
            .join(' ')
            .trim(),
          0,
        );
    });
  }
  return tape;
}

/** Who read, each once. */
export const readers = (read: ReadonlyMap<string, Take>): string[] => [
  ...new Set(
    [...read.values()].map(({ recording: { data } }) =>
      t('audio.reader', { reader: data.reader, place: data.place, day: dayWords(data.day) }),
    ),
  ),
];
