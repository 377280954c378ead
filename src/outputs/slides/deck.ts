/**
 * A guide or a training session as slides: one step a slide. The type size of each slide, the size of its
 * drawing and where a long text is split
 * are reckoned here, so that nothing has to be scrolled or hidden on a projector. The unit is `u`, the
 * hundredth part of the width of the picture or
 * the sixty-second part of its height, whichever is smaller: see `styles/deck.css`.
 */
import { absolute, drillTurnsAddress, programmeAddress } from '../../domain/address.ts';
import { offers } from '../../domain/offers.ts';
import { linesOf } from '../../domain/paper.ts';
import { promiseOf } from '../../domain/promise.ts';
import type { Guide, Handbook, Programme } from '../../handbook/handbook.ts';
import { nominal, real } from '../../books/nominal.ts';
import { roomLines } from '../../books/room-lines.ts';
import { picturesOf, screensOf } from '../../markdown/lines.ts';
import {
  plain,
  type Block,
  type Inline,
  type InlineWords,
  type Picture,
  type ScreenDrawing,
  type Section,
} from '../../markdown/tree.ts';
import { t } from '../../words/words.ts';
import {
  bare,
  callsOf,
  paperWords,
  points,
  sectionOf,
  wayIn,
  wholeSentences,
  type CallLine,
  type WayIn,
} from '../../books/paper.ts';

interface Slide {
  readonly kind: 'title' | 'step' | 'points' | 'calls' | 'end';
  /** Small line above the heading: “Bước 2 trên 7”. */
  readonly kicker?: string;
  readonly heading: string;
  /** Stands in the head of the first slide and of the last. */
  readonly number?: number;
  readonly points: readonly (readonly Inline[])[];
  /** The points are a list of their own right, not sentences of a paragraph. */
  readonly listed: boolean;
  readonly screen?: ScreenDrawing;
  /** Where there is no screen to show. */
  readonly picture?: Picture;
  readonly way?: WayIn;
  /** Where the heading leads. */
  readonly link?: string;
  readonly calls?: readonly CallLine[];
  /** What the presenter says or does meanwhile. */
  readonly notes: readonly string[];
  /** Type size of the text in tenths of `u`. */
  readonly size: number;
  /** Type size of the drawing in tenths of `u`. */
  readonly drawn: number;
}

export interface Deck {
  readonly title: string;
  readonly summary: string;
  readonly back: { readonly href: string; readonly text: string };
  readonly slides: readonly Slide[];
  /** For the presenter, over all slides. */
  readonly notes: readonly (readonly Inline[])[];
}

/** Room for one slide, in `u`: what is left of 1024 × 768 in width and of 1280 × 720 in height. */
export const wall = { width: 91, height: 50 } as const;
/**
 * Not larger than that even where there is room: letters that jump from slide to slide look like a fault.
 */
const sizes = [46, 42, 38, 34] as const;
/** Where what stands on a slide cannot be parted. */
const smallSizes = [...sizes, 30] as const;
/** Headings in ems of the text; the cover's is the largest of the set. */
const headingEms = { title: 1.7, other: 1.3 } as const;
const drawnSizes = [28, 24, 21] as const;
/** A drawing that is too tall otherwise. */
const smallDrawnSizes = [...drawnSizes, 18, 16] as const;
/** Width inside a drawing in ems of its letters, and the room beside the text that it takes, in ems. */
const drawing = { inner: 11, outer: 15 } as const;

type Draft = Omit<Slide, 'size' | 'drawn' | 'notes' | 'listed'> & {
  readonly listed?: boolean;
  readonly notes?: readonly string[];
};

