/** The page in place of one that is not kept: shows which sections are. */
import { owns } from '../../domain/owns.ts';
import { one } from '../../client/page-parts.ts';
import { isKeptCopy } from './runtime/format.ts';
import { chosenCache, copyKey, record } from './runtime/store.ts';

const retry = one(HTMLButtonElement, '[data-retry]');
retry.hidden = false;
retry.addEventListener('click', () => location.reload());
addEventListener('online', () => location.reload());

async function show(): Promise<void> {
  if (!(await caches.has(chosenCache))) return;
  const copy = await record(await caches.open(chosenCache), copyKey, isKeptCopy);
  if (!copy) return;
  const list = one(HTMLElement, '[data-sections]');
  for (const row of list.querySelectorAll<HTMLElement>('[data-section]'))
    row.hidden = !owns(copy.sections, row.dataset.section ?? '');
  list.hidden = false;
  one(HTMLElement, '[data-none]').hidden = true;
}
void show().catch(() => undefined);
