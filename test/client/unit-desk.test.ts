/** What is due, told by the device's clock: this month, this quarter, the nearest day. */
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { projectRoot } from '../fixtures/tree.ts';
import { present } from '../present.ts';

const names = ['document', 'HTMLElement'] as const;
const before = names.map((name) => Reflect.getOwnPropertyDescriptor(globalThis, name));
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
  for (const [index, name] of names.entries()) {
    const old = before[index];
    if (old) Reflect.defineProperty(globalThis, name, old);
    else Reflect.deleteProperty(globalThis, name);
  }
});

const quarters = [1, 2, 3, 4].map(
  (quarter) => `<section data-quarter="${quarter}"><h3>Quý <b data-now hidden>nay</b></h3></section>`,
);
const marks = ' <i data-left></i><b data-now hidden>nay</b>';
const page = `<main>
<p data-nearest data-today="Hôm nay {day}." data-none="Không việc nào." data-some="{n} việc."
data-next="{what}: {day}, còn {n} ngày." data-next-today="{what}: hôm nay."
data-left="(còn {n} ngày)|(hôm nay)"></p>
${quarters.join('')}
<ul>
<li id="mid" data-month="3" data-day="15" data-what="Báo cáo">Giữa tháng 3${marks}</li>
<li id="end" data-month="12" data-day="31" data-what="Tổng kết">Cuối năm${marks}</li>
<li id="open" data-month="12" data-what="Họp">Trong tháng 12${marks}</li>
<li id="once" data-month="3" data-day="1" data-year="2025" data-what="Một lần">2025${marks}</li>
</ul></main>`;

/** The page as it is on a day, with what it tells. */
async function on(day: string): Promise<{ told: string; marked: string[]; quarter: string | undefined }> {
  vi.setSystemTime(new Date(`${day}T23:30:00`));
  const { window } = new JSDOM(page);
  for (const name of names)
    Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
  // The script acts as it is loaded; another name loads it anew.
  const script = `${join(projectRoot, 'src/client/unit-desk.ts')}?${day}`;
  await import(/* @vite-ignore */ script);
  const { document } = window;
  return {
    told: present(document.querySelector('[data-nearest]') ?? undefined, 'what is told').textContent,
    marked: [...document.querySelectorAll('li')]
      .filter((item) => item.querySelector('[data-now]:not([hidden])'))
      .map(({ id }) => id),
    quarter: document.querySelector<HTMLElement>('.here')?.dataset.quarter,
  };
}

test('the day itself, late in the evening: today', async () => {
  expect(await on('2026-03-15')).toEqual({
    told: 'Hôm nay 15/3/2026. 1 việc. Báo cáo: hôm nay.',
    marked: ['mid'],
    quarter: '1',
  });
});

test('the day after: the nearest is the next one of the year, months away', async () => {
  expect((await on('2026-03-16')).told).toBe(
    'Hôm nay 16/3/2026. 1 việc. Tổng kết: 31/12/2026, còn 290 ngày.',
  );
});

test('the last day of the year, and over the turn of the year and a leap day', async () => {
  expect(await on('2027-12-31')).toEqual({
    told: 'Hôm nay 31/12/2027. 2 việc. Tổng kết: hôm nay.',
    marked: ['end', 'open'],
    quarter: '4',
  });
});

test('in January the day in March of the same year, counted over 29 February', async () => {
  expect((await on('2028-01-01')).told).toBe(
    'Hôm nay 1/1/2028. Không việc nào. Báo cáo: 15/3/2028, còn 74 ngày.',
  );
});

test('what is of one year only is marked in that year, and the nearest while it lies ahead', async () => {
  expect(await on('2025-03-01')).toEqual({
    told: 'Hôm nay 1/3/2025. 2 việc. Một lần: hôm nay.',
    marked: ['mid', 'once'],
    quarter: '1',
  });
});
