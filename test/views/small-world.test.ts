/**
 * What views say of the small content, where no other test reads them: each on lines of its own, entries by
 * their ids. Whoever changes a view or a word of the interface reads here what readers get instead; a line
 * that is right is written over with `vitest -u`.
 */
import { expect, test } from 'vitest';
import { stopGuide, type Handbook } from '../../src/handbook/handbook.ts';
import { audienceShelves, dutiesFirst, threatsFirst } from '../../src/views/audience.ts';
import { coverage } from '../../src/views/coverage.ts';
import { directoryGroups } from '../../src/views/directory.ts';
import { easyReadLink, easyReadView } from '../../src/views/easy-read.ts';
import { eventView, festival } from '../../src/views/event.ts';
import { menuLinks, ownPages, pageAt, pageTrail } from '../../src/views/free-page.ts';
import { guideList } from '../../src/views/guide-filter.ts';
import { guideView } from '../../src/views/guide.ts';
import { indicatorsOf } from '../../src/views/indicators.ts';
import { lifeEventShelves } from '../../src/views/life-events.ts';
import { unitLink } from '../../src/views/link.ts';
import { modeSets, singleModes } from '../../src/views/mode.ts';
import { changesOf } from '../../src/views/news.ts';
import { planView } from '../../src/views/plan.ts';
import { programmeRow, programmeView } from '../../src/views/programme.ts';
import { guideRules, ownSources, quotesOf, statementCount, useKind } from '../../src/views/rule.ts';
import {
  dangerSlots,
  dangerView,
  emergencyViews,
  findAudiences,
  findKinds,
  firstGuides,
  helpCalls,
  otherWays,
  ownNumbers,
} from '../../src/views/search.ts';
import {
  besideAudience,
  besidePlan,
  besideSkill,
  besideUnit,
  besideWorkstream,
} from '../../src/views/see-also.ts';
import { lessonsOf } from '../../src/views/shelf.ts';
import { sourceParts, sourceRows } from '../../src/views/sources.ts';
import { stallPages, stallSpan } from '../../src/views/stall.ts';
import { smallWorld } from '../fixtures/small-world.ts';
import { present } from '../present.ts';

const today = '2026-11-28';

const views: Readonly<Record<string, (handbook: Handbook) => unknown>> = {
  'audiences: shelves': ({ audiences }) => audiences.map(audienceShelves),
  'audiences: with duties': ({ audiences }) => audiences.filter(dutiesFirst),
  'audiences: threats': ({ audiences }) => audiences.map(threatsFirst),
  'audiences: beside': ({ audiences }) => audiences.map(besideAudience),
  coverage,
  directory: directoryGroups,
  'easy texts': ({ easyRead }) => easyRead.map((one) => [easyReadLink(one), easyReadView(one, today)]),
  event: ({ programmes }) => {
    const { programme, event } = festival(programmes);
    return eventView(programme, event);
  },
  'free pages: menus': (handbook) =>
    (['main', 'foot'] as const).map((place) => [place, menuLinks(handbook, place)]),
  'free pages: own': (handbook) => ownPages(handbook),
  'free pages: trails': ({ pages }) => pages.map(pageTrail),
  'free pages: at': (handbook) => pageAt(handbook, '/tin/'),
  'guides: list': guideList,
  'guides: pages': ({ guides }) => guides.map((guide) => guideView(guide, today)),
  'guides: rules': ({ guides }) => guides.map(guideRules),
  'guides: sources': ({ guides }) => guides.map(ownSources),
  targets: ({ plans, indicators }) => plans.map((plan) => indicatorsOf(plan, indicators)),
  'events of life': lifeEventShelves,
  units: ({ units }) => units.map((unit) => [unitLink(unit), besideUnit(unit)]),
  'modes: one': singleModes,
  'modes: sets': modeSets,
  news: changesOf,
  plans: (handbook) => handbook.plans.map((plan) => [planView(plan, handbook), besidePlan(plan)]),
  sessions: ({ programmes, audiences }) =>
    programmes.map((one) => [programmeRow(one, audiences), programmeView(one, today)]),
  'rules: quotes': ({ rules }) => rules.map(quotesOf),
  'rules: statements': statementCount,
  'rules: kinds': ({ rules }) => rules.map(({ uses }) => uses.map(useKind)),
  'search: danger': dangerSlots,
  'search: danger by itself': (handbook) => Object.keys(dangerView(handbook) ?? {}),
  'search: emergencies': emergencyViews,
  'search: audiences': findAudiences,
  'search: kinds': findKinds,
  'search: first guides': (handbook) => firstGuides(handbook),
  'search: one guide': (handbook) => firstGuides(handbook, 1),
  'search: whom to call': helpCalls,
  'search: other ways': otherWays,
  'search: own numbers': ownNumbers,
  skills: ({ skills }) => skills.map(besideSkill),
  workstreams: ({ workstreams }) => workstreams.map(besideWorkstream),
  lessons: ({ tracks }) => tracks.map(lessonsOf),
  sources: (handbook) => sourceParts(sourceRows(handbook)),
  stall: (handbook) => [stallPages(handbook), stallSpan(handbook.edition)],
};

/** Entries by their ids, everything else as it is. */
const told = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'id' in value && 'file' in value
    ? `→ ${String(value.id)}`
    : value;

const lines = (value: unknown): string =>
  (Array.isArray(value) ? value : [value]).map((one) => JSON.stringify(one, told)).join('\n');

test('what the views say of the small content', async () => {
  const handbook = smallWorld();
  present(stopGuide(handbook.guides), 'a guide for whoever is being cheated');
  const said = Object.entries(views).map(([name, view]) => `# ${name}\n${lines(view(handbook))}`);
  await expect(said.join('\n')).toMatchFileSnapshot('small-world.txt');
});
