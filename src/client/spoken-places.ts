/**
 * Finds each line of a read-aloud script on the page. Nothing is marked at build: ids around every sentence
 * would cost each reader bytes, and a sentence may begin in bold and end in a link. Page and script come from
 * one tree, in one order, so the letters and digits of the lines follow each other on the page; a test walks
 * all pages to prove that no letter of a body is left out.
 */
import type { BrowserLine } from '../speech/browser-script.ts';

/**
 * A run of text, or an element read as a whole (a drawing). Undefined when the page shows other words, such
 * as after a translation.
 */
export type Place = Range | Element | undefined;

/** Parts of `main` that no script says: links of modes, meanings of words, and what is not shown. */
const skipped =
  '[data-pagefind-ignore],[hidden],[popover],[aria-hidden=true],.unseen:not(h2):not(.of),aside,script';
const letter = /[\p{L}\p{N}]/u;

/** The place of each line under `root`, by index. */
export function placesOf(root: Element, lines: readonly BrowserLine[]): Place[] {
  let letters = '';
  const at: { readonly node: Text | Element; readonly offset: number }[] = [];
  const add = (text: string, node: Text | Element, whole: boolean): void => {
    for (let i = 0; i < text.length; i++) {
      const character = text.charAt(i);
      if (!letter.test(character)) continue;
      letters += character;
      at.push({ node, offset: whole ? -1 : i });
    }
  };
  const walk = (el: Element): void => {
    for (const node of el.childNodes) {
      if (node instanceof Text) add(node.data, node, false);
      else if (node instanceof Element && !node.matches(skipped)) {
        if (node.role === 'img' || node.getAttribute('role') === 'img')
          add(node.getAttribute('aria-label') ?? '', node, true);
        else walk(node);
      }
    }
  };
  walk(root);

  let from = 0;
  let last: Place;
  return lines.map(([, shown]) => {
    const key = [...shown].filter((character) => letter.test(character)).join('');
    if (key === '') return last;
    const start = letters.indexOf(key, from);
    if (start < 0) return (last = undefined);
    from = start + key.length;
    const [result, otherResult] = [at[start], at[from - 1]];
    if (!result || !otherResult) return (last = undefined);
    if (result.node instanceof Element) return (last = result.node);
    const range = document.createRange();
    range.setStart(result.node, result.offset);
    range.setEnd(otherResult.node, otherResult.offset + 1);
    return (last = range);
  });
}
