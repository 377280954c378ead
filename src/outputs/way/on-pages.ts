/**
 * On every page, once a way was begun on this device: a guide gets a box to tick and remembers the furthest
 * step that was read; drills and checks that were done are written down. Pages that somebody may have to hide
 * leave no trace.
 */
import { achieved, type Achieved } from '../../client/own-way.ts';
import { ownAddress } from '../../client/own-address.ts';
import type { PageWords } from './page-words.ts';
import { ascending } from './progress.ts';
import { changeOwn, progressBy, readWays, storeKey } from './store.ts';
import { withDrill, withPlace, withResult, withTick } from './steps.ts';

const isAchieved = (value: unknown): value is Achieved => typeof value === 'object' && value !== null;

function rememberAchieved(words: PageWords): void {
  document.addEventListener(achieved, (event) => {
    if (!(event instanceof CustomEvent) || !isAchieved(event.detail)) return;
    const what = event.detail;
    changeOwn((progress) => {
      if ('drill' in what) return withDrill(progress, what.drill);
      const { check, right, of } = what;
      return withResult(progress, check, [right, of]);
    });
    showPractised(words);
  });
}

/** A check that is a practice says that it was done. */
function showPractised(words: PageWords): void {
  const ways = readWays();
  const { drills } = progressBy(ways, ways.who);
  for (const place of document.querySelectorAll<HTMLElement>('[data-practice]'))
    place.textContent = drills.includes(Number(place.dataset.practice)) ? words.practised : '';
}

/** The box at the end of a guide. */
function offerTick(guide: number, body: Element, words: PageWords): void {
  const box = document.createElement('div');
  const label = document.createElement('label');
  const input = document.createElement('input');
  const link = document.createElement('a');
  const told = document.createElement('p');
  box.className = 'box';
  input.type = 'checkbox';
  Object.assign(input.style, { inlineSize: '1.6rem', blockSize: '1.6rem', verticalAlign: 'middle' });
  link.href = ownAddress('/lo-trinh/');
  link.textContent = words.open;
  told.setAttribute('role', 'status');
  label.append(input, ` ${words.tick}`);
  box.append(label, told, link);
  const show = (): void => {
    const ways = readWays();
    input.checked = progressBy(ways, ways.who).done.includes(guide);
  };
  input.addEventListener('change', () => {
    changeOwn((progress) => withTick(progress, guide, input.checked));
    told.textContent = input.checked ? words.ticked : words.unticked;
  });
  addEventListener('storage', ({ key }) => {
    if (key === storeKey || key === null) show();
  });
  // Also when the page comes back from the browser's own store.
  addEventListener('pageshow', show);
  show();
  const begin = body.querySelector<HTMLElement>('[data-own-tick]');
  const line = begin?.parentElement;
  if (line) line.before(box);
  else body.append(box);
  // Whoever pressed the button has said so already.
  if (begin?.dataset.ownTick === 'pressed') {
    if (!input.checked) input.click();
    input.focus();
  }
  begin?.remove();
}

/** Writes the furthest step that came into the upper part of the window. */
function rememberPlace(guide: number, steps: readonly Element[]): void {
  const watch = new IntersectionObserver(
    (seen) => {
      const places = seen.filter(({ isIntersecting }) => isIntersecting);
      const furthest = ascending(places.map(({ target }) => steps.indexOf(target) + 1)).pop() ?? 0;
      const ways = readWays();
      if (furthest > 1 && furthest > (progressBy(ways, ways.who).places.get(guide) ?? 1))
        changeOwn((progress) => withPlace(progress, guide, furthest));
    },
    { rootMargin: '0px 0px -40% 0px' },
  );
  for (const step of steps) watch.observe(step);
}

export function onPage(words: PageWords): void {
  rememberAchieved(words);
  showPractised(words);
  const meta = document.querySelector<HTMLElement>('[data-pagefind-meta^="so:"]')?.dataset.pagefindMeta ?? '';
  const body = document.querySelector('.guide > .body');
  if (meta === '' || !body || document.querySelector('[data-quick-exit]')) return;
  const guide = Number(meta.slice(3));
  offerTick(guide, body, words);
  rememberPlace(guide, [...body.querySelectorAll('[id^="buoc-"]')]);
}
