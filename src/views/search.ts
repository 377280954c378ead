/** What the search page and the helper show before anybody types. */
import { pages } from '../domain/address.ts';
import type { Audience, Contact, Guide, Handbook } from '../handbook/handbook.ts';
import type { Choosable } from '../schemas/directory.ts';
import { sectionTitles } from '../markdown/grammar.ts';
import type { Source } from '../schemas/fields.ts';
import type { DangerWords } from '../search/danger.ts';
import model from '../search/danger-weights.json' with { type: 'json' };
import { isKind, kinds } from '../search/filter.ts';
import { digitsOf } from '../domain/telephone.ts';
import { callableBy, whereBeside } from '../words/contact.ts';
import { openWords, t } from '../words/words.ts';
import type { Link } from './link.ts';

/** An emergency as it stands on the page. */
export interface EmergencyView {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly string[];
  readonly calls: readonly {
    readonly name: string;
    readonly number?: string;
    readonly where?: string;
    /** Where its numbers stand, when they are too many for here. */
    readonly href?: string;
    /** It stands for the reader's own one of this kind, to be chosen there. */
    readonly mine?: { readonly kind: Choosable; readonly href: string };
  }[];
  readonly guide?: { readonly href: string; readonly number: number; readonly title: string };
  /** Where the steps come from, when no guide tells them. */
  readonly sources: readonly Source[];
}

/** All emergencies, most pressing first. */
export function emergencyViews(handbook: Handbook): EmergencyView[] {
  return handbook.emergencies.map((emergency) => ({
    id: emergency.id,
    title: emergency.data.title,
    steps: emergency.data.steps,
    calls: emergency.calls.flatMap(callViews),
    sources: emergency.guide === undefined ? (emergency.data.sources ?? []) : [],
    ...(emergency.guide === undefined ? {} : { guide: guideLink(emergency.guide) }),
  }));
}

const guideLink = ({ address, data }: Guide) => ({ href: address, number: data.number, title: data.title });

/** How an entry is called: several people of one role one by one. */
function callViews(contact: Contact): EmergencyView['calls'] {
  const { data, address } = contact;
  const called = callableBy(data);
  if (called.length > 1) return called;
  const where = whereBeside(data);
  return [
    {
      name: data.name,
      ...called[0],
      ...(where === undefined ? {} : { where }),
      ...(called.length === 0 && data.numbers.length > 0 ? { href: address } : {}),
      ...(data.chooses === undefined ? {} : { mine: { kind: data.chooses, href: address } }),
    },
  ];
}

/**
 * How danger is read out of a question by its slots alone, and what is said then; undefined where the edition
 * does not say.
 */
export function dangerSlots({ danger, byId, emergencies }: Handbook): DangerWords | undefined {
  if (danger === undefined) return undefined;
  const guideOf = (box: string, own?: string): string | undefined =>
    (own === undefined ? emergencies.find(({ id }) => id === box)?.guide : byId.get(own))?.address;
  return {
    ...danger,
    happened: Object.fromEntries(
      Object.entries(danger.happened).map(([name, rules]) => [
        name,
        rules.map((rule) => ({ ...rule, guide: guideOf(rule.box, rule.guide) })),
      ]),
    ),
    answers: danger.answers.flatMap(({ wants, says, guide: id }) => {
      const guide = byId.get(id);
      return guide === undefined ? [] : [{ wants, says, guide: guideLink(guide) }];
    }),
  };
}

/** The same with what was learnt from sentences. */
export function dangerView(handbook: Handbook): DangerWords | undefined {
  const slots = dangerSlots(handbook);
  return slots && { ...slots, model };
}

/** Numbers for the helper: where to report a caller, and whom to call when words sound like harm. */
export const callsOf = (handbook: Handbook, ids: readonly string[]) =>
  handbook.directory.filter((contact) => ids.includes(contact.id)).flatMap(callViews);

/**
 * Numbers of the edition's own people and whose they are, as the script of search reads them: digits and the
 * id of the entry, parted by signs that neither has. Undefined where the edition has none.
 */
