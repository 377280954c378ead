/**
 * All that a guide loads of the reader's own numbers: looks whether something was chosen on this device, and
 * only then asks for the rest. Without a choice, without script and without a network the links lead to the
 * directory.
 */
import { chosenOf } from './my-choice.ts';

for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-mine]')) {
  const id = chosenOf(link.dataset.mine ?? '');
  if (id !== undefined)
    void import('./own-number.ts').then(({ showOwn }) => showOwn(link, id)).catch(() => undefined);
}
