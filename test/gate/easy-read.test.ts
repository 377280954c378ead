import { describe, expect, it } from 'vitest';
import {
  easyReadFaults,
  easySteps,
  keptCapitals,
  longestEasySentence,
  longestEasyTitle,
} from '../../src/gate/rules/easy-read.ts';
import { syllables } from '../../src/vietnamese/sentences.ts';
import { parseBody } from '../../src/markdown/reader.ts';
import { present } from '../present.ts';
import { realContent } from '../real.ts';

const picture = '<Picture name="stop" alt="Bàn tay giơ lên" />';
const step = (title: string, body: string): string => `<Step title="${title}">\n\n${body}\n\n</Step>\n`;
const plain = (title = 'Bấm nút xanh'): string => step(title, `${picture}\n\nNhìn màn hình.`);
const bodyOf = (first: string, intro = 'Làm từng bước.'): string =>
  `${intro}\n\n<Steps>\n\n${first}\n${Array.from({ length: 4 }, () => plain()).join('\n')}\n</Steps>\n`;

interface Change {
  body?: string;
  id?: string;
  title?: string;
  guide?: string;
  risk?: 'none' | 'login' | 'money';
}
function rulesOf({
  body = bodyOf(plain()),
  id = 'quet-ma',
  title = 'Quét mã',
  guide = 'tien/quet-ma',
  risk = 'none',
}: Change = {}): string[] {
  const { tree, problems } = parseBody('content/easy-read/quet-ma.mdx', body, 'easy-read');
  expect(problems).toEqual([]);
  return easyReadFaults({ id, title, guide, tree }, risk).map((fault) => fault.rule);
}

describe('an easy-read version', () => {
  it('passes when it is plain', () => expect(rulesOf()).toEqual([]));

  const long = 'Bà con cầm máy trên tay rồi nhìn kỹ màn hình thật là lâu.';
  it.each<[string, Change, string]>([
    [
      'a long sentence in a step',
      { body: bodyOf(step('Bấm nút', `${picture}\n\n${long}`)) },
      'easy-sentence',
    ],
    ['a long sentence before the steps', { body: bodyOf(plain(), long) }, 'easy-sentence'],
    ['a long list item', { body: bodyOf(step('Bấm nút', `${picture}\n\n- ${long}`)) }, 'easy-sentence'],
    [
      'a long sentence behind a drawing',
      { body: bodyOf(step('Bấm nút', `<Picture name="stop" alt="${long}" />\n\nNhìn máy.`)) },
      'easy-sentence',
    ],
    ['a word in capitals', { body: bodyOf(step('Bấm nút', `${picture}\n\nDỪNG lại.`)) }, 'easy-capitals'],
    [
      'an abbreviation in capitals',
      { body: bodyOf(step('Mang căn cước CCCD', `${picture}\n\nNhìn máy.`)) },
      'easy-capitals',
    ],
    [
      'capitals on a drawn screen',
      { body: bodyOf(step('Bấm nút', '<Screen title="Máy" buttons="XEM" />\n\nNhìn máy.')) },
      'easy-capitals',
    ],
    ['capitals in the title', { title: 'Mở thẻ BHYT' }, 'easy-capitals'],
    [
      'a short form without capitals',
      { body: bodyOf(step('Bấm nút', `${picture}\n\nGõ sđt của mình.`)) },
      'easy-short',
    ],
    [
      'a short form with dots',
      { body: bodyOf(step('Bấm nút', `${picture}\n\nMang thẻ, giấy v.v.`)) },
      'easy-short',
    ],
    ['a sum with a letter', { body: bodyOf(step('Bấm nút', `${picture}\n\nTrả 50k cho họ.`)) }, 'easy-short'],
    ['a step without a drawing', { body: bodyOf(step('Bấm nút', 'Nhìn màn hình.')) }, 'easy-picture'],
    ['a long step title', { body: bodyOf(plain('Bấm vào nút xanh ở góc trên bên phải')) }, 'easy-step-title'],
    ['a long title', { title: 'Quét mã vuông để trả tiền ở ngoài chợ' }, 'easy-title'],
    ['a file named otherwise', { id: 'quet' }, 'easy-slug'],
    ['too few steps', { body: `<Steps>\n\n${plain()}\n</Steps>\n` }, 'easy-steps'],
    [
      'too many steps',
      { body: bodyOf(Array.from({ length: easySteps.most }, () => plain()).join('\n')) },
      'easy-steps',
    ],
    [
      'a warning box',
      { body: bodyOf(step('Bấm nút', `${picture}\n\n<Warning>\n\nĐừng vội.\n\n</Warning>`)) },
      'easy-block',
    ],
    [
      'a table',
      { body: bodyOf(step('Bấm nút', `${picture}\n\n| A | B |\n| --- | --- |\n| c | d |`)) },
      'easy-block',
    ],
    [
      'a glossary term',
      { body: bodyOf(step('Bấm nút', `${picture}\n\nGõ <Term id="otp">mã</Term> vào.`)) },
      'easy-inline',
    ],
    [
      'a link to a guide',
      { body: bodyOf(step('Bấm nút', `${picture}\n\nXem <Guide id="tien/quet-ma" />.`)) },
      'easy-inline',
    ],
    [
      'a link to elsewhere',
      { body: bodyOf(step('Bấm nút', `${picture}\n\nXem [trang này](https://example.org).`)) },
      'easy-inline',
    ],
    ['money without a warning', { risk: 'money' }, 'easy-warning'],
    [
      'a login with comfort and conditions only',
      {
        risk: 'login',
        body: bodyOf(step('Bấm nút', `${picture}\n\nKhông sao đâu. Không thấy nút thì tìm lại.`)),
      },
      'easy-warning',
    ],
  ])('refuses %s', (_, change, rule) => expect(rulesOf(change)).toEqual([rule]));

  it.each(['Không đọc mã cho ai.', 'Đừng vội.', 'Dừng lại, gọi người nhà.', '“Không, tôi không gửi.”'])(
    'takes “%s” as a warning',
    (words) => {
      expect(rulesOf({ risk: 'money', body: bodyOf(step('Bấm nút', `${picture}\n\n${words}`)) })).toEqual([]);
      expect(rulesOf({ risk: 'money', body: bodyOf(plain(words.replace(/[.“”]/g, ''))) })).toEqual([]);
    },
  );

  it('lets names stay that have a reason', () => {
    const names = Object.keys(keptCapitals);
    expect(names.length).toBeGreaterThan(3);
    for (const name of names) {
      expect(keptCapitals[name]?.length, name).toBeGreaterThan(10);
      expect(rulesOf({ title: `Mở ${name}` }), name).toEqual([]);
    }
    expect(rulesOf({ title: 'Nối Wi-Fi cho iPhone, TalkBack' })).toEqual([]);
  });

  it('counts up to the limit itself', () => {
    const twelve = 'Bà con cầm máy trên tay rồi nhìn kỹ cả màn hình.';
    expect(syllables(twelve)).toBe(longestEasySentence);
    expect(rulesOf({ body: bodyOf(step('Bấm nút', `${picture}\n\n${twelve}`)) })).toEqual([]);
    const eight = 'Bấm nút xanh ở góc trên bên phải';
    expect(syllables(eight)).toBe(longestEasyTitle);
    expect(rulesOf({ title: eight, body: bodyOf(plain(eight)) })).toEqual([]);
  });

  it('names the line and says the cure in Vietnamese', () => {
    const { tree } = parseBody('x.mdx', bodyOf(step('Bấm nút', 'Nhìn màn hình.')), 'easy-read', 10);
    const [fault] = easyReadFaults({ id: 'quet-ma', title: 'Quét mã', guide: 'tien/quet-ma', tree }, 'none');
    expect(fault).toMatchObject({ line: 14, rule: 'easy-picture', message: 'Bước “Bấm nút” không có hình.' });
    expect(fault?.fix).toContain('<Picture');
  });
});

