/**
 * All that a guide page loads of the player until somebody wants to listen: shows the button and passes the
 * press on.
 */
import type { modesChanged } from '../modes/settings.ts';
import { inApp } from './in-app.ts';
import { late, NotLoaded } from './late.ts';

const button = document.querySelector<HTMLButtonElement>('[data-listen]');

/** How to come to a whole browser. Not vital: a page that cannot load it is read as it is. */
const offerBrowser = (place: Element): void =>
  void late(() => import('./open-in-browser.ts'), 'browser')
    .then((loaded) => loaded.offerBrowser(place))
    .catch(() => undefined);

/**
 * Browsers inside apps on Android have no speech: the way to one that has stands after the last step, where a
 * guide is sent on, or where the address does: below what is read, so that nothing moves in the first window.
 */
const speaks = 'speechSynthesis' in window && 'SpeechSynthesisUtterance' in window;
if ((button && !speaks) || inApp(navigator.userAgent)) {
  const place =
    document.querySelector('.after') ??
    document.querySelector('[data-copy=""]')?.closest('section') ??
    button?.parentElement;
  if (place) offerBrowser(place);
}

if (button && (speaks || button.dataset.sound !== undefined)) {
  const tell = (text: string): void => {
    const status = button.nextElementSibling;
    if (status) status.textContent = text;
  };
  const player = (): Promise<typeof import('./read-aloud.ts')> =>
    late(() => import('./read-aloud.ts'), 'player');

  button.hidden = false;
  button.addEventListener('click', () => {
    tell('');
    player()
      .then((loaded) => loaded.listen())
      .catch((error: unknown) => {
        // Another cause has its notice.
        if (!(error instanceof NotLoaded) || error.cause === 'offline') tell(button.dataset.lost ?? '');
      });
  });

  /**
   * The mode shows the player before any press; some phones speak only while a press is being handled, so all
   * must be there.
   */
  const inMode = (): void => {
    if (/\b(?:nghe|moi-biet-chu)\b/.test(document.documentElement.dataset.cheDo ?? ''))
      void player()
        .then((loaded) => loaded.open())
        .catch(() => {
          /* the button is still there, and tells */
        });
  };
  // Only the type is imported: the module would be a second request.
  const changed: typeof modesChanged = 'che-do';
  document.addEventListener(changed, inMode);
  inMode();
}
