/**
 * One slide at a time: keyboard and presenter remotes (PageUp, PageDown, full stop), touch, buttons, an
 * address for each slide, notes, a second window that follows. Nothing is stored and nothing leaves the
 * machine.
 */
import { one } from '../../client/page-parts.ts';

const root = document.documentElement;
const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];
const slides = all('.slide');
const list = one(HTMLElement, '.list');
const place = one(HTMLElement, '[role=status]');
const letters = one(HTMLInputElement, '[data-letters]');
const other =
  'BroadcastChannel' in window ? new BroadcastChannel(`trinh-chieu ${location.pathname}`) : undefined;
let at = -1;
let typed = '';

const say = (kind: 'at' | 'typed' | 'dark', typed: number | string = at + 1): void => {
  place.textContent = (place.dataset[kind] ?? '').replace('{n}', String(typed));
};
/** What the address asks for; the first slide when it asks for none. */
const asked = (): number => Number(/^#(\d+)$/.exec(location.hash)?.[1] ?? 1) - 1;
/** A state of the page, for the style and for its buttons. */
function set(name: 'list' | 'notes' | 'dark', on: boolean): void {
  root.toggleAttribute(`data-${name}`, on);
  for (const element of all(`.bar [data-${name}]`))
    element.setAttribute(name === 'notes' ? 'aria-pressed' : 'aria-expanded', String(on));
}
const is = (name: string): boolean => root.hasAttribute(`data-${name}`);

function show(asked: number, tell = true): void {
  const to = Math.min(Math.max(asked, 0), slides.length - 1);
  typed = '';
  set('dark', false);
  set('list', false);
  if (to !== at) {
    slides[at]?.removeAttribute('data-now');
    at = to;
    const slide = slides[at];
    slide?.setAttribute('data-now', '');
    if (slide) slide.scrollTop = 0;
    history.replaceState(history.state, '', `#${at + 1}`);
    if (tell) other?.postMessage(at);
  }
  say('at');
  slides[at]?.querySelector<HTMLElement>('h1, h2')?.focus({ preventScroll: true });
}
/** Large letters may not fit: then the key scrolls first. */
function turn(by: 1 | -1, scrolls: boolean): void {
  const slide = slides[at];
  if (!slide) return;
  const left = by > 0 ? slide.scrollHeight - slide.clientHeight - slide.scrollTop : slide.scrollTop;
  if (scrolls && left > 4) slide.scrollBy(0, by * slide.clientHeight * 0.8);
  else show(at + by);
}
function openList(open = !is('list')): void {
  set('list', open);
  if (open) list.focus();
  else slides[at]?.querySelector<HTMLElement>('h1, h2')?.focus({ preventScroll: true });
}
function full(): void {
  void (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen()).catch(() => {
    /* the browser said no: the page stays as it is */
  });
}
function dark(): void {
  set('dark', !is('dark'));
  say(is('dark') ? 'dark' : 'at');
}

/** Keys that lead to another slide. Answers whether this was one. */
function move(key: string, shift: boolean): boolean {
  switch (key) {
    case 'ArrowRight':
    case 'Enter':
      turn(1, false);
      return true;
    case 'ArrowLeft':
    case 'Backspace':
      turn(-1, false);
      return true;
    case 'ArrowDown':
    case 'PageDown':
      turn(1, true);
      return true;
    case 'ArrowUp':
    case 'PageUp':
      turn(-1, true);
      return true;
    case ' ':
      turn(shift ? -1 : 1, true);
      return true;
    case 'Home':
      show(0);
      return true;
    case 'End':
      show(slides.length - 1);
      return true;
  }
  return false;
}

/** Figures and letters, which a trainer may turn off. Answers whether this was one of ours. */
function letter(key: string): boolean {
  if (/^\d$/.test(key)) {
    typed = (typed + key).slice(-3);
    say('typed', typed);
    return true;
  }
  switch (key.toLowerCase()) {
    case 'b':
    case '.':
      dark();
      return true;
    case 'n':
      set('notes', !is('notes'));
      return true;
    case 'f':
      full();
      return true;
  }
  return false;
}

/** Answers whether the key was one of ours. */
function press(key: string, shift: boolean): boolean {
  if (is('dark')) {
    dark();
    return true;
  }
  if (key === 'Escape') {
    if (typed !== '') {
      typed = '';
      say('at');
    } else openList();
    return true;
  }
  if (is('list')) return false;
  if (key === 'Enter' && typed !== '') {
    show(Number(typed) - 1);
    return true;
  }
  return move(key, shift) || (letters.checked && letter(key));
}
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  // Buttons, boxes and links keep their own keys.
  if (
    (event.key === ' ' || event.key === 'Enter') &&
    typed === '' &&
    event.target instanceof Element &&
    event.target.closest('a, button, input, summary')
  )
    return;
  if (press(event.key, event.shiftKey)) event.preventDefault();
});

let from: Touch | undefined;
document.addEventListener(
  'touchstart',
  (event) => {
    from = event.touches.length === 1 ? event.touches[0] : undefined;
  },
  { passive: true },
);
document.addEventListener('touchend', (event) => {
  const to = event.changedTouches[0];
  if (!from || !to || is('list') || (window.visualViewport?.scale ?? 1) > 1.05) return;
  const [x, y] = [to.clientX - from.clientX, to.clientY - from.clientY];
  from = undefined;
  if (Math.abs(x) > 50 && Math.abs(x) > 2 * Math.abs(y)) show(at + (x < 0 ? 1 : -1));
});
document.addEventListener('click', (event) => {
  if (is('dark')) {
    dark();
    return;
  }
  const button = event.target instanceof Element ? event.target.closest('button') : null;
  if (!button) return;
  const has = (name: string): boolean => button.hasAttribute(`data-${name}`);
  if (has('back')) show(at - 1);
  else if (has('next')) show(at + 1);
  else if (has('list')) openList();
  else if (has('notes')) {
    set('notes', !is('notes'));
    if (is('list')) openList(false);
  } else if (has('full')) full();
});
addEventListener('hashchange', () => {
  if (/^#\d+$/.test(location.hash)) show(asked());
});
other?.addEventListener('message', (event) => {
  if (typeof event.data === 'number') show(event.data, false);
});

root.dataset.deck = '';
for (const element of all('[data-scripted]')) element.hidden = false;
for (const element of all('[data-full]')) element.hidden = !document.fullscreenEnabled;
set('notes', new URLSearchParams(location.search).has('ghi-chu'));
show(asked());

export {};
