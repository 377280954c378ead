/**
 * All that a guide page loads of the player until somebody wants to listen: shows the button and passes the
 * press on.
 */
import type { modesChanged } from '../modes/settings.ts';

const button = document.querySelector<HTMLButtonElement>('[data-listen]')!;
const player = (): Promise<typeof import('./read-aloud.ts')> => import('./read-aloud.ts');
const tell = (text: string): void => {
  button.nextElementSibling!.textContent = text;
};

button.hidden = false;
button.addEventListener('click', () => {
  tell('');
  player()
    .then((player) => player.listen())
    .catch(() => tell(button.dataset.lost!));
});

/**
 * The mode shows the player before any press; some phones speak only while a press is being handled, so all
 * must be there.
 */
function inMode(): void {
  if (/\b(?:nghe|moi-biet-chu)\b/.test(document.documentElement.dataset.cheDo ?? ''))
    void player()
      .then((player) => player.open())
      .catch(() => {
        /* the button is still there, and tells */
      });
}
// Only the type is imported: the module would be a second request.
const changed: typeof modesChanged = 'che-do';
document.addEventListener(changed, inMode);
inMode();
