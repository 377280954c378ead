/** When work is due, in words. */
import type { TaskTime } from '../schemas/task.ts';
import { dayWords, t } from '../words/words.ts';

/** The typed time in words, without the document's own wording. */
export function timeWords(time: TaskTime): string {
  switch (time.kind) {
    case 'once':
      return t('task.once', { month: dayWords(time.month) });
    case 'ongoing':
      return time.from ? t('task.ongoingFrom', { month: dayWords(time.from) }) : t('task.ongoing');
    case 'yearly':
      return t('task.yearly', { day: `${time.day}/${time.month}` });
    case 'weekly':
      return t('task.weekly');
    case 'school-year':
      return t('task.schoolYear', { years: time.years.replace('-', '–') });
    case 'on-instruction':
      return t('task.onInstruction');
    case 'not-stated':
      return t('task.whenNone');
  }
}
