/** Pages beside the guides of a ZIM file: the glossary, and each plan with its targets and tasks. */
import { html, type Gap, type Markup } from '../../components/prose/html.ts';
import { absolute } from '../../domain/address.ts';
import type { Guide, Handbook, Plan, Task } from '../../handbook/handbook.ts';
import { documentWords } from '../../domain/timing.ts';
import { taskBlank, taskTime } from '../../views/stated.ts';
import { dayWords, t } from '../../words/words.ts';

/** A page before it has its frame. */
export interface BesidePage {
  readonly file: string;
  readonly title: string;
  readonly body: Markup;
}

/** Where a guide stands in the file; nothing when it is not in it. */
type LinkTo = (number: number) => string | undefined;

/** Guides that are in the file, each a link. */
function guideLinks(guides: readonly Guide[], linkTo: LinkTo): Markup[] {
  return guides.flatMap(({ data: { number, title } }) => {
    const to = linkTo(number);
    return to === undefined ? [] : [html`<a href="${to}">${t('guide.number')} ${number}. ${title}</a>`];
  });
}
const joined = (all: readonly Markup[]): Gap => all.map((one, index) => html`${index > 0 && '; '}${one}`);

function glossaryPage({ terms }: Handbook, linkTo: LinkTo): BesidePage {
  const entries = terms.map(({ data, guides }) => {
    const more = [
      t('glossary.spoken', { spoken: data.spoken }),
      ...(data.long === undefined ? [] : [t('glossary.long', { long: data.long })]),
      ...(data.aliases.length === 0 ? [] : [t('glossary.aliases', { aliases: data.aliases.join(', ') })]),
    ];
    const links = guideLinks(guides.slice(0, 3), linkTo);
    const where = links.length > 0 && html` ${t('glossary.guides')} ${joined(links)}.`;
    return html`<h2>${data.term}</h2><p>${data.meaning}</p><p>${more.join('; ')}.${where}</p>`;
  });
  return { file: 'tu-dien.html', title: t('glossary.title'), body: html`${entries}` };
}

function taskMarkup(task: Task, linkTo: LinkTo): Markup {
  const { data, lead, coordinating, guides } = task;
  const words = documentWords(data.time);
  const names = (units: Task['lead'], note: string | undefined): string =>
    [...units.map((unit) => unit.data.name), ...(note === undefined ? [] : [note])].join(', ');
  const row = (label: string, said: string): Gap =>
    said !== '' && html`<p><strong>${label}:</strong> ${said}</p>`;
  const parts = data.parts.map(({ item, title }) => html`<li>${t('task.part', { item, title })}</li>`);
  const links = guideLinks(guides, linkTo).map((link) => html`<li>${link}</li>`);
  return html`<h3>${data.item}. ${data.title}</h3><p>${data.summary}</p>
${row(t('task.who'), names(lead, data.leadNote))}
${row(t('task.with'), names(coordinating, data.coordinatingNote))}
${row(t('task.when'), taskTime(data))}
${words !== '' && html`<p>${t('task.words', { words })}</p>`}
${row(t('task.result'), data.result ?? taskBlank(data, 'result', t('task.resultNone')))}
${data.products.length > 0 && row(t('task.products'), data.products.join('; '))}
${parts.length > 0 && html`<ul>${parts}</ul>`}
${links.length > 0 && html`<p><strong>${t('task.guides')}</strong></p><ul class="i">${links}</ul>`}`;
}

function planPage(plan: Plan, { site }: Handbook, linkTo: LinkTo): BesidePage {
  const { data, issuer, tasks } = plan;
  const list = (heading: string, lines: readonly string[]): Gap =>
    lines.length > 0 && html`<h2>${heading}</h2><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
  const number = data.number ?? t('plan.noNumber');
  const facts = [
    data.partial && t('plan.partial'),
    `${t('plan.number')}: ${number}`,
    data.date !== null && `${t('plan.date')}: ${dayWords(data.date)}`,
    `${t('plan.issuer')}: ${issuer.data.name}`,
    absolute(site.url, plan.address),
  ].filter((fact) => fact !== false);
  const targets = data.indicators.map(({ item, year, wording }) => `${item} (${year}): ${wording}`);
  const body = html`${facts.map((fact) => html`<p>${fact}</p>`)}
${list(t('plan.purposes'), data.purposes)}${list(t('plan.indicators'), targets)}
<h2>${t('plan.tasks')}</h2>${tasks.map((task) => taskMarkup(task, linkTo))}`;
  return { file: `ke-hoach-${plan.id}.html`, title: data.title, body };
}

/** The glossary, if there are terms, and every plan. */
export const besidePages = (handbook: Handbook, linkTo: LinkTo): BesidePage[] => [
  ...(handbook.terms.length > 0 ? [glossaryPage(handbook, linkTo)] : []),
  ...handbook.plans.map((plan) => planPage(plan, handbook, linkTo)),
];
