/** Finding on a page that is one long list: its entries bear `data-name` where their words are not enough. */
import { whichHold } from '../search/name-match.ts';
import { findInList } from './find-in-list.ts';

findInList({
  entries: [...document.querySelectorAll<HTMLElement>('[data-entry]')],
  namesOf: ({ dataset: { entry = '' }, textContent }) => (entry === '' ? textContent : entry),
  parts: [...document.querySelectorAll<HTMLElement>('main section, main details.letter')],
  holding: whichHold,
});

/** What stands behind the address of a list on the pages of its parts. */
const partAddress = /phan\/[^/]+\/$/;

/** The word that the address names, “” for none; a half percent sign names nothing. */
function nameInAddress(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}

/**
 * Where the letter of the word that the address names has become a page of its own it leads on to there. Its
 * fold is opened on every page (`open-named.ts`).
 */
function leadOn(): void {
  const name = nameInAddress();
  const named = document.getElementById(name);
  // A letter may have been cut anew since its part's address was passed on: the whole list knows every word.
  if (!named && name !== '' && partAddress.test(location.pathname))
    location.replace(location.pathname.replace(partAddress, '') + location.hash);
  const moved = named?.closest('[data-heads] > li')?.querySelector('a');
  if (moved) location.replace(moved.href + location.hash);
}
leadOn();
addEventListener('hashchange', leadOn);