/** Height of a slide in `u` with the texts of its points and its drawing in these sizes (tenths of `u`). */
function heightOf(draft: Draft, points: readonly string[], size: number, drawn: number): number {
  const edge = size / 10;
  const beside = draft.screen ? (drawing.outer * drawn) / 10 : draft.way || draft.picture ? 30 : 0;
  const width = wall.width - beside;
  const ems = draft.kind === 'title' ? headingEms.title : headingEms.other;
  const head =
    (draft.kicker ? linesOf(draft.kicker, width / (0.75 * edge)) * 0.75 * edge * 1.3 : 0) +
    linesOf(draft.heading, width / (ems * edge), true) * ems * edge * 1.2 +
    (draft.number === undefined ? 0 : 2.6 * edge);
  const gap = draft.listed ? 0.45 * edge : 0.4 * edge;
  const room = (width - (draft.listed ? 1.3 * edge : 0)) / edge;
  const text = points.reduce((total, point) => total + linesOf(point, room) * 1.4 * edge + gap, 0);
  const calls =
    draft.calls?.reduce(
      (total, call) =>
        total + linesOf(`${call.number ?? '………'} ${call.name}`, width / edge, true) * 1.4 * edge + 0.5 * edge,
      0,
    ) ?? 0;
  return Math.max(head + 0.6 * edge + text + calls, draft.screen ? screenRoom(draft.screen, drawn) : 0);
}
function screenRoom(screenDrawing: ScreenDrawing, drawn: number): number {
  const edge = drawn / 10;
  const em = drawing.inner;
  const boxes = [...screenDrawing.fields, ...screenDrawing.rows, ...screenDrawing.buttons].map(
    (field) => linesOf(field, em - 1.2, true) * 1.3 + 0.85,
  );
  const parts = [
    0.25,
    linesOf(screenDrawing.title, em, true) * 1.3,
    ...(screenDrawing.says ? [linesOf(screenDrawing.says, em - 0.8) * 1.3] : []),
    ...boxes,
  ];
  return edge * (parts.reduce((a, b) => a + b, 0) + (parts.length - 1) * 0.34 + 2);
}

/**
 * One thing does not fit on a slide in the smallest letters. The check tells its author before anything is
 * built.
 */
export class SlideFull extends Error {
  readonly heading: string;

  constructor(heading: string) {
    super(
      `Trang chiếu “${heading}” không vừa màn hình dù chữ nhỏ nhất: rút gọn tên bước hoặc chữ trong màn hình vẽ. (slide does not fit)`,
    );
    this.heading = heading;
  }
}

/**
 * The slide in the largest of these letters that let it fit; the drawing gets smaller before the text
 * does.
 */
function largest(
  draft: Draft,
  points: readonly string[],
  texts: readonly number[],
  drawings: readonly number[],
): Slide | undefined {
  for (const size of texts)
    for (const drawn of draft.screen ? drawings : [drawnSizes[0]])
      if (heightOf(draft, points, size, drawn) <= wall.height)
        return { listed: false, notes: [], ...draft, size, drawn };
  return undefined;
}

/**
 * The slide in its largest letters; else split in two, whom to call first, and so on; in letters too
 * small for the last row only where nothing can be split. `heading` is what every part of it goes by, so
 * that the third says once that it goes on.
 */
function fit(draft: Draft, words: InlineWords, heading = draft.heading): Slide[] {
  const points = draft.points.map((point) => plain(point, words));
  const isTall = draft.screen && screenRoom(draft.screen, drawnSizes[2]) > wall.height;
  const legible = largest(draft, points, sizes, isTall ? smallDrawnSizes : drawnSizes);
  if (legible) return [legible];
  const { calls = [] } = draft;
  if (calls.length > 1) {
    const half = Math.ceil(calls.length / 2);
    const more = { ...draft, points: [], heading: t('deck.more', { heading }), calls: calls.slice(half) };
    return [...fit({ ...draft, calls: calls.slice(0, half) }, words, heading), ...fit(more, words, heading)];
  }
  const parts = draft.points.length > 1 ? draft.points : halves(draft.points[0] ?? [], words);
  if (parts.length < 2) {
    const small = largest(draft, points, smallSizes, smallDrawnSizes);
    if (small) return [small];
    throw new SlideFull(draft.heading);
  }
  const middle = Math.ceil(parts.length / 2);
  const { screen: _screen, picture: _picture, notes: _notes, ...rest } = draft;
  return [
    ...fit({ ...draft, points: parts.slice(0, middle) }, words, heading),
    // The drawing belongs to what is said first; the rest goes on without it.
    ...fit({ ...rest, heading: t('deck.more', { heading }), points: parts.slice(middle) }, words, heading),
  ];
}

/** Letters that the last row reads at ease; for the sake of a picture they do not get smaller. */
const atEase = 38;

/** A slide with its picture beside the words, or without it where the words need the room. */
function fitPictured(draft: Draft, picture: Picture | undefined, words: InlineWords): Slide[] {
  if (picture) {
    const [only, ...more] = fit({ ...draft, picture }, words);
    if (only && more.length === 0 && only.size >= atEase) return [only];
  }
  return fit(draft, words);
}

