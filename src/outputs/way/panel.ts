/** What both kinds of pages show above: how the way is kept, and whose it is. */
import { one } from '../../client/page-parts.ts';
import type { PageWords } from '../../client/page-parts.ts';
import { showNames } from './names.ts';
import { changeWays, keeping, readWays, storeKey } from './store.ts';

/** Shows the panel and calls `show` whenever what is kept may have changed, here or on another page. */
export function keepPanel(say: PageWords, show: () => void): { tell: (words: () => string) => void } {
  const panel = one(HTMLElement, '[data-panel]');
  const who = one(HTMLSelectElement, '[data-who]', panel);
  const told = one(HTMLElement, '[data-told]', panel);
  const settle = (): void => {
    one(HTMLElement, '[data-keeping]', panel).textContent = say(keeping());
    showNames();
    who.value = String(readWays().who);
    show();
  };
  who.addEventListener('change', () => {
    changeWays((ways) => ({ ...ways, who: Number(who.value) }));
    settle();
  });
  addEventListener('storage', ({ key }) => {
    if (key === storeKey || key === 'luu' || key === null) settle();
  });
  addEventListener('pageshow', settle);
  panel.hidden = false;
  settle();
  return {
    // What is said may count what is shown.
    tell: (words) => {
      settle();
      told.textContent = words();
    },
  };
}
