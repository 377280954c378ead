/**
 * The kit for the festival of 10 October: what the session with an `event` says, put on the clock of the day.
 */
import { offers } from '../domain/offers.ts';
import { announcementAddress, posterAddress } from '../domain/address.ts';
import type { Guide, Programme, ProgrammeEvent } from '../handbook/handbook.ts';
import { t } from '../words/words.ts';
import { guideLink, type GuideLink, type Link } from './link.ts';

/** A programme on the clock of the day. */
type Day = readonly { readonly time: string; readonly title: string; readonly what: string }[];

export interface EventView {
  readonly day: Day;
  /** The same stalls on a shorter or a longer day. */
  readonly forms: readonly { readonly name: string; readonly minutes: number; readonly day: Day }[];
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
  const [hour, minute] = begins.split(':').map(Number) as [number, number];
  const at = (hour * 60 + minute + minutes) % (24 * 60);
  return `${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`;
}

export function eventView(programme: Programme, event: ProgrammeEvent): EventView {
  const title = (guide: Guide): { n: number; title: string } => ({
    n: guide.data.number,
    title: guide.data.title,
  });
  const day = (programme: ProgrammeEvent['programme']): Day =>
    programme.map(({ from, to, title: name, what }) => ({
      time: `${clock(event.begins, from)}–${clock(event.begins, to)}`,
      title: name,
      what,
    }));
  return {
    day: day(event.programme),
    forms: event.forms.map((form) => ({
      name: form.name,
      minutes: form.programme.at(-1)?.to ?? 0,
      day: day(form.programme),
    })),
    minutes: event.programme.at(-1)!.to,
    stalls: event.stalls.map((stall) => ({
      title: stall.title,
      does: stall.does,
      who: stall.who,
      table: stall.table,
      guides: stall.guides.map(guideLink),
    })),
    posters: (offers('print') ? [...new Set(event.stalls.flatMap((stall) => stall.guides))] : []).map(
      (guide) => ({
        href: posterAddress(guide.data.number),
        text: t('event.poster', title(guide)),
      }),
    ),
    announcements: (offers('loudspeaker') ? event.announce : []).map((guide) => ({
      href: announcementAddress(guide.data.number),
      text: t('event.announcement', title(guide)),
    })),
    checklist: event.checklist,
    rules: programme.data.safety,
  };
}

/** The session that stands for the festival; every edition has one. */
export function festival(programmes: readonly Programme[]): { programme: Programme; event: ProgrammeEvent } {
  const programme = programmes.find((candidate) => candidate.event !== undefined);
  if (programme?.event === undefined)
    throw new Error('Chưa có buổi nào mang phần event cho ngày hội 10/10 (no session with an event).');
  return { programme, event: programme.event };
}
