/**
 * The switch “Chạm để nghe” over pictures that lead on, for people who do not read: while it is on,
 * the first touch of a picture says its name and the second opens it. It is offered only where the device has
 * a Vietnamese voice, and is remembered on the device unless the reader asked that nothing be kept. Whoever
 * reads in “Nghe đọc”, or in the set for new readers that holds it, finds it on: the first touch speaks.
 */
import { deviceEngine, deviceVoice, whenVoiceComes } from './device-voice.ts';
import { one } from './page-parts.ts';
import { mayRemember } from './shared-machine.ts';

const key = 'cham-nghe';
const button = one(HTMLButtonElement, '[data-talking]');
const status = one(HTMLElement, '[role=status]', button.parentElement ?? document);
const speech = 'speechSynthesis' in window ? window.speechSynthesis : undefined;
let on = false;
/** The picture that was touched last and has said its name. */
let heard: Element | undefined;

/** Whether the reader listens to pages anyway. */
const listens = (): boolean => (document.documentElement.dataset.cheDo ?? '').split(' ').includes('nghe');

/** Storage may be closed; the switch then works for this page alone. */
function remember(): void {
  try {
    if (mayRemember() && on !== listens()) localStorage.setItem(key, on ? '1' : '0');
    else localStorage.removeItem(key);
  } catch {
    /* see above */
  }
}
/** As the reader left it; who never touched it and listens to pages has it on. */
function remembered(): boolean {
  try {
    const kept = localStorage.getItem(key);
    return kept === null ? listens() : kept === '1';
  } catch {
    return listens();
  }
}

function turn(to: boolean): void {
  on = to;
  heard = undefined;
  button.setAttribute('aria-pressed', String(on));
}

function offer(engineSpeech: SpeechSynthesis, voice: SpeechSynthesisVoice): void {
  const engine = deviceEngine(engineSpeech, voice);
  const silent = { start: () => undefined, end: () => undefined, error: () => undefined };
  const say = (text: string): void => {
    engine.cancel();
    engine.say(text, 1, silent);
  };
  button.hidden = false;
  turn(remembered());
  button.addEventListener('click', () => {
    turn(!on);
    remember();
    status.textContent = (on ? status.dataset.on : status.dataset.off) ?? '';
    if (on) say(button.textContent.trim());
    else engine.cancel();
  });
  document.addEventListener('click', (event) => {
    const tile =
      event.target instanceof Element ? event.target.closest('.tiles a, .doors a, .picture-list a') : null;
    // A keyboard or a screen reader has said the name already: its click comes without a place.
    if (!on || tile === null || tile === heard || event.detail === 0) return;
    event.preventDefault();
    heard = tile;
    say(tile.querySelector('b')?.textContent ?? tile.textContent.trim());
  });
}

const voice = deviceVoice(speech);
if (speech && voice instanceof Object && 'lang' in voice) offer(speech, voice);
else if (speech && voice instanceof Promise) whenVoiceComes(speech, (found) => offer(speech, found));
