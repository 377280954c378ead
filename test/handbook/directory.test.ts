/** What reaches readers of the directory, and what never does. */
import { describe, expect, test } from 'vitest';
import { callRows, callSheet, takeDown } from '../../src/cli/report-directory.ts';
import { addDays } from '../../src/domain/days.ts';
import { digitsOf } from '../../src/domain/telephone.ts';
import { joinHandbook } from '../../src/handbook/join.ts';
import { joinDirectory } from '../../src/handbook/join-directory.ts';
import { fridgeSheet } from '../../src/outputs/print/fridge-sheet.ts';
import { pageSources } from '../../src/outputs/search-index/passages.ts';
import type { Entries } from '../../src/schemas/collections.ts';
import { directoryGroups, isListed } from '../../src/views/directory.ts';
import {
  allChanges,
  behindWords,
  changesForGuide,
  faultReport,
  guideReviews,
  paperCheck,
} from '../../src/views/still-right.ts';
import { callableBy, proofOf, whereBeside, whereOf } from '../../src/words/contact.ts';
import { t } from '../../src/words/words.ts';
import { present } from '../present.ts';
import { realContent, realHandbook, realProof } from '../real.ts';
import { floor } from '../national/edition.ts';

const entries = realContent();
const proof = realProof();
const handbook = realHandbook();
const site = present(entries.site[0], 'the edition');

/** The handbook of an edition that says other things of the directory. */
const edition = (changes: Partial<typeof site.data>) => {
  const other: Entries = { ...entries, site: [{ ...site, data: { ...site.data, ...changes } }] };
  return joinHandbook(other, proof);
};
const contact = (book: typeof handbook, id: string) =>
  present(
    book.directory.find((one) => one.id === id),
    id,
  );

