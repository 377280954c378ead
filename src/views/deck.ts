/**
 * A guide or a training session as slides: one step a slide. The type size of each slide, the size of its drawing and where a long text is split
 * are reckoned here, so that nothing has to be scrolled or hidden on a projector. The unit is `u`, the hundredth part of the width of the picture or
 * the sixty-second part of its height, whichever is smaller: see `styles/deck.css`.
 */
import { absolute, programmeAddress } from '../domain/address.ts';
import { flow, linesOf } from '../domain/paper.ts';
import type { Guide, Handbook, Programme } from '../handbook/handbook.ts';
import {
  plain,
  screensOf,
  type Block,
  type Inline,
  type InlineWords,
  type ScreenDrawing,
  type Section,
} from '../markdown/tree.ts';
import { t } from '../words/words.ts';
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
} from './paper.ts';

export interface Slide {
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
  readonly way?: WayIn;
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
const sizes = [56, 50, 46, 42, 38, 34, 30] as const;
const drawnSizes = [28, 24, 21, 18, 16] as const;
/** Width inside a drawing in ems of its letters, and the room beside the text that it takes, in ems. */
const drawing = { inner: 11, outer: 15 } as const;

type Draft = Omit<Slide, 'size' | 'drawn' | 'notes' | 'listed'> & {
  readonly listed?: boolean;
  readonly notes?: readonly string[];
};

/** Height of a slide in `u` with its text and its drawing in these sizes (tenths of `u`). */
function heightOf(s: Draft, words: InlineWords, size: number, drawn: number): number {
  const e = size / 10;
  const beside = s.screen ? (drawing.outer * drawn) / 10 : s.way ? 30 : 0;
  const width = wall.width - beside;
  const head =
    (s.kicker ? linesOf(s.kicker, width / (0.75 * e)) * 0.75 * e * 1.3 : 0) +
    linesOf(s.heading, width / (1.3 * e), true) * 1.3 * e * 1.2 +
    (s.number === undefined ? 0 : 2.6 * e);
  const gap = s.listed ? 0.45 * e : 0.4 * e;
  const text = s.points.reduce(
    (n, p) =>
      n + flow([{ text: plain(p, words) }], () => (width - (s.listed ? 1.3 * e : 0)) / e) * 1.4 * e + gap,
    0,
  );
  const calls =
    s.calls?.reduce(
      (n, c) => n + linesOf(`${c.number ?? '………'} ${c.name}`, width / e, true) * 1.4 * e + 0.5 * e,
      0,
    ) ?? 0;
  return Math.max(head + 0.6 * e + text + calls, s.screen ? screenRoom(s.screen, drawn) : 0);
}
function screenRoom(s: ScreenDrawing, drawn: number): number {
  const e = drawn / 10;
  const em = drawing.inner;
  const boxes = [...s.fields, ...s.rows, ...s.buttons].map((x) => linesOf(x, em - 1.2, true) * 1.3 + 0.85);
  const parts = [
    0.25,
    linesOf(s.title, em, true) * 1.3,
    ...(s.says ? [linesOf(s.says, em - 0.8) * 1.3] : []),
    ...boxes,
  ];
  return e * (parts.reduce((a, b) => a + b, 0) + (parts.length - 1) * 0.34 + 2);
}

/** The slide in its largest letters; else split in two, and so on. The drawing gets smaller before the text does. */
function fit(s: Draft, words: InlineWords): Slide[] {
  for (const size of sizes) {
    for (const drawn of s.screen ? drawnSizes : [drawnSizes[0]]) {
      if (heightOf(s, words, size, drawn) <= wall.height)
        return [{ listed: false, notes: [], ...s, size, drawn }];
    }
  }
  const parts = s.points.length > 1 ? s.points : halves(s.points[0] ?? [], words);
  if (parts.length < 2)
    throw new Error(
      `Trang chiếu “${s.heading}” không vừa màn hình dù chữ nhỏ nhất: rút gọn tên bước hoặc chữ trong màn hình vẽ. (slide does not fit)`,
    );
  const middle = Math.ceil(parts.length / 2);
  const { screen, notes, ...rest } = s;
  return [
    ...fit({ ...s, points: parts.slice(0, middle) }, words),
    // The drawing belongs to what is said first; the rest goes on without it.
    ...fit({ ...rest, heading: t('deck.more', { heading: s.heading }), points: parts.slice(middle) }, words),
  ];
}

/** The sentences of one long point. */
function halves(point: readonly Inline[], words: InlineWords): readonly (readonly Inline[])[] {
  return wholeSentences(plain(point, words)).map((text) => [{ kind: 'text', text }]);
}
const line = (text: string): Inline[] => [{ kind: 'text', text }];
const said = (blocks: readonly Block[]): Block[] => blocks.filter((b) => b.kind !== 'screen');
const listedOnly = (blocks: readonly Block[]): boolean => said(blocks).every((b) => b.kind === 'list');

function sectionSlides(s: Section | undefined, words: InlineWords): Slide[] {
  if (s === undefined) return [];
  const own = points(s.blocks);
  const [screen] = screensOf(s.blocks);
  return own.length === 0
    ? []
    : fit(
        {
          kind: 'points',
          heading: s.title,
          points: own,
          listed: listedOnly(s.blocks) || own.length > 2,
          ...(screen ? { screen } : {}),
        },
        words,
      );
}

/** A guide or lesson as slides. */
export function guideDeck(g: Guide, h: Handbook): Deck {
  const words = paperWords(h);
  const number = g.data.number;
  const way = wayIn(g, h);
  const lists = g.tree.sections.filter((s) => s.kind === 'steps');
  const calls = callsOf(g, h);
  const part = (kind: Section['kind']): Slide[] => sectionSlides(sectionOf(g, kind), words);
  const helper = sectionOf(g, 'helper');
  return {
    title: t('deck.guideTitle', { n: number, title: g.data.title }),
    summary: g.data.summary,
    back: { href: g.address, text: t('print.back', { n: number }) },
    slides: [
      ...fit(
        {
          kind: 'title',
          number,
          heading: g.data.title,
          points: [
            line(`${t('guide.can')}: ${g.data.summary}`),
            line(`${t('guide.time')} ${t('guide.minutes', { n: g.data.minutes })}.`),
          ],
          way,
        },
        words,
      ),
      ...part('story'),
      ...part('needs'),
      ...lists.flatMap((s) =>
        s.steps.flatMap((x, i) => {
          const [screen] = screensOf(x.blocks);
          const kicker = t('guide.stepOf', { n: i + 1, of: s.steps.length });
          return fit(
            {
              kind: 'step',
              kicker: lists.length > 1 ? `${s.title} · ${kicker}` : kicker,
              heading: x.title,
              points: points(x.blocks),
              listed: listedOnly(x.blocks),
              ...(screen ? { screen } : {}),
            },
            words,
          );
        }),
      ),
      ...part('scam-signs'),
      ...part('safety'),
      ...part('practice'),
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
export function programmeDeck(p: Programme, h: Handbook): Deck {
  const words = paperWords(h);
  const d = p.data;
  const code = absolute(h.site.url, programmeAddress(p.id));
  const way: WayIn = { code, address: bare(code), say: d.title };
  const list = (heading: string, items: readonly string[], notes: readonly string[] = []): Slide[] =>
    fit({ kind: 'points', heading, points: items.map(line), listed: true, notes }, words);
  return {
    title: t('deck.programmeTitle', { title: d.title }),
    summary: d.summary,
    back: { href: p.address, text: t('deck.backProgramme') },
    slides: [
      ...fit(
        { kind: 'title', heading: d.title, points: [line(d.why)], way, notes: [d.summary, ...d.materials] },
        words,
      ),
      ...list(t('deck.goals'), d.goals),
      ...list(
        t('deck.questions'),
        d.questions.map((q) => q.ask),
        [t('deck.questionsNote')],
      ),
      ...p.parts.flatMap((x) =>
        fit(
          {
            kind: 'step',
            kicker: t('deck.minutes', { from: x.from, to: x.to }),
            heading: x.title,
            points: [line(x.learners)],
            notes: [x.trainer],
            ...(x.guide ? { way: wayIn(x.guide, h) } : {}),
          },
          words,
        ).concat(
          x.kind === 'demonstration' && (x.guide === undefined || x.guide === p.demonstrated)
            ? d.demonstration.steps.flatMap((step, i) =>
                fit(
                  {
                    kind: 'step',
                    kicker: `${t('deck.demonstration')} · ${t('guide.stepOf', { n: i + 1, of: d.demonstration.steps.length })}`,
                    heading: step,
                    points: [],
                    notes: [d.demonstration.with],
                  },
                  words,
                ),
              )
            : [],
        ),
      ),
      ...list(
        t('deck.practice'),
        [...d.practice.steps, ...(d.practice.stop ? [d.practice.stop] : [])],
        [d.practice.with],
      ),
      ...list(t('print.safety'), d.safety),
      ...d.questions.flatMap((q) =>
        fit({ kind: 'points', kicker: t('deck.again'), heading: q.ask, points: [line(q.expect)] }, words),
      ),
      ...fit(
        { kind: 'points', heading: t('deck.homework'), points: [line(d.homework)], notes: [d.afterwards] },
        words,
      ),
      ...fit(
        {
          kind: 'end',
          heading: t('deck.endProgramme'),
          points: [
            ...p.guides.map((g) => line(t('deck.guideLine', { n: g.data.number, title: g.data.title }))),
            line(way.address),
          ],
          listed: true,
          way,
        },
        words,
      ),
    ],
    notes: [
      d.room.seats,
      d.room.light,
      d.room.sound,
      d.room.way,
      d.room.sign,
      d.room.print,
      d.room.sockets,
      d.room.network,
    ].map(line),
  };
}
