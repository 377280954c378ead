/**
 * Reading lines aloud with an engine that may swallow a line, hang in it, or stop without a word: every line
 * has a limit, one that never begins is tried once more, and the reader is told what is known and nothing
 * else. Knows no page, so it is tried with a made-up engine.
 */

/** What became of a line that was given to an engine. */
export interface Heard {
  start(): void;
  end(): void;
  /** `kind` as in `SpeechSynthesisErrorEvent.error`; empty when the engine does not say. */
  error(kind: string): void;
}

/** A voice of the device, or one that the browser fetches. */
export interface Engine {
  say(text: string, rate: number, heard: Heard): void;
  /** Drops everything. Whatever is given within the next moments may be dropped with it. */
  cancel(): void;
  /** Whether it says that it speaks or will. Some always answer no. */
  busy(): boolean;
  /** Whether words leave the device; such a voice begins later. */
  readonly remote: boolean;
}

/** Names of what is told, as in the words of the player. */
export type Told =
  | ''
  | 'network'
  | 'hung'
  | 'stuck'
  | 'silent'
  | 'notLoaded'
  | 'unavailable'
  | 'refused'
  | 'cut'
  | 'audioBusy'
  | 'noAudio'
  | 'netVoice'
  | 'failed'
  | 'end';

export interface Listener {
  /** The line that is read now. */
  reached(line: number): void;
  playing(on: boolean): void;
  tell(what: Told): void;
}

export interface Reader {
  /** Reads from a line on; the first when there is no such line before, the last when none after. */
  start(line: number): void;
  /** Stops at once and keeps the place: engines on Android do nothing when they are asked to pause. */
  stop(): void;
  readonly line: number;
  readonly playing: boolean;
}

/**
 * How long a voice may take to begin, in milliseconds; one over the network, and any the second time, takes
 * longer.
 */
export const patience = { device: 1500, remote: 6000, again: 4000 } as const;
/**
 * Engines drop what is said right after `cancel()`: a line waits this long, in milliseconds, and longer
 * before the second try.
 */
export const settling = { first: 120, again: 400 } as const;
/** Lines in a row that may hang before reading stops. */
export const mostHung = 3;
const poll = 500;

/**
 * How long a line may last once begun, in milliseconds. A voice says some 170 syllables a minute, 78 ms a
 * letter; twice that, and 5 s more. Some engines ignore a higher speed, so only a lower one counts.
 */
export const limitOf = (text: string, rate: number): number =>
  5000 + (text.length * 160) / Math.min(1, Math.max(0.1, rate));

/** What an error means to the listener. Kinds: Web Speech API, `SpeechSynthesisErrorCode`. */
const meaning: Readonly<Record<string, Told>> = {
  'not-allowed': 'refused',
  canceled: 'cut',
  interrupted: 'cut',
  'audio-busy': 'audioBusy',
  'audio-hardware': 'noAudio',
  network: 'netVoice',
  'language-unavailable': 'notLoaded',
  'voice-unavailable': 'notLoaded',
  'synthesis-unavailable': 'unavailable',
};
/** Errors of this line alone. */
const ofLine: readonly string[] = ['text-too-long', 'invalid-argument'];
/** What one more try may mend when nothing was heard yet. */
const mendable: readonly Told[] = ['silent', 'cut', 'notLoaded', 'failed'];

/** Reads `lines` with `engine`, at the speed that `rate` names when a line begins. */
export function lineReader(
  lines: readonly string[],
  engine: Engine,
  rate: () => number,
  listener: Listener,
): Reader {
  let now = 0;
  let playing = false;
  /** Every try and every press has a turn; what comes late from an older one is ignored. */
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let given = false;
  let tried = false;
  let hung = 0;

  const later = (wait: number, run: () => void): void => {
    clearTimeout(timer);
    timer = setTimeout(run, wait);
  };

  function stop(): void {
    turn++;
    clearTimeout(timer);
    playing = given = false;
    listener.playing(false);
    engine.cancel();
  }

  function fail(why: Told): void {
    stop();
    listener.tell(why);
  }

  /** Nothing was heard of this line: once more, then the cause. */
  function notBegun(why: Told): void {
    if (tried || !mendable.includes(why)) {
      fail(why);
      return;
    }
    tried = true;
    say(settling.again);
  }

  function goOn(): void {
    tried = false;
    if (now + 1 < lines.length) {
      now++;
      say();
      return;
    }
    stop();
    now = 0;
    listener.tell('end');
  }

  /** The line began, or was refused, and its end is not told. */
  function passOver(): void {
    hung++;
    if (hung < mostHung) {
      listener.tell('hung');
      goOn();
      return;
    }
    now = Math.max(0, now - mostHung + 1);
    hung = 0;
    listener.reached(now);
    fail('stuck');
  }

  /**
   * Counts looks and not the clock: a page in the background looks less often. Some engines end without
   * telling, but fall silent.
   */
  function watch(text: string, speed: number): void {
    let left = limitOf(text, speed);
    let wasBusy = false;
    let silent = 0;
    const look = (): void => {
      left -= poll;
      const busy = engine.busy();
      wasBusy ||= busy;
      silent = wasBusy && !busy ? silent + 1 : 0;
      if (silent > 1) ended();
      else if (left <= 0) passOver();
      else later(poll, look);
    };
    later(poll, look);
  }

  function ended(): void {
    given = false;
    hung = 0;
    goOn();
  }

  function give(): void {
    const text = lines[now] ?? '';
    const speed = rate();
    const mine = turn;
    let begun = false;
    const current = (): boolean => mine === turn;
    given = true;
    later(tried ? patience.again : engine.remote ? patience.remote : patience.device, () =>
      notBegun('silent'),
    );
    engine.say(text, speed, {
      start: () => {
        if (!current()) return;
        begun = true;
        if (hung === 0) listener.tell(engine.remote ? 'network' : '');
        watch(text, speed);
      },
      end: () => {
        if (!current()) return;
        // Android lists languages whose voice is not installed; then the end may come without a beginning.
        if (begun) ended();
        else notBegun('notLoaded');
      },
      error: (kind) => {
        if (!current()) return;
        given = false;
        const why = meaning[kind] ?? 'failed';
        if (ofLine.includes(kind)) passOver();
        else if (begun) fail(why);
        else notBegun(why);
      },
    });
  }

  function say(wait: number = settling.first): void {
    const mine = ++turn;
    clearTimeout(timer);
    playing = true;
    listener.playing(true);
    listener.reached(now);
    // Whoever listens may take the line over.
    if (mine !== turn) return;
    // At once where nothing was dropped: iPhones speak only while a press is being handled.
    if (!given && !tried && !engine.busy()) {
      give();
      return;
    }
    engine.cancel();
    later(wait, give);
  }

  return {
    start(line) {
      now = Math.min(Math.max(0, line), lines.length - 1);
      tried = false;
      hung = 0;
      say();
    },
    stop,
    get line() {
      return now;
    },
    get playing() {
      return playing;
    },
  };
}
