/**
 * The panel "Cách hiển thị": keeps the check boxes, the page, the address and the storages in step. Sends
 * nothing.
 */
import './my-number.ts';
import './copy-button.ts';
import { addressWith, modesOf, withMode } from '../modes/choice.ts';
import './keep-urgent.ts';
import './on-pages.ts';
import './open-named.ts';
import './past-rules.ts';
import './print-folds.ts';
import {
  boxId,
  modesChanged,
  modeTokens,
  noKeepKey,
  noKeepValue,
  normalToken,
  presets,
  settingName,
  type ModeToken,
} from '../modes/settings.ts';

const root = document.documentElement;
/**
 * The part of the panel that a template always draws. (`one` of page-parts would be a second request on every
 * page.)
 */
function one<Part extends Element>(
  kind: new () => Part,
  selector: string,
  within: ParentNode = document,
): Part {
  const found = within.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(selector);
}
const panel = one(HTMLElement, '[data-look]');
const status = one(HTMLElement, '[role=status]', panel);
const keep = one(HTMLInputElement, '[data-keep]', panel);
const shared = one(HTMLInputElement, '[data-shared-machine]', panel);
const reset = one(HTMLElement, '[data-reset]', panel);
const boxes = new Map(modeTokens.map((token) => [token, one(HTMLInputElement, `#${boxId(token)}`)]));

/** Modes on this page now. */
const shown = (): ModeToken[] => modesOf(root.dataset.cheDo?.replace(/ /g, ','));

/** Storage may be closed by the browser; then the page simply forgets. */
function remembered(kind: 'localStorage' | 'sessionStorage'): string | null {
  try {
    return window[kind].getItem(settingName);
  } catch {
    return null;
  }
}
function remember(kind: 'localStorage' | 'sessionStorage', value: string): void {
  try {
    if (value === '' || shared.checked) window[kind].removeItem(settingName);
    else window[kind].setItem(settingName, value);
  } catch {
    /* see above */
  }
}

function tickBoxes(modes: readonly ModeToken[]): void {
  for (const [token, box] of boxes) box.checked = modes.includes(token);
  reset.hidden = modes.length === 0;
}

/**
 * A machine that many people use: forgets all that was kept on it, and from now on keeps nothing but this.
 * What is on goes along in the addresses of this reader's next pages.
 */
function shareMachine(on: boolean): void {
  shared.checked = keep.disabled = on;
  if (on) root.dataset[noKeepKey] = noKeepValue;
  else delete root.dataset.luu;
  try {
    if (on) {
      localStorage.clear();
      sessionStorage.clear();
      localStorage.setItem(noKeepKey, noKeepValue);
    } else localStorage.removeItem(noKeepKey);
  } catch {
    /* see above */
  }
  if (!on) return;
  keep.checked = false;
  // Copies of pages, and the worker that keeps them. A browser may have neither, or hold them closed.
  if (!('caches' in window && 'serviceWorker' in navigator)) return;
  const forget = async (): Promise<void> => {
    for (const name of await caches.keys()) await caches.delete(name);
    for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
  };
  forget().catch(() => undefined);
}

function say(modes: readonly ModeToken[]): void {
  const names = modes.map((token) => boxes.get(token)?.closest('label')?.textContent.trim() ?? '');
  status.textContent =
    (modes.length === 0 ? status.dataset.off : status.dataset.on?.replace('{list}', names.join(', '))) ?? '';
}

/** Shows these modes, keeps them for the tab, and for the device when that was asked. */
function choose(modes: readonly ModeToken[], forget = false): void {
  const value = modes.join(',');
  if (forget) keep.checked = false;
  if (keep.checked || forget) remember('localStorage', keep.checked ? value : '');
  remember('sessionStorage', value || (remembered('localStorage') ? normalToken : ''));
  history.replaceState(history.state, '', addressWith(location.href, shared.checked ? modes : []));
  tickBoxes(modes);
  root.dataset.cheDo = modes.join(' ');
  document.dispatchEvent(new CustomEvent(modesChanged));
  say(modes);
}

for (const [token, box] of boxes) {
  box.addEventListener('change', () =>
    choose(box.checked ? withMode(shown(), token) : shown().filter((otherToken) => otherToken !== token)),
  );
}
keep.addEventListener('change', () => {
  remember('localStorage', keep.checked ? shown().join(',') : '');
  choose(shown());
});
shared.addEventListener('change', () => {
  shareMachine(shared.checked);
  choose(shown());
});
reset.addEventListener('click', () => choose([], true));
// What is open lies over the page: it closes when the finger or the keyboard goes on elsewhere.
for (const kind of ['click', 'focusin'])
  document.addEventListener(kind, ({ target }) => {
    for (const open of document.querySelectorAll<HTMLDetailsElement>('.top details[open]'))
      if (target instanceof Node && !open.contains(target)) open.open = false;
  });
// Escape closes the panel or the menu that it was pressed in, and gives the focus back.
document.addEventListener('keydown', (event) => {
  const open =
    event.key === 'Escape' && event.target instanceof Element
      ? event.target.closest<HTMLDetailsElement>('details.menu[open]')
      : null;
  if (!open) return;
  open.open = false;
  open.querySelector('summary')?.focus();
});

// Links that switch a mode on act at once and add to what is on; a preset replaces it.
document.addEventListener('click', (event) => {
  const link =
    event.target instanceof Element
      ? event.target.closest<HTMLAnchorElement>(`a[href^="?${settingName}="]`)
      : null;
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const value = new URLSearchParams(link.search).get(settingName);
  if (value === null) return;
  event.preventDefault();
  const asked = modesOf(value);
  choose(Object.keys(presets).includes(value) ? asked : asked.reduce(withMode, shown()));
  if (link.hash !== '') location.hash = link.hash;
});

// Where nothing may be kept, the address of the next page says which modes are on.
document.addEventListener('click', ({ target }) => {
  const link =
    shared.checked && target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="/"]') : null;
  if (link) link.href = addressWith(link.href, shown());
});

/** Also when the page comes back from the browser's own store, where the boxes may hold older ticks. */
function settle(): void {
  tickBoxes(shown());
  shared.checked = keep.disabled = root.dataset[noKeepKey] === noKeepValue;
  keep.checked =
    remembered('localStorage') !== null && modesOf(remembered('localStorage')).join() === shown().join();
}
one(HTMLElement, '[data-sets]', panel).hidden = false;
if (root.dataset[noKeepKey]) shareMachine(true);
settle();
addEventListener('pageshow', settle);
