/** How telephones lay out a drawn screen, told by its words; what `screen-looks.json` knows not is a list. */
import looks from '../../domain/screen-looks.json' with { type: 'json' };
import { isSign, type SignName } from '../../domain/picture-names.ts';
import type { ScreenDrawing } from '../../markdown/tree.ts';

/** A list, as paper and frames draw every screen. */
export const plainLook: ScreenLook = { kinds: [], head: 'back', art: '' };

/** How one screen is laid out. */
interface ScreenLook {
  /** Classes of the telephone; each has its style sheet `look-….css` where it needs one. */
  readonly kinds: readonly string[];
  /** The sign before its title: the way back, unless the kind of screen has another or none. */
  readonly head: SignName | undefined;
  /** As SVG a code, the frame of a camera, a pad of numbers and the like, or nothing. */
  readonly art: string;
}

/** How a screen is laid out, told by its words. */
export function screenLook({ title, says, fields, rows, buttons }: ScreenDrawing): ScreenLook {
  const marked = { '=': [title], '!': says ? [says] : [], '+': fields, '-': rows, '#': buttons };
  const lines = Object.entries(marked).flatMap(([mark, all]) => all.map((line) => mark + line));
  const told = ([, pattern]: readonly [string, string]): boolean =>
    new RegExp(pattern, 'u').test(lines.join('\n'));
  const kinds = Object.entries(looks.kinds)
    .filter(told)
    .map(([kind]) => kind);
  const head = Object.entries(looks.heads).find(told)?.[0] ?? 'back';
  const shown = looks.shown.find(({ where }) => told(['', where]))?.draw;
  const art = shown && `<svg class="art" viewBox="0 0 120 88" aria-hidden="true">${shown}</svg>`;
  return { kinds, head: isSign(head) ? head : undefined, art: art ?? '' };
}

/** What is left of words once the sign that they name is drawn: “Quả địa cầu: đổi tiếng” is “đổi tiếng”. */
export const unspelled = (words: string): string => words.replace(new RegExp(looks.spelled, 'u'), '');

/** What is looked at, on screens that have fields or many lines. */
export const isRead = (words: string): boolean => new RegExp(looks.read, 'u').test(words);

/** Classes of one line: what is switched on, has a switch, and sums that stand on a card of their own. */
export const lineLook = (words: string): Readonly<Record<string, boolean>> => ({
  lit: new RegExp(looks.switches.on, 'u').test(words),
  toggle: switchOf(words) !== '',
  sum: new RegExp(looks.money, 'u').test(words),
});

/** A switch at the end of a row that says on or off; else nothing. */
export function switchOf(words: string): string {
  const on = new RegExp(looks.switches.on, 'u').test(words);
  if (!on && !new RegExp(looks.switches.off, 'u').test(words)) return '';
  const [x, state] = on ? [23, 'sw on'] : [11, 'sw'];
  const shapes = `<rect x="1" y="1" width="32" height="20" rx="10"/><circle cx="${x}" cy="11" r="7"/>`;
  return `<svg class="${state}" viewBox="0 0 34 22" aria-hidden="true">${shapes}</svg>`;
}
