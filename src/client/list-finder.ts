/** Finding on a page that is one long list: its entries bear `data-name` where their words are not enough. */
import { findInList } from './find-in-list.ts';

findInList({
  entries: [...document.querySelectorAll<HTMLElement>('[data-entry]')],
  namesOf: ({ dataset: { entry = '' }, textContent }) => (entry === '' ? textContent : entry),
  parts: [...document.querySelectorAll<HTMLElement>('main section, main details.letter')],
});

/** An address that names a word opens the fold that holds it; not every browser does so by itself. */
function openNamed(): void {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const part = named?.closest<HTMLDetailsElement>('details.letter');
  if (!named || !part) return;
  part.open = true;
  named.scrollIntoView();
}
openNamed();
addEventListener('hashchange', openNamed);
