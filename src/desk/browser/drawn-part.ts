/** Live drawings beside what is typed: a picture, the screen of a phone. */
import { pictureShapes, signs } from '../../components/prose/pictures.ts';
import { components } from '../../markdown/components.ts';
import { signOf } from '../../markdown/sign-words.ts';
import { screenWords } from '../../markdown/tree.ts';
import type { Block } from '../body.ts';
import { photoUrl } from './bytes.ts';
import { el, say } from './dom.ts';
import { storedPhoto } from './store.ts';

type Part = Extract<Block, { kind: 'part' }>;

/** A drawing of our own as it is drawn in pages. */
function svg(shapes: string, size: number, says?: string): Element {
  const box = `0 0 ${String(size)} ${String(size)}`;
  const root = new DOMParser().parseFromString(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}">${shapes}</svg>`,
    'image/svg+xml',
  ).documentElement;
  if (says === undefined) root.setAttribute('aria-hidden', 'true');
  else {
    root.setAttribute('role', 'img');
    root.setAttribute('aria-label', says);
  }
  return document.importNode(root, true);
}

function picture(part: Part): Element | undefined {
  const read = components.Picture.props.shape.name.safeParse(part.props.name);
  if (!read.success) return undefined;
  const figure = el('figure', { class: 'picture', 'data-picture': read.data });
  figure.append(svg(pictureShapes(read.data), 96, part.props.alt ?? ''));
  return figure;
}

function phone(part: Part): Element | undefined {
  const read = components.Screen.props.safeParse(part.props);
  if (!read.success) return undefined;
  const screen = read.data;
  const line = (kind: string, text: string): HTMLElement => {
    const sign = signOf(screen, text);
    return el(
      'p',
      { class: text === screen.press ? `${kind} press` : kind },
      ...(sign === undefined ? [] : [svg(signs[sign], 24)]),
      text,
    );
  };
  return el(
    'div',
    { class: 'phone', role: 'img', 'aria-label': screenWords(screen) },
    el('span', { class: 'top-line' }),
    el('p', { class: 'head' }, screen.title),
    ...(screen.says === undefined ? [] : [el('p', { class: 'says' }, screen.says)]),
    ...screen.fields.map((text) => line('field', text)),
    ...screen.rows.map((text) => line('row', text)),
    ...screen.buttons.map((text) => line('key', text)),
  );
}

/** Photos that a part names, each as soon as it has come. */
function photos(part: Part): Element {
  const ids = (part.props.ids ?? part.props.id ?? '').split(/[,\s]+/).filter((id) => id !== '');
  const images = ids.map((id) => el('img', { class: 'photo', alt: id }));
  for (const [index, id] of ids.entries())
    void storedPhoto(`content/photos/${id}.yaml`)
      .then((bytes) => bytes && images[index]?.setAttribute('src', photoUrl(bytes)))
      .catch(() => undefined);
  return el('div', { class: 'photos' }, ...images);
}

/** Whether a part is drawn beside its form. */
export const isDrawn = ({ name }: Part): boolean => ['Picture', 'Screen', 'Photo', 'Gallery'].includes(name);

/** The drawing of a part; words in its place while it cannot be drawn. */
export function drawnPart(part: Part): Element {
  if (part.name === 'Photo' || part.name === 'Gallery') return photos(part);
  return (
    (part.name === 'Picture' ? picture(part) : phone(part)) ?? el('p', { class: 'hint' }, say('notDrawn'))
  );
}