/** The sentences of one long point. */
function halves(point: readonly Inline[], words: InlineWords): readonly (readonly Inline[])[] {
  return wholeSentences(plain(point, words)).map((text) => [{ kind: 'text', text }]);
}
const line = (text: string): Inline[] => [{ kind: 'text', text }];
const said = (blocks: readonly Block[]): Block[] =>
  blocks.filter((block) => block.kind !== 'screen' && block.kind !== 'picture');
const listedOnly = (blocks: readonly Block[]): boolean =>
  said(blocks).every((block) => block.kind === 'list');

function sectionSlides(section: Section | undefined, words: InlineWords): Slide[] {
  if (section === undefined) return [];
  const own = points(section.blocks);
  const [screen] = screensOf(section.blocks);
  return own.length === 0
    ? []
    : fit(
        {
          kind: 'points',
          heading: section.title,
          points: own,
          listed: listedOnly(section.blocks) || own.length > 2,
          ...(screen ? { screen } : {}),
        },
        words,
      );
}

/**
 * A slide that leads to made-up screens: pressed where the picture is shown, scanned by those who watch.
 */
function drillSlides(what: { heading: string; says: string; address: string }, handbook: Handbook): Slide[] {
  if (!offers('drills')) return [];
  const code = absolute(handbook.site.url, what.address);
  const way: WayIn = { code, address: bare(code), say: what.heading };
  return fit(
    {
      kind: 'points',
      kicker: t('drill.title'),
      heading: what.heading,
      link: what.address,
      points: [line(what.says), line(t('drill.sham')), line(way.address)],
      way,
    },
    paperWords(handbook),
  );
}

/** A guide or lesson as slides. */
export const guideDeck = (guide: Guide, handbook: Handbook): Deck =>
  real(deckOfGuide(guide, nominal(handbook)), handbook);

/** Each step on a slide of its own; with several lists, its list is named over it. */
function stepSlides(guide: Guide, words: InlineWords): Slide[] {
  const lists = guide.tree.sections.filter((section) => section.kind === 'steps');
  return lists.flatMap((section) =>
    section.steps.flatMap((step, index) => {
      const [screen] = screensOf(step.blocks);
      const [picture] = picturesOf(step.blocks);
      const kicker = t('guide.stepOf', { n: index + 1, of: section.steps.length });
      return fitPictured(
        {
          kind: 'step',
          kicker: lists.length > 1 ? `${section.title} · ${kicker}` : kicker,
          heading: step.title,
          points: points(step.blocks),
          listed: listedOnly(step.blocks),
          ...(screen ? { screen } : {}),
        },
        screen ? undefined : picture,
        words,
      );
    }),
  );
}

/** The parts that the words before them send to: “xem phần “Làm sạch máy””. */
function namedParts(guide: Guide, words: InlineWords): Slide[] {
  const told = guide.tree.sections
    .filter((section) => section.kind === 'needs' || section.kind === 'steps')
    .flatMap((section) => [...section.blocks, ...section.steps.flatMap((step) => step.blocks)]);
  const text = points(told)
    .map((point) => plain(point, words))
    .join('\n');
  return guide.tree.sections
    .filter(({ kind, title }) => kind === 'more' && text.includes(`phần “${title}”`))
    .flatMap((section) => sectionSlides(section, words));
}

function deckOfGuide(guide: Guide, handbook: Handbook): Deck {
  const words = paperWords(handbook);
  const number = guide.data.number;
  const way = wayIn(guide, handbook);
  const calls = callsOf(guide, handbook);
  const part = (kind: Section['kind']): Slide[] => sectionSlides(sectionOf(guide, kind), words);
  const helper = sectionOf(guide, 'helper');
  return {
    title: t('deck.guideTitle', { n: number, title: guide.data.title }),
    summary: guide.data.summary,
    back: { href: guide.address, text: t('print.back', { n: number }) },
    slides: [
      ...fit(
        {
          kind: 'title',
          number,
          heading: guide.data.title,
          points: [
            line(promiseOf(guide.data)),
            line(`${t('guide.time')} ${t('guide.minutes', { n: guide.data.minutes })}.`),
          ],
          way,
        },
        words,
      ),
      ...part('story'),
      ...part('needs'),
      ...stepSlides(guide, words),
      ...namedParts(guide, words),
      ...part('scam-signs'),
      ...part('safety'),
      ...part('practice'),
      ...guide.drills.flatMap(({ data, address }) =>
        drillSlides({ heading: data.title, says: data.start, address }, handbook),
      ),
      ...part('homework'),
      ...(calls.length > 0
        ? fit({ kind: 'calls', heading: t('print.calls'), points: [], calls }, words)
        : []),
      ...fit(
        {
          kind: 'end',
          number,
          heading: way.say,
          points: [line(t('print.more', { n: number })), line(way.address)],
          way,
        },
        words,
      ),
    ],
    notes: helper ? points(helper.blocks) : [],
  };
}

