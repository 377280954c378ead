/** What the print kit holds besides handouts: posters, cards, the family's sheet. Made from guides, hotlines and `content/in-an.yaml`. */
import {
  absolute,
  handoutAddress,
  pages,
  posterAddress,
  programmeSlidesAddress,
  slidesAddress,
  trainerSheetAddress,
} from '../domain/address.ts';
import type { Guide, Handbook } from '../handbook/handbook.ts';
import { plain, type Block } from '../markdown/tree.ts';
import { t } from '../words/words.ts';
import {
  bare,
  callLine,
  callsOf,
  paperWords,
  points,
  wayIn,
  wholeSentences,
  type CallLine,
  type WayIn,
} from './paper.ts';

/** A number and its words, as on a list. */
interface NumberedLine {
  readonly number: number;
  readonly title: string;
}
const numbered = (g: Guide): NumberedLine => ({ number: g.data.number, title: g.data.title });

/** A poster for a wall, A4 or A3. */
export interface Poster {
  /** Last part of its address. */
  readonly name: string;
  readonly kind: 'guide' | 'scam' | 'numbers' | 'festival';
  readonly title: string;
  readonly lead: string;
  /** The page that it is a form of. */
  readonly belongs: string;
  /** Large, in the middle. */
  readonly number?: number;
  readonly way?: WayIn;
  /** What to do, in order. */
  readonly steps: readonly { readonly title: string; readonly text: string }[];
  readonly tables: readonly NumberedLine[];
  /** National numbers with what they are for. */
  readonly numbers: readonly (CallLine & { readonly use: string })[];
  /** The edition's own contacts; without any, lines to write them on. */
  readonly calls: readonly CallLine[];
}

const scamGuide = 80;
const stepsOnScamPoster = 4;
const mostNumbers = 9;
const mostBlanks = 5;

/** Contacts of the place. An edition without own contacts leaves lines for the two that everybody has near. */
function ownCalls(h: Handbook): CallLine[] {
  const own = h.hotlines.filter((x) => x.local);
  return (
    own.length > 0
      ? own.slice(0, 3)
      : h.hotlines.filter((x) => ['to-cong-nghe-so', 'cong-an-xa'].includes(x.id)).reverse()
  ).map(callLine);
}

function guidePoster(g: Guide, h: Handbook): Poster {
  return {
    name: String(g.data.number),
    kind: 'guide',
    title: g.data.title,
    lead: g.data.summary,
    belongs: g.address,
    number: g.data.number,
    way: wayIn(g, h),
    steps: [],
    tables: [],
    numbers: [],
    calls: ownCalls(h),
  };
}

/** Guides with a poster of their own: those that the edition chose, and all that an event shows at its stalls or announces. */
export function posterGuides(h: Handbook): Guide[] {
  const stalls = h.programmes.flatMap((p) => [
    ...(p.event?.stalls.flatMap((s) => s.guides) ?? []),
    ...(p.event?.announce ?? []),
  ]);
  return [...new Set([...h.printKit.posters, ...h.printKit.festival, ...stalls])];
}

/** All posters, the general ones first. */
export function posters(h: Handbook): Poster[] {
  const words = paperWords(h);
  const scam = h.guides.find((g) => g.data.number === scamGuide);
  const home: WayIn = { code: absolute(h.site.url, '/'), address: bare(h.site.url), say: h.site.name };
  const withNumber = h.hotlines.filter((x) => x.data.number !== undefined);
  const festival = h.printKit.festival;
  return [
    ...(scam
      ? [
          {
            ...guidePoster(scam, h),
            kind: 'scam' as const,
            calls: callsOf(scam, h).slice(0, 3),
            steps: scam.tree.sections
              .filter((s) => s.kind === 'steps')
              .flatMap((s) => s.steps)
              .slice(0, stepsOnScamPoster)
              .map((s) => ({
                title: s.title,
                text:
                  wholeSentences(
                    points(s.blocks)
                      .map((p) => plain(p, words))
                      .join('\n'),
                  )[0] ?? '',
              })),
          },
        ]
      : []),
    {
      name: 'so-goi',
      kind: 'numbers',
      title: t('nav.calls'),
      lead: t('print.numbersLead'),
      belongs: pages.calls,
      way: {
        ...home,
        code: absolute(h.site.url, pages.calls),
        address: bare(absolute(h.site.url, pages.calls)),
      },
      steps: [],
      tables: [],
      numbers: withNumber.slice(0, mostNumbers).map((x) => ({ ...callLine(x), use: x.data.use })),
      calls: h.hotlines
        .filter((x) => x.data.number === undefined)
        .slice(0, mostBlanks)
        .map(callLine),
    },
    ...(festival.length > 0
      ? [
          {
            name: 'ngay-hoi-10-10',
            kind: 'festival' as const,
            title: t('print.festival'),
            lead: t('print.festivalLead'),
            belongs: pages.print,
            way: home,
            steps: [],
            tables: festival.map(numbered),
            numbers: [],
            calls: ownCalls(h).slice(0, 1),
          },
        ]
      : []),
    ...posterGuides(h)
      .filter((g) => g !== scam)
      .map((g) => guidePoster(g, h)),
  ];
}

