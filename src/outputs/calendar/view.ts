/** The campaign's calendar: what is due when, over all plans. */
import {
  dueMarks,
  dueMonth,
  isPast,
  quarterEnds,
  timingShelf,
  twelve,
  type DueMark,
  type Timing,
  type TimingShelf,
} from '../../domain/timing.ts';
import { byTime, type Handbook, type Plan, type Task } from '../../handbook/handbook.ts';
import type { PlanData } from '../../schemas/plan.ts';
import { t } from '../../words/words.ts';
import { taskRow, type TaskRow } from '../../views/task.ts';
import { timeWords } from '../../views/time.ts';
import { reportTiming } from '../../views/unit-work.ts';

interface TaskGroup {
  readonly heading: string;
  readonly tasks: readonly TaskRow[];
}

/** Something that is due in the twelve months after the edition. */
interface SoonRow {
  readonly mark: DueMark;
  readonly when: string;
  readonly what: string;
  readonly plan: string;
  readonly href: string;
}

export interface CalendarView {
  /** What comes in the twelve months after the day of this edition, the nearest first. */
  readonly soon: readonly SoonRow[];
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

/** The day on which a mark falls next from `today` on; a month without a day counts to its end. */
function nextDay({ year, month, day = 31 }: DueMark, today: string): string {
  const inYear = (each: number): string =>
    [each, month, day].map((part) => String(part).padStart(2, '0')).join('-');
  const now = Number(today.slice(0, 4));
  if (year !== undefined) return inYear(year);
  return inYear(now) < today ? inYear(now + 1) : inYear(now);
}

/** Days of tasks and of reports that are still to come. */
function soonRows({ tasks, plans, edition }: Handbook): SoonRow[] {
  const marks = (time: Timing, { data }: Plan, row: Omit<SoonRow, 'mark' | 'plan'>): SoonRow[] =>
    dueMarks(time, edition, data.period?.until).map((mark) => ({ ...row, mark, plan: data.short }));
  const due = [
    ...tasks.flatMap(({ data: { time, title }, plan, address }) =>
      marks(time, plan, { when: timeWords(time), what: title, href: address }),
    ),
    ...plans.flatMap((plan) => {
      const timing = reportTiming(plan);
      const what = t('calendar.report', { plan: plan.data.short });
      return timing === undefined
        ? []
        : marks(timing, plan, { when: '', what, href: `${plan.address}#bao-cao` }).map((row) => ({
            ...row,
            // What is due names the plan already.
            plan: '',
            when: t('calendar.by', { day: `${row.mark.day ?? ''}/${row.mark.month}` }),
          }));
    }),
  ];
  return due
    .filter(({ mark }) => !isPast(mark, edition))
    .sort((one, other) => (nextDay(one.mark, edition) < nextDay(other.mark, edition) ? -1 : 1));
}

export function calendarView(handbook: Handbook): CalendarView {
  const { tasks, plans, edition } = handbook;
  const sorted = byTime(tasks);
  const on = (shelf: ReturnType<typeof shelfOf>): Task[] => sorted.filter((task) => shelfOf(task) === shelf);
  return {
    soon: soonRows(handbook),
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