describe('the directory', () => {
  test('entries with the same place stand by their names, in whatever order they are read', () => {
    const banks = entries.directory.filter(({ data }) => data.kind === 'bank').slice(0, 4);
    const alike = banks.map((entry) => ({ ...entry, data: { ...entry.data, order: 7 } }));
    const ids = banks.map(({ id }) => id).sort();
    for (const directory of [alike, [...alike].reverse()])
      expect(joinDirectory(directory, { ...site.data, contacts: [] }).map(({ id }) => id)).toEqual(ids);
  });

  test('no field that only editors may see, and no untried number, leaves the gate', () => {
    const text = JSON.stringify(handbook.directory);
    const untried = entries.directory.flatMap(({ data }) => [...data.toTry, ...data.refused]);
    expect(untried.length).toBeGreaterThan(floor(30));
    for (const { number } of untried) expect(text).not.toContain(`"${number}"`);
    expect(text).not.toMatch(/"(?:toTry|refused|doubt|copies)"/);
  });

  test('what prints a number of a bank says who states it and that nobody has called', () => {
    const banks = handbook.directory.filter(({ data }) => data.kind === 'bank');
    const printed = banks.filter(({ data }) => data.number !== undefined);
    expect(printed.length).toBeGreaterThanOrEqual(6);
    for (const { data } of printed) expect(proofOf(data)).toMatch(/^Theo .+, xem ngày .+; chưa gọi thử$/u);
    const others = banks.filter(({ data }) => data.number === undefined);
    expect(others.length).toBeGreaterThan(floor(20));
    for (const { id, data } of others) expect(whereOf(data), id).toMatch(/quầy|trong ứng dụng/u);
  });

  test('a call of the edition lets a number be printed, with day and role', () => {
    const agribank = present(
      entries.directory.find(({ id }) => id === 'agribank'),
      'agribank',
    );
    const { number } = present(agribank.data.toTry[0], 'a number to try');
    expect(contact(handbook, 'agribank').data.number).toBeUndefined();
    const tested = [{ id: 'agribank', number, day: '2026-12-01', role: 'Công an xã' }];
    const called = contact(edition({ directory: { hide: [], tested } }), 'agribank');
    expect(called.data.number).toBe(number);
    expect(called.data.numbers).toHaveLength(1);
    expect(proofOf(called.data)).toBe('Đã gọi thử ngày 1/12/2026: Công an xã');
  });

  test('an edition hides an entry', () => {
    const hidden = edition({ directory: { hide: ['napas', 'moca'], tested: [] } });
    expect(hidden.directory).toHaveLength(handbook.directory.length - 2);
  });

  test('an edition’s own entry stands with all others in every form, a hidden one in none', () => {
    const bank = present(
      entries.directory.find(({ id }) => id === 'vietcombank'),
      'vietcombank',
    );
    const numbers = bank.data.numbers.map((one) => ({ ...one, number: '1900 0000' }));
    const names = { name: 'Quỹ tín dụng nhân dân Mẫu', short: 'Quỹ Mẫu', aliases: [] };
    const own = { ...bank, id: 'quy-mau', data: { ...bank.data, ...names, numbers, locks: [], sources: [] } };
    const hide = { ...site, data: { ...site.data, directory: { hide: ['vietcombank'], tested: [] } } };
    const all: Entries = { ...entries, site: [hide], directory: [...entries.directory, own] };
    const book = joinHandbook(all, proof);
    const forms = {
      group: directoryGroups(book),
      fridge: fridgeSheet(book),
      search: pageSources(book, all, proof, []).filter(({ kind }) => kind === 'call'),
    };
    for (const [form, made] of Object.entries(forms)) {
      const text = JSON.stringify(made);
      expect(text, form).toContain('Quỹ Mẫu');
      expect(text, form).not.toMatch(/"(?:name|short|title)":"(?:Vietcombank|Ngân hàng TMCP Ngoại thương)/);
    }
  });

  test('the sheet for the fridge has every number of a bank that may be printed, no other', () => {
    const sheet = fridgeSheet(handbook);
    const printed = handbook.directory.filter(
      ({ data }) => data.kind === 'bank' && data.number !== undefined,
    );
    expect(sheet.banks.map(({ number }) => number).sort()).toEqual(
      printed.map(({ data }) => data.number).sort(),
    );
    const text = JSON.stringify(sheet).replace(/(?<=\d)[ .]+(?=\d)/g, '');
    for (const { number } of entries.directory.flatMap((entry) => entry.data.toTry))
      expect(text).not.toContain(digitsOf(number));
    expect(sheet.emergency.length).toBeGreaterThan(4);
    expect(sheet.check.words).toContain('/kiem');
  });

  test('every listed entry stands in one group, and its address leads to it', () => {
    const groups = directoryGroups(handbook);
    const ids = groups.flatMap(({ entries: sure, unsure }) => [...sure, ...unsure].map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.sort()).toEqual(
      handbook.directory
        .filter(isListed)
        .map(({ id }) => id)
        .sort(),
    );
    expect(contact(handbook, 'ngan-hang').address).toBe('/danh-ba/#ngan-hang');
  });
});

describe('the call sheet', () => {
  test('holds all numbers to try, what is printed untried, and not what was called', () => {
    const rows = callRows(entries.directory, []);
    const toTry = entries.directory.flatMap(({ data }) => data.toTry.map(({ number }) => digitsOf(number)));
    const listed = rows.filter(({ first }) => first).map(({ number }) => digitsOf(number));
    expect(listed.sort()).toEqual(toTry.sort());
    expect(rows.length).toBeGreaterThan(listed.length);
    const [one] = rows;
    const id = present(
      entries.directory.find(({ data }) => data.toTry.some(({ number }) => number === one?.number)),
      'the entry of the first row',
    ).id;
    const after = callRows(entries.directory, [
      { id, number: one?.number ?? '', day: '2026-12-01', role: 'Văn phòng' },
    ]);
    expect(after).toHaveLength(rows.length - 1);
    expect(callSheet(rows, handbook).match(/<tr>/g)).toHaveLength(rows.length + 1);
  });
});

describe('a sheet of paper', () => {
  test('is told to be taken down when the guide, or an entry that it names, changed later', () => {
    const guide = present(
      handbook.guides.find((one) => one.tree.sections.some(({ contacts }) => contacts.includes('ngan-hang'))),
      'a guide that names the bank',
    );
    const newer = {
      ...handbook,
      directory: handbook.directory.map((one) =>
        one.id === 'ngan-hang'
          ? { ...one, data: { ...one.data, changes: [{ day: '2027-01-02', what: 'Đổi chỗ tìm số.' }] } }
          : one,
      ),
    };
    expect(changesForGuide(guide, newer)[0]).toMatchObject({ day: '2027-01-02', what: 'Đổi chỗ tìm số.' });
    expect(takeDown(newer, '2027-01-01', '2027-01-02').join('\n')).toContain(`bài ${guide.data.number}:`);
    expect(takeDown(newer, '2026-12-01', '2026-12-02')).toEqual([
      'Không tờ nào in từ bản ngày 1/12/2026 phải gỡ.',
    ]);
  });

  test('is told to be taken down when a rule that it stands on changed, or is past its last day', () => {
    const rule = present(
      handbook.rules.find(
        ({ data, uses }) =>
          data.until !== undefined && uses.some(({ collection }) => collection === 'market'),
      ),
      'a rule with a last day that a lesson quotes',
    );
    const until = present(rule.data.until, 'its last day');
    const guide = present(
      handbook.guides.find(({ rules }) => rules.includes(rule)),
      'a guide that quotes it',
    );
    const ends = changesForGuide(guide, handbook).filter(({ of }) => of.href === rule.address);
    expect(ends[0]?.day).toBe(addDays(until, 1));
    expect(ends[0]?.what).toContain(rule.data.ask);
    const down = (today: string): string => takeDown(handbook, '2026-11-28', today).join('\n');
    expect(down(until)).not.toContain(rule.data.title);
    expect(down(addDays(until, 1))).toMatch(new RegExp(`bài ${guide.data.number}:.*${rule.data.title}`, 'u'));
    expect(allChanges(handbook).filter(({ of }) => of.href.startsWith('/quy-dinh/')).length).toBeGreaterThan(
      5,
    );
  });

  test('names what besides guides quotes a rule that changed', () => {
    const rule = present(
      handbook.rules.find(({ uses }) => uses.some(({ collection }) => collection === 'programmes')),
      'a rule that a session quotes',
    );
    const changes = [{ day: '2027-01-02', what: 'Mức đã đổi.' }];
    const rules = handbook.rules.map((one) =>
      one === rule ? { ...one, data: { ...one.data, changes } } : one,
    );
    const down = takeDown({ ...handbook, rules }, '2027-01-01', '2027-01-02').join('\n');
    const session = present(
      rule.uses.find(({ collection }) => collection === 'programmes'),
      'the session',
    );
    expect(down).toContain(`Quy định “${rule.data.title}” đổi, xem lại:`);
    expect(down).toContain(`“${session.text}”`);
  });

  test('says which office read its guide, and that the guide changed since then', () => {
    const guide = present(
      handbook.guides.find(({ data }) => data.changes.length > 0),
      'a guide that changed',
    );
    const reviewOn = (day: string) =>
      edition({ reviewed: [{ guides: [guide.id], role: 'Trưởng phòng', unit: 'Sở Mẫu', day }] });
    const [on, before] = ['2027-01-02', '2026-11-01'].map((day) => reviewOn(day));
    const said = 'Sở Mẫu (Trưởng phòng) duyệt ngày 2/1/2027.';
    expect(paperCheck(present(on, 'reviewed'), guide).words).toContain(said);
    expect(guideReviews(present(on, 'reviewed'), guide)).toEqual([said]);
    expect(guideReviews(present(before, 'reviewed before'), guide)[1]).toMatch(/^Bài sửa sau đó, ngày /u);
    expect(guideReviews(handbook, guide)).toEqual([]);
  });

  test('a report of a fault carries number and edition, and goes to the edition’s own contact', () => {
    const guide = present(handbook.guides[0], 'a guide');
    const shared = faultReport(handbook, guide);
    expect(Object.keys(shared)).toEqual(['text']);
    expect(shared.text).toContain(`bài ${guide.data.number} “`);
    const own = faultReport(
      edition({ faults: { email: 'so-tay@xa-mau.example', phone: '000 000 001' } }),
      guide,
    );
    expect(own.mail).toMatch(/^mailto:so-tay@xa-mau\.example\?subject=.+&body=.+/);
    expect(decodeURIComponent(own.mail ?? '')).toContain(handbook.site.edition);
    expect(own.call).toEqual({ href: 'tel:000000001', number: '000 000 001' });
  });

  test('contacts of one role stand together, each with its place; a single one under its own name', () => {
    const id = present(
      entries.directory.find(({ data }) => data.kind === 'local'),
      'an entry of the place',
    ).id;
    const team = (area: string, phone?: string) => ({
      id,
      name: 'Tổ công nghệ số',
      area,
      where: `Nhà văn hóa ${area}`,
      use: 'Khi cần người chỉ tận tay',
      ...(phone === undefined ? {} : { phone }),
    });
    const own = contact(
      edition({ contacts: [team('thôn 1', '000 000 001'), team('thôn 2', '000 000 002'), team('thôn 3')] }),
      id,
    );
    expect(own.local).toBe(true);
    expect(own.data.numbers.map((one) => [one.number, one.for])).toEqual([
      ['000 000 001', 'Tổ công nghệ số (thôn 1)'],
      ['000 000 002', 'Tổ công nghệ số (thôn 2)'],
    ]);
    expect(own.data.where).toContain('Tổ công nghệ số (thôn 3): Nhà văn hóa thôn 3');
    expect(own.data.name).toBe(contact(handbook, id).data.name);
    // Beside a text each is called by name; of many only the directory tells, and no one is taken for all.
    expect(own.data.number).toBeUndefined();
    expect(callableBy(own.data)).toEqual([
      { name: 'Tổ công nghệ số (thôn 1)', number: '000 000 001' },
      { name: 'Tổ công nghệ số (thôn 2)', number: '000 000 002' },
    ]);
    const many = ['1', '2', '3', '4'].map((village) => team(`thôn ${village}`, `000 000 00${village}`));
    expect(callableBy(contact(edition({ contacts: many }), id).data)).toEqual([]);
    expect(whereBeside(contact(edition({ contacts: many }), id).data)).toBe(t('directory.ofOneRole'));
    expect(whereBeside(own.data)).toBeUndefined();
    const bank = present(
      handbook.directory.find(({ data }) => data.kind === 'bank' && data.numbers.length > 1),
      'a bank with several numbers',
    );
    expect(callableBy(bank.data)).toEqual([{ name: bank.data.name, number: bank.data.numbers[0]?.number }]);
    const single = contact(edition({ contacts: [team('thôn 1', '000 000 001')] }), id);
    expect([single.data.name, single.data.number]).toEqual(['Tổ công nghệ số (thôn 1)', '000 000 001']);
    expect(single.data.numbers[0]?.for).toBeUndefined();
  });

  test('an edition says what it is made from; the handbook itself is made from nothing else', () => {
    const original = { name: 'Sổ tay gốc', url: 'https://goc.example' };
    const made = behindWords(edition({ original, base: '0.1.0' }).site);
    expect(made).toContain('Làm từ Sổ tay gốc (https://goc.example), phiên bản 0.1.0, giấy phép CC BY 4.0');
    expect(behindWords(handbook.site)).not.toContain('CC BY');
  });

  test('an edition of a state office says so, and who read it', () => {
    expect(behindWords(edition({ official: false }).site)).toMatch(/không phải trang của cơ quan nhà nước/u);
    const reviewedBy = { role: 'Trưởng phòng', unit: 'Sở Mẫu', day: '2026-12-01' };
    const official = behindWords(edition({ official: true, reviewedBy }).site);
    expect(official).not.toMatch(/không phải/u);
    expect(official).toContain('Sở Mẫu (Trưởng phòng) duyệt ngày 1/12/2026.');
  });
});
