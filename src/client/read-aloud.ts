/**
 * The player "Nghe bài này". Speaks one line at a time with a voice of the device: long utterances get cut,
 * and only so can a reader go back by one sentence. Never starts by itself. It brings its own style and
 * words, so that who does not listen pays for neither. How a line is read, and what is told when it is not,
 * stands in `line-reader.ts`.
 */
import css from '../styles/player.css?inline';
import type { BrowserLine, BrowserScript } from '../speech/browser-script.ts';
import { deviceEngine, deviceVoice, whenVoiceComes } from './device-voice.ts';
import { late, lateJson } from './late.ts';
import { lineReader, type Listener, type Reader, type Told } from './line-reader.ts';
import { mayRemember } from './shared-machine.ts';
import { placesOf, type Place } from './spoken-places.ts';
import { setContent } from './set-content.ts';

type Words = BrowserScript['words'];

const speech: SpeechSynthesis | undefined = 'speechSynthesis' in window ? window.speechSynthesis : undefined;
const speedKey = 'nghe:toc-do';

/** Storage may be closed by the browser; then the place is forgotten with the page. */
function stored(key: string, value?: string): string | null {
  try {
    if (value === undefined) return sessionStorage.getItem(key);
    if (mayRemember()) sessionStorage.setItem(key, value);
  } catch {
    /* see above */
  }
  return null;
}

function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Partial<HTMLElementTagNameMap[K]>,
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const el = Object.assign(document.createElement(tag), props);
  el.append(...inside);
  return el;
}
/** With a sign (`player.css`) where there is one: on phones it stands in the place of the words. */
const control = (text: string, onclick: () => void, sign = ''): HTMLButtonElement =>
  make('button', { type: 'button', className: `pill ${sign}`, onclick }, text);

/**
 * Adds the player's rules to the page. Its policy lets no style element in, so they go through the object
 * model: as a sheet of their own, or, where the browser has none to give (Safari 13, Firefox 78), one by one
 * into the page's.
 */
function addStyle(): void {
  if (Array.isArray(document.adoptedStyleSheets)) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    // Assigned as a whole: in Chrome before 99 the list takes no push.
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return;
  }
  const [page] = document.styleSheets;
  // One level of braces within a rule: groups such as `@media`.
  for (const rule of css.match(/[^{}]+\{(?:[^{}]|\{[^{}]*\})*\}/g) ?? [])
    try {
      page?.insertRule(rule, page.cssRules.length);
    } catch {
      // A rule that this browser does not know.
    }
}

/**
 * A name for who does not see it. As an attribute: the property is younger than the oldest browsers served.
 */
function named<Part extends Element>(part: Part, name: string): Part {
  part.setAttribute('aria-label', name);
  return part;
}

/** What a press of each control does. */
interface Actions {
  toggle(): void;
  move(by: number): void;
  first(): void;
  respeed(): void;
  close(): void;
}

/** The player as it is seen. */
class View {
  // Declared only: what old browsers need in the place of fields weighs more than all that is written here.
  declare private readonly words: Words;
  declare private readonly help: string;
  declare readonly play: HTMLButtonElement;
  declare private readonly speed: HTMLSelectElement;
  declare private readonly placeLine: HTMLElement;
  declare private readonly status: HTMLElement;
  declare private readonly player: HTMLElement;
  declare private marked: Element | undefined;

  constructor(words: Words, help: string, actions: Actions) {
    this.words = words;
    this.help = help;
    this.status = make('p', {});
    this.play = control(words.play, () => actions.toggle(), 'full play');
    this.status.setAttribute('role', 'status');
    this.speed = make(
      'select',
      {
        onchange: () => {
          stored(speedKey, this.speed.value);
          actions.respeed();
        },
      },
      ...['0.75', '1', '1.25', '1.5'].map((text) =>
        make('option', { value: text }, `${words.speed} ${text.replace('.', ',')}`),
      ),
    );
    named(this.speed, words.speed);
    this.speed.value = stored(speedKey) ?? '1';
    this.placeLine = make('p', { className: 'quiet' }, words.ready);
    this.player = make(
      'section',
      { className: 'player', hidden: true },
      this.play,
      control(words.prev, () => actions.move(-1), 'sign back'),
      control(words.next, () => actions.move(1), 'sign'),
      control(words.first, () => actions.first(), 'later'),
      this.speed,
      control(words.close, () => actions.close(), 'sign close'),
      this.status,
      this.placeLine,
    );
    named(this.player, words.player);
  }

