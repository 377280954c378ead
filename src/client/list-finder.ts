/** Finding on a page that is one long list: its entries bear `data-name` where their words are not enough. */
import { findInList } from './find-in-list.ts';

findInList({
  entries: [...document.querySelectorAll<HTMLElement>('[data-entry]')],
  namesOf: ({ dataset: { entry = '' }, textContent }) => (entry === '' ? textContent : entry),
  parts: [...document.querySelectorAll<HTMLElement>('main section, main details.letter')],
});

/**
 * An address that names a word opens the fold that holds it; not every browser does so by itself. Where the
 * letter has become a page of its own it leads on to there.
 */
function openNamed(): void {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const part = named?.closest<HTMLDetailsElement>('details.letter');
  if (!named || !part) return;
  const moved = named.closest('[data-heads] > li')?.querySelector('a');
  if (moved) location.replace(moved.href + location.hash);
  part.open = true;
  named.scrollIntoView();
}
openNamed();
addEventListener('hashchange', openNamed);
