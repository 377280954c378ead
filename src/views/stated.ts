/** What a document says, does not say, or may say in a part that nobody here has read. */
import type { PlanData, PlanPart } from '../schemas/plan.ts';
import type { TaskData, TaskPart } from '../schemas/task.ts';
import { t } from '../words/words.ts';
import { timeWords } from './time.ts';

/** Words for a part of a plan that is empty: not seen, or the words for not stated. */
export const planBlank = (plan: PlanData, part: PlanPart, notStated: string): string =>
  plan.unseen.includes(part) ? t('plan.notSeen') : notStated;

/** Words for a part of a task that is empty. */
export const taskBlank = (task: TaskData, part: TaskPart, notStated: string): string =>
  task.unseen.includes(part) ? t('plan.notSeen') : notStated;

/** When a task is due, in words. */
export const taskTime = (task: TaskData): string => taskBlank(task, 'time', timeWords(task.time));
