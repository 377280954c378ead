/**
 * What stands where in lists when two are alike, and what is said of what is not there: of the small content,
 * with more or less in it than it has.
 */
import { expect, test } from 'vitest';
import type { Contact, Guide, Handbook } from '../../src/handbook/handbook.ts';
import { audienceShelves } from '../../src/views/audience.ts';
import { contactView } from '../../src/views/directory.ts';
import { frontView } from '../../src/views/front.ts';
import { changesOf } from '../../src/views/news.ts';
import { emergencyViews, firstGuides, ownNumbers } from '../../src/views/search.ts';
import { sourceRows } from '../../src/views/sources.ts';
import { nextDay } from '../../src/views/stall.ts';
import { allChanges, behindWords } from '../../src/views/still-right.ts';
import { targetTables } from '../../src/views/targets.ts';
import { smallWorld } from '../fixtures/small-world.ts';
import { present } from '../present.ts';

const handbook = smallWorld();
const guide = (id: string): Guide => present(handbook.byId.get(id), id);
const [cook, wash] = [guide('bep/nau-com-dien'), guide('bep/rua-rau')];
const withData = (one: Guide, data: Partial<Guide['data']>): Guide => ({
  ...one,
  data: { ...one.data, ...data },
});

test('an audience reads its own guides before those of others, each by number', () => {
  const audience = present(
    handbook.audiences.find(({ id }) => id === 'nha-nong'),
    'nha-nong',
  );
  const others = { ...cook, audiences: [] };
  const of = (one: Guide, number: number): Guide => withData({ ...one, shelf: cook.shelf }, { number });
  const guides = [of(others, 1), of(wash, 9), of(others, 3), of(wash, 5)];
  for (const list of [guides, [...guides].reverse()]) {
    const [shelf, ...more] = audienceShelves({ ...audience, guides: list });
    expect(shelf?.guides.map(({ number }) => number)).toEqual([5, 9, 1, 3]);
    expect(more).toEqual([]);
  }
});

test('changes of one day: guides, rules, the directory; later days before them', () => {
  const change = (day: string, what: string) => ({ changes: [{ day, what }] });
  const [rule] = handbook.rules;
  const [contact] = handbook.directory;
  const one: Handbook = {
    ...handbook,
    guides: [
      withData(cook, change('2026-11-02', 'một')),
      withData(wash, change('2026-11-02', 'hai')),
      withData(cook, change('2026-11-03', 'ba')),
    ],
    rules: [{ ...present(rule, 'a rule'), data: { ...present(rule).data, ...change('2026-11-02', 'bốn') } }],
    directory: [
      { ...present(contact, 'an entry'), data: { ...present(contact).data, ...change('2026-11-02', 'năm') } },
    ],
  };
  const whats = allChanges(one).map(({ day, what }) => `${day} ${what}`);
  // The rule of the small content ends too: the day after its last is a change.
  expect(whats).toEqual([
    '2027-02-01 Từ ngày này quy định ấy có thể đã đổi, hỏi ngân hàng của mình.',
    '2026-11-03 ba',
    '2026-11-02 một',
    '2026-11-02 hai',
    '2026-11-02 bốn',
    '2026-11-02 năm',
  ]);
});

test('news of one day: what joined, what changed, what moved, what was checked', () => {
  const day = '2026-11-21';
  const guides = [
    withData(wash, { added: day, changes: [{ day, what: 'Thêm bước' }] }),
    withData(cook, { added: day, changes: [{ day: '2026-11-22', what: 'Bớt bước' }] }),
  ];
  const keys = changesOf({ guides, redirects: handbook.redirects }).map(({ key }) => key);
  expect(keys.slice(0, 6)).toEqual([
    'sua/1/2026-11-22',
    'them/2',
    'them/1',
    'sua/2/2026-11-21',
    'chuyen/bai-cu/2026-11-21',
    'kiem-tra/2026-11-21',
  ]);
});

test('who stands behind an edition is told in sentences with a space between them', () => {
  const reviewedBy = { unit: 'Sở Mẫu', role: 'người xem', day: '2026-11-20' };
  const words = behindWords({ ...handbook.site, official: true, owner: 'UBND xã Mẫu', reviewedBy });
  expect(words).toBe('Trang chính thức của UBND xã Mẫu. Sở Mẫu (người xem) duyệt ngày 20/11/2026.');
  expect(behindWords({ ...handbook.site, official: false, reviewedBy: undefined })).not.toMatch(/Sở Mẫu/);
});

