/** A path with a script: boxes to tick, what is done, what comes next, where reading stopped. */
import { one, textsOf, wordsOf } from '../../client/page-parts.ts';
import { keepPanel } from './panel.ts';
import type { Progress } from './progress.ts';
import { changeOwn, changeWays, progressBy, readWays } from './store.ts';
import { withTick } from './steps.ts';

const way = one(HTMLElement, '[data-way]');
const say = wordsOf(textsOf(way.dataset.words));
const address = way.dataset.way ?? '';
const sum = one(HTMLElement, '[data-sum]');
const nextLine = one(HTMLElement, '[data-next]');
const follow = one(HTMLButtonElement, '[data-follow]');

/** Each guide of the path with its box. */
const rows = [...way.querySelectorAll<HTMLElement>('[data-item]')].map((row) => {
  const place = one(HTMLElement, '[data-tick]', row);
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.setAttribute('aria-label', place.dataset.tick ?? '');
  place.replaceWith(box);
  return { row, box, number: Number(row.dataset.item), link: one(HTMLAnchorElement, 'a', row) };
});
type Row = (typeof rows)[number];

/** The guide at the step where reading stopped. */
function placeHref({ row, link }: Row, step: number): string {
  const ids = row.dataset.steps?.split(' ');
  return `${link.href.replace(/#.*/, '')}#${ids === undefined ? `buoc-${step}` : (ids[step - 1] ?? '')}`;
}

function linkTo(href: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = text;
  return link;
}

function showRow(row: Row, progress: Progress): void {
  row.box.checked = progress.done.includes(row.number);
  const step = progress.at.get(row.number);
  const open = step !== undefined && !row.box.checked;
  one(HTMLElement, '[data-place]', row.row).replaceChildren(
    ...(open ? [linkTo(placeHref(row, step), say('place', { step }))] : []),
  );
  for (const drill of row.row.querySelectorAll<HTMLElement>('[data-drill]'))
    one(HTMLElement, 'b', drill).textContent = progress.drills.includes(Number(drill.dataset.drill))
      ? say('practised')
      : '';
  for (const check of row.row.querySelectorAll<HTMLElement>('[data-check]')) {
    const [right, of] = progress.checks.get(check.dataset.check ?? '') ?? [];
    one(HTMLElement, 'b', check).textContent =
      right === undefined ? '' : say('result', { right, of: of ?? 0 });
  }
}

function show(): void {
  const ways = readWays();
  const progress = progressBy(ways, ways.who);
  for (const row of rows) showRow(row, progress);
  const open = rows.filter(({ box }) => !box.checked);
  const [next] = open;
  sum.textContent = [
    say('sum', { done: rows.length - open.length, n: rows.length }),
    ...(next ? [] : [say('all')]),
  ].join(' ');
  nextLine.hidden = !next;
  if (next) {
    const step = progress.at.get(next.number);
    const title = next.link.textContent.replace(/\s+/g, ' ').trim().replace(/^\d+ /, '');
    const href = step === undefined ? next.link.href : placeHref(next, step);
    const link = linkTo(href, say('next', { n: next.number, title }));
    link.className = 'begin';
    nextLine.replaceChildren(link);
  }
  follow.textContent = say(ways.paths.includes(address) ? 'unfollow' : 'follow');
}

const panel = keepPanel(say, show);
for (const { box, number } of rows)
  box.addEventListener('change', () => {
    changeOwn((progress) => withTick(progress, number, box.checked));
    // Whoever ticks on a path walks it.
    if (box.checked) changeWays((ways) => ({ ...ways, paths: [...new Set([...ways.paths, address])] }));
    panel.tell(() => `${say(box.checked ? 'ticked' : 'unticked')} ${sum.textContent}`);
  });
one(HTMLElement, '[data-choose]').hidden = false;
follow.addEventListener('click', () => {
  const { paths } = changeWays((ways) => ({
    ...ways,
    paths: ways.paths.includes(address)
      ? ways.paths.filter((path) => path !== address)
      : [...ways.paths, address],
  }));
  panel.tell(() => say(paths.includes(address) ? 'followed' : 'unfollowed'));
});
