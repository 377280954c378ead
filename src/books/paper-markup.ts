/**
 * Draws the tree of a guide for paper and for the wall: nothing there can be tapped, so hard words, numbers
 * and names of guides are plain words, and drawings stand where the sheet wants them.
 */
import {
  boxTitle,
  plain,
  runTexts,
  type Block,
  type Inline,
  type InlineWords,
  type ListBlock,
} from '../markdown/tree.ts';
import { dayWords, t } from '../words/words.ts';
import { drawPicture } from '../components/prose/drawn-picture.ts';
import { drawScreen } from '../components/prose/drawn-screen.ts';
import { html, type Gap, type Markup } from '../components/prose/html.ts';

/** A figure of a rule that ends: paper outlives it, so it says until when. A last day says so by itself. */
function lasting(run: Extract<Inline, { kind: 'rule' }>): string {
  const day = run.until && dayWords(run.until.day);
  return day === undefined || run.text === day ? run.text : `${run.text} (${t('rules.onPaper', { day })})`;
}

/** A sentence. */
export function paperInlines(inlines: readonly Inline[], words: InlineWords): Gap {
  const texts = runTexts(inlines, words);
  return inlines.map((inline, index): Gap => {
    const strong =
      inline.kind === 'strong' || inline.kind === 'code' || (inline.marks?.includes('strong') ?? false);
    const text = inline.kind === 'rule' ? lasting(inline) : (texts[index] ?? '');
    return strong || inline.kind === 'phone' || inline.kind === 'guide'
      ? html`<strong>${text}</strong>`
      : text;
  });
}

const boxWords = { warning: t('guide.warning'), tip: t('guide.tip'), quote: t('guide.quote') };

function paperList(list: ListBlock, words: InlineWords): Markup {
  const items = list.items.map(
    ({ inlines, below }) => html`<li>${paperInlines(inlines, words)}${below && paperList(below, words)}</li>`,
  );
  return list.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
}

/** Paragraphs, lists, tables, boxes; drawings only where `drawings` says so. */
export function paperBlocks(blocks: readonly Block[], words: InlineWords, drawings = false): Gap {
  return blocks.map((block): Markup | false => {
    switch (block.kind) {
      case 'paragraph':
        return html`<p>${paperInlines(block.inlines, words)}</p>`;
      case 'list':
        return paperList(block, words);
      case 'table': {
        const [head = [], ...rows] = block.rows;
        const heads = head.map((inlines) => html`<th scope="col">${paperInlines(inlines, words)}</th>`);
        const body = rows.map(
          (row) => html`<tr>${row.map((inlines) => html`<td>${paperInlines(inlines, words)}</td>`)}</tr>`,
        );
        const columns = head.map((inlines) => plain(inlines, words)).filter((name) => name !== '');
        const name = t('guide.tableOf', { columns: columns.join(', ') });
        const rowsOf = html`<thead><tr>${heads}</tr></thead><tbody>${body}</tbody>`;
        return html`<table aria-label="${name}">${rowsOf}</table>`;
      }
      case 'warning':
      case 'tip':
      case 'quote':
      case 'path':
        return html`<div class="box"><p><strong>${boxTitle(block, boxWords)}</strong></p>${paperBlocks(block.blocks, words, drawings)}</div>`;
      case 'screen':
        return drawings && drawScreen(block.screen);
      case 'picture':
        return drawings && drawPicture(block.picture);
      case 'heading':
        return html`<h3>${paperInlines(block.inlines, words)}</h3>`;
      case 'made':
        return false;
      default:
        return block satisfies never;
    }
  });
}

export { drawScreen };
