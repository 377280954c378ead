/** The drawn page beside the form, in a tree of its own: its styles and the desk's keep apart. */
import { el, say } from './dom.ts';

/** A place for the drawn page; what is drawn again keeps where its reader was. */
export class PageView {
  readonly element = el('section', { class: 'preview', 'aria-label': say('preview'), hidden: true });
  readonly #sheet = el('div', { class: 'sheet' });
  readonly #old = el('p', { class: 'hint', hidden: true }, say('previewOld'));

  constructor() {
    const holder = el('div', { class: 'drawn' });
    const root = holder.attachShadow({ mode: 'open' });
    root.append(el('link', { rel: 'stylesheet', href: 'desk.css' }), this.#sheet);
    // A link of the drawing must not lead away from what is being written.
    root.addEventListener('click', (event) => {
      if (event.target instanceof Element && event.target.closest('a')) event.preventDefault();
    });
    this.element.append(el('h2', {}, say('preview')), this.#old, holder);
  }

  /** Whether its author looks at it. */
  get open(): boolean {
    return !this.element.hidden;
  }

  /** Opens or closes it. */
  toggle(): boolean {
    this.element.hidden = !this.element.hidden;
    return this.open;
  }

  /** Shows a page that was drawn as a document of its own. */
  show(page: string): void {
    this.#old.hidden = true;
    this.#sheet.replaceChildren(...new DOMParser().parseFromString(page, 'text/html').body.childNodes);
  }

  /** Says that what is shown is from before the last changes; false when nothing has been shown yet. */
  keep(): boolean {
    const shown = this.#sheet.childNodes.length > 0;
    this.#old.hidden = !shown;
    return shown;
  }
}
