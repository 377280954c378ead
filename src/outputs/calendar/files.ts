/** The calendar of the campaign, of the open day, and of each unit that has dates. */
import { pages, unitFileAddress } from '../../domain/address.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import { unitDownloads } from '../../views/unit-work.ts';
import type { HandbookFile } from '../output.ts';
import { calendarFile, eventCalendarFile, unitCalendarFile } from './calendar.ts';

const type = 'text/calendar; charset=utf-8';

export const files = (handbook: Handbook): HandbookFile[] => [
  { address: pages.calendarFile, type, content: () => calendarFile(handbook) },
  { address: pages.eventFile, type, content: () => eventCalendarFile(handbook) },
  ...handbook.units
    .filter((unit) => unitDownloads(unit).includes('calendar'))
    .map((unit) => ({
      address: unitFileAddress(unit.id, 'calendar'),
      type,
      content: () => unitCalendarFile(unit, handbook),
    })),
];
