/**
 * The learner's handout: one guide on one side of one A4 sheet, in large print. How much of the guide stands on it is decided here, at
 * build time, by one rule for all guides; the page only draws it.
 */
import { flow, linesOf, textWidth, type Run } from '../domain/paper.ts';
import type { Guide, Handbook } from '../handbook/handbook.ts';
import {
  plain,
  screensOf,
  type Block,
  type Inline,
  type InlineWords,
  type ScreenDrawing,
} from '../markdown/tree.ts';
import { dayWords, t } from '../words/words.ts';
import {
  callsOf,
  paperWords,
  points,
  screenHeight,
  sectionOf,
  wayIn,
  wholeSentences,
  type CallLine,
  type WayIn,
} from './paper.ts';

/** A step on paper. */
export interface SheetStep {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly screen?: ScreenDrawing;
}
export interface SheetList {
  readonly title?: string;
  readonly steps: readonly SheetStep[];
}

export interface HandoutView {
  readonly number: number;
  readonly title: string;
  readonly summary: string;
  readonly needs: readonly (readonly Inline[])[];
  readonly lists: readonly SheetList[];
  readonly safety: readonly (readonly Inline[])[];
  readonly calls: readonly CallLine[];
  readonly way: WayIn;
  readonly checked: string;
  /** Type size of the body in points: 16 to 20. */
  readonly size: number;
  /** Something of the steps, needs or safety rules was left out or shortened; the sheet says so and names the number. */
  readonly cut: boolean;
  /** Reckoned height of everything, in points. At most `paper.height`. */
  readonly height: number;
}

/** The printed field of an A4 sheet with margins of 10 mm, in points; a few are kept back for printers that take more. */
export const paper = { width: 538, height: 779 } as const;
/** Large print is 16 to 18 points; a short guide gets more. */
const sizes = [20, 19, 18, 17, 16] as const;
/** Width inside a drawn screen, and of the room that it takes from the text, in points. */
const screenRoom = { inner: 128, outer: 164 } as const;

/** How much of the guide is kept. All steps stay, always, with their titles. */
interface Kept {
  needs: boolean;
  /** Drawn screens: the one that shows what to press goes last. */
  screens: number;
  /** Safety rules, from the first. */
  safety: number;
  /** Sentences of each step, over all lists; `undefined` = all, as they were written. */
  sentences: (number | undefined)[];
}
const leastSafety = 2;
/** Line height of a sheet. */
const leading = 1.25;

/**
 * The whole guide in the largest letters that let it fit; where not even the smallest do, the fullest form at 16 points. What goes, in this order:
 * drawings but one; safety rules after the third; last sentences, of the longest step first, until each step has two; safety rules after the
 * second; the second sentences; what one needs; the last drawing; at last the sentences left. Throws when the titles alone do not fit.
 */
export function handoutView(g: Guide, h: Handbook): HandoutView {
  const words = paperWords(h);
  const steps = g.tree.sections.filter((s) => s.kind === 'steps').flatMap((s) => s.steps);
  const drawn = steps.flatMap((x) => screensOf(x.blocks)).length;
  const rules = points(sectionOf(g, 'safety')?.blocks ?? []).length;
  const kept: Kept = {
    needs: sectionOf(g, 'needs') !== undefined,
    screens: drawn,
    safety: rules,
    sentences: steps.map(() => undefined),
  };
  const parts = steps.map((x) => sentencesOf(x.blocks, words));
  const fits = (k: Kept, size: number, cut: boolean): HandoutView | undefined => {
    const v = compose(g, h, words, k, parts, size, cut);
    return v.height <= paper.height ? v : undefined;
  };
  const smallest = sizes.at(-1)!;
  const whole = fits(kept, smallest, false);
  if (whole)
    return sizes
      .map((size) => (size === smallest ? whole : fits(kept, size, false)))
      .find((v) => v !== undefined)!;
  // Each form is shorter than the one before it: the first that fits is found by halving.
  const forms: Kept[] = [];
  while (reduce(kept, parts)) forms.push({ ...kept, sentences: [...kept.sentences] });
  let low = 0;
  let high = forms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(forms[middle]!, smallest, true)) high = middle;
    else low = middle + 1;
  }
  if (low === forms.length)
    throw new Error(
      `${g.file}: quá nhiều bước, tên các bước cũng không vừa một tờ A4 chữ to. Tách thành hai bài. (does not fit on one sheet)`,
    );
  return fits(forms[low]!, smallest, true)!;
}

