/**
 * The calendar opens on today: what is due comes in order from the reader's own day, each with the days left,
 * and what has passed since this edition stands aside. The list is readable without it.
 */
import { leftWords, nextDue } from '../../client/due-days.ts';
import { one } from '../../client/page-parts.ts';

const now = new Date();
const list = one(HTMLOListElement, '[data-calendar-left]');
const told = one(HTMLElement, '[data-calendar-today]');

const rows = [...list.querySelectorAll<HTMLElement>('[data-month]')].map((row) => ({
  row,
  next: nextDue(row.dataset, now),
}));
const far = Number.MAX_SAFE_INTEGER;
rows.sort((one, other) => (one.next?.left ?? far) - (other.next?.left ?? far));
for (const { row, next } of rows) {
  row.hidden = next === undefined;
  if (next !== undefined && row.dataset.day !== undefined)
    one(HTMLElement, '[data-left]', row).textContent = leftWords(list.dataset.calendarLeft, next.left);
  list.append(row);
}
told.textContent = (told.dataset.calendarToday ?? '').replace(
  '{day}',
  `${now.getDate()}/${now.getMonth() + 1}/${now.getFullYear()}`,
);
