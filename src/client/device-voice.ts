/** The Vietnamese voice of this device, if one is really there, and the engine that speaks with it. */
import type { Engine } from './line-reader.ts';

/** How long a browser may take to name its voices, in milliseconds. */
const patience = 1500;

/** Why there is no voice: the browser cannot speak, names no voice at all, or none of Vietnamese. */
export type NoVoice = 'noSpeech' | 'noList' | 'noVoice';

type Voices = Pick<SpeechSynthesis, 'getVoices'> &
  Partial<Pick<SpeechSynthesis, 'addEventListener' | 'removeEventListener'>>;

function vietnamese(speech: Voices): SpeechSynthesisVoice | undefined {
  // Android writes vi_VN. A voice on the device comes first: it works without a network and sends nothing.
  return speech
    .getVoices()
    .filter((voice) => /^vi(?:$|[-_])/i.test(voice.lang))
    .sort(
      (a, b) => Number(b.localService) - Number(a.localService) || Number(b.default) - Number(a.default),
    )[0];
}

/** Waits for the list of voices at most `patience`. */
export function deviceVoice(
  speech: Voices | undefined,
): SpeechSynthesisVoice | NoVoice | Promise<SpeechSynthesisVoice | NoVoice> {
  if (speech === undefined) return 'noSpeech';
  const known = vietnamese(speech);
  // At once where possible: iPhones speak only while a press is being handled.
  if (known) return known;
  return new Promise((done) => {
    const finish = (voice: SpeechSynthesisVoice | NoVoice): void => {
      clearTimeout(timer);
      forget();
      done(voice);
    };
    const forget = whenVoiceComes(speech, finish);
    const timer = setTimeout(
      () => finish(vietnamese(speech) ?? (speech.getVoices().length === 0 ? 'noList' : 'noVoice')),
      patience,
    );
  });
}

/** Calls once as soon as the browser names a Vietnamese voice. Gives back what ends the waiting. */
export function whenVoiceComes(speech: Voices, come: (voice: SpeechSynthesisVoice) => void): () => void {
  const look = (): void => {
    const voice = vietnamese(speech);
    if (voice === undefined) return;
    forget();
    come(voice);
  };
  const forget = (): void => speech.removeEventListener?.('voiceschanged', look);
  speech.addEventListener?.('voiceschanged', look);
  return forget;
}

/** The browser's engine with this voice. */
export function deviceEngine(speech: SpeechSynthesis, voice: SpeechSynthesisVoice): Engine {
  /** Kept here: some browsers throw an utterance away while it speaks. */
  let utterance: SpeechSynthesisUtterance;
  return {
    remote: !voice.localService,
    cancel: () => speech.cancel(),
    busy: () => speech.speaking || speech.pending,
    say(text, rate, heard) {
      utterance = Object.assign(new SpeechSynthesisUtterance(text), {
        voice,
        lang: voice.lang.replace('_', '-'),
        rate,
        onstart: () => heard.start(),
        onend: () => heard.end(),
        onerror: (event: SpeechSynthesisErrorEvent) => heard.error(event.error),
      });
      // Left paused by another page, it would take the line and never begin.
      if (speech.paused) speech.resume();
      speech.speak(utterance);
    },
  };
}
