/** The button on the page about display modes that sends what is on now to a class: as an address alone. */
import { addressWith, modesOf } from '../modes/choice.ts';
import { one } from './page-parts.ts';

const button = one(HTMLButtonElement, '[data-share-modes]');
const status = one(HTMLElement, '[role=status]', button.parentElement ?? document);

button.hidden = false;
button.addEventListener('click', async () => {
  const modes = modesOf(document.documentElement.dataset.cheDo?.replace(/ /g, ','));
  const address = addressWith(new URL('/', location.href).href, modes);
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
