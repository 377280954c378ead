/**
 * One change of a figure in `content/rules/` is read in every form: the page, what is read aloud, the
 * loudspeaker, slides, paper, search, the frame for other sites, feeds and open data.
 */
import { describe, expect, test } from 'vitest';
import { prove } from '../../src/gate/prove.ts';
import { withRules } from '../../src/gate/figures.ts';
import type { Handbook } from '../../src/handbook/handbook.ts';
import { joinHandbook } from '../../src/handbook/join.ts';
import { piecesOf } from '../../src/markdown/pieces.ts';
import { embeddedBody } from '../../src/outputs/embed/view.ts';
import { feedsOf } from '../../src/outputs/feeds/feeds.ts';
import { dataFile, dataSets } from '../../src/outputs/open-data/open-data.ts';
import { handoutView } from '../../src/outputs/print/handout.ts';
import { pageSources } from '../../src/outputs/search-index/passages.ts';
import { queryWords } from '../../src/outputs/search-index/query-words.ts';
import { guideDeck } from '../../src/outputs/slides/deck.ts';
import { buildSearch } from '../../src/outputs/search-index/build.ts';
import { announcement } from '../../src/speech/announcement.ts';
import { guideScript } from '../../src/speech/guide-script.ts';
import { guideView } from '../../src/views/guide.ts';
import type { Entries } from '../../src/schemas/collections.ts';
import { pastRules, soonRules, statementCount } from '../../src/views/rule.ts';
import { present } from '../present.ts';
import { realContent } from '../real.ts';

const entries = realContent();
const threshold = 'ho-kinh-doanh/nguong-thue';
const insurance = 'tien/bao-hiem-tien-gui';

/** The content with other amounts in two rules. */
const changed: Entries = {
  ...entries,
  rules: entries.rules.map((rule) =>
    rule.id === threshold || rule.id === insurance
      ? { ...rule, data: { ...rule.data, values: { ...rule.data.values, muc: { money: 7_770_000_000 } } } }
      : rule,
  ),
};

/** Everything that the forms make of a guide or a session, as text. */
function formsOf(all: Entries): { handbook: Handbook; text: (form: string) => string } {
  const proof = prove(all);
  expect(proof.problems.filter(({ rule }) => rule !== 'steps-mark')).toEqual([]);
  const handbook = joinHandbook(all, proof);
  const guide = (id: string) => present(handbook.byId.get(id), id);
  const stall = guide('tieu-thuong/hoa-don-va-thue-2026');
  const session = present(
    handbook.programmes.find(({ id }) => id === 'cho-so-tiet-kiem'),
    'the session about saving',
  );
  const pages = pageSources(handbook, withRules(all), proof, []);
  const words = queryWords(all);
  const forms: Readonly<Record<string, () => unknown>> = {
    page: () => piecesOf(stall.tree),
    summary: () => guideView(guide('tiet-kiem/bao-hiem-tien-gui'), handbook.edition),
    aloud: () => guideScript(stall, handbook),
    loudspeaker: () => announcement(guide('tieu-thuong/ban-tren-mot-ty'), handbook),
    slides: () => guideDeck(guide('tieu-thuong/ban-tren-mot-ty'), handbook),
    session: () => session.data.outline,
    paper: () => handoutView(guide('tieu-thuong/ban-tren-mot-ty'), handbook),
    search: () => pages,
    index: () => [...buildSearch({ pages, sheets: [], words }, handbook.edition).texts],
    frame: () => piecesOf(embeddedBody(stall)),
    feeds: () => feedsOf(handbook),
    data: () => dataSets.map((set) => dataFile(set, handbook)),
    term: () =>
      handbook.terms
        .filter(({ id }) => ['hoa-don-dien-tu', 'bao-hiem-tien-gui'].includes(id))
        .map(({ data }) => data.meaning),
  };
  return { handbook, text: (form) => JSON.stringify(present(forms[form], form)()) };
}

const forms = [
  'page',
  'summary',
  'aloud',
  'loudspeaker',
  'slides',
  'session',
  'paper',
  'search',
  'index',
  'frame',
  'feeds',
  'data',
  'term',
];

describe('a figure changed in the register', () => {
  const before = formsOf(entries);
  const after = formsOf(changed);
  const old = /(?<!\d)(?:1 tỷ|350 triệu) đồng/u;
  test.each(forms)('is read in %s', (form) => {
    expect(before.text(form)).toMatch(old);
    expect(before.text(form)).not.toContain('7,77');
    expect(after.text(form)).toContain('7,77 tỷ đồng');
  });
  test('leaves the old figure nowhere that stood on the rule', () => {
    for (const form of ['page', 'aloud', 'frame', 'term', 'session'])
      expect(after.text(form), form).not.toMatch(old);
  });
});

describe('the register', () => {
  const { handbook } = formsOf(entries);
  test('knows what stands on each rule', () => {
    const rule = present(
      handbook.rules.find(({ id }) => id === threshold),
      threshold,
    );
    expect(rule.uses.map(({ text }) => text)).toContain(
      '202. Hiểu thuế và hóa đơn của hộ kinh doanh năm 2026',
    );
    expect(rule.uses.map(({ collection }) => collection)).toContain('terms');
    expect(handbook.rules.length).toBeGreaterThan(70);
    expect(statementCount(handbook)).toBeGreaterThan(250);
    expect(handbook.rules.filter(({ uses }) => uses.length === 0).map(({ id }) => id)).toEqual([]);
  });
  test('tells what ends soon, and what is past', () => {
    const soon = soonRules(handbook.rules, '2026-11-29').map(({ id }) => id);
    expect(soon).toContain('ho-kinh-doanh/giam-thue-gtgt');
    expect(soon).not.toContain('danh-tinh/kich-hoat');
    expect(pastRules(handbook.rules, '2026-11-29')).toEqual([]);
    expect(pastRules(handbook.rules, '2027-01-01').map(({ id }) => id)).toContain(
      'ho-kinh-doanh/giam-thue-gtgt',
    );
  });
  test('a rule with a last day tells it once on a page, below the line that quotes it', () => {
    const guide = present(handbook.byId.get('tieu-thuong/ban-tren-mot-ty'), 'guide');
    const page = JSON.stringify(piecesOf(guide.tree));
    expect(page.split('"name":"Until"').length - 1).toBe(3);
    expect(page).toContain('{"day":"2027-01-31","ask":"thuế cơ sở"}');
  });
});
