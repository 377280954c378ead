/** Writing HTML as text: what is put into a template is escaped unless it is HTML already. */
import { escapeHtml } from '../../markdown/escape.ts';

/** HTML that may stand in a page as it is: made by `html`, or a drawing of our own. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

/** What a gap of a template may hold; `undefined` and `false` leave nothing. */
export type Gap = Markup | string | number | false | undefined | readonly Gap[];

function filled(gap: Gap): string {
  if (typeof gap === 'string') return escapeHtml(gap);
  if (gap instanceof Markup) return gap.text;
  if (gap === undefined || gap === false) return '';
  if (typeof gap === 'number') return String(gap);
  let all = '';
  for (const otherGap of gap) all += filled(otherGap);
  return all;
}

/** A template of HTML. Values of attributes must stand in double quotes. */
export function html(parts: TemplateStringsArray, ...gaps: readonly Gap[]): Markup {
  let all = parts[0]!;
  for (let i = 0; i < gaps.length; i++) all += filled(gaps[i]) + parts[i + 1]!;
  return new Markup(all);
}
