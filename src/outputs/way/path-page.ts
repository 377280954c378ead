/** A path with a script: boxes to tick, what is done, what comes next, where reading stopped. */
import { setContent } from '../../client/set-content.ts';
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
const rows = [...way.querySelectorAll<HTMLElement>('.way > [data-item]')].map((row) => {
  const place = one(HTMLElement, '[data-tick]', row);
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.setAttribute('aria-label', place.dataset.tick ?? '');
  place.replaceWith(box);
  return { row, box, number: Number(row.dataset.item), link: one(HTMLAnchorElement, 'a', row) };
});
type Row = (typeof rows)[number];
/** Parts of a long path that stand on pages of their own, each with the numbers of its guides. */
const parts = [...way.querySelectorAll<HTMLElement>('[data-heads] > [data-item]')].map((part) => {
  const told = document.createElement('span');
  told.className = 'quiet';
  part.append(' ', told);
  const numbers = (part.dataset.item ?? '').split(' ').map(Number);
  return { part, numbers, told, href: one(HTMLAnchorElement, 'a', part).href };
});
/** Numbers of all guides of the path in their order. */
const numbers = [...way.querySelectorAll<HTMLElement>('[data-item]')].flatMap(({ dataset: { item = '' } }) =>
  item.split(' ').map(Number),
);
/** This page is itself such a part, and the end of it is not the end of the path. */
const isPart = document.querySelector('[data-part-of]') !== null;

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
  const step = progress.places.get(row.number);
  const open = step !== undefined && !row.box.checked;
  setContent(
    one(HTMLElement, '[data-place]', row.row),
    ...(open ? [linkTo(placeHref(row, step), say('place', { step }))] : []),
  );
  for (const drill of row.row.querySelectorAll<HTMLElement>('[data-drill]'))
    one(HTMLElement, 'b', drill).textContent = progress.drills.includes(Number(drill.dataset.drill))
      ? say('practised')
      : '';
  for (const check of row.row.querySelectorAll<HTMLElement>('[data-check]')) {
    const [right, of] = progress.checks.get(check.getAttribute('data-check') ?? '') ?? [];
    one(HTMLElement, 'b', check).textContent =
      right === undefined ? '' : say('result', { right, of: of ?? 0 });
  }
}

function show(): void {
  const ways = readWays();
  const progress = progressBy(ways, ways.who);
  for (const row of rows) showRow(row, progress);
  const isDone = (number: number): boolean => progress.done.includes(number);
  for (const { told, numbers: own } of parts)
    told.textContent = say('sum', { done: own.filter(isDone).length, n: own.length });
  const left = numbers.filter((number) => !isDone(number));
  sum.textContent = [
    say('sum', { done: numbers.length - left.length, n: numbers.length }),
    ...(left.length > 0 || isPart ? [] : [say('all')]),
  ].join(' ');
  const [next] = left;
  nextLine.hidden = next === undefined;
  if (next !== undefined) showNext(next, progress);
  follow.textContent = say(ways.paths.includes(address) ? 'unfollow' : 'follow');
}

/** Where the path goes on: at a guide of this page, or at the part that has it. */
function showNext(number: number, progress: Progress): void {
  const row = rows.find((one) => one.number === number);
  const part = parts.find(({ numbers: own }) => own.includes(number));
  const title = row?.link.textContent.replace(/\s+/g, ' ').trim().replace(/^\d+ /, '') ?? '';
  const step = progress.places.get(number);
  const href = row && (step === undefined ? row.link.href : placeHref(row, step));
  const text = row ? say('next', { n: number, title }) : say('nextIn', { n: number });
  const link = linkTo(href ?? part?.href ?? '', text);
  link.className = 'begin';
  setContent(nextLine, link);
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
