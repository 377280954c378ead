/** Draws paragraphs, lists, tables, boxes, phone screens and line drawings. */
import { screenWords, type Block, type Picture, type ScreenDrawing } from '../../markdown/tree.ts';
import type { ProseContext } from '../../views/prose.ts';
import { t } from '../../words/words.ts';
import { Markup, html, type Gap } from './html.ts';
import { drawInlines } from './inlines.ts';
import { pictures } from './pictures.ts';

export function drawBlocks(blocks: readonly Block[], prose: ProseContext): Gap {
  return blocks.map((block) => drawBlock(block, prose));
}

function drawBlock(block: Block, prose: ProseContext): Markup {
  switch (block.kind) {
    case 'paragraph':
      return html`<p>${drawInlines(block.inlines, prose)}</p>`;
    case 'list': {
      const items = block.items.map((inlines) => html`<li>${drawInlines(inlines, prose)}</li>`);
      if (!block.ordered) return html`<ul>${items}</ul>`;
      return block.start === undefined
        ? html`<ol>${items}</ol>`
        : html`<ol start="${block.start}">${items}</ol>`;
    }
    case 'table':
      return drawTable(block.rows, prose);
    case 'screen':
      return drawScreen(block.screen);
    case 'picture':
      return drawPicture(block.picture);
    case 'warning':
    case 'tip':
      return html`<div class="box ${block.kind}" role="note"><p class="name">${block.title ?? t(`guide.${block.kind}`)}</p>${drawBlocks(block.blocks, prose)}</div>`;
  }
}

/** A table that scrolls in its own frame, reachable by keyboard. A group, not a region: a guide may hold several. */
function drawTable(
  [head = [], ...rows]: Extract<Block, { kind: 'table' }>['rows'],
  prose: ProseContext,
): Markup {
  const body = rows.map(
    (row) => html`<tr>${row.map((inlines) => html`<td>${drawInlines(inlines, prose)}</td>`)}</tr>`,
  );
  return html`<div class="scroll" role="group" aria-label="Bảng" tabindex="0"><table><thead><tr>${head.map((inlines) => html`<th>${drawInlines(inlines, prose)}</th>`)}</tr></thead><tbody>${body}</tbody></table></div>`;
}

/** A drawn phone screen with a text equivalent; themable, no app's logo, no real screenshot. */
export function drawScreen(drawing: ScreenDrawing): Markup {
  const line =
    (kind: string) =>
    (text: string): Markup =>
      html`<p class="${kind}${text === drawing.press && ' press'}">${text}</p>`;
  return html`<figure class="drawn"><div class="phone" role="img" aria-label="${screenWords(drawing)}"><span class="top-line"></span><p class="head">${drawing.title}</p>${drawing.says !== undefined && html`<p class="says">${drawing.says}</p>`}${drawing.fields.map(line('field'))}${drawing.rows.map(line('row'))}${drawing.buttons.map(line('key'))}</div></figure>`;
}

/** A plain line drawing with its text equivalent; follows the colours of the page, of print and of forced colours. */
export function drawPicture({ name, alt }: Picture): Markup {
  return html`<figure class="picture"><svg data-picture="${name}" viewBox="0 0 96 96" width="96" height="96" role="img" aria-label="${alt}">${new Markup(pictures[name])}</svg></figure>`;
}
