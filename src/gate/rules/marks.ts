/** Entries that the handbook needs exactly one of, marked by a field of theirs. */
import { fault } from '../faults.ts';
import type { Proving } from '../proving.ts';

/** One guide for somebody who is being cheated, at most one to the quarterly report. */
export function proveMarks({ numbered, say }: Proving): void {
  const stops = numbered.filter((guide) => guide.data.stop);
  const [first] = numbered;
  const details = {
    field: 'stop: true',
    found: stops.map((guide) => guide.id),
    what: 'bài cho người đang bị lừa',
  };
  if (stops.length === 0 && first !== undefined) say(first, [], fault('mark-one', details));
  for (const extra of stops.slice(1)) say(extra, ['stop'], fault('mark-one', details));
  const reports = numbered.filter((guide) => guide.data.quarterReport);
  for (const extra of reports.slice(1))
    say(
      extra,
      ['quarterReport'],
      fault('mark-one', {
        field: 'quarterReport: true',
        found: reports.map((guide) => guide.id),
        what: 'bài về báo cáo quý',
      }),
    );
}

/** An audience stands under the choice of one that has a choice. */
export function proveFilters({ entries, say }: Proving): void {
  const choices = entries.audiences.filter(({ data }) => data.filter !== undefined).map(({ id }) => id);
  for (const audience of entries.audiences) {
    const { filterWith } = audience.data;
    if (filterWith !== undefined && !choices.includes(filterWith))
      say(audience, ['filterWith'], fault('filter-choice', { id: filterWith, choices }));
  }
}

/**
 * A title that names one kind of phone says in a field which one, so that the session builder does not read
 * titles.
 */
export function proveDevices({ numbered, say }: Proving): void {
  for (const guide of numbered) {
    const named = /\b(Android|iPhone)$/.exec(guide.data.title)?.[1]?.toLowerCase();
    if (named !== undefined && guide.data.device !== named) say(guide, ['title'], fault('device', { named }));
  }
}
