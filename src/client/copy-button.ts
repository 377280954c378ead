/** All that a page loads of copying until somebody wants to: passes a press of `<button data-copy>` on. */
import { late } from './late.ts';

document.addEventListener('click', (event) => {
  const button =
    event.target instanceof Element ? event.target.closest<HTMLButtonElement>('[data-copy]') : null;
  if (button)
    void late(() => import('./copy.ts'), 'copy')
      .then((module) => module.copy(button))
      .catch(() => {
        // What it copies stands beside it as text.
        const status = button.closest('p')?.nextElementSibling;
        if (status) status.textContent = button.dataset.say?.split('|')[1] ?? '';
      });
});
