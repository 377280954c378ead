/** A line drawing as text, the same on pages, sheets and slides, and the figure around whatever is drawn. */
import type { PicturePlace } from '../../markdown/pieces.ts';
import type { Picture } from '../../markdown/tree.ts';
import { Markup, html, type Gap } from './html.ts';
import { pictureFrames } from './pictures.ts';

/** A place and the words of its two links; without them the picture is no link. */
export type Enlarging = PicturePlace & { readonly open: string; readonly close: string };

/**
 * A figure. One that can be enlarged is a link to itself: as the target of the address it fills the window,
 * and a second link leads back to its step; no script takes part, and nothing more is fetched.
 */
export const figure = (kind: string, drawn: Gap, enlarging?: Enlarging): Markup =>
  enlarging === undefined
    ? html`<figure class="${kind}">${drawn}</figure>`
    : html`<figure class="${kind}" id="${enlarging.id}"><a href="#${enlarging.id}" title="${enlarging.open}">${drawn}</a><a class="shut" href="#${enlarging.back}">${enlarging.close}</a></figure>`;

/**
 * A plain line drawing with its text equivalent; follows the colours of the page, of print and of forced
 * colours. The three moments of a gesture stand side by side, or one after the other where pictures may
 * move.
 */
export function drawPicture({ name, alt }: Picture, enlarging?: Enlarging): Markup {
  const frames = pictureFrames(name).map((frame) => new Markup(frame));
  const box = html` viewBox="0 0 96 96" width="96" height="96"`;
  const moments = frames.map((frame) => html`<svg${box}>${frame}</svg>`);
  const drawn =
    frames.length === 1
      ? html`<svg data-picture="${name}"${box} role="img" aria-label="${alt}">${frames[0]}</svg>`
      : html`<span class="loop" role="img" aria-label="${alt}">${moments}</span>`;
  return figure('picture', drawn, enlarging);
}
