/**
 * Draws the tree of a guide for paper and for the wall: nothing there can be tapped, so hard words, numbers and names of guides are plain
 * words, and drawings stand where the sheet wants them.
 */
import type { Block, Inline, InlineWords } from '../../markdown/tree.ts';
import { t } from '../../words/words.ts';
import { drawPicture, drawScreen } from '../prose/blocks.ts';
import { html, type Gap, type Markup } from '../prose/html.ts';

/** A sentence. */
export function paperInlines(inlines: readonly Inline[], words: InlineWords): Gap {
  return inlines.map((i): Gap => {
    const strong = i.kind === 'strong' || i.kind === 'code' || (i.marks?.includes('strong') ?? false);
    const text = 'text' in i ? i.text : i.kind === 'phone' ? words.phone(i.id) : words.guide(i.id);
    return strong || i.kind === 'phone' || i.kind === 'guide' ? html`<strong>${text}</strong>` : text;
  });
}

/** Paragraphs, lists, tables, boxes; drawings only where `drawings` says so. */
export function paperBlocks(blocks: readonly Block[], words: InlineWords, drawings = false): Gap {
  return blocks.map((b): Markup | false => {
    switch (b.kind) {
      case 'paragraph':
        return html`<p>${paperInlines(b.inlines, words)}</p>`;
      case 'list': {
        const items = b.items.map((i) => html`<li>${paperInlines(i, words)}</li>`);
        return b.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
      }
      case 'table': {
        const [head = [], ...rows] = b.rows;
        return html`<table><thead><tr>${head.map((c) => html`<th scope="col">${paperInlines(c, words)}</th>`)}</tr></thead><tbody>${rows.map((r) => html`<tr>${r.map((c) => html`<td>${paperInlines(c, words)}</td>`)}</tr>`)}</tbody></table>`;
      }
      case 'warning':
      case 'tip':
        return html`<div class="box"><p><strong>${b.title ?? t(`guide.${b.kind}`)}</strong></p>${paperBlocks(b.blocks, words, drawings)}</div>`;
      case 'screen':
        return drawings && drawScreen(b.screen);
      case 'picture':
        return drawings && drawPicture(b.picture);
    }
  });
}

export { drawScreen };
