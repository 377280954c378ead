/**
 * “Not stated” is said of what was read, “not seen” of what was not: on plan and task pages, in tables, in
 * the calendar.
 */
import { describe, expect, test } from 'vitest';
import { calendarView } from '../../src/outputs/calendar/view.ts';
import { planBlank } from '../../src/views/stated.ts';
import { taskView } from '../../src/views/task.ts';
import { unitTasks } from '../../src/outputs/unit-files/sheets.ts';
import { realHandbook } from '../real.ts';

const handbook = realHandbook();
const notSeen = 'Sổ tay chưa xem phần này của văn bản';
const partial = handbook.plans.filter((plan) => plan.data.partial);

describe('a document of which only a part was read', () => {
  test('there is one, and it says so of each part', () => {
    expect(partial.length).toBeGreaterThan(0);
    for (const plan of partial)
      for (const part of ['budget', 'reporting', 'signer'] as const)
        expect(planBlank(plan.data, part, 'Kế hoạch không nêu.'), `${plan.id} ${part}`).toBe(notSeen);
  });

  test('its tasks say what was not seen, other tasks what is not stated', () => {
    const whole = handbook.tasks.filter((task) => !task.plan.data.partial && task.data.result === null);
    for (const task of partial.flatMap((plan) => plan.tasks)) {
      expect(taskView(task).result, task.id).toBe(notSeen);
      expect(taskView(task).noCoordination, task.id).toBe(notSeen);
      expect(JSON.stringify(taskView(task)), task.id).not.toContain('không nêu');
    }
    for (const task of whole) expect(taskView(task).result, task.id).toBe('Kế hoạch không nêu kết quả.');
    expect(partial.flatMap((plan) => plan.tasks).length).toBeGreaterThan(2);
  });

  test('its units’ tables and the calendar do not claim that it states nothing', () => {
    const units = handbook.units.filter((unit) =>
      [...unit.leads, ...unit.joins].some((task) => task.plan.data.partial),
    );
    for (const unit of units) expect(unitTasks(unit, handbook).join('\n'), unit.id).toContain(notSeen);
    const silent = calendarView(handbook).standing.find(
      ({ heading }) => heading === 'Kế hoạch không nêu thời gian',
    );
    const own = new Set(partial.flatMap((plan) => plan.tasks.map((task) => task.address)));
    expect(silent?.tasks.filter((task) => own.has(task.href)) ?? []).toEqual([]);
  });
});
