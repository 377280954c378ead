/**
 * One change of a figure in `content/rules/` is read in every form: the page, what is read aloud, the
 * loudspeaker, slides, paper, search, the helper, easy read, books, text files, feeds and open data. What is
 * turned from the finished site (one file, USB, ZIM, SCORM, kept copies) carries the page.
 */
import { describe, expect, test } from 'vitest';
import { strFromU8, unzipSync } from 'fflate';
import { guideText } from '../../src/books/guide-text.ts';
import { guideMarkup } from '../../src/books/markup.ts';
import { markdownText, originOf, plainText } from '../../src/books/plain-text.ts';
import { paperBlocks } from '../../src/books/paper-markup.ts';
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
import { book } from '../../src/outputs/epub/write.ts';
import { guideDeck } from '../../src/outputs/slides/deck.ts';
import { buildSearch } from '../../src/outputs/search-index/build.ts';
import { linesToShow, rankPassages } from '../../src/search/answer.ts';
import { rankInTalk } from '../../src/outputs/search-index/talk.ts';
import { PassageIndex } from '../../src/search/passage-index.ts';
import { readQuery } from '../../src/search/query.ts';
import { textFile } from '../../src/outputs/search-index/text-file.ts';
import { announcement } from '../../src/books/announcement.ts';
import { easyScript, guideScript } from '../../src/speech/guide-script.ts';
import { guideView } from '../../src/views/guide.ts';
import type { Entries } from '../../src/schemas/collections.ts';
import { paperWords } from '../../src/books/paper.ts';
import { pastRules, soonRules, statementCount } from '../../src/views/rule.ts';
import { stallPages } from '../../src/views/stall.ts';
import { changesForGuide } from '../../src/views/still-right.ts';
import { everything } from '../outputs/exported.ts';
import { present } from '../present.ts';
import { realContent } from '../real.ts';
import { floor } from '../national/edition.ts';

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

/** What the helper quotes for a question, with every line that it shows. */
function helperSays(question: string, { core, body, texts }: ReturnType<typeof buildSearch>): unknown {
  const index = new PassageIndex(core, body, new PassageIndex(core));
  const query = readQuery(question, index);
  const pages = rankInTalk(query, index, {}, undefined).ranked.slice(0, 3);
  const read = new Map(
    pages.map(({ page }) => {
      const file = textFile(index.page(page));
      return [page, present(texts.get(file), file)];
    }),
  );
  const [best] = rankPassages(query, index, pages, read);
  return linesToShow(present(best, 'an answer').passage, query, index, 20);
}

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
  const index = buildSearch({ pages, sheets: [], words }, handbook.edition);
  const rates = guide('tieu-thuong/ban-tren-mot-ty');
  const easy = present(guide('viec-doi-song/ho-kinh-doanh').easyRead, 'the easy version');
  const ownText = guideText(stall, handbook);
  const origin = originOf(stall, handbook);
  const choice = { of: 'guides' as const, slug: 'mot', title: 'Một bài', guides: [stall] };
  const forms: Readonly<Record<string, () => unknown>> = {
    page: () => piecesOf(stall.tree),
    summary: () => guideView(guide('tiet-kiem/bao-hiem-tien-gui'), handbook.edition),
    aloud: () => guideScript(stall, handbook),
    loudspeaker: () => announcement(guide('tieu-thuong/ban-tren-mot-ty'), handbook),
    slides: () => guideDeck(guide('tieu-thuong/ban-tren-mot-ty'), handbook),
    session: () => session.data.outline,
    paper: () => handoutView(guide('tieu-thuong/ban-tren-mot-ty'), handbook),
    search: () => pages,
    index: () => [...index.texts],
    helper: () => helperSays('bảo hiểm tiền gửi trả tối đa bao nhiêu tiền', index),
    easy: () => easyScript(easy, handbook),
    easyPage: () => piecesOf(easy.tree),
    card: () => piecesOf(guide('viec-doi-song/ho-kinh-doanh').tree),
    stall: () => stallPages(handbook),
    plain: () => plainText(ownText, origin),
    markdown: () => markdownText(ownText, origin),
    markup: () => guideMarkup(ownText, { linkTo: () => undefined, drawn: false, level: 2 }),
    epub: () =>
      book({ ...everything, handbook, choice }).flatMap(({ content }) =>
        Object.values(unzipSync(Buffer.from(content))).map((file) => strFromU8(file)),
      ),
    drawn: () =>
      rates.tree.sections.map(({ blocks }) => JSON.stringify(paperBlocks(blocks, paperWords(handbook)))),
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
  'helper',
  'easy',
  'easyPage',
  'card',
  'stall',
  'plain',
  'markdown',
  'markup',
  'epub',
  'drawn',
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
    expect(handbook.rules.length).toBeGreaterThan(floor(70));
    expect(statementCount(handbook)).toBeGreaterThan(floor(250));
    expect(handbook.rules.filter(({ uses }) => uses.length === 0).map(({ id }) => id)).toEqual([]);
  });
  test('a card of life stands on its rules as a guide does: holders of its sheet learn what changed', () => {
    const card = present(handbook.byId.get('viec-doi-song/tam-tru'), 'card');
    const ids = card.rules.map(({ id }) => id);
    expect(ids).toContain('doi-song/tam-tru');
    const changes = changesForGuide(card, handbook).map(({ day, what }) => `${day} ${what}`);
    expect(changes.filter((change) => change.includes('gia hạn tạm trú'))).toHaveLength(1);
    const free = present(
      handbook.rules.find(({ id }) => id === 'doi-song/mien-phi-vneid'),
      'the rule on fees',
    );
    expect(free.uses.filter(({ collection }) => collection === 'events').length).toBeGreaterThan(8);
    expect(free.uses.map(({ text }) => text)).toContain('502. Đăng ký tạm trú khi thuê trọ, ở nhờ');
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
    expect(page.split('"name":"ValidUntil"').length - 1).toBe(5);
    expect(page).toContain('{"day":"2027-01-31","ask":"thuế cơ sở"}');
  });
  test('a rule with a last day tells it aloud, in books and beside its figure on paper and slides', () => {
    const guide = present(handbook.byId.get('tieu-thuong/ban-tren-mot-ty'), 'guide');
    const said = guideScript(guide, handbook).map(({ shown }) => shown);
    expect(said).toContain('Đúng tới ngày 31/12/2026.');
    const text = plainText(guideText(guide, handbook), originOf(guide, handbook));
    expect(text.replace(/\s+/g, ' ')).toContain(
      'Đúng tới ngày 31/12/2026. Sau ngày đó, hãy hỏi lại thuế cơ sở.',
    );
    const paper = guide.tree.sections.flatMap(({ blocks }) => blocks);
    const drawn = JSON.stringify(paperBlocks(paper, paperWords(handbook)));
    expect(drawn).toContain('20% (đúng tới 31/12/2026)');
    expect(drawn).not.toContain('31/12/2026 (đúng tới');
  });
});
