/** The campaign's calendar: what is due when, over all plans. */
import { dueMonth, quarterEnds, timingShelf, twelve, type TimingShelf } from '../domain/timing.ts';
import { byTime, type Handbook, type Plan, type Task } from '../handbook/handbook.ts';
import type { PlanData } from '../schemas/plan.ts';
import { t } from '../words/words.ts';
import { taskRow, type TaskRow } from './task.ts';
import { timeWords } from './time.ts';

interface TaskGroup {
  readonly heading: string;
  readonly tasks: readonly TaskRow[];
}

export interface CalendarView {
  /** Months to come, then those that had passed when this edition was made. */
  readonly coming: readonly TaskGroup[];
  readonly passed: readonly TaskGroup[];
  readonly yearly: readonly TaskGroup[];
  readonly reports: readonly {
    readonly plan: Plan;
    readonly words: string;
    readonly limit: string;
    readonly months: string;
  }[];
  readonly standing: readonly TaskGroup[];
}

/** Headings of the shelves of standing work, in order. */
const standingShelves = {
  'school-year': 'calendar.school',
  daily: 'calendar.daily',
  weekly: 'calendar.weekly',
  monthly: 'calendar.monthly',
  quarterly: 'calendar.quarterly',
  'each-year': 'calendar.eachYear',
  ongoing: 'calendar.standing',
  periodic: 'calendar.periodic',
  event: 'calendar.event',
  'on-instruction': 'calendar.instruction',
  'not-stated': 'calendar.notStated',
  'not-seen': 'plan.notSeen',
} as const;

/** Tasks under headings, in the order in which the headings first come. */
function grouped(tasks: readonly Task[], heading: (task: Task) => string): TaskGroup[] {
  return [...new Set(tasks.map(heading))].map((words) => ({
    heading: words,
    tasks: tasks.filter((task) => heading(task) === words).map(taskRow),
  }));
}

/** Whether the month of a task lies before the day of the edition. A year or a quarter never does. */
function hasPassed({ data: { time } }: Task, edition: string): boolean {
  const month = dueMonth(time);
  return month !== undefined && month < edition.slice(0, 7);
}

/** Tasks of a month, under its name. */
const byMonth = (tasks: readonly Task[]): TaskGroup[] =>
  grouped(tasks, ({ data: { time } }) => {
    const month = dueMonth(time);
    return timeWords(month === undefined ? time : { kind: 'once', month });
  });

/** Months in which a plan asks for reports. */
function reportMonths(reporting: PlanData['reporting']): readonly number[] {
  if (reporting?.every === 'month') return twelve;
  if (reporting?.every === 'year') return reporting.month === undefined ? [] : [reporting.month];
  return reporting?.every === 'quarter' ? quarterEnds : [];
}

export function calendarView({ tasks, plans, edition }: Handbook): CalendarView {
  const sorted = byTime(tasks);
  const on = (shelf: ReturnType<typeof shelfOf>): Task[] => sorted.filter((task) => shelfOf(task) === shelf);
  return {
    coming: byMonth(on('fixed').filter((task) => !hasPassed(task, edition))),
    passed: byMonth(on('fixed').filter((task) => hasPassed(task, edition))).reverse(),
    yearly: grouped(on('yearly'), ({ data: { time } }) => timeWords(time)),
    reports: plans.flatMap((plan) => {
      const { reporting } = plan.data;
      const again = reportMonths(reporting);
      if (!reporting || reporting.day === undefined || again.length === 0) return [];
      return [
        {
          plan,
          words: reporting.words,
          limit: t(reporting.limit === 'before' ? 'calendar.before' : 'calendar.by', { day: reporting.day }),
          months: again.join(', '),
        },
      ];
    }),
    standing: Object.entries(standingShelves)
      .map(([shelf, key]) => ({ heading: t(key), tasks: sorted.filter((task) => shelfOf(task) === shelf) }))
      .filter((group) => group.tasks.length > 0)
      .map((group) => ({ ...group, tasks: group.tasks.map(taskRow) })),
  };
}

/** What a document says of a task's time; that it says nothing is known only where it was read. */
const shelfOf = ({ data }: Task): TimingShelf | 'not-seen' =>
  data.unseen.includes('time') ? 'not-seen' : timingShelf(data.time);