  addTo(place: Element | null): void {
    place?.append(this.player);
    addEventListener('resize', () => this.fit());
  }

  get rate(): number {
    return Number(this.speed.value);
  }

  show(on: boolean): void {
    this.player.hidden = !on;
    this.fit();
  }

  /** One message, with the way to help when there is one. */
  tell(text: string, withHelp = false): void {
    // The usual case, once a sentence: nothing to say and nothing said.
    if (text === '' && this.status.textContent === '') return;
    setContent(this.status, text, ...(withHelp ? [' ', make('a', { href: this.help }, this.words.how)] : []));
    this.fit();
  }

  count(line: number, of: number): void {
    this.placeLine.textContent = this.words.line.replace('{n}', String(line + 1)).replace('{of}', String(of));
  }

  mark(place: Place): void {
    const highlights = 'highlights' in CSS ? CSS.highlights : undefined;
    highlights?.delete('nghe');
    this.marked?.classList.remove('nghe-day');
    this.marked = undefined;
    if (place === undefined) return;
    const first = place instanceof Range ? place.startContainer.parentElement : place;
    if (!first) return;
    if (place instanceof Range && highlights) highlights.set('nghe', new Highlight(place));
    else {
      this.marked = place instanceof Range ? (first.closest('p,li,dt,dd,tr,h1,h2,h3') ?? first) : place;
      this.marked.classList.add('nghe-day');
    }
    // The mode that shows one step at a time shows the step being read.
    for (let fold = first.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
      fold.open = true;
    const step = first.getClientRects().length === 0 ? first.closest('li[id]') : null;
    if (step) location.replace(`#${step.id}`);
    const { top, bottom } = place.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight - this.player.offsetHeight) first.scrollIntoView({ block: 'center' });
  }

  /** What has the focus, or is scrolled to, never lies under the player. */
  private fit(): void {
    document.documentElement.style.scrollPaddingBlockEnd = this.player.hidden
      ? ''
      : `${this.player.offsetHeight + 16}px`;
  }
}

/**
 * A button "Đọc từ đây" at each part and each step, once somebody uses the player: a press may move the page,
 * loading may not.
 */
function addStarts(main: Element, words: Words, start: (id: string) => void): void {
  if (main.querySelector('.from')) return;
  for (const title of main.querySelectorAll('.body h2[id], .steps > li > h3')) {
    const step = title.closest('li');
    const part = title.closest('section, .part')?.querySelector('h2')?.id ?? '';
    const id = `${part}${step ? `.${step.value}` : ''}.0`;
    const button = control(words.from, () => start(id));
    button.className = 'from';
    named(button, `${words.from}: ${title.textContent}`);
    (title.closest('summary') ?? title).after(button);
  }
}

/** What does not call for help with voices: the words say all. */
const plain: readonly Told[] = [
  '',
  'network',
  'hung',
  'end',
  'refused',
  'cut',
  'audioBusy',
  'noAudio',
  'netVoice',
];

/** Tells the view what happens to the lines and keeps the place. */
function listenerOf(
  view: View,
  words: Words,
  lines: readonly BrowserLine[],
  places: readonly Place[],
  placeKey: string,
): Listener {
  const keep = (line: number): void => void stored(placeKey, lines[line]?.[0] ?? '');
  return {
    reached(line) {
      view.count(line, lines.length);
      keep(line);
      view.mark(places[line]);
    },
    playing(on) {
      view.play.textContent = on ? words.pause : words.play;
      view.play.classList.toggle('pause', on);
    },
    tell(what) {
      if (what === 'end') {
        keep(0);
        view.mark(undefined);
      }
      view.tell(what === '' ? '' : words[what], !plain.includes(what));
    },
  };
}

interface Player {
  open(): void;
  listen(): void;
}

