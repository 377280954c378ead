/** The page in place of one that is not kept: shows which sections are. */
import { isKeptCopy } from '../outputs/offline/runtime/format.ts';
import { chosenCache, copyKey, record } from '../outputs/offline/runtime/store.ts';
import { owns } from '../domain/owns.ts';

const retry = document.querySelector<HTMLButtonElement>('[data-retry]')!;
retry.hidden = false;
retry.addEventListener('click', () => location.reload());
addEventListener('online', () => location.reload());

async function show(): Promise<void> {
  if (!(await caches.has(chosenCache))) return;
  const copy = await record(await caches.open(chosenCache), copyKey, isKeptCopy);
  if (!copy) return;
  const list = document.querySelector<HTMLElement>('[data-sections]')!;
  for (const row of list.querySelectorAll<HTMLElement>('[data-section]'))
    row.hidden = !owns(copy.sections, row.dataset['section'] ?? '');
  list.hidden = false;
  document.querySelector<HTMLElement>('[data-none]')!.hidden = true;
}
void show().catch(() => undefined);
