/** Reading aloud with sound that was made beforehand, part by part. */
import type { BrowserSound } from '../speech/browser-script.ts';
import type { Listener, Reader } from './line-reader.ts';

/** How long a part may take to begin, in milliseconds; then a voice of the device reads. */
export const patience = 8000;

/** The part of the sound that holds a line. */
export const partOf = (
  sound: BrowserSound | undefined,
  line: number,
): BrowserSound['parts'][number] | undefined =>
  sound?.parts.find(([first, lines]) => line >= first && line < first + lines);

/** What is told of a sound: it moved on, it does not play, it began, its length is known. */
function hear(
  audio: HTMLAudioElement,
  on: Readonly<Record<'moved' | 'fail' | 'begun' | 'known', () => void>>,
): void {
  audio.addEventListener('timeupdate', on.moved);
  audio.addEventListener('ended', on.moved);
  audio.addEventListener('error', on.fail);
  audio.addEventListener('playing', on.begun);
  // Some browsers forget what was sought before the file is known.
  audio.addEventListener('loadedmetadata', on.known);
}

/**
 * Reads from the part of a line on. `then.goOn` is given the line after each part, `then.lost` the line of a
 * part that does not sound.
 */
export function soundReader(
  sound: BrowserSound,
  rate: () => number,
  listener: Listener,
  then: Readonly<Record<'goOn' | 'lost', (line: number) => void>>,
): Reader {
  const audio = new Audio(sound.file);
  let now = sound.parts[0] ?? [0, 0, 0, 0];
  let playing = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => {
    clearTimeout(timer);
    playing = false;
    audio.pause();
    listener.playing(false);
  };
  const fail = (): void => {
    if (!playing) return;
    stop();
    then.lost(now[0]);
  };
  /** The silence between two parts is heard, not skipped. */
  const seek = (): void => {
    const left = now[2] - audio.currentTime;
    if (left < 0 || left > 1.5) audio.currentTime = now[2];
  };
  hear(audio, {
    moved: () => {
      if (playing && (audio.currentTime >= now[3] || audio.ended)) then.goOn(now[0] + now[1]);
    },
    fail,
    begun: () => clearTimeout(timer),
    known: seek,
  });
  return {
    start(line) {
      now = partOf(sound, line) ?? now;
      playing = true;
      listener.playing(true);
      listener.reached(now[0]);
      audio.playbackRate = rate();
      seek();
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (audio.currentTime <= now[2]) fail();
      }, patience);
      audio.play().catch((error: unknown) => {
        // A pause pressed meanwhile is no fault.
        if (!(error instanceof DOMException && error.name === 'AbortError')) fail();
      });
    },
    stop,
    get line() {
      return now[0];
    },
    get playing() {
      return playing;
    },
  };
}
