/** The kit for the festival of 10 October: what the session with an `event` says, put on the clock of the day. */
import { announcementAddress, posterAddress } from '../domain/address.ts';
import type { Guide, Programme, ProgrammeEvent } from '../handbook/handbook.ts';
import { t } from '../words/words.ts';
import { guideLink, type GuideLink, type Link } from './link.ts';

export interface EventView {
  readonly day: readonly { readonly time: string; readonly title: string; readonly what: string }[];
  /** Minutes of the whole programme. */
  readonly minutes: number;
  readonly stalls: readonly {
    readonly title: string;
    readonly does: string;
    readonly who: string;
    readonly table: readonly string[];
    readonly guides: readonly GuideLink[];
  }[];
  readonly posters: readonly Link[];
  readonly announcements: readonly Link[];
  readonly checklist: ProgrammeEvent['checklist'];
  readonly rules: readonly string[];
}

/** `07:30` and 95 minutes later: `9:05`. */
export function clock(begins: string, minutes: number): string {
  const [h, m] = begins.split(':').map(Number) as [number, number];
  const at = (h * 60 + m + minutes) % (24 * 60);
  return `${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`;
}

export function eventView(p: Programme, e: ProgrammeEvent): EventView {
  const title = (g: Guide): { n: number; title: string } => ({ n: g.data.number, title: g.data.title });
  return {
    day: e.programme.map((x) => ({
      time: `${clock(e.begins, x.from)}–${clock(e.begins, x.to)}`,
      title: x.title,
      what: x.what,
    })),
    minutes: e.programme.at(-1)!.to,
    stalls: e.stalls.map((s) => ({
      title: s.title,
      does: s.does,
      who: s.who,
      table: s.table,
      guides: s.guides.map(guideLink),
    })),
    posters: [...new Set(e.stalls.flatMap((s) => s.guides))].map((g) => ({
      href: posterAddress(g.data.number),
      text: t('event.poster', title(g)),
    })),
    announcements: e.announce.map((g) => ({
      href: announcementAddress(g.data.number),
      text: t('event.announcement', title(g)),
    })),
    checklist: e.checklist,
    rules: p.data.safety,
  };
}

/** The session that stands for the festival; every edition has one. */
export function festival(programmes: readonly Programme[]): { programme: Programme; event: ProgrammeEvent } {
  const programme = programmes.find((p) => p.event !== undefined);
  if (programme?.event === undefined)
    throw new Error('Chưa có buổi nào mang phần event cho ngày hội 10/10 (no session with an event).');
  return { programme, event: programme.event };
}
