/** The published calendar, read by a library and by its text rules. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { isNational } from '../national/edition.ts';
import { dist } from './dist.ts';

const ics = readFileSync(join(dist, 'lich/phong-trao.ics'), 'utf8');

test('obeys the text rules of RFC 5545', () => {
  expect(ics.split('\r\n').join('')).not.toMatch(/[\r\n]/);
  const lines = ics.split('\r\n');
  expect(lines.at(-1)).toBe('');
  for (const line of lines) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
});

test.runIf(isNational)('holds 10/10 each year and the quarter reports by the 15th', () => {
  const events = new ICAL.Component(ICAL.parse(ics))
    .getAllSubcomponents('vevent')
    .map((subcomponent) => new ICAL.Event(subcomponent));
  expect(events.length).toBeGreaterThan(8);
  expect(new Set(events.map((event) => event.uid)).size).toBe(events.length);
  const festival = events.filter((event) => event.startDate.month === 10 && event.startDate.day === 10);
  expect(festival.length).toBe(3);
  for (const event of festival)
    expect(String(event.component.getFirstPropertyValue('rrule'))).toMatch(/^FREQ=YEARLY;UNTIL=\d{4}1231$/);
  const reports = events.filter((event) => event.uid.startsWith('bao-cao-'));
  expect(reports.map((report) => report.uid.split('@')[0]).sort()).toEqual([
    'bao-cao-bkhcn-550',
    'bao-cao-gia-lai-xa',
  ]);
  const days = reports
    .map((report) => {
      const it = report.iterator();
      return [0, 1, 2, 3]
        .map(() => {
          const time = it.next();
          return `${time.month}-${time.day}`;
        })
        .sort((one, other) => parseInt(one, 10) - parseInt(other, 10))
        .join(' ');
    })
    .sort();
  expect(days).toEqual(['3-14 6-14 9-14 12-14', '3-15 6-15 9-15 12-15']);
});
