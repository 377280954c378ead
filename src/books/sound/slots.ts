/** The parts of a guide that a reader records one by one, and who speaks each of them. Pure. */
import { createHash } from 'node:crypto';
import type { Guide, Handbook, Recording } from '../../handbook/handbook.ts';
import type { SpokenLine } from '../../speech/script.ts';
import { spokenParts, wordsOfPart, type SpokenPart } from '../../speech/spoken-parts.ts';

/** A part of a guide: its opening, a section, a step, a trouble. */
export interface Slot extends SpokenPart {
  /** Digest of the words to say. */
  readonly words: string;
}

const digest = (lines: readonly SpokenLine[]): string =>
  createHash('sha256').update(wordsOfPart(lines)).digest('hex').slice(0, 12);

/** Every part of a guide in its order. A heading alone is said with the part that follows it. */
export const slots = (guide: Guide, handbook: Handbook): Slot[] =>
  spokenParts(guide, handbook).map((part) => ({ ...part, words: digest(part.lines) }));

/** A date, a year and the name of a network are said clearly. */
const clear = /(?<![\d/.])\d{1,2}\/\d{1,2}(?:\/\d{4})?(?![\d/])|năm \d{4}(?!\d)|(?<![\d.])[2-5]G(?!\p{L})/gu;
/** Codes, sums, shares, decimals and numbers to call. */
const figures = /\d{3,}|\d[.,/]\d|\d\s*(?:%|đồng|nghìn|triệu|tỷ|phần trăm)|\p{L}\d|\d\p{L}|[*#]\d/iu;
const addresses = /https?:|@|\w\.(?:vn|com|org|net)\b/iu;

/** Whether a part holds what a machine says unclearly. */
export const unclear = ({ lines }: Slot): boolean =>
  lines.some(({ shown }) => figures.test(shown.replaceAll(clear, '')) || addresses.test(shown));

/** A sound of a person for a part. */
export interface Take {
  readonly recording: Recording;
  /** Path from the project root. */
  readonly file: string;
}

/** Where the sounds of a recording stand. */
export const soundsFolder = ({ file }: Recording): string => file.replace(/\.yaml$/, '');

/** Sounds of a guide whose words are still those of today, by part; of two the newer. */
export function takes(
  guide: Guide,
  { recordings }: Handbook,
  all: readonly Slot[],
): ReadonlyMap<string, Take> {
  const own = recordings
    .filter((recording) => recording.guide === guide)
    .sort((one, other) => (one.data.day < other.data.day ? -1 : one.data.day > other.data.day ? 1 : 0));
  const words = new Map(all.map((slot) => [slot.part, slot.words]));
  return new Map(
    own.flatMap((recording) =>
      recording.data.parts
        .filter((one) => words.get(one.part) === one.words)
        .map((one) => [one.part, { recording, file: `${soundsFolder(recording)}/${one.file}` }] as const),
    ),
  );
}
