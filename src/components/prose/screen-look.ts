/** How telephones lay out a drawn screen, told by its words; what `screen-looks.json` knows not is a list. */
import looks from '../../domain/screen-looks.json' with { type: 'json' };
import type { ScreenDrawing } from '../../markdown/tree.ts';

/** Classes of the telephone; as SVG a code, the frame of a camera or the pad of numbers, or nothing. */
export function screenLook({ title, says, fields, rows, buttons }: ScreenDrawing): readonly [string, string] {
  const marked = { '=': [title], '!': says ? [says] : [], '+': fields, '-': rows, '#': buttons };
  const lines = Object.entries(marked).flatMap(([mark, all]) => all.map((line) => mark + line));
  const told = (pattern: string): boolean => new RegExp(pattern, 'u').test(lines.join('\n'));
  const kinds = Object.entries(looks.kinds).filter(([, pattern]) => told(pattern));
  const shown = Object.entries(looks.shown).find(([pattern]) => told(pattern))?.[1];
  const art = shown && `<svg class="art" viewBox="0 0 120 88" aria-hidden="true">${shown}</svg>`;
  return [kinds.map(([kind]) => ` ${kind}`).join(''), art ?? ''];
}

/** A switch at the end of a row that says on or off; else nothing. */
export function switchOf(words: string): string {
  const on = new RegExp(looks.switches.on, 'u').test(words);
  if (!on && !new RegExp(looks.switches.off, 'u').test(words)) return '';
  const [x, state] = on ? [23, 'sw on'] : [11, 'sw'];
  const shapes = `<rect x="1" y="1" width="32" height="20" rx="10"/><circle cx="${x}" cy="11" r="7"/>`;
  return `<svg class="${state}" viewBox="0 0 34 22" aria-hidden="true">${shapes}</svg>`;
}