/** Takes one thing away; false when nothing is left to take. */
function reduce(kept: Kept, parts: readonly (readonly string[])[]): boolean {
  if (kept.screens > 1) {
    kept.screens--;
    return true;
  }
  if (kept.safety > 3) {
    kept.safety--;
    return true;
  }
  if (shorten(kept, parts, 2)) return true;
  if (kept.safety > leastSafety) {
    kept.safety--;
    return true;
  }
  if (shorten(kept, parts, 1)) return true;
  if (kept.needs) {
    kept.needs = false;
    return true;
  }
  if (kept.screens > 0) {
    kept.screens--;
    return true;
  }
  return shorten(kept, parts, 0);
}

/** Takes the last sentence of the step that has the most text, as long as `least` stay. */
function shorten(kept: Kept, parts: readonly (readonly string[])[], least: number): boolean {
  const count = (i: number): number => kept.sentences[i] ?? parts[i]!.length;
  const length = (i: number): number => parts[i]!.slice(0, count(i)).join(' ').length;
  const [longest] = parts
    .map((_, i) => i)
    .filter((i) => count(i) > least)
    .sort((a, b) => length(b) - length(a) || b - a);
  if (longest === undefined) return false;
  kept.sentences[longest] = count(longest) - 1;
  return true;
}

const said = (blocks: readonly Block[]): Block[] =>
  blocks.filter((b) => b.kind !== 'screen' && b.kind !== 'picture');
const sentencesOf = (blocks: readonly Block[], words: InlineWords): string[] =>
  wholeSentences(
    points(said(blocks))
      .map((p) => plain(p, words))
      .join('\n'),
  );

function compose(
  g: Guide,
  h: Handbook,
  words: InlineWords,
  kept: Kept,
  parts: readonly (readonly string[])[],
  size: number,
  cut: boolean,
): HandoutView {
  const lists = g.tree.sections.filter((s) => s.kind === 'steps');
  const drawn = lists.flatMap((s) => s.steps.flatMap((x) => screensOf(x.blocks)));
  // With room for fewer, those that show what to press come first.
  const shown = new Set(
    [...drawn.filter((s) => s.press !== undefined), ...drawn.filter((s) => s.press === undefined)].slice(
      0,
      kept.screens,
    ),
  );
  const needs = kept.needs ? points(sectionOf(g, 'needs')?.blocks ?? []) : [];
  let i = 0;
  const text = (blocks: readonly Block[]): Block[] => {
    const own = parts[i]!;
    const count = kept.sentences[i++];
    if (count === undefined) return said(blocks);
    const first = own.slice(0, count).join(' ');
    return first === '' ? [] : [{ kind: 'paragraph', line: 0, inlines: [{ kind: 'text', text: first }] }];
  };
  const v = {
    number: g.data.number,
    title: g.data.title,
    summary: g.data.summary,
    needs,
    lists: lists.map((s): SheetList => ({
      ...(lists.length > 1 ? { title: s.title } : {}),
      steps: s.steps.map((x) => {
        const screen = screensOf(x.blocks).find((d) => shown.has(d));
        return { title: x.title, blocks: text(x.blocks), ...(screen ? { screen } : {}) };
      }),
    })),
    safety: points(sectionOf(g, 'safety')?.blocks ?? []).slice(0, kept.safety),
    calls: callsOf(g, h),
    way: wayIn(g, h),
    checked: g.data.checked,
    size,
    cut,
  };
  return { ...v, height: heightOf(v, words) };
}

