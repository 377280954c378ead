/** Drawn screens and line drawings as text, the same on pages, sheets and slides. */
import { signOf } from '../../markdown/sign-words.ts';
import type { SignName } from '../../domain/picture-names.ts';
import type { PicturePlace } from '../../markdown/pieces.ts';
import { screenWords, type Picture, type ScreenDrawing } from '../../markdown/tree.ts';
import { Markup, html, type Gap } from './html.ts';
import { hand, pictureFrames, signs } from './pictures.ts';
import { lineLook, plainLook, screenLook, switchOf, unspelled } from './screen-look.ts';

/** A place and the words of its two links; without them the picture is no link. */
export type Enlarging = PicturePlace & { readonly open: string; readonly close: string };

/**
 * A figure. One that can be enlarged is a link to itself: as the target of the address it fills the window,
 * and a second link leads back to its step; no script takes part, and nothing more is fetched.
 */
const figure = (kind: string, drawn: Gap, enlarging?: Enlarging): Markup =>
  enlarging === undefined
    ? html`<figure class="${kind}">${drawn}</figure>`
    : html`<figure class="${kind}" id="${enlarging.id}"><a href="#${enlarging.id}" title="${enlarging.open}">${drawn}</a><a class="shut" href="#${enlarging.back}">${enlarging.close}</a></figure>`;

/** The finger on what is pressed. */
const finger = html`<svg class="tip" viewBox="-16 -2 48 62" aria-hidden="true">${new Markup(hand)}</svg>`;

const drawSign = (sign: SignName): Markup =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true">${new Markup(signs[sign])}</svg>`;

/** An address of a site, as browsers show it. */
const isAddress = (text: string): boolean => /^[\w-]+(\.[\w-]+)+$/.test(text);

/**
 * A drawn phone screen with a text equivalent; themable, no app's logo, no real screenshot. `whole`, as on
 * pages of guides and on sheets for the wall, it has each sign and what its kind of screen shows besides
 * words; handouts, slides and frames reckon with words.
 */
export function drawScreen(drawing: ScreenDrawing, enlarging?: Enlarging, whole = false): Markup {
  const { kinds, head, art } = whole ? screenLook(drawing) : plainLook;
  const line = (kind: string) => (text: string) => {
    const sign = signOf(drawing, text, whole);
    const pressed = text === drawing.press;
    const own = { press: pressed, web: isAddress(text), stop: sign === 'end-call', ...lineLook(text) };
    const classes = [kind, ...Object.entries(own).flatMap(([name, told]) => (told ? [name] : []))];
    const touched = html`${pressed && finger}${new Markup(switchOf(text))}`;
    return html`<p class="${classes.join(' ')}">${sign && drawSign(sign)}${unspelled(text)}${touched}</p>`;
  };
  const says = drawing.says !== undefined && html`<p class="says">${drawing.says}</p>`;
  const name = html`<p class="head">${head && drawSign(head)}${drawing.title}</p>`;
  const top = html`<span class="top-line"></span>${name}${says}`;
  const [fields, rows, keys] = [drawing.fields, drawing.rows, drawing.buttons];
  const middle = html`${fields.map(line('field'))}${new Markup(art)}${rows.map(line('row'))}`;
  const drawn = html`${top}${middle}${keys.map(line('key'))}`;
  const said = screenWords(drawing);
  const look = ['phone', ...kinds].join(' ');
  const phone = html`<div class="${look}" role="img" aria-label="${said}">${drawn}</div>`;
  return figure('drawn', phone, enlarging);
}

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
