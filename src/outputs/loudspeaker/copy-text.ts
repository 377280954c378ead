/**
 * Buttons that copy a text of the page: `data-copy` names it, `data-text` is it. Without them the text can be
 * marked and the file saved.
 */
import { copyWords } from '../../client/clipboard.ts';
import { one } from '../../client/page-parts.ts';

const told = one(HTMLElement, '[data-copy-told]');

/** Paragraphs with an empty line between them, as they are read. */
const textOf = (element: HTMLElement): string =>
  element.children.length > 0
    ? [...element.children].map((child) => child.textContent.trim()).join('\n\n')
    : element.textContent.trim();

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  const text = one(HTMLElement, `[data-text="${button.dataset.copy ?? ''}"]`);
  button.hidden = false;
  button.addEventListener('click', async () => {
    told.textContent = '';
    const done = await copyWords(textOf(text));
    if (!done) getSelection()?.selectAllChildren(text);
    told.textContent = told.dataset[done ? 'done' : 'failed'] ?? '';
  });
}