/** A training session as slides; the trainer's own part of the outline stands in the notes. */
export const programmeDeck = (programme: Programme, handbook: Handbook): Deck =>
  real(deckOfProgramme(programme, nominal(handbook)), handbook);

/** One part of a session, and the steps that are shown where it is the demonstration. */
function partSlides(programme: Programme, part: Programme['parts'][number], handbook: Handbook): Slide[] {
  const words = paperWords(handbook);
  const slides = fit(
    {
      kind: 'step',
      kicker: t('deck.minutes', { from: part.from, to: part.to }),
      heading: part.title,
      points: [line(part.learners)],
      notes: [part.trainer],
      ...(part.guide ? { way: wayIn(part.guide, handbook) } : {}),
    },
    words,
  );
  const shown =
    part.kind === 'demonstration' && (part.guide === undefined || part.guide === programme.demonstrated);
  return shown ? [...slides, ...demonstrationSlides(programme.data.demonstration, words)] : slides;
}

/** What the trainer shows, step by step. */
const demonstrationSlides = (
  { steps, with: things }: Programme['data']['demonstration'],
  words: InlineWords,
): Slide[] =>
  steps.flatMap((step, index) => {
    const count = t('guide.stepOf', { n: index + 1, of: steps.length });
    const kicker = `${t('deck.demonstration')} · ${count}`;
    return fit({ kind: 'step', kicker, heading: step, points: [], notes: [things] }, words);
  });

/** The questions once more, what to do at home, and where everything stands. */
function closingSlides({ data, guides }: Programme, way: WayIn, words: InlineWords): Slide[] {
  return [
    ...data.questions.flatMap((question) =>
      fit(
        { kind: 'points', kicker: t('deck.again'), heading: question.ask, points: [line(question.expect)] },
        words,
      ),
    ),
    ...fit(
      {
        kind: 'points',
        heading: t('deck.homework'),
        points: [line(data.homework)],
        notes: [data.afterwards],
      },
      words,
    ),
    ...fit(
      {
        kind: 'end',
        heading: t('deck.endProgramme'),
        points: [
          ...guides.map((guide) =>
            line(t('deck.guideLine', { n: guide.data.number, title: guide.data.title })),
          ),
          line(way.address),
        ],
        listed: true,
        way,
      },
      words,
    ),
  ];
}

function deckOfProgramme(programme: Programme, handbook: Handbook): Deck {
  const words = paperWords(handbook);
  const data = programme.data;
  const code = absolute(handbook.site.url, programmeAddress(programme.id));
  const way: WayIn = { code, address: bare(code), say: data.title };
  const list = (heading: string, items: readonly string[], notes: readonly string[] = []): Slide[] =>
    fit({ kind: 'points', heading, points: items.map(line), listed: true, notes }, words);
  return {
    title: t('deck.programmeTitle', { title: data.title }),
    summary: data.summary,
    back: { href: programme.address, text: t('deck.backProgramme') },
    slides: [
      ...fit(
        {
          kind: 'title',
          heading: data.title,
          points: [line(data.why)],
          way,
          notes: [data.summary, ...data.materials],
        },
        words,
      ),
      ...list(t('deck.goals'), data.goals),
      ...list(
        t('deck.questions'),
        data.questions.map((question) => question.ask),
        [t('deck.questionsNote')],
      ),
      ...programme.parts.flatMap((part) => partSlides(programme, part, handbook)),
      ...list(
        t('deck.practice'),
        [...data.practice.steps, ...(data.practice.stop ? [data.practice.stop] : [])],
        [data.practice.with],
      ),
      ...drillSlides(
        {
          heading: t('drill.turns_pill'),
          says: t('drill.turns_lead'),
          address: drillTurnsAddress(programme.id),
        },
        handbook,
      ),
      ...list(t('print.safety'), data.safety),
      ...closingSlides(programme, way, words),
    ],
    notes: roomLines(data).map(line),
  };
}
