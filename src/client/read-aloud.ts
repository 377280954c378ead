/**
 * The player "Nghe bài này". Speaks one line at a time with a voice of the device: long utterances get cut, and only so can a reader go
 * back by one sentence. Pausing stops the voice and keeps the place, because Android cannot really pause. Never starts by itself.
 * It brings its own style and words, so that who does not listen pays for neither.
 */
import css from '../styles/player.css?inline';
import type { BrowserScript } from '../speech/browser-script.ts';
import { deviceVoice, patience } from './device-voice.ts';
import { placesOf, type Place } from './spoken-places.ts';
import { setContent } from './set-content.ts';

const button = document.querySelector<HTMLButtonElement>('[data-listen]')!;
const main = button.closest('main')!;
const speech = window.speechSynthesis as SpeechSynthesis | undefined;

const placeKey = `nghe:${button.dataset['listen']!}`;
const speedKey = 'nghe:toc-do';
/** Storage may be closed by the browser; then the place is forgotten with the page. */
function stored(key: string, value?: string): string | null {
  try {
    if (value === undefined) return sessionStorage.getItem(key);
    sessionStorage.setItem(key, value);
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
const control = (text: string, onclick: () => void): HTMLButtonElement =>
  make('button', { type: 'button', className: 'pill', onclick }, text);

/**
 * Adds rules to the page. Its policy lets no style element in, so they go through the object model: as a sheet of their own, or, where
 * the browser has none to give (Safari 13, Firefox 78), one by one into the page's.
 */
function addStyle(text: string): void {
  if (Array.isArray(document.adoptedStyleSheets)) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    // Assigned as a whole: in Chrome before 99 the list takes no push.
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return;
  }
  const [page] = document.styleSheets;
  // One level of braces within a rule: groups such as `@media`.
  for (const rule of text.match(/[^{}]+\{(?:[^{}]|\{[^{}]*\})*\}/g) ?? [])
    try {
      page?.insertRule(rule, page.cssRules.length);
    } catch {
      // A rule that this browser does not know.
    }
}

/** Loads the script of this page and draws the player. Rejects when there is no network. */
async function build() {
  const answer = await fetch(button.dataset['listen']!);
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  const { words, help, lines } = (await answer.json()) as BrowserScript;
  const places = placesOf(main, lines);
  addStyle(css);

  let voice: SpeechSynthesisVoice | undefined;
  let now = Math.max(
    0,
    lines.findIndex(([id]) => id === stored(placeKey)),
  );
  let playing = false;
  /** Every utterance and every press has a turn; what comes late from an older one is ignored. */
  let turn = 0;
  let timer = 0;
  /** Kept here: some browsers throw an utterance away while it speaks. */
  let utterance: SpeechSynthesisUtterance | undefined;

  const play = control(words.play, () => (playing ? stop() : start(now)));
  play.classList.add('full');
  const speed = make(
    'select',
    {
      onchange: () => {
        stored(speedKey, speed.value);
        if (playing) speak();
      },
    },
    ...['0.75', '1', '1.25', '1.5'].map((text) =>
      make('option', { value: text }, `${words.speed} ${text.replace('.', ',')}`),
    ),
  );
  // As attributes: the properties of the same name are younger than the oldest browsers served.
  speed.setAttribute('aria-label', words.speed);
  speed.value = stored(speedKey) ?? '1';
  const where = make('p', { className: 'quiet' }, words.ready);
  const status = make('p', {});
  status.setAttribute('role', 'status');
  const player = make(
    'section',
    { className: 'player', hidden: true },
    play,
    control(words.prev, () => start(now - 1)),
    control(words.next, () => start(now + 1)),
    control(words.first, () => start(0)),
    speed,
    control(words.close, close),
    status,
    where,
  );
  player.setAttribute('aria-label', words.player);
  button.parentElement!.append(player);

  /** One message, with the way to help when there is one. */
  function tell(text: string, withHelp = false): void {
    // The usual case, once a sentence: nothing to say and nothing said.
    if (text === '' && status.textContent === '') return;
    setContent(status, text, ...(withHelp ? [' ', make('a', { href: help }, words.how)] : []));
    fit();
  }

  let marked: Element | undefined;
  function mark(place: Place): void {
    const highlights = 'highlights' in CSS ? CSS.highlights : undefined;
    highlights?.delete('nghe');
    marked?.classList.remove('nghe-day');
    marked = undefined;
    if (place === undefined) return;
    const first = place instanceof Range ? place.startContainer.parentElement! : place;
    if (place instanceof Range && highlights) highlights.set('nghe', new Highlight(place));
    else
      (marked =
        place instanceof Range ? (first.closest('p,li,dt,dd,tr,h1,h2,h3') ?? first) : place).classList.add(
        'nghe-day',
      );
    // The mode that shows one step at a time shows the step being read.
    const step = first.getClientRects().length === 0 ? first.closest('li[id]') : null;
    if (step) location.replace(`#${step.id}`);
    const { top, bottom } = place.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight - player.offsetHeight) first.scrollIntoView({ block: 'center' });
  }

  function stop(): void {
    turn++;
    clearTimeout(timer);
    playing = false;
    play.textContent = words.play;
    speech?.cancel();
  }

  function fail(text: string): void {
    stop();
    tell(text, true);
  }

  function speak(): void {
    const line = lines[now]!;
    const mine = ++turn;
    clearTimeout(timer);
    speech!.cancel();
    playing = true;
    play.textContent = words.pause;
    where.textContent = words.line.replace('{n}', String(now + 1)).replace('{of}', String(lines.length));
    stored(placeKey, line[0]);
    mark(places[now]);

    const otherUtterance = (utterance = new SpeechSynthesisUtterance(line[2] ?? line[1]));
    otherUtterance.voice = voice!;
    otherUtterance.lang = voice!.lang.replace('_', '-');
    otherUtterance.rate = Number(speed.value);
    let started = false;
    otherUtterance.onstart = () => {
      if (mine !== turn) return;
      started = true;
      clearTimeout(timer);
      tell(voice!.localService ? '' : words.network);
    };
    otherUtterance.onend = () => {
      if (mine !== turn) return;
      // Android lists languages whose voice is not installed; then the end may come without a beginning.
      if (!started) fail(words.silent);
      else if (now + 1 < lines.length) {
        now++;
        speak();
      } else finish();
    };
    otherUtterance.onerror = () => {
      if (mine === turn) fail(started ? words.failed : words.silent);
    };
    timer = window.setTimeout(() => tell(words.silent, true), patience);
    speech!.speak(utterance);
  }

  function finish(): void {
    stop();
    now = 0;
    stored(placeKey, lines[0]![0]);
    mark(undefined);
    tell(words.end);
  }

  /** Reads from a line on. Speaks within the press where the voice is known: iPhones allow nothing else. */
  function start(line: number): void {
    addStarts();
    now = Math.min(Math.max(0, line), lines.length - 1);
    const found = voice ?? deviceVoice(speech);
    const go = (newVoice: SpeechSynthesisVoice | undefined): void => {
      voice = newVoice;
      if (newVoice) speak();
      else fail(words.noVoice);
    };
    if (!(found instanceof Promise)) return go(found);
    tell(words.wait);
    void found.then((otherVoice) => {
      tell('');
      go(otherVoice);
    });
  }

  /** A button "Đọc từ đây" at each part and each step, once somebody uses the player: a press may move the page, loading may not. */
  function addStarts(): void {
    if (main.querySelector('.from')) return;
    for (const title of main.querySelectorAll('.body h2[id], .steps > li > h3')) {
      const step = title.closest('li');
      const id = `${title.closest('section')?.querySelector('h2')?.id ?? ''}${step ? `.${step.value}` : ''}.0`;
      const button = control(words.from, () => start(lines.findIndex(([otherId]) => otherId === id)));
      button.className = 'from';
      button.setAttribute('aria-label', `${words.from}: ${title.textContent}`);
      title.after(button);
    }
  }

  /** What has the focus, or is scrolled to, never lies under the player. */
  function fit(): void {
    document.documentElement.style.scrollPaddingBlockEnd = player.hidden
      ? ''
      : `${player.offsetHeight + 16}px`;
  }

  function close(): void {
    stop();
    tell('');
    mark(undefined);
    main.querySelectorAll('.from').forEach((element) => element.remove());
    player.hidden = true;
    fit();
    button.focus();
  }

  addEventListener('resize', fit);
  addEventListener('pagehide', stop);
  return {
    open: () => {
      player.hidden = false;
      fit();
    },
    /** Reads on from the kept place; the focus goes where it can be paused. */
    listen: () => {
      play.focus({ preventScroll: true });
      start(now);
    },
  };
}

let built: ReturnType<typeof build> | undefined;
function player(): ReturnType<typeof build> {
  built ??= build();
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
