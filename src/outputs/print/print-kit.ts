/**
 * What the print kit holds besides handouts: posters, cards, the family's sheet. Made from guides, the
 * directory
 * and `content/in-an.yaml`.
 */
import { offers } from '../../domain/offers.ts';
import {
  absolute,
  classSheetAddress,
  handoutAddress,
  pages,
  posterAddress,
  kitAddress,
  programmeSlidesAddress,
  propAddress,
  screensAddress,
  slidesAddress,
  trainerSheetAddress,
} from '../../domain/address.ts';
import { stopGuide, type Check, type Guide, type Handbook } from '../../handbook/handbook.ts';
import { allStepsOf, stepsOf } from '../../handbook/steps.ts';
import { picturesOf } from '../../markdown/lines.ts';
import { plain, type Block, type Picture } from '../../markdown/tree.ts';
import { drawnGuides } from './kit.ts';
import { paperCheck, type PaperCheck } from '../../views/still-right.ts';
import type { DirectoryKind } from '../../schemas/directory.ts';
import { callableBy } from '../../words/contact.ts';
import { t } from '../../words/words.ts';
import {
  bare,
  callLines,
  callsOf,
  paperWords,
  points,
  wayIn,
  wholeSentences,
  type CallLine,
  type WayIn,
} from '../../books/paper.ts';

/** A number and its words, as on a list. */
interface NumberedLine {
  readonly number: number;
  readonly title: string;
}
const numbered = (guide: Guide): NumberedLine => ({ number: guide.data.number, title: guide.data.title });

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
  /** Whether the sheet is still right. */
  readonly check: PaperCheck;
  /** What to do, in order. */
  readonly steps: readonly {
    readonly title: string;
    readonly text: string;
    readonly picture: Picture | undefined;
  }[];
  /** What the first steps look like, for who does not read: their numbers, titles and pictures. */
  readonly shown: readonly { readonly number: number; readonly title: string; readonly picture: Picture }[];
  readonly tables: readonly NumberedLine[];
  /** National numbers with what they are for. */
  readonly numbers: readonly (CallLine & { readonly use: string })[];
  /** The edition's own contacts; without any, lines to write them on. */
  readonly calls: readonly CallLine[];
}

const stepsOnScamPoster = 4;
const mostNumbers = 9;
/** Groups of the directory whose numbers serve everybody. */
const onEveryWall: readonly DirectoryKind[] = ['emergency', 'child', 'network', 'portal', 'office'];
const mostBlanks = 5;

/**
 * Contacts of the place. An edition without own contacts leaves lines for the two that everybody has near.
 */
function ownCalls(handbook: Handbook): CallLine[] {
  const own = handbook.directory.filter((contact) => contact.local);
  return (
    own.length > 0
      ? own.slice(0, 3)
      : handbook.directory
          .filter((contact) => ['to-cong-nghe-so', 'cong-an-xa'].includes(contact.id))
          .reverse()
  ).flatMap((contact) => callLines(contact));
}

/** So many pictures stand in one row of a poster. */
const picturesInRow = 3;

/** The first steps that have a picture. A drawn screen is for the hand, not for the wall. */
function shownSteps(guide: Guide): Poster['shown'] {
  return stepsOf(guide, 1)
    .flatMap(({ title, blocks }, index) =>
      picturesOf(blocks)
        .slice(0, 1)
        .map((picture) => ({ number: index + 1, title, picture })),
    )
    .slice(0, picturesInRow);
}

function guidePoster(guide: Guide, handbook: Handbook): Poster {
  return {
    name: String(guide.data.number),
    kind: 'guide',
    title: guide.data.title,
    lead: guide.data.summary,
    belongs: guide.address,
    number: guide.data.number,
    way: wayIn(guide, handbook),
    check: paperCheck(handbook, guide),
    steps: [],
    shown: shownSteps(guide),
    tables: [],
    numbers: [],
    calls: ownCalls(handbook),
  };
}

/**
 * Guides with a poster of their own: those that the edition chose, and all that an event shows at its stalls
 * or announces.
 */
function posterGuides(handbook: Handbook): Guide[] {
  const stalls = handbook.programmes.flatMap((programme) => [
    ...(programme.event?.stalls.flatMap((stall) => stall.guides) ?? []),
    ...(programme.event?.announce ?? []),
  ]);
  return [...new Set([...handbook.printKit.posters, ...handbook.printKit.festival, ...stalls])];
}

/** The way to the front page. */
const homeWay = (handbook: Handbook): WayIn => ({
  code: absolute(handbook.site.url, '/'),
  address: bare(handbook.site.url),
  say: handbook.site.name,
});

