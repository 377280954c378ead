/** Addresses that readers can open, as far as the content alone tells. */
import * as address from '../domain/address.ts';
import type { Entries, Entry } from '../schemas/collections.ts';
import { editDistance } from '../vietnamese/text.ts';

/** Every address of a page, without those inside a page. */
export function livingAddresses(entries: Entries): Set<string> {
  return new Set([...productAddresses(entries), ...entries.pages.map((page) => page.data.address)]);
}

/** The same without free pages: what a free page must not take. */
export function productAddresses(entries: Entries): Set<string> {
  const of = (list: readonly Entry[], make: (id: string) => string): string[] =>
    list.map((entry) => make(entry.id));
  const numbers = [...entries.guides, ...entries.market, ...entries.events].map((guide) => guide.data.number);
  return new Set([
    ...Object.values(address.pages),
    ...of(entries.guides, address.guideAddress),
    ...entries.topics.filter(({ data }) => !data.events).map(({ id }) => address.topicAddress(id)),
    ...of(entries.events, address.lifeEventAddress),
    ...of(entries.market, address.lessonAddress),
    ...of(entries.tracks, address.trackAddress),
    ...numbers.map(address.numberAddress),
    ...of(entries.audiences, address.audienceAddress),
    ...of(entries.areas, address.areaAddress),
    ...entries.skills.map((skill) => address.skillAddress(skill.data.area, skill.id)),
    ...of(entries.plans, address.planAddress),
    ...of(entries.tasks, address.taskAddress),
    ...of(entries.workstreams, address.workstreamAddress),
    ...of(entries.units, address.unitAddress),
    ...numbers.map(address.announcementAddress),
    ...of(entries.modes, address.modeAddress),
    ...of(entries.easyRead, address.easyReadAddress),
    ...of(entries.programmes, address.programmeAddress),
  ]);
}

/** The cure of an address that nobody has: the nearest one, or what to look for. */
export function likely(wrong: string, known: ReadonlySet<string>): string {
  const like = [...known].reduce((a, b) => (editDistance(wrong, b) < editDistance(wrong, a) ? b : a), '/');
  return editDistance(wrong, like) <= 6 ? `có phải “${like}”?` : 'ghi địa chỉ của một trang đang có';
}
