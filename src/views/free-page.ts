/** What free pages show: their own words, and what they say of the handbook as it is today. */
import { absolute, pages } from '../domain/address.ts';
import { offersAddress } from '../domain/offers.ts';
import { pageBlocks } from '../domain/page-blocks.ts';
import { byTime, type FreePage, type Guide, type Handbook, type Photo } from '../handbook/handbook.ts';
import type { CountName, SiteFact } from '../markdown/live.ts';
import type { GuideChoice, LiveRun } from '../markdown/tree.ts';
import type { MenuPlace } from '../schemas/page.ts';
import { dayWords, t } from '../words/words.ts';
import { contactView, type ContactView } from './directory.ts';
import { guideLink, type GuideLink, type Link } from './link.ts';
import { targetScales, type PlanView } from './plan.ts';
import { taskRow, type TaskRow } from './task.ts';

const counted: Readonly<Record<CountName, (handbook: Handbook) => number>> = {
  guides: ({ guides }) => guides.length,
  lessons: ({ guides }) => guides.filter(({ lesson }) => lesson !== undefined).length,
  plans: ({ plans }) => plans.length,
  tasks: ({ tasks }) => tasks.length,
  units: ({ units }) => units.length,
  indicators: ({ indicators }) => indicators.length,
  audiences: ({ audiences }) => audiences.length,
  workstreams: ({ workstreams }) => workstreams.length,
  skills: ({ skills }) => skills.length,
  terms: ({ terms }) => terms.length,
  modes: ({ modes }) => modes.length,
  'easy-read': ({ easyRead }) => easyRead.length,
  programmes: ({ programmes }) => programmes.length,
  practices: ({ practices }) => practices.length,
};

/** A fact of the edition; `href` where it is a link to another site. */
interface Fact {
  readonly text: string;
  readonly href?: string;
}

const told: Readonly<Record<SiteFact, (handbook: Handbook) => Fact>> = {
  name: ({ site }) => ({ text: site.name }),
  edition: ({ site }) => ({ text: site.edition }),
  place: ({ site }) => ({ text: site.place }),
  owner: ({ site }) => ({ text: site.owner }),
  feedback: ({ site }) => ({ text: site.feedback }),
  platform: ({ site }) => ({ text: site.platform.name, href: site.platform.url }),
  checked: ({ edition }) => ({ text: t('site.checked', { day: dayWords(edition) }) }),
  notice: ({ site: { official, owner } }) => ({
    text: official ? t('site.official', { owner }) : t('site.notOfficial'),
  }),
  license: () => ({ text: t('site.license') }),
  measured: ({ measured }) => ({ text: measuredText(measured) }),
};

/** What was measured and when, and whether the pages still look as they did. */
function measuredText(measured: Handbook['measured']): string {
  if (measured === undefined) return t('measured.never');
  const { day, sizes, widths, ...counts } = measured.data;
  const said = t('measured.said', {
    day: dayWords(day),
    pages: counts.pages,
    sizes: sizes.join(', '),
    widths: widths.join(', '),
    views: counts.views,
    clean: counts.clean,
  });
  return measured.current ? said : `${said} ${t('measured.before')}`;
}

/** Words of a run that a free page fills in. */
export const liveText = (handbook: Handbook, run: LiveRun): string =>
  run.kind === 'count' ? String(counted[run.of](handbook)) : told[run.show](handbook).text;

function chosenGuides(handbook: Handbook, { ids, audience, task, topic }: GuideChoice): readonly Guide[] {
  if (ids !== undefined) return ids.flatMap((id) => handbook.byId.get(id) ?? []);
  const holder =
    handbook.audiences.find(({ id }) => id === audience) ??
    handbook.tasks.find(({ id }) => id === task) ??
    handbook.topics.find(({ id }) => id === topic);
  return holder?.guides ?? [];
}

/** What the components of a free page may show. */
export interface PageProse {
  count(of: CountName): number;
  site(show: SiteFact): Fact;
  guides(choice: GuideChoice): readonly GuideLink[];
  /** What a QR code says, and its words for somebody who does not see it. */
  qr(to: string): { readonly address: string; readonly label: string };
  /** A photo, with what stands below it. */
  photo(id: string): PhotoView;
  /** Targets of a plan, those of each scale on a chart of their own. */
  targets(plan: string): {
    readonly plan: Link;
    readonly scales: readonly {
      readonly unit: string;
      readonly groups: PlanView['groups'];
      readonly max: number;
    }[];
  };
  /** Tasks of a plan by time. */
  calendar(plan: string): readonly TaskRow[];
  contact(id: string): ContactView;
}
type PhotoView = Pick<Photo['data'], 'alt' | 'width' | 'height'> &
  Pick<Photo, 'address'> & { readonly words: string };

/** What the gate has proven to be there. @throws Error for content that it has not seen */
function known<T extends { readonly id: string }>(all: readonly T[], id: string): T {
  const found = all.find((one) => one.id === id);
  if (found === undefined) throw new Error(`Không có ${id} (unproven reference).`);
  return found;
}

function photoView({ address, data: { alt, width, height, caption, by, day } }: Photo): PhotoView {
  const credit = t('photo.credit', { by, day: dayWords(day) });
  return { address, alt, width, height, words: caption === undefined ? credit : `${caption} ${credit}` };
}

export const pageProse = (handbook: Handbook): PageProse => ({
  count: (of) => counted[of](handbook),
  site: (show) => told[show](handbook),
  guides: (choice) => chosenGuides(handbook, choice).map(guideLink),
  qr: (to) => {
    const address = absolute(handbook.site.url, to);
    return { address, label: t('display.qr', { address }) };
  },
  photo: (id) => photoView(known(handbook.photos, id)),
  targets: (id) => {
    const plan = known(handbook.plans, id);
    const { percent, people, mostPeople } = targetScales(plan, handbook.indicators);
    const scales = [
      { unit: t('targets.unitPct'), groups: percent, max: 100 },
      { unit: t('targets.unitMillion'), groups: people, max: mostPeople },
    ];
    return {
      plan: { href: plan.address, text: plan.data.short },
      scales: scales.filter(({ groups }) => groups.length > 0),
    };
  },
  calendar: (id) => byTime(known(handbook.plans, id).tasks).map(taskRow),
  contact: (id) => contactView(known(handbook.directory, id)),
});

export const pageLink = (page: FreePage): Link => ({ href: page.address, text: page.data.title });

/** Pages above a free page, the widest first. */
export const pageTrail = ({ under }: FreePage): Link[] =>
  under === undefined ? [] : [...pageTrail(under), pageLink(under)];

/** Free pages that a list of every page links to. */
export const menuLinks = (handbook: Handbook, place: MenuPlace): Link[] =>
  handbook.pages
    .filter(({ data, address }) => data.menu.includes(place) && offersAddress(address))
    .map(pageLink);

/** Addresses of pages that have a page of code besides their words, which draws their named blocks. */
const drawnElsewhere: ReadonlySet<string> = new Set(Object.values(pageBlocks).map(({ on }) => pages[on]));

/** Free pages that need no code of their own. */
export const ownPages = (handbook: Handbook): FreePage[] =>
  handbook.pages.filter(({ address }) => !drawnElsewhere.has(address));

/** The free page at an address of the product. @throws Error when the content was not proven */
export function pageAt(handbook: Handbook, address: string): FreePage {
  const page = handbook.pages.find((one) => one.address === address);
  if (page === undefined) throw new Error(`Không có trang tự do ở ${address} (unproven content).`);
  return page;
}
