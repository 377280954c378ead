/** Which words of a chapter are heard when (EPUB Media Overlays 3.2): a piece for each part that is read. */
import { heardId } from '../../books/markup.ts';
import type { SoundPlan, Track } from '../../books/sound/guide-sound.ts';
import { readers } from '../../books/sound/say.ts';
import { element, xmlDocument } from '../../formats/xml.ts';
import { t } from '../../words/words.ts';

/** Class of the words that are heard just now. */
export const activeClass = 'dang-nghe';

/** A chapter as it is heard. */
export interface Overlay {
  /** Id in the package. */
  readonly id: string;
  /** Names of its files beside the chapter. */
  readonly file: string;
  readonly soundFile: string;
  readonly smil: string;
  /** MP3. */
  readonly sound: Uint8Array;
  /** Seconds. */
  readonly length: number;
  /** Places in the guide that are heard. */
  readonly places: ReadonlySet<string>;
  /** Who is heard, a line each. */
  readonly readers: readonly string[];
}

/** Seconds as SMIL writes them, to the thousandth. */
export const seconds = (count: number): string => `${count.toFixed(3)}s`;

/** A chapter with its sound. What a machine says of itself is heard with the title. */
export function overlayOf({ guide, read }: SoundPlan, track: Track, page: string): Overlay {
  const { number } = guide.data;
  const soundFile = `tieng/${number}.mp3`;
  const parts = track.chapters.flatMap(({ part, to }, index) =>
    part === undefined ? [] : [{ part, to, from: track.chapters[index - 1]?.to ?? 0 }],
  );
  const [first, ...rest] = parts;
  const pieces = first === undefined ? [] : [{ ...first, from: 0 }, ...rest];
  const smil = xmlDocument(
    element(
      'smil',
      { xmlns: 'http://www.w3.org/ns/SMIL', version: '3.0' },
      element(
        'body',
        {},
        ...pieces.map(({ part, from, to }) =>
          element(
            'par',
            { id: heardId(part) },
            element('text', { src: `${page}#${heardId(part)}` }),
            element('audio', { src: soundFile, clipBegin: seconds(from), clipEnd: seconds(to) }),
          ),
        ),
      ),
    ),
  );
  return {
    id: `tieng-${number}`,
    file: `bai-${number}.smil`,
    soundFile,
    smil,
    sound: track.sound,
    length: pieces.reduce((sum, { from, to }) => sum + to - from, 0),
    places: new Set(pieces.map(({ part }) => part)),
    readers: [...readers(read), ...(track.machine ? [t('audio.byMachine')] : [])],
  };
}
