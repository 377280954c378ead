/** The campaign's calendar: what is due when, over all plans. */
import { quarterEnds } from '../handbook/schedule.ts';
import { byTime, type Handbook, type Plan, type Task } from '../handbook/handbook.ts';
import type { TaskTime } from '../schemas/task.ts';
import { dayWords, t } from '../words/words.ts';
import { taskRow, type TaskRow } from './task.ts';

export interface CalendarView {
  readonly fixed: readonly {
    readonly month: string;
    readonly words: string;
    readonly tasks: readonly TaskRow[];
  }[];
  readonly yearly: readonly { readonly day: string; readonly tasks: readonly TaskRow[] }[];
  readonly reports: readonly {
    readonly plan: Plan;
    readonly words: string;
    readonly limit: string;
    readonly months: string;
  }[];
  readonly standing: readonly { readonly heading: string; readonly tasks: readonly TaskRow[] }[];
}

export function calendarView({ tasks, plans }: Handbook): CalendarView {
  const sorted = byTime(tasks);
  const months = [
    ...new Set(sorted.flatMap((task) => (task.data.time.kind === 'once' ? [task.data.time.month] : []))),
  ];
  const days = [
    ...new Set(
      sorted.flatMap((task) =>
        task.data.time.kind === 'yearly' ? [`${task.data.time.day}/${task.data.time.month}`] : [],
      ),
    ),
  ];
  const standing = (
    [
      ['weekly', 'calendar.weekly'],
      ['school-year', 'calendar.school'],
      ['ongoing', 'calendar.standing'],
      ['on-instruction', 'calendar.instruction'],
      ['not-stated', 'calendar.notStated'],
      ['not-seen', 'plan.notSeen'],
    ] as const
  )
    .map(([kind, key]) => ({
      heading: t(key),
      tasks: sorted.filter((task) => timeKind(task) === kind).map(taskRow),
    }))
    .filter((item) => item.tasks.length > 0);
  return {
    fixed: months.map((month) => ({
      month,
      words: t('task.once', { month: dayWords(month) }),
      tasks: sorted
        .filter((task) => task.data.time.kind === 'once' && task.data.time.month === month)
        .map(taskRow),
    })),
    yearly: days.map((day) => ({
      day,
      tasks: sorted
        .filter(
          (task) =>
            task.data.time.kind === 'yearly' && `${task.data.time.day}/${task.data.time.month}` === day,
        )
        .map(taskRow),
    })),
    reports: plans.flatMap((plan) => {
      const reporting = plan.data.reporting;
      if (!reporting || reporting.every !== 'quarter' || reporting.day === undefined) return [];
      return [
        {
          plan,
          words: reporting.words,
          limit: t(reporting.limit === 'before' ? 'calendar.before' : 'calendar.by', { day: reporting.day }),
          months: quarterEnds.join(', '),
        },
      ];
    }),
    standing,
  };
}

/** What a document says of a task's time; that it says nothing is known only where it was read. */
const timeKind = ({ data }: Task): TaskTime['kind'] | 'not-seen' =>
  data.unseen.includes('time') ? 'not-seen' : data.time.kind;
