/** Draws the sections of an entry and what only stands in them: steps, troubles, numbers to call. */
import { settingName } from '../../modes/settings.ts';
import type { Section, Step, Tree, TroubleCase } from '../../markdown/tree.ts';
import type { ProseContext } from '../../views/prose.ts';
import { t } from '../../words/words.ts';
import { drawBlocks } from './blocks.ts';
import { html, type Gap, type Markup } from './html.ts';
import { telephone } from './inlines.ts';

/** A whole body. */
export function drawBody(tree: Tree, prose: ProseContext): Markup {
  return html`${drawBlocks(tree.intro, prose)}${tree.sections.map((section) => drawSection(section, prose))}`;
}

/** A section: its heading, its fixed id, its kind for style and search. */
export function drawSection(section: Section, prose: ProseContext): Markup {
  return html`<section class="part part-${section.kind}" aria-labelledby="${section.id}"><h2 id="${section.id}">${section.title}</h2>${inside(section, prose)}</section>`;
}

function inside(section: Section, prose: ProseContext): Gap {
  switch (section.kind) {
    case 'steps':
      return drawSteps(section, prose);
    case 'trouble':
      return html`<dl class="cases">${section.cases.map((trouble) => drawCase(trouble, prose))}</dl>`;
    case 'call':
      return [drawBlocks(section.blocks, prose), drawCalls(section.contacts, prose)];
    default:
      return drawBlocks(section.blocks, prose);
  }
}

/** The two links lead into the mode that shows one step at a time, and out of it. */
function drawSteps({ id, steps }: Section, prose: ProseContext): Gap {
  return [
    html`<p class="one" data-pagefind-ignore><a href="?${settingName}=tung-buoc#${steps[0]?.id}">${t('display.one')}</a></p>`,
    html`<ol class="steps">${steps.map((step) => drawStep(step, steps.length, prose))}</ol>`,
    html`<p class="all" data-pagefind-ignore><a href="#${id}">${t('display.all')}</a></p>`,
  ];
}

/** One action of `of`. `<li value>` keeps the number when other steps are hidden. */
export function drawStep(step: Step, of: number, prose: ProseContext): Markup {
  return html`<li value="${step.number}" id="${step.id}"><span class="n" aria-hidden="true">${step.number}</span><p class="of">${t('guide.stepOf', { n: step.number, of })}</p><h3>${step.title}</h3><div>${drawBlocks(step.blocks, prose)}</div><p class="turn" data-pagefind-ignore>${step.before !== undefined && html`<a href="#${step.before}">${t('display.before')}</a>`}${step.after !== undefined && html`<a href="#${step.after}">${t('display.after')}</a>`}</p></li>`;
}

/** One trouble: what the screen shows, what it means, what to do. The colon keeps label and text apart for screen readers, which glue them. */
function drawCase({ sees, means, blocks }: TroubleCase, prose: ProseContext): Markup {
  const tag = (key: 'guide.sees' | 'guide.means' | 'guide.do'): Markup =>
    html`<span class="tag">${t(key)}<span class="unseen">:\u00a0</span></span>`;
  return html`<div><dt>${tag('guide.sees')}${sees}</dt>${means !== undefined && html`<dd>${tag('guide.means')}${means}</dd>`}<dd>${tag('guide.do')}${drawBlocks(blocks, prose)}</dd></div>`;
}

/** Whom to call: one tap where there is a number, else where to find it. */
function drawCalls(ids: readonly string[], prose: ProseContext): Markup {
  return html`<ul class="calls">${ids.map((id) => {
    const { name, number, use, where, cost } = prose.hotline(id).data;
    return html`<li><p><strong>${name}</strong></p>${number !== undefined && html`<p><a class="number" href="${telephone(number)}">${number}<span class="unseen">, ${name}</span></a></p>`}<p>${use}.</p>${where !== undefined && html`<p class="quiet">${where}</p>`}${cost !== undefined && html`<p class="quiet">${cost}.</p>`}</li>`;
  })}</ul>`;
}
