/** Words of the desk, with those that the site writes for readers who report a fault. */
import { wordGroup } from '../words/words.ts';

export function deskWords(): Readonly<Record<string, string>> {
  const { report = '', reportAll = '' } = wordGroup('check');
  return { ...wordGroup('desk'), reportTemplate: report, reportTemplateAll: reportAll };
}
