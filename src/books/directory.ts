/** The directory as markup: every group, entry and number, with what may be said of it. */
import { html, type Markup } from '../components/prose/html.ts';
import { telephone } from '../domain/telephone.ts';
import type { Handbook } from '../handbook/handbook.ts';
import { directoryGroups, fullLines, type ContactView } from '../views/directory.ts';

/** A number that a tap calls, with whose it is. */
export const call = (number: string, whose?: string): Markup =>
  html`<a href="${telephone(number)}">${whose === undefined ? number : `${number}: ${whose}`}</a>`;

/** One entry with its numbers. */
export function entryMarkup(view: ContactView): Markup {
  const { name, when, numbers, where, locks, website, proof } = view;
  const lines = [where, ...locks, website, ...fullLines(view), proof && `${proof}.`].filter(Boolean);
  return html`<h3>${name}</h3>${numbers.map(
    ({ number, notes }) =>
      html`<p><strong>${call(number)}</strong>${notes.length > 0 && ` ${notes.join('; ')}.`}</p>`,
  )}<p>${when}.</p>${lines.map((line) => html`<p>${line}</p>`)}`;
}

/** Every group, with headings below one for the directory. */
export const directoryMarkup = (handbook: Handbook): Markup =>
  html`${directoryGroups(handbook).map(
    ({ title, entries, unsure }) => html`<h2>${title}</h2>${[...entries, ...unsure].map(entryMarkup)}`,
  )}`;
