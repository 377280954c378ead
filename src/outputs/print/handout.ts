/**
 * The learner's handout: one guide on one side of one A4 sheet, in large print. How much of the guide
 * stands on it is decided here, at build time, by one rule for all guides; the page only draws it.
 */
import { flow, linesOf, textWidth, type Run } from '../../domain/paper.ts';
import { promiseOf } from '../../domain/promise.ts';
import type { Guide, Handbook } from '../../handbook/handbook.ts';
import { allStepsOf } from '../../handbook/steps.ts';
import { nominal, real } from '../../books/nominal.ts';
import { picturesOf, screensOf } from '../../markdown/lines.ts';
import {
  plain,
  type Block,
  type Inline,
  type InlineWords,
  type Picture,
  type ScreenDrawing,
} from '../../markdown/tree.ts';
import { paperCheck, type PaperCheck } from '../../views/still-right.ts';
import { pictureFrames } from '../../components/prose/pictures.ts';
import { dayWords, t } from '../../words/words.ts';
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
} from '../../books/paper.ts';

/** A step on paper. */
interface SheetStep {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly screen?: ScreenDrawing;
  /** Small, beside the words, where no screen stands. */
  readonly picture?: Picture;
}
interface SheetList {
  readonly title?: string;
  readonly steps: readonly SheetStep[];
}

export interface HandoutView {
  readonly number: number;
  readonly title: string;
  /** What the reader can do afterwards. */
  readonly can: string;
  readonly needs: readonly (readonly Inline[])[];
  readonly lists: readonly SheetList[];
  readonly safety: readonly (readonly Inline[])[];
  readonly calls: readonly CallLine[];
  readonly way: WayIn;
  /** Whether the sheet is still right. */
  readonly check: PaperCheck;
  /** With the code of the check; a sheet that is full has its words alone. */
  readonly checkCode: boolean;
  /** With lines and steps closer together: otherwise more steps would be titles alone. */
  readonly tight: boolean;
  readonly checked: string;
  /** Type size of the body in points: 16 to 20. */
  readonly size: number;
  /**
   * Something of the steps, needs or safety rules was left out or shortened; the sheet says so and names
   * the number.
   */
  readonly cut: boolean;
  /** Reckoned height of everything, in points. At most `paper.height`. */
  readonly height: number;
}

/**
 * The printed field of an A4 sheet with margins of 10 mm, in points; a few are kept back for printers that
 * take more.
 */
export const paper = { width: 538, height: 779 } as const;
/** Large print is 16 to 18 points; a short guide gets more. */
const sizes = [20, 19, 18, 17, 16] as const;
/** Width inside a drawn screen, and of the room that it takes from the text, in points. */
const screenRoom = { inner: 128, outer: 164 } as const;
/** Width and height that a small picture takes from the text, in points. */
const pictureRoom = { outer: 50, height: 46 } as const;
/** Kept free where small pictures fill a sheet: lines beside them break a word earlier than is reckoned. */
const spare = 28;

/** How much of the guide is kept. All steps stay, always, with their titles. */
interface Kept {
  needs: boolean;
  /** A line for each of several people of one role, not one for all. */
  people: boolean;
  /** The code of the check. */
  code: boolean;
  /** Lines and steps closer together. */
  tight: boolean;
  /** Drawn screens: the one that shows what to press goes last. */
  screens: number;
  /** Steps with a small picture, counted over all lists. */
  pictures: ReadonlySet<number>;
  /** Safety rules, from the first. */
  safety: number;
  /** Sentences of each step, over all lists; `undefined` = all, as they were written. */
  sentences: (number | undefined)[];
}
/**
 * The titles of a guide's steps alone do not fit on one sheet. The check tells its author before anything
 * is built.
 */
export class SheetFull extends Error {}

/** What keeps the reader safe; on a card these are the frauds that imitate it. */
const safetyOf = (guide: Guide): readonly Block[] =>
  sectionOf(guide, guide.card ? 'scam-signs' : 'safety')?.blocks ?? [];

