/** The Vietnamese voice of this device, if one is really there. */

/** How long a browser may take to name its voices, and a voice to begin, in milliseconds. */
export const patience = 1500;

function vietnamese(speech: SpeechSynthesis): SpeechSynthesisVoice | undefined {
  // Android writes vi_VN. A voice on the device comes first: it works without a network and sends nothing.
  return speech
    .getVoices()
    .filter((voice) => /^vi(?:$|[-_])/i.test(voice.lang))
    .sort(
      (a, b) => Number(b.localService) - Number(a.localService) || Number(b.default) - Number(a.default),
    )[0];
}

/** Waits for the list of voices at most `patience`. Undefined: none, or the browser cannot speak. */
export function deviceVoice(
  speech: SpeechSynthesis | undefined,
): SpeechSynthesisVoice | undefined | Promise<SpeechSynthesisVoice | undefined> {
  if (speech === undefined) return undefined;
  // At once where possible: iPhones speak only while a press is being handled.
  return (
    vietnamese(speech) ??
    new Promise((done) => {
      const found = (): void => {
        const voice = vietnamese(speech);
        if (voice === undefined) return;
        finish(voice);
      };
      const finish = (voice: SpeechSynthesisVoice | undefined): void => {
        clearTimeout(timer);
        speech.removeEventListener?.('voiceschanged', found);
        done(voice);
      };
      const timer = setTimeout(() => finish(vietnamese(speech)), patience);
      speech.addEventListener?.('voiceschanged', found);
    })
  );
}
