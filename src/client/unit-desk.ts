/**
 * Marks what is due this month and this quarter, by the device's clock, says of each day how far off it is,
 * and tells the nearest. The quarter that runs stands first. The list stands without it.
 */
import { leftWords, nextDue } from './due-days.ts';
import { one } from './page-parts.ts';

const told = one(HTMLElement, '[data-nearest]');
const now = new Date();
const month = now.getMonth() + 1;

const shown = (element: Element): void => {
  one(HTMLElement, ':scope > [data-now], :scope > h3 > [data-now]', element).hidden = false;
};
const words = (key: string, values: Readonly<Record<string, string | number>>): string =>
  (told.dataset[key] ?? '').replace(/\{(\w+)\}/g, (_, gap: string) => String(values[gap]));

let nearest: { what: string; day: string; n: number } | undefined;
let soon = 0;
const far = Number.MAX_SAFE_INTEGER;
const lefts = new Map<Element, number>();
for (const item of document.querySelectorAll<HTMLElement>('[data-month]')) {
  const { what = '', day, year } = item.dataset;
  if (Number(item.dataset.month) === month && [undefined, String(now.getFullYear())].includes(year)) {
    shown(item);
    soon++;
  }
  const next = nextDue(item.dataset, now);
  lefts.set(item, next?.left ?? far);
  if (day === undefined || !next) continue;
  one(HTMLElement, '[data-left]', item).textContent = leftWords(told.dataset.left, next.left);
  if (nearest === undefined || next.left < nearest.n)
    nearest = { what, day: `${day}/${next.month}/${next.year}`, n: next.left };
}
// Of a quarter's days the next stands first, and those of next year behind.
for (const list of document.querySelectorAll('[data-quarter] ul'))
  list.append(
    ...[...list.children].sort((one, other) => (lefts.get(one) ?? far) - (lefts.get(other) ?? far)),
  );
const quarter = document.querySelector<HTMLElement>(`[data-quarter="${Math.ceil(month / 3)}"]`);
if (quarter) {
  shown(quarter);
  quarter.classList.add('here');
  quarter.parentElement?.prepend(quarter);
}
told.textContent = [
  words('today', { day: `${now.getDate()}/${month}/${now.getFullYear()}` }),
  soon === 0 ? words('none', {}) : words('some', { n: soon }),
  ...(nearest === undefined ? [] : [words(nearest.n === 0 ? 'nextToday' : 'next', nearest)]),
].join(' ');