describe('the easy-read versions of this handbook', () => {
  const entries = realContent();
  const written = [...entries.guides, ...entries.market];
  const guides = new Map(written.map((guide) => [guide.id, guide.data]));
  const cards = new Set(entries.events.map(({ id }) => id));
  it('hold every rule, and say every ban on passwords and codes that their guide says', () => {
    expect(entries.easyRead.length).toBeGreaterThanOrEqual(15);
    let risky = 0;
    for (const entry of entries.easyRead) {
      // The value of a rule stands there when the content is joined; here a figure takes its place.
      const body = entry.body.replace(/<Rule [^>]*\/>/g, '10');
      const { tree, problems } = parseBody(entry.file, body, 'easy-read', entry.bodyLine);
      // A card has no risk of its own, and bans nothing that its guides do not.
      const ofCard = cards.has(entry.data.guide);
      const risk = ofCard ? 'none' : present(guides.get(entry.data.guide), 'an entry of guides').risk;
      expect(
        [
          ...problems,
          ...easyReadFaults({ id: entry.id, title: entry.data.title, guide: entry.data.guide, tree }, risk),
        ],
        entry.file,
      ).toEqual([]);
      const safety =
        /<Safety>[\s\S]*?<\/Safety>/.exec(
          written.find((guide) => guide.id === entry.data.guide)?.body ?? '',
        )?.[0] ?? '';
      for (const word of ['OTP', 'mật khẩu', 'số thẻ', 'chia sẻ màn hình']) {
        if (!safety.toLowerCase().includes(word.toLowerCase())) continue;
        risky++;
        const said = word === 'chia sẻ màn hình' ? 'xem màn hình' : word;
        expect(entry.body.toLowerCase(), `${entry.file}: ${word}`).toContain(said.toLowerCase());
      }
    }
    expect(risky).toBeGreaterThan(10);
  });
});
