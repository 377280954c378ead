/** Sessions, practices and announcements: their places in lists, and their words. */
import type { Tree } from '../../markdown/tree.ts';
import { fault } from '../faults.ts';
import { entryKey, type Proving } from '../proving.ts';
import { lawFaults, proseFaults } from './prose.ts';
import { programmeFaults } from './session.ts';
import { unique } from './unique.ts';

/** Training sessions, once the trees of their guides are there. */
export function proveProgrammes(proving: Proving, trees: ReadonlyMap<string, Tree>): void {
  const { entries, say } = proving;
  unique(
    entries.programmes,
    (entry) => entry.data.title,
    ['title'],
    (taken) => fault('duplicate-title', { what: 'Tên buổi', ...taken }),
    say,
  );
  unique(
    entries.programmes,
    (entry) => String(entry.data.order),
    ['order'],
    (taken) => fault('duplicate-order', taken),
    say,
  );
  const events = entries.programmes.filter((programme) => programme.data.event);
  unique(
    events,
    ({ data: { event } }) => `${event?.day}/${event?.month}`,
    ['event'],
    (taken) => fault('duplicate-event', taken),
    say,
  );
  const [first] = entries.programmes;
  if (first !== undefined && events.length === 0) say(first, [], fault('no-event'));
  const guides = new Map(proving.numbered.map((guide) => [guide.id, guide]));
  for (const programme of entries.programmes)
    proving.guarded(programme, () => {
      const found = programmeFaults(programme.id, programme.data, (id) => {
        const guide = guides.get(id);
        if (guide === undefined) return undefined;
        const { number, risk } = guide.data;
        const tree = trees.get(entryKey(guide));
        return { number, risk, ...(tree ? { tree } : {}) };
      });
      for (const { path, ...one } of found) say(programme, path, one);
    });
}

/** Ways of doing things that others found. */
export function provePractices(proving: Proving): void {
  const { entries, say } = proving;
  unique(
    entries.practices,
    (entry) => entry.data.title,
    ['title'],
    (taken) => fault('duplicate-title', { what: 'Tên', ...taken }),
    say,
  );
  unique(
    entries.practices,
    (entry) => String(entry.data.order),
    ['order'],
    (taken) => fault('duplicate-order', taken),
    say,
  );
  for (const practice of entries.practices)
    proving.guarded(practice, () => {
      for (const field of ['title', 'did', 'result', 'take'] as const) {
        const text = practice.data[field] ?? '';
        const found = [
          ...proseFaults(text, { hasRealSource: true }),
          ...lawFaults(text, practice.data.sources),
        ];
        for (const one of found) say(practice, [field], one);
      }
    });
}

/** One announcement a guide. */
export function proveAnnouncementNames({ entries, say }: Proving): void {
  unique(
    entries.announcements,
    (entry) => entry.data.guide,
    ['guide'],
    (taken) => fault('duplicate-announcement', taken),
    say,
  );
}
