/**
 * The panel "Cách hiển thị": keeps the check boxes, the page, the address and the storages in step. Sends
 * nothing.
 */
import './my-number.ts';
import './copy-button.ts';
import { addressWith, modesOf, withMode } from '../modes/choice.ts';
import './keep-urgent.ts';
import './on-pages.ts';
import './past-rules.ts';
import {
  boxId,
  modesChanged,
  modeTokens,
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
    if (value === '') window[kind].removeItem(settingName);
    else window[kind].setItem(settingName, value);
  } catch {
    /* see above */
  }
}

function tickBoxes(modes: readonly ModeToken[]): void {
  for (const [token, box] of boxes) box.checked = modes.includes(token);
}

function say(modes: readonly ModeToken[]): void {
  const names = modes.map((token) => boxes.get(token)?.closest('label')?.textContent.trim() ?? '');
  status.textContent =
    (modes.length === 0 ? status.dataset.off : status.dataset.on?.replace('{list}', names.join(', '))) ?? '';
}

/** Shows these modes, keeps them for the tab, and for the device when that was asked. */
async function choose(modes: readonly ModeToken[], forget = false): Promise<void> {
  const value = modes.join(',');
  if (forget) keep.checked = false;
  if (keep.checked || forget) remember('localStorage', keep.checked ? value : '');
  remember('sessionStorage', value || (remembered('localStorage') ? normalToken : ''));
  history.replaceState(history.state, '', addressWith(location.href, []));
  tickBoxes(modes);
  // The letters are fetched before they are shown, so that a tick does something at once also on a slow line.
  if (modes.includes('chu-de-phan-biet')) await fontReady();
  root.dataset.cheDo = modes.join(' ');
  document.dispatchEvent(new CustomEvent(modesChanged));
  say(modes);
}

/** Fetches the mode's letters and adds them to the page's own fonts; waits at most three seconds. */
async function fontReady(): Promise<void> {
  const parts = { Andika: 'latin', Andika2: 'vietnamese' };
  const faces = Object.entries(parts).map(
    ([family, part]) => new FontFace(family, `url(/phong-chu/andika-${part}.woff2)`),
  );
  const all = Promise.allSettled(faces.map(async (face) => document.fonts.add(await face.load())));
  await Promise.race([
    all,
    new Promise((done) => {
      setTimeout(done, 3000);
    }),
  ]);
}

for (const [token, box] of boxes) {
  box.addEventListener(
    'change',
    () =>
      void choose(
        box.checked ? withMode(shown(), token) : shown().filter((otherToken) => otherToken !== token),
      ),
  );
}
keep.addEventListener('change', () => {
  remember('localStorage', keep.checked ? shown().join(',') : '');
  void choose(shown());
});
one(HTMLElement, '[data-reset]', panel).addEventListener('click', () => void choose([], true));
one(HTMLElement, '[data-share]', panel).addEventListener('click', async () => {
  const address = addressWith(location.href, shown());
  try {
    if (navigator.share) {
      await navigator.share({ title: document.title, url: address });
      return;
    }
    await navigator.clipboard.writeText(address);
  } catch {
    /* the address is shown below, to be copied by hand */
  }
  status.textContent = status.dataset.copied?.replace('{address}', address) ?? address;
});
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
  void choose(Object.keys(presets).includes(value) ? asked : asked.reduce(withMode, shown()));
  if (link.hash !== '') location.hash = link.hash;
});

/** Also when the page comes back from the browser's own store, where the boxes may hold older ticks. */
function settle(): void {
  tickBoxes(shown());
  keep.checked =
    remembered('localStorage') !== null && modesOf(remembered('localStorage')).join() === shown().join();
}
one(HTMLElement, '[hidden]', panel).hidden = false;
settle();
addEventListener('pageshow', settle);
