/** Draws paragraphs, lists, tables, boxes, phone screens and line drawings. */
import { screenWords, type Block, type Picture, type ScreenDrawing } from '../../markdown/tree.ts';
import type { ProseContext } from '../../views/prose.ts';
import { t } from '../../words/words.ts';
import { Markup, html, type Gap } from './html.ts';
import { drawInlines } from './inlines.ts';
import { pictures } from './pictures.ts';

export function drawBlocks(blocks: readonly Block[], prose: ProseContext): Gap {
  return blocks.map((b) => drawBlock(b, prose));
}

function drawBlock(b: Block, prose: ProseContext): Markup {
  switch (b.kind) {
    case 'paragraph':
      return html`<p>${drawInlines(b.inlines, prose)}</p>`;
    case 'list': {
      const items = b.items.map((i) => html`<li>${drawInlines(i, prose)}</li>`);
      if (!b.ordered) return html`<ul>${items}</ul>`;
      return b.start === undefined ? html`<ol>${items}</ol>` : html`<ol start="${b.start}">${items}</ol>`;
    }
    case 'table':
      return drawTable(b.rows, prose);
    case 'screen':
      return drawScreen(b.screen);
    case 'picture':
      return drawPicture(b.picture);
    case 'warning':
    case 'tip':
      return html`<div class="box ${b.kind}" role="note"><p class="name">${b.title ?? t(`guide.${b.kind}`)}</p>${drawBlocks(b.blocks, prose)}</div>`;
  }
}

/** A table that scrolls in its own frame, reachable by keyboard. A group, not a region: a guide may hold several. */
function drawTable(
  [head = [], ...rows]: Extract<Block, { kind: 'table' }>['rows'],
  prose: ProseContext,
): Markup {
  const body = rows.map((r) => html`<tr>${r.map((c) => html`<td>${drawInlines(c, prose)}</td>`)}</tr>`);
  return html`<div class="scroll" role="group" aria-label="Bảng" tabindex="0"><table><thead><tr>${head.map((c) => html`<th>${drawInlines(c, prose)}</th>`)}</tr></thead><tbody>${body}</tbody></table></div>`;
}

/** A drawn phone screen with a text equivalent; themable, no app's logo, no real screenshot. */
export function drawScreen(s: ScreenDrawing): Markup {
  const line =
    (kind: string) =>
    (text: string): Markup =>
      html`<p class="${kind}${text === s.press && ' press'}">${text}</p>`;
  return html`<figure class="drawn"><div class="phone" role="img" aria-label="${screenWords(s)}"><span class="top-line"></span><p class="head">${s.title}</p>${s.says !== undefined && html`<p class="says">${s.says}</p>`}${s.fields.map(line('field'))}${s.rows.map(line('row'))}${s.buttons.map(line('key'))}</div></figure>`;
}

/** A plain line drawing with its text equivalent; follows the colours of the page, of print and of forced colours. */
export function drawPicture({ name, alt }: Picture): Markup {
  return html`<figure class="picture"><svg data-picture="${name}" viewBox="0 0 96 96" role="img" aria-label="${alt}">${new Markup(pictures[name])}</svg></figure>`;
}