/** What to do at once when one was cheated: its first steps, with pictures, and whom to call. */
function scamPoster(scam: Guide, handbook: Handbook): Poster {
  const words = paperWords(handbook);
  return {
    ...guidePoster(scam, handbook),
    kind: 'scam',
    calls: callsOf(scam, handbook).slice(0, 3),
    shown: [],
    steps: allStepsOf(scam)
      .slice(0, stepsOnScamPoster)
      .map((step) => ({
        title: step.title,
        picture: picturesOf(step.blocks)[0],
        text:
          wholeSentences(
            points(step.blocks)
              .map((point) => plain(point, words))
              .join('\n'),
          )[0] ?? '',
      })),
  };
}

/** Numbers that everybody may need. */
function numbersPoster(handbook: Handbook): Poster {
  const withNumber = handbook.directory.filter(
    ({ data }) => callableBy(data).length > 0 && onEveryWall.includes(data.kind),
  );
  return {
    name: 'so-goi',
    kind: 'numbers',
    title: t('nav.calls'),
    lead: t('print.numbersLead'),
    belongs: pages.calls,
    way: {
      ...homeWay(handbook),
      code: absolute(handbook.site.url, pages.calls),
      address: bare(absolute(handbook.site.url, pages.calls)),
    },
    check: paperCheck(handbook),
    steps: [],
    shown: [],
    tables: [],
    numbers: withNumber
      .slice(0, mostNumbers)
      .flatMap((contact) => callLines(contact).map((line) => ({ ...line, use: contact.data.when }))),
    calls: handbook.directory
      .filter(({ data }) => data.kind === 'local' && data.number === undefined)
      .slice(0, mostBlanks)
      .flatMap((contact) => callLines(contact)),
  };
}

/** Guides to try at the festival, by their numbers. */
function festivalPoster(handbook: Handbook): Poster {
  return {
    name: 'ngay-hoi-10-10',
    kind: 'festival',
    title: t('print.festival'),
    lead: t('print.festivalLead'),
    belongs: pages.print,
    way: homeWay(handbook),
    check: paperCheck(handbook),
    steps: [],
    shown: [],
    tables: handbook.printKit.festival.map(numbered),
    numbers: [],
    calls: ownCalls(handbook).slice(0, 1),
  };
}

/** All posters, the general ones first. */
export function posters(handbook: Handbook): Poster[] {
  const scam = stopGuide(handbook.guides);
  return [
    ...(scam ? [scamPoster(scam, handbook)] : []),
    numbersPoster(handbook),
    ...(handbook.printKit.festival.length > 0 ? [festivalPoster(handbook)] : []),
    ...posterGuides(handbook)
      .filter((guide) => guide !== scam)
      .map((guide) => guidePoster(guide, handbook)),
  ];
}

/** A card of five by five. Without a title: to be filled in by hand. */
interface MentorCard {
  readonly title?: string;
  readonly guides: readonly NumberedLine[];
}
export interface MentorCards {
  readonly cards: readonly MentorCard[];
  /** For the back: how a quarter of an hour is spent, from the guide for helpers. */
  readonly frames: readonly { readonly title: string; readonly blocks: readonly Block[] }[];
  readonly way?: WayIn;
  readonly check: PaperCheck;
}

const helperOf = (handbook: Handbook, stream: string): Guide | undefined =>
  handbook.guides
    .filter((guide) => guide.workstreams.some((workstream) => workstream.id === stream))
    .find((guide) => guide.shelf.id === 'nguoi-huong-dan');
const moreOf = (guide: Guide | undefined): { title: string; blocks: readonly Block[] }[] =>
  (guide?.tree.sections ?? [])
    .filter((section) => section.kind === 'more')
    .map((section) => ({ title: section.title, blocks: section.blocks }));

export function mentorCards(handbook: Handbook): MentorCards {
  const guide = helperOf(handbook, 'dai-su-so');
  return {
    cards: [
      ...handbook.printKit.mentorCards.map((card) => ({
        title: card.title,
        guides: card.guides.map(numbered),
      })),
      ...(handbook.printKit.mentorCards.length % 2 === 0
        ? [{ guides: [] }, { guides: [] }]
        : [{ guides: [] }]),
    ],
    check: paperCheck(handbook, guide),
    frames: moreOf(guide).slice(0, 2),
    ...(guide ? { way: wayIn(guide, handbook) } : {}),
  };
}

export interface FamilySheet {
  readonly rows: readonly NumberedLine[];
  readonly frame?: { readonly title: string; readonly blocks: readonly Block[] };
  readonly rules: readonly string[];
  readonly way?: WayIn;
  readonly check: PaperCheck;
  readonly belongs: string;
}
export function familySheet(handbook: Handbook): FamilySheet {
  const guide = helperOf(handbook, 'gia-dinh-so');
  const words = paperWords(handbook);
  const [frame] = moreOf(guide).filter((item) => item.blocks.some((block) => block.kind === 'table'));
  const rules = guide?.tree.sections.find((section) => section.kind === 'safety');
  return {
    rows: handbook.printKit.family.map(numbered),
    ...(frame
      ? { frame: { title: frame.title, blocks: frame.blocks.filter((block) => block.kind === 'table') } }
      : {}),
    check: paperCheck(handbook, guide),
    rules: rules ? points(rules.blocks).map((point) => plain(point, words)) : [],
    ...(guide ? { way: wayIn(guide, handbook) } : {}),
    belongs: guide?.address ?? pages.print,
  };
}