const leastSafety = 2;
/** Side of the code that says whether a sheet is still right, in points. */
const checkCode = 48;
/** Line height of a sheet and room above each step, in ems and points; on a tight sheet. */
const airy = { leading: 1.25, gap: 5 } as const;
const close = { leading: 1.2, gap: 1.5 } as const;
const airOf = ({ tight }: { readonly tight: boolean }): { readonly leading: number; readonly gap: number } =>
  tight ? close : airy;

/**
 * The whole guide in the largest letters that let it fit; where not even the smallest do, the fullest
 * form at 16 points. What goes, in this order: drawings but one; safety rules after the third; last
 * sentences, of the longest step first, until each step has two; safety rules after the second; a line
 * for each of several people of one role; the second sentences; what one needs; the last drawing; the
 * code of the check; room between lines and steps; at last the sentences left. What is to be said word
 * for word goes last in its step, and after all other sentences. Then what has room stands: a sentence of
 * each step, small pictures, further sentences. Throws when the titles alone do not fit.
 */
export const handoutView = (guide: Guide, handbook: Handbook): HandoutView =>
  real(fullestForm(guide, nominal(handbook)), handbook);

function fullestForm(guide: Guide, handbook: Handbook): HandoutView {
  const words = paperWords(handbook);
  const steps = allStepsOf(guide);
  const drawn = steps.flatMap((step) => screensOf(step.blocks)).length;
  const rules = points(safetyOf(guide)).length;
  const kept: Kept = {
    needs: sectionOf(guide, 'needs') !== undefined,
    screens: drawn,
    safety: rules,
    people: true,
    code: true,
    tight: false,
    pictures: new Set(),
    sentences: steps.map(() => undefined),
  };
  const pictured = steps.flatMap((step, index) => (stillOf(step.blocks) ? [index] : []));
  const parts = steps.map((step) => sentencesOf(step.blocks, words));
  const whole = { ...kept };
  const isCut = ({ needs, screens, safety, sentences }: Kept): boolean =>
    needs !== whole.needs ||
    screens < drawn ||
    safety < rules ||
    sentences.some((count = Infinity, index) => count < (parts[index]?.length ?? 0));
  const fits = (form: Kept, size: number): HandoutView | undefined => {
    const composed = compose(guide, handbook, words, form, parts, size, isCut(form));
    return composed.height + (form.pictures.size > 0 ? spare : 0) <= paper.height ? composed : undefined;
  };
  /**
   * With small pictures for as many steps as there is room for, the first steps first, and then with what
   * was cut of the steps as far as it has room.
   */
  const withPictures = (form: Kept, size: number): HandoutView | undefined => {
    const isFitting = (fuller: Kept): boolean => fits(fuller, size) !== undefined;
    if (!isFitting(form)) return undefined;
    let best = filledLines(form, parts, 1, isFitting);
    for (const step of pictured) {
      const more = { ...best, pictures: new Set([...best.pictures, step]) };
      if (isFitting(more)) best = more;
    }
    return fits(filledLines(best, parts, Infinity, isFitting), size);
  };
  const smallest = sizes.at(-1)!;
  if (fits(kept, smallest)) {
    const views = sizes.flatMap((size) => withPictures(kept, size) ?? []);
    return views.find(isDrawn) ?? views[0]!;
  }
  const forms: Kept[] = [];
  while (reduce(kept, parts)) forms.push({ ...kept, sentences: [...kept.sentences] });
  const low = firstThat(forms, (form) => fits(form, smallest) !== undefined);
  if (low === forms.length)
    throw new SheetFull(
      `${guide.file}: quá nhiều bước, tên các bước cũng không vừa một tờ A4 chữ to. Tách thành hai bài. (does not fit on one sheet)`,
    );
  const first = withPictures(forms[low]!, smallest)!;
  if (isDrawn(first) || pictured.length === 0) return first;
  return drawnForm(first, forms.slice(low + 1), (form) => withPictures(form, smallest)) ?? first;
}

