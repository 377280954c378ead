/**
 * Speaking instead of typing, where the browser can. The page says beside the button where the sound goes.
 */

import { one } from '../../../client/page-parts.ts';

interface Recognition {
  lang: string;
  interimResults: boolean;
  onresult:
    ((event: { readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }>> }) => void) | null;
  onerror: ((event: { readonly error?: string }) => void) | null;
  onend: (() => void) | null;
  start(): void;
  stop(): void;
}
type Maker = new () => Recognition;

/**
 * Shows the button and fills the field with what was heard, then calls `heard`. Without speech recognition
 * the button stays hidden.
 */
export function offerVoice(
  input: HTMLInputElement,
  words: Readonly<Record<'voiceOn' | 'voiceOff', string>>,
  say: (text: string) => void,
  heard: () => void,
): void {
  const button = document.querySelector<HTMLButtonElement>('[data-voice]');
  const scope = window as unknown as { SpeechRecognition?: Maker; webkitSpeechRecognition?: Maker };
  const Make = scope.SpeechRecognition ?? scope.webkitSpeechRecognition;
  if (!button || !Make) return;
  button.hidden = false;
  one(HTMLElement, '[data-voice-note]').hidden = false;
  button.setAttribute('aria-pressed', 'false');
  let running: Recognition | undefined;
  button.addEventListener('click', () => {
    if (running) {
      running.stop();
      return;
    }
    const recognition = new Make();
    running = recognition;
    let got = '';
    recognition.lang = 'vi-VN';
    recognition.interimResults = false;
    recognition.onresult = (event) => {
      got = event.results[0]?.[0]?.transcript ?? '';
    };
    recognition.onerror = ({ error }) => {
      say(words.voiceOff);
      // Browsers inside apps have the name of it and no service behind.
      if (error === 'service-not-allowed') button.hidden = true;
    };
    recognition.onend = () => {
      running = undefined;
      button.setAttribute('aria-pressed', 'false');
      if (got === '') return;
      input.value = got;
      heard();
    };
    button.setAttribute('aria-pressed', 'true');
    say(words.voiceOn);
    try {
      recognition.start();
    } catch {
      running = undefined;
      button.hidden = true;
      say(words.voiceOff);
    }
  });
}
