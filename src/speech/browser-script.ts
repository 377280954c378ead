/** The script of a page as the browser loads it, when somebody presses "Nghe bài này": `/nghe/83.json`. */
import type { SpokenLine } from './script.ts';

/** One line: id, printed words, and the words to say where they differ. */
export type BrowserLine = readonly [id: string, shown: string, say?: string];

/** Words of the player, by their names in `content/words/vi.yaml`. */
export const playerWords = [
  'player',
  'play',
  'pause',
  'prev',
  'next',
  'first',
  'speed',
  'close',
  'from',
  'ready',
  'line',
  'wait',
  'end',
  'noSpeech',
  'noList',
  'noVoice',
  'late',
  'silent',
  'notLoaded',
  'unavailable',
  'hung',
  'stuck',
  'refused',
  'cut',
  'audioBusy',
  'noAudio',
  'netVoice',
  'failed',
  'network',
  'how',
] as const;

/** Sound that people or a machine have read, of some parts of the page. */
export interface BrowserSound {
  /** Address of the file. */
  readonly file: string;
  /** Who reads. */
  readonly by: string;
  /** Parts in their order: their first line, how many lines, and the seconds where each is heard. */
  readonly parts: readonly (readonly [line: number, lines: number, from: number, to: number])[];
}

export interface BrowserScript {
  readonly words: Readonly<Record<(typeof playerWords)[number], string>>;
  /** Address of the page that says how to add a voice. */
  readonly help: string;
  readonly lines: readonly BrowserLine[];
  readonly sound?: BrowserSound | undefined;
}

export function browserLines(lines: readonly SpokenLine[]): BrowserLine[] {
  return lines.map(({ id, shown, say }) => (shown === say ? [id, shown] : [id, shown, say]));
}
