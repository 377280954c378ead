/** A title as it is drawn: known words stay in one piece at the end of a line, by style alone. */
import { titleParts } from '../../vietnamese/compounds.ts';
import { html, type Markup } from './html.ts';

export const titleWords = (title: string): Markup =>
  html`${titleParts(title).map(({ text, whole }) => (whole ? html`<span class="j">${text}</span>` : text))}`;