/**
 * A sheet or a set of slides as a file: its address, the name of its PDF, what its page is called, how many
 * pages it may have.
 */
export interface SheetFile {
  readonly path: string;
  readonly file: string;
  readonly title: string;
  readonly least: number;
  readonly most: number;
  readonly size: 'A4' | 'A3';
}

/** One row of the list of sheets. */
type OneSheet = (
  path: string,
  file: string,
  title: string,
  least?: number,
  most?: number,
  size?: 'A4' | 'A3',
) => SheetFile;

/** Kits of sessions, the props in them, and screens for the wall. */
function propSheets(handbook: Handbook, one: OneSheet): SheetFile[] {
  const drawn = new Set(handbook.programmes.flatMap(drawnGuides));
  return [
    ...handbook.props.map(({ id, data }) =>
      one(propAddress(id), `dao-cu-${id}`, t('prop.title', { title: data.title }), 1, mostPropPages),
    ),
    ...[...drawn].map(({ data: { number, title } }) =>
      one(
        `${screensAddress(number)}#a3`,
        `man-hinh-${number}-a3`,
        t('prop.screens', { n: number, title }),
        1,
        mostScreens,
        'A3',
      ),
    ),
    ...handbook.programmes.map(({ id, data }) =>
      one(kitAddress(id), `bo-${id}`, t('prop.kitTitle', { title: data.title }), 8, mostKitPages),
    ),
  ];
}

/** Posters come twice, because A3 is another paper. */
function posterFiles(handbook: Handbook, one: OneSheet): SheetFile[] {
  return posters(handbook).flatMap((poster) => [
    one(
      posterAddress(poster.name),
      `ap-phich-${poster.name}-a4`,
      t('print.posterTitle', { title: poster.title }),
    ),
    one(
      `${posterAddress(poster.name)}#a3`,
      `ap-phich-${poster.name}-a3`,
      t('print.posterTitle', { title: poster.title }),
      1,
      1,
      'A3',
    ),
  ]);
}

/** Slides of every guide and every session. */
function slideFiles(handbook: Handbook, one: OneSheet): SheetFile[] {
  return [
    ...handbook.guides.map((guide) =>
      one(
        slidesAddress(guide.data.number),
        `trinh-chieu-${guide.data.number}`,
        t('deck.guideTitle', { n: guide.data.number, title: guide.data.title }),
        3,
        20,
      ),
    ),
    ...handbook.programmes.map((programme) =>
      one(
        programmeSlidesAddress(programme.id),
        `trinh-chieu-${programme.id}`,
        t('deck.programmeTitle', { title: programme.data.title }),
        3,
        30,
      ),
    ),
  ];
}

/** Everything that `npm run print` makes. */
export function sheetFiles(handbook: Handbook): {
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
  const cards = mentorCards(handbook);
  const cardPages = cards.cards.length / 2 + (cards.frames.length > 0 ? 1 : 0);
  return {
    sheets: [
      ...handbook.guides.map((guide) =>
        one(
          handoutAddress(guide.data.number),
          `bai-${guide.data.number}`,
          t('print.handoutTitle', { n: guide.data.number, title: guide.data.title }),
        ),
      ),
      ...posterFiles(handbook, one),
      one(pages.mentorCards, 'the-dai-su-so', t('print.mentor'), cardPages),
      one(pages.familySheet, 'gia-dinh-so', t('print.family')),
      one(pages.fridgeSheet, 'danh-ba', t('print.fridge')),
      one(pages.tallySheet, 'phieu-dem', t('print.tally')),
      one(pages.answerCards, 'the-abcd', t('print.answerCards')),
      ...classChecks(handbook).map(({ skill }) =>
        one(
          classSheetAddress(skill.id),
          `tu-kiem-${skill.id}`,
          t('print.classTitle', { title: skill.data.title }),
          1,
          mostClassPages,
        ),
      ),
      ...propSheets(handbook, one),
      ...handbook.programmes.map((programme) =>
        one(
          trainerSheetAddress(programme.id),
          `tap-huan-${programme.id}`,
          t('print.trainerTitle', { title: programme.data.title }),
          1,
          mostTrainerPages,
        ),
      ),
    ],
    slides: offers('slides') ? slideFiles(handbook, one) : [],
  };
}
/** A trainer holds two sheets of paper at most. */
/** Checks with a sheet for a class: all, where the edition has them. */
export const classChecks = ({ checks }: Handbook): readonly Check[] =>
  offers('checks') ? checks.filter(({ data }) => data.questions.length > 0) : [];
const mostTrainerPages = 4;
/** A page of cards or two, and the answers. */
const mostPropPages = 3;
const mostScreens = 16;
const mostKitPages = 60;
/** Five questions with their tables. */
const mostClassPages = 2;
