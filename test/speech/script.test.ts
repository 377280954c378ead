/** From a tree to a spoken script. */
import { describe, expect, test } from 'vitest';
import { lexicon } from '../../src/vietnamese/spoken/lexicon.ts';
import { parseBody } from '../../src/markdown/reader.ts';
import { browserLines } from '../../src/speech/browser-script.ts';
import { guideScript } from '../../src/speech/guide-script.ts';
import { floor } from '../national/edition.ts';
import { realHandbook } from '../real.ts';
import { longestLine, pieces, sayBody, Script, type ScriptWords } from '../../src/speech/script.ts';

const words: ScriptWords = {
  phone: (id) => (id === 'cong-an' ? '113' : 'Ngân hàng của mình'),
  phoneNumber: (id) => (id === 'cong-an' ? '113' : undefined),
  guide: () => 'Khóa màn hình (bài 5)',
  contact: () => [{ shown: 'Công an', number: '113' }, { shown: 'Khi bị lừa.' }],
  stepOf: (number, of) => `Bước ${number} trên ${of}`,
  columns: (names) => `Bảng có các cột: ${names}.`,
  sees: 'Bạn thấy',
  means: 'Nghĩa là',
  do: 'Làm gì',
  warning: 'Cẩn thận',
  until: (day: string) => `Đúng tới ngày ${day}.`,
  tip: 'Mẹo',
  quote: 'Nguyên văn quy định',
};
function lines(body: string) {
  const { tree, problems } = parseBody('thu.mdx', body, 'guide');
  expect(problems).toEqual([]);
  const script = new Script(lexicon([{ written: 'OTP', spoken: 'ô tê pê' }]));
  sayBody(script, tree, words);
  return script.lines;
}
const body = `Mở đầu có **chữ đậm**. Câu hai.

<Needs>
- Một điện thoại.
- Số <Phone id="cong-an" />. Gọi <Phone id="ngan-hang" />.
</Needs>

<Steps>
<Step title="Bấm nút">
Đọc <Term id="otp">mã OTP</Term> cho mình thôi. Xem bài <Guide id="a/b" />.

<Screen title="Thử" says="Có 2 việc" buttons="Có | Không" press="Có" />
</Step>
<Step title="Chờ 5 phút">
<Warning>
Đừng tắt máy.
</Warning>

1. Việc đầu.
2. Việc sau.
</Step>
</Steps>

<More title="Bảng giờ">
| Phút | Việc |
| --- | --- |
| 0–15 | Chào hỏi |
| Sau đó | Làm thử; nghỉ. |
</More>

<Trouble>
<Case sees="Máy im" means="Chưa bật">
Bật lên.
</Case>
</Trouble>

<Call ids="cong-an" />
`;