/** A card of five by five. Without a title: to be filled in by hand. */
export interface MentorCard {
  readonly title?: string;
  readonly guides: readonly NumberedLine[];
}
export interface MentorCards {
  readonly cards: readonly MentorCard[];
  /** For the back: how a quarter of an hour is spent, from the guide for helpers. */
  readonly frames: readonly { readonly title: string; readonly blocks: readonly Block[] }[];
  readonly way?: WayIn;
}

const helperOf = (h: Handbook, stream: string): Guide | undefined =>
  h.guides
    .filter((g) => g.workstreams.some((w) => w.id === stream))
    .find((g) => g.shelf.id === 'nguoi-huong-dan');
const moreOf = (g: Guide | undefined): { title: string; blocks: readonly Block[] }[] =>
  (g?.tree.sections ?? [])
    .filter((s) => s.kind === 'more')
    .map((s) => ({ title: s.title, blocks: s.blocks }));

export function mentorCards(h: Handbook): MentorCards {
  const guide = helperOf(h, 'dai-su-so');
  return {
    cards: [
      ...h.printKit.mentorCards.map((c) => ({ title: c.title, guides: c.guides.map(numbered) })),
      ...(h.printKit.mentorCards.length % 2 === 0 ? [{ guides: [] }, { guides: [] }] : [{ guides: [] }]),
    ],
    frames: moreOf(guide).slice(0, 2),
    ...(guide ? { way: wayIn(guide, h) } : {}),
  };
}

export interface FamilySheet {
  readonly rows: readonly NumberedLine[];
  readonly frame?: { readonly title: string; readonly blocks: readonly Block[] };
  readonly rules: readonly string[];
  readonly way?: WayIn;
  readonly belongs: string;
}
export function familySheet(h: Handbook): FamilySheet {
  const guide = helperOf(h, 'gia-dinh-so');
  const words = paperWords(h);
  const [frame] = moreOf(guide).filter((f) => f.blocks.some((b) => b.kind === 'table'));
  const rules = guide?.tree.sections.find((s) => s.kind === 'safety');
  return {
    rows: h.printKit.family.map(numbered),
    ...(frame
      ? { frame: { title: frame.title, blocks: frame.blocks.filter((b) => b.kind === 'table') } }
      : {}),
    rules: rules ? points(rules.blocks).map((p) => plain(p, words)) : [],
    ...(guide ? { way: wayIn(guide, h) } : {}),
    belongs: guide?.address ?? pages.print,
  };
}

/** A sheet or a set of slides as a file: its address, the name of its PDF, what its page is called, how many pages it may have. */
export interface SheetFile {
  readonly path: string;
  readonly file: string;
  readonly title: string;
  readonly least: number;
  readonly most: number;
  readonly size: 'A4' | 'A3';
}

/** Everything that `npm run print` makes. Posters come twice, because A3 is another paper. */
export function sheetFiles(h: Handbook): {
  readonly sheets: readonly SheetFile[];
  readonly slides: readonly SheetFile[];
} {
  const one = (
    path: string,
    file: string,
    title: string,
    least = 1,
    most = least,
    size: 'A4' | 'A3' = 'A4',
  ): SheetFile => ({ path, file, title, least, most, size });
  const cards = mentorCards(h);
  const cardPages = cards.cards.length / 2 + (cards.frames.length > 0 ? 1 : 0);
  return {
    sheets: [
      ...h.guides.map((g) =>
        one(
          handoutAddress(g.data.number),
          `bai-${g.data.number}`,
          t('print.handoutTitle', { n: g.data.number, title: g.data.title }),
        ),
      ),
      ...posters(h).flatMap((p) => [
        one(posterAddress(p.name), `ap-phich-${p.name}-a4`, t('print.posterTitle', { title: p.title })),
        one(
          `${posterAddress(p.name)}#a3`,
          `ap-phich-${p.name}-a3`,
          t('print.posterTitle', { title: p.title }),
          1,
          1,
          'A3',
        ),
      ]),
      one(pages.mentorCards, 'the-dai-su-so', t('print.mentor'), cardPages),
      one(pages.familySheet, 'gia-dinh-so', t('print.family')),
      one(pages.tallySheet, 'phieu-dem', t('print.tally')),
      ...h.programmes.map((p) =>
        one(
          trainerSheetAddress(p.id),
          `tap-huan-${p.id}`,
          t('print.trainerTitle', { title: p.data.title }),
          1,
          mostTrainerPages,
        ),
      ),
    ],
    slides: [
      ...h.guides.map((g) =>
        one(
          slidesAddress(g.data.number),
          `trinh-chieu-${g.data.number}`,
          t('deck.guideTitle', { n: g.data.number, title: g.data.title }),
          3,
          20,
        ),
      ),
      ...h.programmes.map((p) =>
        one(
          programmeSlidesAddress(p.id),
          `trinh-chieu-${p.id}`,
          t('deck.programmeTitle', { title: p.data.title }),
          3,
          30,
        ),
      ),
    ],
  };
}
/** A trainer holds two sheets of paper at most. */
const mostTrainerPages = 4;
