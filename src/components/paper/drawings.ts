/**
 * Drawn screens and line drawings as text, for sheets and slides; the same as `prose/Screen.astro` and
 * `prose/Picture.astro` draw.
 */
import { signOf } from '../../markdown/sign-words.ts';
import { screenWords, type Picture, type ScreenDrawing } from '../../markdown/tree.ts';
import { Markup, html } from '../prose/html.ts';
import { pictureShapes, signs } from '../prose/pictures.ts';

/** A drawn phone screen with a text equivalent; themable, no app's logo, no real screenshot. */
export function drawScreen(drawing: ScreenDrawing): Markup {
  const line =
    (kind: string) =>
    (text: string): Markup => {
      const sign = signOf(drawing, text);
      const shown =
        sign && html`<svg viewBox="0 0 24 24" aria-hidden="true">${new Markup(signs[sign])}</svg>`;
      return html`<p class="${kind}${text === drawing.press && ' press'}">${shown}${text}</p>`;
    };
  return html`<figure class="drawn"><div class="phone" role="img" aria-label="${screenWords(drawing)}"><span class="top-line"></span><p class="head">${drawing.title}</p>${drawing.says !== undefined && html`<p class="says">${drawing.says}</p>`}${drawing.fields.map(line('field'))}${drawing.rows.map(line('row'))}${drawing.buttons.map(line('key'))}</div></figure>`;
}

/**
 * A plain line drawing with its text equivalent; follows the colours of the page, of print and of forced
 * colours.
 */
export function drawPicture({ name, alt }: Picture): Markup {
  return html`<figure class="picture"><svg data-picture="${name}" viewBox="0 0 96 96" width="96" height="96" role="img" aria-label="${alt}">${new Markup(pictureShapes(name))}</svg></figure>`;
}
