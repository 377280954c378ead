/** Finding on a page that is one long list: its entries bear `data-name` where their words are not enough. */
import { findInList } from './find-in-list.ts';

findInList({
  entries: [...document.querySelectorAll<HTMLElement>('[data-entry]')],
  namesOf: (entry) => entry.dataset.entry || entry.textContent,
  parts: [...document.querySelectorAll<HTMLElement>('main section')],
});
