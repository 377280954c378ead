/** A drawn telephone screen as text, the same on pages, sheets and slides. */
import { signOf } from '../../markdown/sign-words.ts';
import type { SignName } from '../../domain/picture-names.ts';
import { screenWords, type ScreenDrawing } from '../../markdown/tree.ts';
import { figure, type Enlarging } from './drawn-picture.ts';
import { Markup, html } from './html.ts';
import { hand, signs } from './pictures.ts';
import { isRead, lineLook, plainLook, screenLook, switchOf, unspelled } from './screen-look.ts';

/** The finger on what is pressed. */
const finger = html`<svg class="tip" viewBox="-16 -2 48 62" aria-hidden="true">${new Markup(hand)}</svg>`;

/** Beside what is read where nothing is pressed: one line, or the title of a screen without a field. */
const lids = html`<path d="M3 11c7-11 21-11 28 0-7 11-21 11-28 0z"/><circle cx="17" cy="11" r="4"/>`;
const eye = html`<svg class="sw" viewBox="0 0 34 22" aria-hidden="true">${lids}</svg>`;

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
  const { title, fields, rows, buttons: keys } = drawing;
  const idle = whole && drawing.press === undefined;
  const told = [title, ...fields, ...rows, ...keys].find(isRead);
  const read = idle ? (told ?? (fields.length === 0 ? title : undefined)) : undefined;
  const typed = idle && read === undefined ? fields[0] : undefined;
  const line = (kind: string) => (text: string) => {
    const sign = signOf(drawing, text, whole);
    const pressed = text === drawing.press;
    const own = {
      press: pressed,
      typed: text === typed,
      web: isAddress(text),
      stop: sign === 'end-call',
      ...lineLook(text),
    };
    const classes = [kind, ...Object.entries(own).flatMap(([name, told]) => (told ? [name] : []))];
    const hand = (pressed || text === typed) && finger;
    const marks = html`${hand}${text === read && eye}${new Markup(switchOf(text))}`;
    return html`<p class="${classes.join(' ')}">${sign && drawSign(sign)}${unspelled(text)}${marks}</p>`;
  };
  const says = drawing.says !== undefined && html`<p class="says">${drawing.says}</p>`;
  const name = html`<p class="head">${head && drawSign(head)}${title}${title === read && eye}</p>`;
  const lines = html`${fields.map(line('field'))}${new Markup(art)}${rows.map(line('row'))}`;
  const inside = html`<span class="top-line"></span>${name}${says}${lines}${keys.map(line('key'))}`;
  const look = ['phone', ...kinds].join(' ');
  const phone = html`<div class="${look}" role="img" aria-label="${screenWords(drawing)}">${inside}</div>`;
  return figure('drawn', phone, enlarging);
}
