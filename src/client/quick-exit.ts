/**
 * Leaves a page that somebody has to hide: the front page takes its place, so that “back” does not return to
 * it, and what this tab remembers of it is forgotten. Without a script the link still leaves.
 */
import { one } from './page-parts.ts';

one(HTMLAnchorElement, '[data-quick-exit]').addEventListener('click', (event) => {
  event.preventDefault();
  try {
    sessionStorage.clear();
  } catch {
    // Nothing could be kept, so nothing is left.
  }
  location.replace('/');
});
