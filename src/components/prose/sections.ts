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
  return html`${drawBlocks(tree.intro, prose)}${tree.sections.map((s) => drawSection(s, prose))}`;
}

/** A section: its heading, its fixed id, its kind for style and search. */
export function drawSection(s: Section, prose: ProseContext): Markup {
  return html`<section class="part part-${s.kind}" aria-labelledby="${s.id}"><h2 id="${s.id}">${s.title}</h2>${inside(s, prose)}</section>`;
}

function inside(s: Section, prose: ProseContext): Gap {
  switch (s.kind) {
    case 'steps':
      return drawSteps(s, prose);
    case 'trouble':
      return html`<dl class="cases">${s.cases.map((c) => drawCase(c, prose))}</dl>`;
    case 'call':
      return [drawBlocks(s.blocks, prose), drawCalls(s.contacts, prose)];
    default:
      return drawBlocks(s.blocks, prose);
  }
}

/** The two links lead into the mode that shows one step at a time, and out of it. */
function drawSteps({ id, steps }: Section, prose: ProseContext): Gap {
  return [
    html`<p class="one" data-pagefind-ignore><a href="?${settingName}=tung-buoc#${steps[0]?.id}">${t('display.one')}</a></p>`,
    html`<ol class="steps">${steps.map((s) => drawStep(s, steps.length, prose))}</ol>`,
    html`<p class="all" data-pagefind-ignore><a href="#${id}">${t('display.all')}</a></p>`,
  ];
}

/** One action of `of`. `<li value>` keeps the number when other steps are hidden. */
export function drawStep(s: Step, of: number, prose: ProseContext): Markup {
  return html`<li value="${s.number}" id="${s.id}"><span class="n" aria-hidden="true">${s.number}</span><p class="of">${t('guide.stepOf', { n: s.number, of })}</p><h3>${s.title}</h3><div>${drawBlocks(s.blocks, prose)}</div><p class="turn" data-pagefind-ignore>${s.before !== undefined && html`<a href="#${s.before}">${t('display.before')}</a>`}${s.after !== undefined && html`<a href="#${s.after}">${t('display.after')}</a>`}</p></li>`;
}

/** One trouble: what the screen shows, what it means, what to do. The colon keeps label and text apart for screen readers, which glue them. */
function drawCase({ sees, means, blocks }: TroubleCase, prose: ProseContext): Markup {
  const tag = (key: string): Markup =>
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
