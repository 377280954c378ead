/** What the pages of the core offer to search by name; guides, modes and terms come with their passages. */
import { pages, practiceAddress } from '../../domain/address.ts';
import type { Findable } from '../../domain/findable.ts';
import { offersPage } from '../../domain/offers.ts';
import type { Handbook, PlacedIndicator } from '../../handbook/handbook.ts';
import { t } from '../../words/words.ts';
import { indicatorRow } from '../../views/indicators.ts';

/** Pages of the core that exist once, with their titles. */
const single: readonly (readonly [keyof typeof pages, string])[] = [
  ['guides', t('lists.guides')],
  ['numbers', t('lists.numbers')],
  ['audiences', t('lists.audiences')],
  ['skills', t('lists.skills')],
  ['market', t('lists.tracks')],
  ['plans', t('plan.plans')],
  ['targets', t('targets.title')],
  ['workstreams', t('stream.list')],
  ['units', t('unit.list')],
  ['coverage', t('coverage.title')],
  ['glossary', t('glossary.title')],
  ['easyRead', t('easyRead.title')],
  ['sources', t('sources.title')],
  ['programmes', t('session.list')],
  ['practices', t('practice.title')],
  ['ask', t('hoi.title')],
];
const tools: readonly (readonly [keyof typeof pages, string])[] = [['event', t('event.title')]];

const optional = (text: string | undefined): string[] => (text === undefined ? [] : [text]);

function targetRow(placed: PlacedIndicator): Findable {
  const row = indicatorRow(placed);
  return {
    kind: 'target',
    title: `${row.group}: ${row.measure} ${row.words}, ${row.year}`,
    address: pages.targets,
    owner: row.plan,
  };
}

/** Pages of the campaign: plans, their tasks, who carries them. */
function campaign(handbook: Handbook): Findable[] {
  return [
    ...handbook.plans.map(({ data, address }): Findable => ({
      kind: 'plan',
      title: data.title,
      address,
      aliases: [data.short, `${t('nav.plans')} ${data.short}`, data.place],
      keys: optional(data.number ?? undefined),
      owner: data.short,
    })),
    ...handbook.tasks.map(({ data, address, plan, audiences, lead }): Findable => ({
      kind: 'task',
      title: data.title,
      address,
      aliases: [lead.map((unit) => unit.data.short ?? unit.data.name).join(', '), ...data.aliases],
      summary: data.summary,
      owner: plan.data.short,
      audiences: audiences.map(({ id }) => id),
    })),
    ...handbook.indicators.map(targetRow),
    ...handbook.units.map(({ data, address }): Findable => ({
      kind: 'unit',
      title: data.name,
      address,
      aliases: [...optional(data.short), ...data.spellings],
      ...(data.place === undefined ? {} : { owner: data.place }),
    })),
    ...handbook.workstreams.map(({ data, address }): Findable => ({
      kind: 'workstream',
      title: data.title,
      address,
      summary: data.summary,
    })),
  ];
}

/** Guides that were taken out: who types the number of an old sheet finds why. */
const takenOut = ({ withdrawn }: Handbook): Findable[] =>
  withdrawn.map(({ number, title, address, reason }) => ({
    kind: 'page',
    title: t('withdrawn.title', { n: number, title }),
    address,
    summary: reason,
    keys: [String(number)],
  }));

/** Everything of the core that is found by its name alone. */
export function coreFindables(handbook: Handbook): Findable[] {
  return [
    ...handbook.topics.map(({ data, address }): Findable => ({ kind: 'topic', title: data.title, address })),
    ...handbook.tracks.map(({ data, address }): Findable => ({ kind: 'track', title: data.title, address })),
    ...handbook.audiences.map(({ id, data, address }): Findable => ({
      kind: 'audience',
      title: t('lists.forAudience', { name: data.title }),
      address,
      aliases: [data.title],
      audiences: [id],
    })),
    ...handbook.areas.map(({ data, address }): Findable => ({
      kind: 'area',
      title: `${data.letter}. ${data.title}`,
      address,
      aliases: [data.title],
    })),
    ...handbook.skills.map(({ data, address }): Findable => ({
      kind: 'skill',
      title: `${data.code}. ${data.title}`,
      address,
      aliases: [data.title],
      keys: [data.code],
    })),
    ...takenOut(handbook),
    ...campaign(handbook),
    ...handbook.programmes.map(({ data, address, audiences }): Findable => ({
      kind: 'session',
      title: data.title,
      address,
      aliases: data.aliases,
      summary: data.summary,
      audiences: audiences.map(({ id }) => id),
    })),
    ...handbook.practices.map(({ id, data, audiences }): Findable => ({
      kind: 'practice',
      title: data.title,
      address: practiceAddress(id),
      aliases: data.aliases,
      owner: data.place,
      audiences: audiences.map((audience) => audience.id),
    })),
    ...single
      .filter(([key]) => offersPage(key) && (key !== 'practices' || handbook.practices.length > 0))
      .map(([key, title]): Findable => ({ kind: 'page', title, address: pages[key] })),
    ...tools.map(([key, title]): Findable => ({ kind: 'tool', title, address: pages[key] })),
  ];
}
