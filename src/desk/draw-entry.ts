/** Entries that are no guide, as readers meet them: a number to call, a task, a term, a rule. */
import { entryMarkup } from '../books/directory.ts';
import { html, type Gap, type Markup } from '../components/prose/html.ts';
import { ruleSentence } from '../domain/rule-words.ts';
import type { Handbook, Task } from '../handbook/handbook.ts';
import { contactView } from '../views/directory.ts';
import { taskView } from '../views/task.ts';
import { t } from '../words/words.ts';

/** What a drawn entry is called, and what stands below. */
interface Drawn {
  readonly title: string;
  readonly body: Markup;
}

const line = (name: string, words: Gap): Markup => html`<p><strong>${name}:</strong> ${words}</p>`;

function taskMarkup(task: Task): Markup {
  const view = taskView(task);
  const names = (links: readonly { readonly text: string }[]): string =>
    links.map(({ text }) => text).join(', ');
  const starts = view.start.map(({ text, why }) => html`<li>${text}. ${why}</li>`);
  return html`<p>${t('task.ofPlan', { plan: view.plan.text, item: view.item })}</p><p>${view.summary}</p>${[
    line(t('task.who'), names(view.lead) || (view.leadNote ?? '')),
    line(t('task.with'), names(view.coordinating) || (view.coordinatingNote ?? view.noCoordination)),
    line(t('task.when'), view.when),
    line(t('task.result'), view.result),
    view.lists.map(
      ({ name, texts }) => html`<h2>${name}</h2><ul>${texts.map((text) => html`<li>${text}</li>`)}</ul>`,
    ),
    view.start.length > 0 && html`<h2>${t('task.start')}</h2><ul>${starts}</ul>`,
    view.notServed !== undefined && html`<p>${view.notServed}</p>`,
  ]}`;
}

/** An entry of the directory, a task, a term or a rule; undefined for other kinds. */
export function drawEntry(file: string, handbook: Handbook): Drawn | undefined {
  const contact = handbook.directory.find((one) => one.file === file);
  if (contact) return { title: contact.data.name, body: entryMarkup(contactView(contact)) };
  const task = handbook.plans.flatMap(({ tasks }) => tasks).find((one) => one.file === file);
  if (task) return { title: task.data.title, body: taskMarkup(task) };
  const term = handbook.terms.find((one) => one.file === file);
  if (term) return { title: term.data.term, body: html`<p>${term.data.meaning}</p>` };
  const rule = handbook.rules.find((one) => one.file === file);
  return rule && { title: rule.data.title, body: html`<p>${ruleSentence(rule.data)}</p>` };
}
