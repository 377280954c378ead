/** What pages say of rules: when one must be looked at, which texts are official, what stands on them. */
import { expect, test } from 'vitest';
import type { Guide, Rule } from '../../src/handbook/handbook.ts';
import { collectionNames, type Collection } from '../../src/schemas/collections.ts';
import type { Source } from '../../src/schemas/fields.ts';
import {
  dueDay,
  guideRules,
  hasOfficialText,
  isOfficial,
  ownSources,
  pastRules,
  quotesOf,
  soonRules,
  statementCount,
  useKind,
} from '../../src/views/rule.ts';
import { present } from '../present.ts';
import { realHandbook } from '../real.ts';

const handbook = realHandbook();
const some = present(
  handbook.rules.find(({ data }) => data.texts.length > 0),
  'a rule with a text',
);
const rule = (id: string, data: Partial<Rule['data']>): Rule => ({
  ...some,
  id,
  data: { ...some.data, ...data },
});
const source = (fields: Partial<Source>): Source => {
  return { title: 'Nguồn', seen: '2026-11-01', certainty: 'two', ...fields };
};

test('a rule is due on its last day or its next look, whichever comes first', () => {
  const until = (day: string | undefined, nextLook: string) => rule('r', { until: day, nextLook });
  expect(dueDay(until('2026-03-01', '2026-05-01'))).toBe('2026-03-01');
  expect(dueDay(until('2026-07-01', '2026-05-01'))).toBe('2026-05-01');
  expect(dueDay(until(undefined, '2026-05-01'))).toBe('2026-05-01');
  const rules = [
    rule('far', { until: undefined, nextLook: '2026-08-01' }),
    rule('sixty', { until: undefined, nextLook: '2026-06-30' }),
    rule('today', { until: undefined, nextLook: '2026-05-01' }),
    rule('over', { until: '2026-04-30', nextLook: '2027-01-01' }),
    rule('sixty-one', { until: undefined, nextLook: '2026-07-01' }),
  ];
  expect(pastRules(rules, '2026-05-01').map(({ id }) => id)).toEqual(['over']);
  expect(soonRules(rules, '2026-05-01').map(({ id }) => id)).toEqual(['over', 'today', 'sixty']);
});

test('a text is official at an office of the state or by its number alone, news about it is not', () => {
  const official = (fields: Partial<Source>): boolean => isOfficial(source(fields));
  expect(official({ document: '86/2026/NĐ-CP', url: 'https://vanban.chinhphu.vn/?id=1' })).toBe(true);
  expect(official({ document: '86/2026/NĐ-CP', url: 'http://thue.gov.vn/tin' })).toBe(true);
  expect(official({ document: '86/2026/QH16', url: 'https://quochoi.vn/luat' })).toBe(false);
  expect(official({ document: '86/2026/QH16', url: 'https://www.quochoi.vn/luat' })).toBe(true);
  expect(official({ document: '86/2026/NĐ-CP', url: 'https://bao.example/?at=https://thue.gov.vn/' })).toBe(
    false,
  );
  expect(official({ document: '86/2026/NĐ-CP', url: 'https://thue.gov.vn.example/' })).toBe(false);
  expect(official({ document: '86/2026/NĐ-CP' })).toBe(true);
  expect(official({ document: '86/2026/NĐ-CP', url: 'https://bao.example/', read: false })).toBe(true);
  expect(official({ url: 'https://thue.gov.vn/' })).toBe(false);
});

test('a source that a rule of the guide tells already is not told again', () => {
  const guide = present(handbook.guides[0], 'a guide');
  const text = {
    ...present(some.data.texts[0], 'a text'),
    number: '1/2026/NĐ-CP',
    url: 'https://a.gov.vn/1',
  };
  const rules = [rule('r', { texts: [text] })];
  const [told, elsewhere, other, page] = [
    source({ document: '1/2026/NĐ-CP', url: 'https://a.gov.vn/1' }),
    source({ document: '1/2026/NĐ-CP', url: 'https://b.gov.vn/' }),
    source({ document: '2/2026/NĐ-CP', url: 'https://a.gov.vn/1' }),
    source({ url: 'https://a.gov.vn/1' }),
  ];
  const numberOnly = source({ document: '1/2026/NĐ-CP' });
  const sources = [told, elsewhere, other, page, numberOnly].map((one) => present(one, 'a source'));
  expect(ownSources({ ...guide, rules, data: { ...guide.data, sources } })).toEqual([elsewhere, other, page]);
  // A text of a rule that has no number tells no source that has none.
  const unnumbered = rule('r', { texts: [{ ...text, number: undefined }] });
  expect(ownSources({ ...guide, rules: [unnumbered], data: { ...guide.data, sources } })).toEqual(sources);
  const bare: Guide = { ...guide, rules: [], data: { ...guide.data, sources: [present(page, 'a page')] } };
  expect(hasOfficialText(bare)).toBe(false);
  expect(hasOfficialText({ ...bare, rules })).toBe(true);
  expect(hasOfficialText({ ...bare, rules: [rule('r', { texts: [{ ...text, number: undefined }] })] })).toBe(
    false,
  );
  expect(hasOfficialText({ ...bare, data: { ...bare.data, sources: [numberOnly] } })).toBe(true);
  const [link] = guideRules({ ...guide, rules });
  expect([link?.href, link?.text]).toEqual([some.address, some.data.title]);
  expect(link?.note).toContain(text.name);
  expect(guideRules({ ...guide, rules: [rule('r', { texts: [] })] })[0]).not.toHaveProperty('note');
});

test('an author reads how to quote each figure: the first by the rule alone, others by their part', () => {
  const values = { muc: { money: 500_000_000 }, han: { share: 3 } };
  const quotes = quotesOf(rule('thue/nguong', { values }));
  expect(quotes.map(({ write }) => write)).toEqual([
    '<Rule id="thue/nguong" />',
    '<Rule id="thue/nguong" part="han" />',
  ]);
  expect(quotes.map(({ shows }) => shows)).toEqual([
    expect.stringContaining('500'),
    expect.stringContaining('3'),
  ]);
});

test('what stands on a rule is counted and called by its kind', () => {
  const use = present(handbook.rules.flatMap(({ uses }) => uses)[0], 'a use');
  const kinds: Readonly<Partial<Record<Collection, string>>> = {
    guides: 'Bài',
    market: 'Bài chợ số',
    events: 'Tờ việc đời sống',
    easyRead: 'Bản dễ đọc',
    programmes: 'Buổi tập huấn',
    announcements: 'Lời loa',
    terms: 'Từ điển',
  };
  for (const collection of collectionNames)
    expect(useKind({ ...use, collection }), collection).toBe(kinds[collection] ?? 'Mục khác');
  const rules = [
    {
      ...some,
      uses: [
        { ...use, times: 2 },
        { ...use, times: 3 },
      ],
    },
    { ...some, uses: [{ ...use, times: 4 }] },
  ];
  expect(statementCount({ ...handbook, rules })).toBe(9);
  expect(statementCount({ ...handbook, rules: [] })).toBe(0);
});
