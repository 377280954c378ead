/** Addresses that moved: from no living page, to a living one, not in a chain. */
import * as address from '../../domain/address.ts';
import type { Entries, Entry } from '../../schemas/collections.ts';
import { editDistance } from '../../vietnamese/text.ts';
import { fault } from '../faults.ts';
import type { Proving } from '../proving.ts';

/** All rules of `content/redirects.yaml`. */
export function proveRedirects({ entries, say }: Proving): void {
  const living = livingAddresses(entries);
  for (const entry of entries.redirects) {
    const sources = new Set<string>();
    entry.data.redirects.forEach(({ from }, index) => {
      if (sources.has(from)) say(entry, ['redirects', index, 'from'], fault('duplicate-redirect', { from }));
      sources.add(from);
    });
    entry.data.redirects.forEach(({ from, to }, index) => {
      if (sources.has(to)) say(entry, ['redirects', index, 'to'], fault('redirect-chain', { to }));
      else if (!living.has(to))
        say(entry, ['redirects', index, 'to'], fault('redirect-dead', { to, cure: likely(to, living) }));
      if (living.has(from)) say(entry, ['redirects', index, 'from'], fault('redirect-living', { from }));
    });
  }
}

/** Every address that a reader can open, without those inside a page. */
function livingAddresses(entries: Entries): Set<string> {
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

function likely(wrong: string, known: ReadonlySet<string>): string {
  const like = [...known].reduce((a, b) => (editDistance(wrong, b) < editDistance(wrong, a) ? b : a), '/');
  return editDistance(wrong, like) <= 6 ? `có phải “${like}”?` : 'ghi địa chỉ của một trang đang có';
}