/** A form that cuts a little more for the sake of one picture; none if a step lost its last words for it. */
function drawnForm(
  first: HandoutView,
  shorter: readonly Kept[],
  viewOf: (form: Kept) => HandoutView | undefined,
): HandoutView | undefined {
  for (const form of shorter) {
    const view = viewOf(form);
    if (view && titlesAlone(view) > titlesAlone(first)) return undefined;
    if (view && isDrawn(view)) return view;
  }
  return undefined;
}

/**
 * Place of the first form that holds, found by halving, since each form is shorter than the one before it;
 * their number where none does.
 */
function firstThat(forms: readonly Kept[], holds: (form: Kept) => boolean): number {
  let low = 0;
  let high = forms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(forms[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * A sentence that ends in the line of its title costs no height, and what goes sentence by sentence
 * leaves lines free: what stands in them comes back, to the steps with the fewest sentences first, up to
 * `most` a step.
 */
function filledLines(
  form: Kept,
  parts: readonly (readonly string[])[],
  most: number,
  fits: (form: Kept) => boolean,
): Kept {
  let best = form;
  const longest = Math.max(0, ...parts.map(({ length }) => length));
  for (let count = 1; count <= Math.min(most, longest); count++)
    parts.forEach((own, index) => {
      if ((best.sentences[index] ?? count) >= count || own.length < count) return;
      const more = { ...best, sentences: best.sentences.with(index, count) };
      if (fits(more)) best = more;
    });
  return best;
}

/** Steps of which only the title stands. */
const titlesAlone = ({ lists }: HandoutView): number =>
  lists.flatMap(({ steps }) => steps).filter(({ blocks }) => blocks.length === 0).length;

/** Whether a sheet shows something besides words. */
const isDrawn = ({ lists }: HandoutView): boolean =>
  lists.some(({ steps }) =>
    steps.some(({ picture, screen }) => picture !== undefined || screen !== undefined),
  );

/** The picture of a step that stands still: the moments of a gesture have no room beside words. */
const stillOf = (blocks: readonly Block[]): Picture | undefined =>
  picturesOf(blocks).find(({ name }) => pictureFrames(name).length === 1);

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
  if (kept.people) {
    kept.people = false;
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
  // The words of the check stay, with an address to type.
  if (kept.code) {
    kept.code = false;
    return true;
  }
  if (!kept.tight) {
    kept.tight = true;
    return true;
  }
  return shorten(kept, parts, 0, (own) => !own.some(aloud)) || shorten(kept, parts, 0);
}

/** Words that the reader says to somebody: “Nói: “Tôi bị lừa.””. */
const aloud = (sentence: string): boolean =>
  /^“|(?:^|, (?:rồi )?)(?:hãy )?(?:nói|đọc)[^“”:]{0,24}: “/iu.test(sentence);

/** So many sentences of a step as they stand in it: the first ones, and before these what is said aloud. */
function keptOf(sentences: readonly string[], count: number): string[] {
  const first = [...sentences.filter(aloud), ...sentences.filter((own) => !aloud(own))].slice(0, count);
  return sentences.filter((own) => first.includes(own));
}

/** Takes the last sentence of the step that has the most text, as long as `least` stay. */
function shorten(
  kept: Kept,
  parts: readonly (readonly string[])[],
  least: number,
  among: (sentences: readonly string[]) => boolean = () => true,
): boolean {
  const count = (index: number): number => kept.sentences[index] ?? parts[index]!.length;
  const length = (index: number): number => keptOf(parts[index]!, count(index)).join(' ').length;
  const [longest] = parts
    .map((_, index) => index)
    .filter((index) => count(index) > least && among(parts[index] ?? []))
    .sort((a, b) => length(b) - length(a) || b - a);
  if (longest === undefined) return false;
  kept.sentences[longest] = count(longest) - 1;
  return true;
}

const said = (blocks: readonly Block[]): Block[] =>
  blocks.filter((block) => block.kind !== 'screen' && block.kind !== 'picture');
/**
 * What a step says, in parts that can stand alone: a list stays with what begins it, a path with its
 * title.
 */
function sentencesOf(blocks: readonly Block[], words: InlineWords): string[] {
  const text = (block: Block): string[] => points([block]).map((point) => plain(point, words));
  const parts: string[] = [];
  for (const block of said(blocks)) {
    const own = text(block);
    if (block.kind === 'path') parts.push(own.join(' '));
    else if (block.kind === 'list' && parts.at(-1)?.endsWith(':'))
      parts.push([parts.pop() ?? '', ...own].join(' '));
    else parts.push(...wholeSentences(own.join('\n')));
  }
  return parts;
}

function compose(
  guide: Guide,
  handbook: Handbook,
  words: InlineWords,
  kept: Kept,
  parts: readonly (readonly string[])[],
  size: number,
  cut: boolean,
): HandoutView {
  const lists = guide.tree.sections.filter((section) => section.kind === 'steps');
  const drawn = lists.flatMap((section) => section.steps.flatMap((step) => screensOf(step.blocks)));
  // With room for fewer, those that show what to press come first.
  const shown = new Set(
    [
      ...drawn.filter((screen) => screen.press !== undefined),
      ...drawn.filter((screen) => screen.press === undefined),
    ].slice(0, kept.screens),
  );
  const needs = kept.needs ? toTick(guide, points(sectionOf(guide, 'needs')?.blocks ?? [])) : [];
  let i = 0;
  const text = (blocks: readonly Block[]): Block[] => {
    const own = parts[i]!;
    const count = kept.sentences[i++];
    if (count === undefined) return said(blocks);
    const first = keptOf(own, count).join(' ');
    return first === '' ? [] : [{ kind: 'paragraph', line: 0, inlines: [{ kind: 'text', text: first }] }];
  };
  const result = {
    number: guide.data.number,
    title: guide.data.title,
    can: [promiseOf(guide.data), ...asked(guide)].join(' '),
    needs,
    lists: lists.map((section): SheetList => ({
      ...(lists.length > 1 ? { title: section.title } : {}),
      steps: section.steps.map((step) => {
        const screen = screensOf(step.blocks).find((candidate) => shown.has(candidate));
        const picture = screen || !kept.pictures.has(i) ? undefined : stillOf(step.blocks);
        return {
          title: step.title,
          blocks: text(step.blocks),
          ...(screen ? { screen } : {}),
          ...(picture ? { picture } : {}),
        };
      }),
    })),
    safety: points(safetyOf(guide)).slice(0, kept.safety),
    calls: callsOf(guide, handbook, kept.people),
    way: wayIn(guide, handbook),
    check: paperCheck(handbook, guide),
    checkCode: kept.code,
    tight: kept.tight,
    checked: guide.data.checked,
    size,
    cut,
  };
  return { ...result, height: heightOf(result, words) };
}

/**
 * What one brings to a counter has a ring to tick before it; what a guide needs is a row of words. A ring
 * and not a box: the letters of print have no box, and a sheet in two families is refused.
 */
const toTick = (guide: Guide, needs: readonly (readonly Inline[])[]): (readonly Inline[])[] =>
  guide.card ? needs.map((inlines) => [{ kind: 'text', text: '○\u00a0' }, ...inlines]) : [...needs];

/** The name, and the code, that somebody at a counter asks for first. */
function asked({ card }: Guide): string[] {
  const [procedure] = card?.data.procedures ?? [];
  if (procedure === undefined) return [];
  const { name, code } = procedure;
  return [code === undefined ? t('print.procedure', { name }) : t('print.procedureCoded', { name, code })];
}

/**
 * Height of the steps: the text follows its title in the same line and runs around the drawings at its
 * right.
 */
function heightOfSteps(view: Pick<HandoutView, 'size' | 'lists' | 'tight'>, words: InlineWords): number {
  const count = view.size;
  const { leading, gap } = airOf(view);
  const line = count * leading;
  let y = 0;
  let free = 0;
  let beside = 0;
  const inner = paper.width - 1.9 * count;
  const put = (runs: readonly Run[], size: number, lineHeight: number, room: number): void => {
    y += lineHeight * flow(runs, (index) => (room - (y + index * lineHeight < free ? beside : 0)) / size);
  };
  for (const list of view.lists) {
    if (list.title !== undefined) {
      y = Math.max(y, free) + gap;
      put([{ text: list.title, bold: true }], count * 1.05, count * 1.05 * leading, paper.width);
    }
    for (const step of list.steps) {
      if (step.screen || step.picture) y = Math.max(y, free);
      y += gap;
      if (step.screen) {
        free = y + screenHeight(step.screen, 12, screenRoom.inner) + 6;
        beside = screenRoom.outer;
      } else if (step.picture) {
        free = y + pictureRoom.height;
        beside = pictureRoom.outer;
      }
      let title: Run[] = [{ text: endStop(step.title), bold: true }];
      for (const block of step.blocks) {
        const box = ['warning', 'tip', 'quote', 'path'].includes(block.kind);
        if (block.kind !== 'paragraph') {
          put(title, count, line, inner);
          title = [];
        }
        for (const point of points([block])) {
          put(
            [...title, { text: plain(point, words) }],
            count,
            line,
            inner - (block.kind === 'list' ? 0.9 * count : box ? 11 : 0),
          );
          title = [];
        }
        if (box) y += 12 + line;
      }
      put(title, count, line, inner);
    }
  }
  return Math.max(y, free) + 7;
}

/**
 * Height of the foot: code, the way in, whom to call. A number to be written in has a dotted line of nine
 * ems after its name.
 */
function heightOfFoot(view: Omit<HandoutView, 'height'>): number {
  const count = view.size;
  const { leading } = airOf(view);
  const line = count * leading;
  const width = paper.width;
  const callRoom = 0.5 * width - 5;
  const calls =
    view.calls.length === 0
      ? 0
      : line +
        view.calls.reduce(
          (total, call) =>
            total +
            linesOf(
              call.number ? `${call.number} ${call.name}` : `${call.name}: ………………………`,
              callRoom / (count * 0.92),
              call.number !== undefined,
            ) *
              count *
              0.92 *
              leading +
            2,
          0,
        );
  const way = 0.5 * width - 5 - 90;
  const say =
    linesOf(view.way.say, way / (count * 1.25), true) * count * 1.25 * 1.2 +
    linesOf(view.way.address, way / (count * 0.8)) * count * 0.8 * leading;
  const small = count * 0.75;
  const said = `${noteOf(view)} ${view.check.words}`;
  const code = view.checkCode ? checkCode : 0;
  const note = Math.max(code, linesOf(said, (width - code - 8) / small) * small * leading) + 3;
  return 9 + Math.max(calls, say, 82) + note;
}

/** Height of the whole sheet in points. Every figure here has its twin in `styles/sheet.css`. */
function heightOf(view: Omit<HandoutView, 'height'>, words: InlineWords): number {
  const count = view.size;
  const { leading } = airOf(view);
  const line = count * leading;
  const width = paper.width;
  // Head: number plate, title, what one can do.
  const plate = 1.1 * count * textWidth('Bài') + 32;
  const number = Math.max(plate, 2.2 * count * textWidth(String(view.number), true) + 24);
  const room = width - number - 14;
  const head =
    Math.max(
      58,
      linesOf(view.title, room / (count * 1.4), true) * count * 1.4 * 1.18 +
        2 +
        linesOf(view.can, room / count) * line,
    ) + 10;
  const needed = view.needs.map((inlines) => plain(withoutStop(inlines), words));
  const needs =
    needed.length === 0 ? 0 : linesOf(`${t('print.needs')}: ${needed.join('; ')}`, width / count) * line + 6;
  const steps = heightOfSteps(view, words);
  const safety =
    view.safety.length === 0
      ? 0
      : 14 +
        line +
        view.safety.reduce(
          (total, rule) => total + linesOf(plain(rule, words), (width - 22 - 1.1 * count) / count) * line,
          0,
        );
  return head + needs + steps + safety + heightOfFoot(view);
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
export const noteOf = (view: Pick<HandoutView, 'cut' | 'number' | 'checked'>): string =>
  [
    t(view.cut ? 'print.cut' : 'print.more', { n: view.number }),
    `${t('site.checked', { day: dayWords(view.checked) })}.`,
  ].join(' ');
