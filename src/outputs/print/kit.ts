/** All that one session needs on paper, counted: for its page, its PDF and the list of sheets. */
import type { Guide, Handbook, Programme } from '../../handbook/handbook.ts';
import { allStepsOf } from '../../handbook/steps.ts';
import { screensOf as screensIn } from '../../markdown/lines.ts';
import type { ScreenDrawing } from '../../markdown/tree.ts';
import type { PropData } from '../../schemas/prop.ts';
import { t } from '../../words/words.ts';

export type Prop = Handbook['props'][number];

/** People of the class for whom copies are counted: as many as most villages bring together. */
export const usualClass = 20;
/** People around one phone or at one table, where no other number is known. */
const around = 4;

/** How often something is printed for so many people. */
export function copiesFor(per: PropData['per'], people: number): number {
  const shares: Readonly<Record<PropData['per'], number>> = {
    person: 1,
    pair: 2,
    group: around,
    room: people,
  };
  return Math.max(1, Math.ceil(people / shares[per]));
}

/** Cards on one page, by how they lie. */
const perPage: Readonly<Record<PropData['look'], number>> = { card: 4, slip: 3, page: 2, stamps: 2 };

/** Most lines to write on that a slip has when three lie on a page. */
const mostBlanks = 3;

/** The cards of a prop by pages. Slips with much to write on lie two on a page: three would run off it. */
export function propPages({ cards, look }: PropData): PropData['cards'][] {
  const each = look === 'slip' && cards.some(({ blanks }) => blanks.length > mostBlanks) ? 2 : perPage[look];
  return Array.from({ length: Math.ceil(cards.length / each) }, (_, page) =>
    cards.slice(page * each, (page + 1) * each),
  );
}

/** One and the same card so often on a page: one page serves as many people. */
const cardsOfAKind = ({ cards }: PropData): number =>
  new Set(cards.map((card) => JSON.stringify(card))).size === 1 ? cards.length : 1;

/** What a session uses, in the order of names. */
export const propsOf = (programme: Programme, { props }: Pick<Handbook, 'props'>): Prop[] =>
  props.filter(({ data }) => data.all || data.sessions.includes(programme.id));

/** Drawn screens of a guide's steps, each with its step. */
export const screensOf = (guide: Guide): { readonly step: string; readonly screen: ScreenDrawing }[] =>
  allStepsOf(guide).flatMap(({ title, blocks }) =>
    screensIn(blocks).map((screen) => ({ step: title, screen })),
  );

/** Guides of a session that have drawn screens. */
export const drawnGuides = (programme: Programme): Guide[] =>
  programme.guides.filter((guide) => screensOf(guide).length > 0);

/** Everything of a session's kit with its copies for the usual class. */
export function kitRows(programme: Programme, handbook: Handbook): { what: string; copies: number }[] {
  const titled = ({ data: { number, title } }: Guide): { n: number; title: string } => ({ n: number, title });
  return [
    { what: t('prop.kitClass'), copies: 1 },
    { what: t('prop.kitTrainer'), copies: 1 },
    ...programme.guides.map((guide) => ({
      what: t('print.handoutTitle', titled(guide)),
      copies: copiesFor('person', usualClass),
    })),
    ...drawnGuides(programme).map((guide) => ({
      what: t('prop.screens', titled(guide)),
      copies: copiesFor('pair', usualClass),
    })),
    ...propsOf(programme, handbook).map(({ data }) => ({
      what: data.title,
      copies: Math.max(1, Math.ceil(copiesFor(data.per, usualClass) / cardsOfAKind(data))),
    })),
    { what: t('prop.kitLoud'), copies: 1 },
    { what: t('print.tally'), copies: 1 },
  ];
}

/** Names of the files of each session's kit, by its id: all on A4, screens for the wall, slides. */
export const kitFiles = ({ programmes }: Handbook): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    programmes.map((programme) => [
      programme.id,
      [
        `bo-${programme.id}`,
        ...drawnGuides(programme).map(({ data }) => `man-hinh-${data.number}-a3`),
        `trinh-chieu-${programme.id}`,
      ],
    ]),
  );
