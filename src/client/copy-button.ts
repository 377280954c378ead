/** All that a page loads of copying until somebody wants to: passes a press of `<button data-copy>` on. */
document.addEventListener('click', (event) => {
  const button =
    event.target instanceof Element ? event.target.closest<HTMLButtonElement>('[data-copy]') : null;
  if (button)
    void import('./copy.ts')
      .then((module) => module.copy(button))
      .catch(() => {
        /* what it copies stands beside it as text */
      });
});
