/**
 * Says whether a sheet of paper is still right: the day that its code carries stands behind `#` in the
 * address, the days of changes on the page. Without it the reader compares them by eye. Nothing is sent.
 */

/**
 * Which sentence holds for a sheet of this day: still right, changed since, or newer than this page. A rule
 * whose end lies after `today` still holds.
 */
export function verdict(
  day: string,
  edition: string,
  changes: readonly string[],
  today = new Date().toISOString().slice(0, 10),
): 0 | 1 | 2 {
  if (day > edition) return 2;
  // A clock that was never set must not hide what this edition knows.
  const known = today > edition ? today : edition;
  return changes.some((change) => change > day && change <= known) ? 1 : 0;
}

const status = typeof document === 'undefined' ? null : document.querySelector<HTMLElement>('[data-edition]');

function say(): void {
  const day = /^#(20\d\d-\d\d-\d\d)$/.exec(location.hash)?.[1];
  if (!status) return;
  if (day === undefined) {
    status.textContent = '';
    return;
  }
  const rows = [...document.querySelectorAll<HTMLElement>('[data-day]')];
  const days = rows.map((row) => row.dataset.day ?? '');
  const words = (status.dataset.say ?? '').split('|')[verdict(day, status.dataset.edition ?? '', days)];
  const [year, month, date] = day.split('-').map(Number);
  status.textContent = (words ?? '').replace('{day}', `${date}/${month}/${year}`);
}

if (status) {
  say();
  addEventListener('hashchange', say);
}
