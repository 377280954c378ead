/** Draws the runs of a sentence: words, hard words with their meaning, telephone numbers, links. */
import type { Inline, Mark } from '../../markdown/tree.ts';
import type { ProseContext } from '../../views/prose.ts';
import { t } from '../../words/words.ts';
import { html, type Gap, type Markup } from './html.ts';

/** A sentence. */
export function drawInlines(inlines: readonly Inline[], prose: ProseContext): Gap {
  return inlines.map((inline) =>
    inline.marks === undefined
      ? drawRun(inline, prose)
      : inline.marks.reduceRight((inner, mark) => drawMark(mark, inner), drawRun(inline, prose)),
  );
}

function drawRun(inline: Inline, prose: ProseContext): Gap {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'strong':
    case 'emphasis':
      return drawMark(inline.kind, inline.text);
    case 'code':
      return html`<code>${inline.text}</code>`;
    case 'break':
      return html`<br>`;
    case 'link':
      return html`<a href="${inline.url}">${inline.text}</a>`;
    case 'term':
      return drawTerm(inline.id, inline.text, prose);
    case 'phone':
      return drawPhone(inline.id, prose);
    case 'guide':
      return drawGuide(inline.id, prose);
  }
}

function drawMark(mark: Mark, inner: Gap): Markup {
  switch (mark) {
    case 'strong':
      return html`<strong>${inner}</strong>`;
    case 'emphasis':
      return html`<em>${inner}</em>`;
    case 'delete':
      return html`<del>${inner}</del>`;
  }
}

/** A hard word: its meaning is one tap away, without script. Engines that do not know `popover` show it in line. */
function drawTerm(term: string, text: string, prose: ProseContext): Markup {
  const id = prose.unique(`nghia-${term}`);
  return html`<button type="button" class="term" popovertarget="${id}">${text}</button><span class="meaning" popover id="${id}" data-pagefind-ignore> (${text}: ${prose.term(term).meaning.replace(/\.$/, '')})</span>`;
}

/** A number inside a sentence; where there is none, the name of the place. */
function drawPhone(id: string, prose: ProseContext): Markup {
  const { name, number } = prose.hotline(id).data;
  return number === undefined
    ? html`<span>${name}</span>`
    : html`<a href="${telephone(number)}">${number}</a>`;
}

/** The address that calls a number. */
export const telephone = (number: string): string => `tel:${number.replaceAll(' ', '')}`;

/** A link to another guide: always its title and number. */
function drawGuide(id: string, prose: ProseContext): Markup {
  const guide = prose.guide(id);
  return html`<a href="${guide.address}">${guide.title} (${t('guide.number').toLowerCase()} ${guide.number})</a>`;
}