/** Loads the script of this page and draws the player. Rejects when there is no network. */
async function build(button: HTMLButtonElement, main: Element): Promise<Player> {
  const address = button.dataset.listen ?? '';
  const placeKey = `nghe:${address}`;
  const { words, help, lines, sound } = await lateJson<BrowserScript>(address);
  // Where it does not come, the emergency copy without a network, the device's voice reads all.
  const recorded = sound && (await late(() => import('./sound-reader.ts'), 'sound').catch(() => undefined));
  addStyle();
  let reader: Reader | undefined;
  /** What reads the parts that a file holds; gone once the file does not sound. */
  let heard: Reader | undefined;
  let device: Reader | undefined;
  let from = Math.max(
    0,
    lines.findIndex(([id]) => id === stored(placeKey)),
  );
  const view = new View(words, help, {
    toggle: () => (reader?.playing ? reader.stop() : start(reader?.line ?? from)),
    move: (by) => {
      const line = reader?.line ?? from;
      const [first, count] = (heard && recorded?.partOf(sound, line)) ?? [line, 1];
      start(by < 0 ? first - 1 : first + count);
    },
    first: () => start(0),
    respeed: () => {
      if (reader?.playing) reader.start(reader.line);
    },
    close,
  });
  view.addTo(button.parentElement);
  const told = listenerOf(view, words, lines, placesOf(main, lines), placeKey);
  const listener: Listener = {
    ...told,
    reached(line) {
      // A line that the file holds is left to it.
      if (reader === device && heard && recorded?.partOf(sound, line)) start(line);
      else told.reached(line);
    },
  };
  if (sound)
    heard = recorded?.soundReader(sound, () => view.rate, told, {
      goOn(line) {
        if (line < lines.length) {
          start(line);
          return;
        }
        heard?.stop();
        told.tell('end');
      },
      lost(line) {
        heard = undefined;
        start(line);
      },
    });
  const said = lines.map(([, shown, say]) => say ?? shown);

  /** Every press has a number: only the last one may still wait for a voice, and none after closing. */
  let presses = 0;
  let forget = (): void => undefined;

  /** Reads from a line on. Speaks within the press where the voice is known: iPhones allow nothing else. */
  function start(line: number): void {
    addStarts(main, words, (id) => start(lines.findIndex(([other]) => other === id)));
    from = Math.min(Math.max(0, line), lines.length - 1);
    const held = heard && recorded?.partOf(sound, from);
    const next = held ? heard : device;
    if (reader !== next) reader?.stop();
    reader = next;
    if (held && sound) view.tell(sound.by);
    if (reader) {
      reader.start(from);
      return;
    }
    const mine = ++presses;
    const found = deviceVoice(speech);
    if (!(found instanceof Promise)) {
      begin(found);
      return;
    }
    view.tell(words.wait);
    void found.then((voice) => {
      if (mine !== presses) return;
      view.tell('');
      begin(voice);
    });
  }

  function begin(voice: Awaited<ReturnType<typeof deviceVoice>>): void {
    if (typeof voice === 'object' && speech) {
      reader = device = lineReader(said, deviceEngine(speech, voice), () => view.rate, listener);
      reader.start(from);
      return;
    }
    // Without a voice what the file does not hold is left out.
    const later = heard && sound?.parts.find(([first]) => first > from);
    if (later) {
      start(later[0]);
      return;
    }
    view.tell(words[typeof voice === 'string' ? voice : 'noSpeech'], true);
    // Some phones name their voices only after half a minute. It does not begin to speak by itself then.
    forget();
    if (speech) forget = whenVoiceComes(speech, () => view.tell(words.late));
  }

  function close(): void {
    presses++;
    reader?.stop();
    forget();
    view.tell('');
    view.mark(undefined);
    main.querySelectorAll('.from').forEach((element) => element.remove());
    view.show(false);
    button.focus();
  }

  addEventListener('pagehide', () => reader?.stop());
  return {
    open: () => view.show(true),
    /** Reads on from the kept place; the focus goes where it can be paused. */
    listen: () => {
      view.play.focus({ preventScroll: true });
      start(reader?.line ?? from);
    },
  };
}

let built: Promise<Player> | undefined;
function player(): Promise<Player> {
  const button = document.querySelector<HTMLButtonElement>('[data-listen]');
  const main = button?.closest('main');
  if (!button || !main) return Promise.reject(new Error('no button'));
  built ??= build(button, main);
  // A failed try may be made again.
  built.catch(() => {
    built = undefined;
  });
  return built;
}

/** Shows the player, silent. Rejects when the script of the page could not be loaded. */
export async function open(): Promise<void> {
  (await player()).open();
}

/** Shows the player and reads. */
export async function listen(): Promise<void> {
  const loaded = await player();
  loaded.open();
  loaded.listen();
}