export function ownNumbers({ directory }: Handbook): string | undefined {
  const own = directory
    .filter(({ local }) => local)
    .flatMap(({ id, data }) => data.numbers.map(({ number }) => `${digitsOf(number)} ${id}`));
  return own.length === 0 ? undefined : own.join('|');
}

/**
 * Guides that help most people, for a search without an answer: those that audiences start with, then the
 * emergency.
 */
export function firstGuides(handbook: Handbook, count = 5): Guide[] {
  const votes = new Map<Guide, number>();
  for (const audience of handbook.audiences)
    for (const guide of audience.first) votes.set(guide, (votes.get(guide) ?? 0) + 1);
  return [...votes]
    .sort((a, b) => b[1] - a[1] || a[0].data.number - b[0].data.number)
    .slice(0, count)
    .map(([guide]) => guide);
}

/** Numbers to call when the handbook has no answer. */
export function helpCalls(handbook: Handbook) {
  return callsOf(handbook, ['to-cong-nghe-so', 'mot-cua', 'hanh-chinh-1022']);
}

/** Other ways to find something, for everybody and above all without script. */
export function otherWays(): Link[] {
  return [
    { href: pages.numbers, text: t('nav.numbers') },
    { href: pages.guides, text: t('nav.guides') },
    { href: pages.audiences, text: t('nav.audiences') },
    { href: pages.glossary, text: t('nav.glossary') },
    { href: pages.calls, text: t('nav.calls') },
  ];
}

/** Choices of the filter by audience; `with` holds the audience and all narrower ones. */
export function findAudiences(
  handbook: Handbook,
): { readonly value: string; readonly text: string; readonly with: string }[] {
  const within = (audience: Audience): string[] => [audience.id, ...audience.children.flatMap(within)];
  return handbook.audiences
    .filter((audience) => audience.guides.length > 0)
    .map((audience) => ({ value: audience.id, text: audience.data.title, with: within(audience).join(' ') }));
}
/** Choices of the filter by kind. */
export function findKinds(): { readonly value: string; readonly text: string }[] {
  return [
    { value: '', text: t('lists.all') },
    ...Object.keys(kinds)
      .filter(isKind)
      .map((value) => ({ value, text: t(`find.kind-${value}`) })),
  ];
}
/** What rows of each kind are called; a guide and a lesson are called by their number. */
const kindWords = [
  'kind_mode',
  'kind_easy',
  'kind_term',
  'kind_page',
  'kind_call',
  'kind_topic',
  'kind_track',
  'kind_audience',
  'kind_area',
  'kind_skill',
  'kind_plan',
  'kind_task',
  'kind_target',
  'kind_unit',
  'kind_workstream',
  'kind_session',
  'kind_practice',
  'kind_poster',
  'kind_paper',
  'kind_tool',
] as const;

/** Words of the search page's script. */
export function findWords(): Record<string, string> {
  return {
    ...openWords('find', [
      'waiting',
      'found',
      'foundOne',
      'understood',
      'literal',
      'wideWait',
      'wideFailed',
      'guide',
      'lesson',
      'kind_sheet',
      'ofOwner',
      'atOwner',
      'do_open',
      'do_print',
      'do_download',
      'do_call',
      'filtered',
      'filteredOut',
      'wideFound',
      'wideNone',
      'inPart',
      'intro',
      ...kindWords,
      'nothing',
      'failed',
      'voiceOn',
      'voiceOff',
    ]),
    ...Object.fromEntries(Object.entries(sectionTitles).map(([kind, title]) => [`part-${kind}`, title])),
  };
}
/** Words of the helper's script. */
export function askWords(): Record<string, string> {
  return openWords('hoi', [
    'you',
    'book',
    'from',
    'fromTerm',
    'fromPage',
    'read',
    'others',
    'open',
    'stays',
    'unsure',
    'urgentFirst',
    'answered',
    'untaught',
    'untaughtProcedure',
    'untaughtCode',
    'untaughtService',
    'numberUnknown',
    'numberCheck',
    'harm',
    'unsureNone',
    'after',
    'copy',
    'copied',
    'cleared',
    'search',
  ]);
}
