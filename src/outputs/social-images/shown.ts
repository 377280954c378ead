/**
 * What the steps of a guide look like on a picture for chats: the drawing of a step, or the key that is
 * pressed in its drawn screen.
 */
import { hand, pictureShapes } from '../../components/prose/pictures.ts';
import type { PictureName } from '../../domain/picture-names.ts';
import type { Guide } from '../../handbook/handbook.ts';
import { stepsOf } from '../../handbook/steps.ts';
import { picturesOf, screensOf } from '../../markdown/lines.ts';
import { signOf } from '../../markdown/sign-words.ts';
import type { ScreenDrawing, Step } from '../../markdown/tree.ts';
import { fixed } from './colours.ts';
import { between, colour, type Colour } from './png.ts';

/** A drawing of the handbook, a screen by the places of its lines, or nothing but the number of a step. */
export type Drawn =
  | { readonly kind: 'picture'; readonly name: PictureName }
  /** So many lines; which of them is pressed, from 0. */
  | { readonly kind: 'screen'; readonly lines: number; readonly press?: number };

/** A step that can be shown: its number among the steps, its title, and how it is drawn. */
export interface ShownStep {
  readonly number: number;
  readonly title: string;
  readonly drawn?: Drawn;
}

/** Lines of a drawn screen that have room on a picture of its size. */
const mostLines = 5;

function ofScreen(screen: ScreenDrawing): Drawn {
  const sign = screen.press === undefined ? undefined : signOf(screen, screen.press);
  if (sign) return { kind: 'picture', name: sign };
  if (screen.press === undefined && screen.fields.length > 0) return { kind: 'picture', name: 'type-in' };
  const lines = [...screen.fields, ...screen.rows, ...screen.buttons];
  const press = lines.findIndex((line) => line === screen.press);
  // The pressed line stays in sight, however many stand before it.
  const hidden = Math.max(0, press - mostLines + 1);
  return {
    kind: 'screen',
    lines: Math.min(lines.length - hidden, mostLines),
    ...(press < 0 ? {} : { press: press - hidden }),
  };
}

function drawnOf({ blocks }: Step): Drawn | undefined {
  const [picture] = picturesOf(blocks);
  const [screen] = screensOf(blocks);
  return picture ? { kind: 'picture', name: picture.name } : screen && ofScreen(screen);
}

/** So many steps stand on one picture. */
const shownSteps = 3;

/**
 * The first steps with a drawing, in their order; where fewer than three have one, first steps without one
 * fill up.
 */
export function stepsShown(guide: Guide): readonly ShownStep[] {
  const shown = known.get(guide) ?? firstSteps(guide);
  known.set(guide, shown);
  return shown;
}
/** Many editions show the same steps. */
const known = new WeakMap<Guide, readonly ShownStep[]>();

function firstSteps(guide: Guide): readonly ShownStep[] {
  const all = stepsOf(guide, 1).map((step, index): ShownStep => {
    const drawn = drawnOf(step);
    return { number: index + 1, title: step.title, ...(drawn ? { drawn } : {}) };
  });
  const drawn = all.filter((step) => step.drawn).slice(0, shownSteps);
  const bare = all.filter((step) => !step.drawn).slice(0, shownSteps - drawn.length);
  return [...drawn, ...bare].sort((one, other) => one.number - other.number);
}

/** The places of the lines of a screen, on a ground of 96 × 96. */
function screenShapes({ lines, press }: Drawn & { kind: 'screen' }): string {
  const rows = Array.from({ length: lines }, (_, index) => {
    const y = 22 + index * 13;
    return index === press
      ? `<rect class="y" x="26" y="${y}" width="44" height="10" rx="3"/>`
      : `<rect class="t" x="26" y="${y}" width="44" height="10" rx="3" stroke-width="1.6"/>`;
  });
  const finger =
    press === undefined ? '' : `<g transform="translate(62 ${27 + press * 13})scale(.6)">${hand}</g>`;
  return `<rect class="w" x="18" y="2" width="60" height="92" rx="9"/><path d="M34 12h28"/>${rows.join('')}${finger}`;
}

const hex = (of: Colour): string => `rgb(${of.join(' ')})`;

/** Pictures whose lines say no. */
const forbidding: ReadonlySet<PictureName> = new Set(['stop', 'cross', 'no-call']);

/**
 * A drawing on its square, as SVG of so many pixels. The classes are those of `styles/strokes.css`, whose
 * variables this drawing has none of.
 */
export function squareSvg(drawn: Drawn, side: number, palette: readonly Colour[]): string {
  const { white, ink, margin, sun } = fixed;
  const act = palette[3] ?? colour(ink);
  const pale = hex(between(colour(white), act, 0.13));
  const lines = drawn.kind === 'picture' && forbidding.has(drawn.name) ? margin : ink;
  const shapes = drawn.kind === 'picture' ? pictureShapes(drawn.name) : screenShapes(drawn);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="-12 -12 120 120" ` +
    `color="${lines}"><style>.w{fill:${white}}.t{fill:${pale}}.y{fill:${sun}}` +
    `.k{fill:${lines};stroke:none}.r{stroke:${margin};stroke-width:6}.g{stroke:${hex(act)}}</style>` +
    `<rect x="-11" y="-11" width="118" height="118" rx="13" fill="${white}" stroke="${pale}" stroke-width="2"/>` +
    `<g fill="none" stroke="${lines}" stroke-width="3.4" stroke-linejoin="round" stroke-linecap="round">${shapes}</g></svg>`
  );
}
