/** The button on the page about display modes that sends what is on now to a class: as an address alone. */
import { one } from './page-parts.ts';

const button = one(HTMLButtonElement, '[data-share-modes]');
const status = one(HTMLElement, '[role=status]', button.parentElement ?? document);

button.hidden = false;
button.addEventListener('click', async () => {
  // Made here: what the panel makes addresses with would be a second request on every page.
  const modes = (document.documentElement.dataset.cheDo ?? '').trim().replace(/ /g, ',');
  const address = new URL(modes === '' ? '/' : `/?che-do=${modes}`, location.href).href;
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