/** Height of the whole sheet in points. Every figure here has its twin in `styles/sheet.css`. */
function heightOf(v: Omit<HandoutView, 'height'>, words: InlineWords): number {
  const b = v.size;
  const line = b * leading;
  const width = paper.width;
  // Head: number plate, title, what one can do.
  const plate = 1.1 * b * textWidth('Bài') + 32;
  const number = Math.max(plate, 2.2 * b * textWidth(String(v.number), true) + 24);
  const room = width - number - 14;
  const head =
    Math.max(
      58,
      linesOf(v.title, room / (b * 1.4), true) * b * 1.4 * 1.18 +
        2 +
        linesOf(`${t('guide.can')}: ${v.summary}`, room / b) * line,
    ) + 10;
  const needs =
    v.needs.length === 0
      ? 0
      : linesOf(
          `${t('print.needs')}: ${v.needs.map((n) => plain(withoutStop(n), words)).join('; ')}`,
          width / b,
        ) *
          line +
        6;
  // Steps: the text follows its title in the same line and runs around the drawings at its right.
  let y = 0;
  let free = 0;
  const inner = width - 1.9 * b;
  const put = (runs: readonly Run[], size: number, lineHeight: number, room: number): void => {
    y += lineHeight * flow(runs, (i) => (room - (y + i * lineHeight < free ? screenRoom.outer : 0)) / size);
  };
  for (const list of v.lists) {
    if (list.title !== undefined) {
      y = Math.max(y, free) + 5;
      put([{ text: list.title, bold: true }], b * 1.05, b * 1.05 * leading, width);
    }
    for (const step of list.steps) {
      y += 5;
      if (step.screen) {
        y = Math.max(y, free);
        free = y + screenHeight(step.screen, 12, screenRoom.inner) + 6;
      }
      let title: Run[] = [{ text: endStop(step.title), bold: true }];
      for (const block of step.blocks) {
        const box = block.kind === 'warning' || block.kind === 'tip';
        if (block.kind !== 'paragraph') {
          put(title, b, line, inner);
          title = [];
        }
        for (const p of points([block])) {
          put(
            [...title, { text: plain(p, words) }],
            b,
            line,
            inner - (block.kind === 'list' ? 0.9 * b : box ? 11 : 0),
          );
          title = [];
        }
        if (box) y += 12 + line;
      }
      put(title, b, line, inner);
    }
  }
  const steps = Math.max(y, free) + 7;
  const safety =
    v.safety.length === 0
      ? 0
      : 14 +
        line +
        v.safety.reduce((n, p) => n + linesOf(plain(p, words), (width - 22 - 1.1 * b) / b) * line, 0);
  // Foot: code, the way in, whom to call. A number to be written in has a dotted line of nine ems after its name.
  const callRoom = 0.5 * width - 5;
  const calls =
    v.calls.length === 0
      ? 0
      : line +
        v.calls.reduce(
          (n, c) =>
            n +
            linesOf(
              c.number ? `${c.number} ${c.name}` : `${c.name}: ………………………`,
              callRoom / (b * 0.92),
              c.number !== undefined,
            ) *
              b *
              0.92 *
              leading +
            2,
          0,
        );
  const way = 0.5 * width - 5 - 90;
  const say =
    linesOf(v.way.say, way / (b * 1.25), true) * b * 1.25 * 1.2 +
    linesOf(v.way.address, way / (b * 0.8)) * b * 0.8 * leading;
  const note = linesOf(noteOf(v), width / (b * 0.75)) * b * 0.75 * leading + 3;
  return head + needs + steps + safety + 9 + Math.max(calls, say, 82) + note;
}

/** A point that stands in a row of points needs no full stop. */
export function withoutStop(inlines: readonly Inline[]): Inline[] {
  const last = inlines.at(-1);
  return last?.kind === 'text'
    ? [...inlines.slice(0, -1), { ...last, text: last.text.replace(/\.\s*$/, '') }]
    : [...inlines];
}

/** A title that runs into its text ends like a sentence. */
export const endStop = (title: string): string => (/[.!?…:]$/.test(title) ? title : `${title}.`);

/** The small line at the foot. */
export const noteOf = (v: Pick<HandoutView, 'cut' | 'number' | 'checked'>): string =>
  `${t(v.cut ? 'print.cut' : 'print.more', { n: v.number })} ${t('site.checked', { day: dayWords(v.checked) })}.`;