describe('script of a body', () => {
  const all = lines(body);
  const said = all.map((line) => line.say);

  test('everything is said once, in the order of the page', () => {
    expect(said).toEqual([
      'Mở đầu có chữ đậm.',
      'Câu hai.',
      'Các bước.',
      'Bước một trên hai: Bấm nút.',
      'Đọc mã ô tê pê cho mình thôi.',
      'Xem bài Khóa màn hình (bài năm).',
      'Màn hình “Thử”; hiện chữ: Có hai việc; nút: Có, Không.',
      'Bấm “Có”.',
      'Bước hai trên hai: Chờ năm phút.',
      'Cẩn thận:',
      'Đừng tắt máy.',
      'một: Việc đầu.',
      'hai: Việc sau.',
      'Cần có gì.',
      'Một điện thoại.',
      'Số một một ba.',
      'Gọi Ngân hàng của mình.',
      'Bảng giờ.',
      'Bảng có các cột: Phút; Việc.',
      'Phút: không đến mười lăm; Việc: Chào hỏi.',
      'Sau đó; Việc: Làm thử; nghỉ.',
      'Nếu gặp trục trặc.',
      'Bạn thấy: Máy im.',
      'Nghĩa là: Chưa bật.',
      'Làm gì:',
      'Bật lên.',
      'Gọi ai.',
      'Công an: một một ba.',
      'Khi bị lừa.',
    ]);
  });
  test('ids are unique and belong to their section and step', () => {
    expect(new Set(all.map((line) => line.id)).size).toBe(all.length);
    expect(all.find((line) => line.kind === 'step' && line.say.includes('hai trên'))?.id).toBe(
      'cac-buoc.2.0',
    );
    expect(all.filter((line) => line.kind === 'heading').map((line) => line.id)).toEqual([
      'cac-buoc.0',
      'cac-buoc.2.1',
      'can-gi.0',
      'bang-gio.0',
      'truc-trac.0',
      'goi-ai.0',
    ]);
  });
  test('a change in one section leaves the ids of others alone', () => {
    const more = lines(body.replace('- Một điện thoại.', '- Một điện thoại.\n- Một cục sạc. Một sợi dây.'));
    const outside = (list: typeof all) =>
      list.filter((line) => !line.id.startsWith('can-gi.')).map((line) => [line.id, line.say]);
    expect(more.length).toBe(all.length + 2);
    expect(outside(more)).toEqual(outside(all));
  });
  test('a drawing is one place with several lines; a row is one place', () => {
    const drawn = all.filter((line) => line.kind === 'screen');
    expect(drawn.map((line) => line.shown)).toEqual([
      'Màn hình “Thử”; hiện chữ: Có 2 việc; nút: Có, Không. Bấm “Có”.',
      '',
    ]);
    expect(all.find((line) => line.say.startsWith('Phút: '))?.shown).toBe('0–15 Chào hỏi');
  });
  test('a picture that shows what its step has just said is not told again; another is', () => {
    const step = (alt: string) =>
      lines(
        body.replace(
          /<Steps>[\s\S]*<\/Steps>/,
          `<Steps>\n<Step title="Bấm nút đỏ">\n\nCúp máy rồi nghỉ.\n\n<Picture name="stop" alt="${alt}" />\n\n</Step>\n</Steps>`,
        ),
      )
        .filter(({ kind }) => kind === 'screen')
        .map(({ say }) => say);
    expect(step('Bấm nút đỏ')).toEqual([]);
    expect(step('Cúp máy')).toEqual([]);
    expect(step('Cúp máy ngay')).toEqual(['Cúp máy ngay.']);
  });
  test('the browser gets the words to say only where they differ', () => {
    const sent = browserLines(all);
    expect(sent.find(([, shown]) => shown === 'Câu hai.')).toEqual(['mo-dau.1', 'Câu hai.']);
    expect(sent.find(([, shown]) => shown === 'Cần có gì')).toEqual(['can-gi.0', 'Cần có gì', 'Cần có gì.']);
    expect(sent.map(([, shown, say]) => say ?? shown)).toEqual(said);
  });
});

test('long sentences are cut at commas, every letter kept', () => {
  const long = Array.from({ length: 30 }, (_, index) => `việc số ${index} cần làm cho xong`).join(', ');
  const cut = pieces(long);
  expect(cut.length).toBeGreaterThan(2);
  for (const piece of cut) expect(piece.length).toBeLessThanOrEqual(longestLine);
  expect(cut.join(' ')).toBe(long);
  expect(pieces('ngắn, gọn')).toEqual(['ngắn, gọn']);
});

test('no line of a guide stammers: “xem Xem …” is heard as a word said twice', () => {
  const heard = realHandbook().guides.flatMap((guide) => guideScript(guide, realHandbook()));
  expect(heard.length).toBeGreaterThan(floor(10_000));
  const twice = heard.flatMap(({ shown }) =>
    [...shown.matchAll(/(?<!\p{L})(\p{L}+) (\p{Lu}\p{L}*)(?=\s)/gu)].flatMap(([, one = '', other = '']) =>
      one.toLowerCase() === other.toLowerCase() ? [shown] : [],
    ),
  );
  expect(twice).toEqual([]);
});
