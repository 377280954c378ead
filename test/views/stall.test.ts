/** “Sạp của tôi”: every way through the questions ends at duties that are of the case, dated and in order. */
import { describe, expect, test } from 'vitest';
import { nextDay, stallPages, stallSpan } from '../../src/views/stall.ts';
import { present } from '../present.ts';
import { realHandbook } from '../real.ts';

const handbook = realHandbook();
const pages = stallPages({ ...handbook, edition: '2026-11-28' });
const at = (answers: string) =>
  present(
    pages.find((page) => page.answers.join('/') === answers),
    answers,
  );
const days = (answers: string) => (at(answers).duties?.dated ?? []).map(({ day }) => day);

describe('Sạp của tôi', () => {
  test('asks three questions, and twelve cases end in duties', () => {
    expect(pages.filter(({ question }) => question !== undefined)).toHaveLength(1 + 3 + 6);
    const ends = pages.filter(({ duties }) => duties !== undefined);
    expect(ends).toHaveLength(12);
    for (const { duties, answers } of ends)
      expect(duties?.always.length, answers.join('/')).toBeGreaterThan(1);
  });

  test('what has a day stands among the dated duties alone, and the days that are covered are told', () => {
    const ends = pages.flatMap(({ duties }) => duties ?? []);
    expect(ends.flatMap(({ dated }) => dated).length).toBeGreaterThan(5);
    for (const { always, dated } of ends) {
      expect(always.filter(({ day }) => day !== undefined)).toEqual([]);
      expect(dated.filter(({ day }) => day === undefined)).toEqual([]);
    }
    expect(stallSpan('2026-11-28')).toMatch(/28\D+11\D+2026.*11\D+2027/);
  });

  test('every answer leads to a page', () => {
    const there = new Set(
      pages.map(({ answers }) => `/sap-cua-toi/${answers.map((one) => `${one}/`).join('')}`),
    );
    const links = pages.flatMap(({ question }) => question?.links ?? []);
    expect(links.length).toBe(21);
    for (const { href } of links) expect([...there]).toContain(href);
  });

  test('gives the days of the rules, soonest first, within twelve months', () => {
    expect(days('da-dang-ky/khong-qua/cho')).toEqual(['2027-01-31']);
    expect(days('da-dang-ky/tren-muc/san')).toEqual([
      '2026-12-30',
      '2027-01-30',
      '2027-01-31',
      '2027-03-31',
      '2027-04-30',
      '2027-07-31',
      '2027-10-31',
    ]);
    expect(days('nha-nong/tren-muc/cho')).toEqual([]);
  });

  test('says of a platform only what sells there, and of a shop only what is registered', () => {
    const words = (answers: string): string => JSON.stringify(at(answers).duties);
    expect(words('da-dang-ky/khong-qua/san')).toContain('sàn');
    expect(words('da-dang-ky/khong-qua/cho')).not.toContain('sàn');
    expect(words('chua-dang-ky/khong-qua/cho')).not.toContain('tài khoản mang tên hộ');
  });

  test('a day that comes back each year is the next one', () => {
    const rule = present(
      handbook.rules.find(({ id }) => id === 'ho-kinh-doanh/khai-thue-quy'),
      'rule',
    );
    expect(nextDay(rule, 'quy-1', '2027-04-30')).toBe('2027-04-30');
    expect(nextDay(rule, 'quy-1', '2027-05-01')).toBe('2028-04-30');
    expect(nextDay(rule, undefined, '2027-05-01')).toBeUndefined();
  });

  test('stands on rules that know it', () => {
    const rule = present(
      handbook.rules.find(({ id }) => id === 'ho-kinh-doanh/niem-yet-gia'),
      'rule',
    );
    expect(rule.uses.map(({ collection }) => collection)).toContain('stall');
  });
});
