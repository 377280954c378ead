/**
 * The calendar of the festival: the day each year, its preparations around it, UIDs that hang on no words.
 */
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { readContent } from '../../../src/gate/read.ts';
import { prove } from '../../../src/gate/prove.ts';
import { eventCalendarEntries, eventCalendarFile } from '../../../src/outputs/calendar/calendar.ts';
import { joinHandbook } from '../../../src/handbook/join.ts';
import type { Handbook } from '../../../src/handbook/handbook.ts';
import { swap, withTree, type Changes } from '../../fixtures/tree.ts';
import { present } from '../../present.ts';
import { realHandbook } from '../../real.ts';

const open = (root: string): Handbook => {
  const { entries } = readContent(root);
  return joinHandbook(entries, prove(entries));
};
const read = (file: string): ICAL.Event[] =>
  new ICAL.Component(ICAL.parse(file))
    .getAllSubcomponents('vevent')
    .map((subcomponent) => new ICAL.Event(subcomponent));
const good = (changes: Changes = {}): Handbook => withTree(changes, open);

test('the real kit: the day on 10 October each year, two weeks before to the day after, by the text rules', () => {
  const handbook = realHandbook();
  const file = eventCalendarFile(handbook);
  const events = read(file);
  const { event } = present(
    handbook.programmes.find((programme) => programme.event),
    'one of programmes',
  );
  expect(events.length).toBe(present(event, 'event').checklist.length);
  expect(events.map((event) => event.uid)).toEqual(eventCalendarEntries(handbook).map((entry) => entry.uid));
  expect(new Set(events.map((event) => event.uid)).size).toBe(events.length);
  for (const otherEvent of events)
    expect(String(otherEvent.component.getFirstPropertyValue('rrule')), otherEvent.uid).toBe(
      `FREQ=YEARLY;UNTIL=${Number(handbook.edition.slice(0, 4)) + 1}1231`,
    );
  const day = present(
    events.find((event) => !/-(?:truoc|sau)-/.test(event.uid)),
    'one of events',
  );
  expect([day.startDate.month, day.startDate.day, day.summary]).toEqual([
    10,
    10,
    present(event, 'event').name,
  ]);
  expect(events.map((event) => [event.startDate.month, event.startDate.day].join('/'))).toEqual(
    expect.arrayContaining(['9/26', '10/11']),
  );
  const lines = file.split('\r\n');
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of lines) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
  expect(eventCalendarFile(handbook)).toBe(file);
});

test('UIDs stay when words and times change', () => {
  const uids = (handbook: Handbook): string[] => read(eventCalendarFile(handbook)).map((event) => event.uid);
  const changed = good({
    'programmes/lop-nau-com.yaml': (old) =>
      swap(
        'name: Ngày hội cơm',
        'name: Tên khác',
      )(swap('when: Hai tuần trước', 'when: Từ sớm')(swap('begins: "07:30"', 'begins: "08:00"')(old))),
  });
  expect(uids(changed)).toEqual(uids(good()));
  expect(read(eventCalendarFile(changed)).map((event) => event.summary)).not.toEqual(
    read(eventCalendarFile(good())).map((event) => event.summary),
  );
});
