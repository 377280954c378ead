/**
 * Marks what is due this month and this quarter, by the device's clock, and tells the nearest day. The list
 * stands without it.
 */
import { one } from './page-parts.ts';

const told = one(HTMLElement, '[data-nearest]');
const now = new Date();
const month = now.getMonth() + 1;
/** Days since an epoch, by the calendar, whatever the hour and the season. */
const dayNumber = (year: number, month: number, day: number): number =>
  Math.round(Date.UTC(year, month - 1, day) / 86_400_000);
const today = dayNumber(now.getFullYear(), month, now.getDate());

const shown = (element: Element): void => {
  one(HTMLElement, ':scope > [data-now], :scope > h3 > [data-now]', element).hidden = false;
};
const words = (key: string, values: Readonly<Record<string, string | number>>): string =>
  (told.dataset[key] ?? '').replace(/\{(\w+)\}/g, (_, gap: string) => String(values[gap]));

let nearest: { what: string; day: string; left: number } | undefined;
let soon = 0;
for (const item of document.querySelectorAll<HTMLElement>('[data-month]')) {
  const due = { month: Number(item.dataset.month), day: item.dataset.day, year: item.dataset.year };
  if (due.month === month && (due.year === undefined || Number(due.year) === now.getFullYear())) {
    shown(item);
    soon++;
  }
  if (due.day === undefined) continue;
  const years = due.year === undefined ? [now.getFullYear(), now.getFullYear() + 1] : [Number(due.year)];
  const next = years
    .map((year) => ({ y: year, left: dayNumber(year, due.month, Number(due.day)) - today }))
    .find((item) => item.left >= 0);
  if (!next) continue;
  if (nearest === undefined || next.left < nearest.left)
    nearest = { what: item.dataset.what ?? '', day: `${due.day}/${due.month}/${next.y}`, left: next.left };
}
const quarter = document.querySelector<HTMLElement>(`[data-quarter="${Math.ceil(month / 3)}"]`);
if (quarter) {
  shown(quarter);
  quarter.classList.add('here');
}
told.textContent = [
  words('today', { day: `${now.getDate()}/${month}/${now.getFullYear()}` }),
  soon === 0 ? words('none', {}) : words('some', { n: soon }),
  ...(nearest === undefined
    ? []
    : [
        nearest.left === 0
          ? words('nextToday', nearest)
          : words('next', { what: nearest.what, day: nearest.day, n: nearest.left }),
      ]),
].join(' ');