test('an entry that stands for the reader’s own one says so, and nothing else does', () => {
  const [emergency] = handbook.emergencies;
  const [helper] = handbook.directory;
  const contact = present(helper, 'an entry');
  const callsOf = (data: Partial<Contact['data']>) => {
    const calls = [{ ...contact, data: { ...contact.data, ...data } }];
    const [view] = emergencyViews({ ...handbook, emergencies: [{ ...present(emergency), calls }] });
    return view?.calls;
  };
  expect(callsOf({ chooses: 'bank' })).toEqual([
    {
      name: 'Cứu hộ xã Mẫu',
      number: '000 000 001',
      where: 'Nhà văn hóa xã',
      mine: { kind: 'bank', href: contact.address },
    },
  ]);
  expect(callsOf({})).toEqual([{ name: 'Cứu hộ xã Mẫu', number: '000 000 001', where: 'Nhà văn hóa xã' }]);
  expect(contactView({ ...contact, data: { ...contact.data, website: 'https://a.example' } }).website).toBe(
    'https://a.example',
  );
  expect(contactView(contact)).not.toHaveProperty('website');
  expect(ownNumbers({ ...handbook, directory: handbook.directory.filter(({ local }) => !local) })).toBe(
    undefined,
  );
});

test('bars of percent reach to a hundred, bars of people to the most people', () => {
  const [placed] = handbook.indicators;
  const { indicator, ...rest } = present(placed, 'a target');
  const maxOf = (unit: typeof indicator.unit, ...values: readonly number[]) =>
    targetTables({
      indicators: values.map((value) => ({ ...rest, indicator: { ...indicator, unit, value } })),
    }).map(({ max }) => max);
  expect(maxOf('percent', 80, 90)).toEqual([100]);
  expect(maxOf('million-people', 3, 7, 5)).toEqual([7]);
});

test('an edition without a guide for the cheated or a line for children has no door to them', () => {
  const doors = (guides: readonly Guide[]) => frontView({ ...handbook, guides }).doors;
  const stop = guide('vuon/tuoi-cay');
  expect(doors([cook, stop]).map(({ href }) => href)).toEqual([stop.address]);
  expect(doors([cook, wash])).toEqual([]);
});

test('a source names each page that rests on it once, with the day on which it was last read', () => {
  const source = { title: 'Sách', url: 'https://sach.example', certainty: 'one' } as const;
  const read = (...days: readonly string[]) => days.map((seen) => ({ ...source, seen }));
  const rows = sourceRows({
    ...handbook,
    guides: [
      withData(cook, { sources: read('2026-11-01', '2026-11-05') }),
      withData(wash, { sources: read('2026-11-03') }),
    ],
  }).filter((row) => row.source.url === source.url);
  expect(rows.map((row) => row.source.seen)).toEqual(['2026-11-05']);
  expect(rows[0]?.usedBy).toEqual([
    { href: cook.address, text: 'bài 1' },
    { href: wash.address, text: 'bài 2' },
  ]);
});

test('a rule without the part that is asked for names no day', () => {
  const [rule] = handbook.rules;
  const limit = present(rule, 'a rule');
  expect(nextDay(limit, 'het', '2026-11-28')).toBe('2027-01-31');
  expect(nextDay(limit, 'khong-co', '2026-11-28')).toBeUndefined();
  expect(nextDay({ ...limit, data: { ...limit.data, values: {} } }, undefined, '2026-11-28')).toBeUndefined();
});

test('without an answer: what most audiences begin with, then the lower number, five at most', () => {
  const numbered = [7, 3, 9, 1, 5, 8].map((number) => withData(cook, { number }));
  const [audience] = handbook.audiences;
  const of = (...first: readonly Guide[]) => ({ ...present(audience, 'an audience'), first });
  const numbers = (count?: number) =>
    firstGuides(
      { ...handbook, audiences: [of(...numbered), of(...numbered.slice(2, 3)), of(...numbered.slice(5))] },
      count,
    ).map(({ data }) => data.number);
  expect(numbers()).toEqual([8, 9, 1, 3, 5]);
  expect(numbers(2)).toEqual([8, 9]);
});
