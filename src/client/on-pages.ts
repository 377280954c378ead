/** Runs what forms do on every page, each only where the reader let it keep something on this device. */
import scripts from 'virtual:on-pages';

const runAll = (wanted: (key: string) => boolean): void => {
  for (const { key, run } of scripts) if (wanted(key)) void run().catch(() => undefined);
};
try {
  runAll((key) => localStorage.getItem(key) !== null);
} catch {
  // Storage is closed: nothing was kept.
}
// The first tick of somebody who kept nothing so far begins it.
const begin = document.querySelector<HTMLButtonElement>('[data-own-tick]');
begin?.addEventListener('click', () => {
  begin.dataset.ownTick = 'pressed';
  runAll(() => true);
});
