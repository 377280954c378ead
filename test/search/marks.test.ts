/**
 * What somebody typed with marks is never read against its marks, and short forms are read only where they
 * can be meant.
 */
import { expect, test } from 'vitest';
import { fold } from '../../src/vietnamese/diacritics.ts';
import { dangerOf } from '../../src/search/danger.ts';
import { readQuery } from '../../src/search/query.ts';
import { syllables } from '../../src/search/syllables.ts';
import { present } from '../present.ts';
import { files, index, sourcesOfContent } from './index-of-content.ts';
import { floor } from '../national/edition.ts';

const danger = present(sourcesOfContent.danger, 'the words of danger');
const alarm = (question: string): string | undefined =>
  dangerOf(question, readQuery(question, index).shown, danger).box || undefined;

/**
 * Sentences of everyday life with a word that looks like a short form once its marks are gone, and document
 * numbers.
 */
const asTyped = [
  'bán cá ở chợ',
  'dữ liệu cá nhân',
  'điện thoại bị hỏng',
  'cả nhà gọi điện cho bà',
  'cả xã gọi điện cho nhau',
  'màn hình bị hỏng',
  'loa hỏng rồi',
  'màu hồng',
  'cây hồng sai quả',
  'cà phê',
  'quán cà phê có wifi',
  'cà chua',
  'ca hát',
  'ca trực đêm',
  'bài ca',
  'cả tháng lương',
  'tất cả ảnh',
  'cá nhân kinh doanh',
  'mua cá khô',
  'chợ cá',
  'cả hai máy',
  'thông tin cá nhân bị lộ',
  'kế hoạch 1410/KH-UBND',
  '1410/KH-UBND',
  'công văn 12/BC-UBND',
  'chỉ thị 30/CT-TTg',
  'thông tư 10/2020/TT-BTTTT',
  'họng đau',
  'cạ cứng',
];
test.each(asTyped)('“%s” stays as typed', (sentence) => {
  const { shown, rewritten } = readQuery(sentence, index);
  expect(shown).toBe(syllables(sentence).join(' '));
  expect(rewritten).toBe(false);
});
test('there are enough of them', () => expect(new Set(asTyped).size).toBeGreaterThanOrEqual(floor(25)));

test('no tone and no hat turns a short form of messages into its long form', () => {
  const tones = ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323', '\u0302', '\u0306', '\u031b'];
  const changed: string[] = [];
  let tried = 0;
  for (const [short, long] of Object.entries(files.core.shorts)) {
    [...short].forEach((letter, at) => {
      if (!/[aeiouy]/.test(letter)) return;
      for (const tone of tones) {
        const word = (short.slice(0, at + 1) + tone + short.slice(at + 1)).normalize('NFC');
        if (/\p{M}/u.test(word) || files.core.shorts[word] !== undefined || fold(word) !== fold(short))
          continue;
        tried++;
        if (readQuery(`xem ${word}`, index).shown.includes(long)) changed.push(word);
      }
    });
  }
  expect(tried).toBeGreaterThan(floor(40));
  expect(changed).toEqual([]);
});

test.each([
  ['ko dc', 'không được'],
  ['ko đk vay', 'không được vay'],
  ['vô hổng đk', 'vô hổng được'],
  ['lm sao đk vneid', 'làm sao đăng ký vneid'],
  ['đk tài khoản', 'đăng ký tài khoản'],
  ['dk tai khoan', 'đăng ký tai khoan'],
  ['cách đk', 'cách đăng ký'],
  ['k bik lam sao', 'không biết lam sao'],
  ['bị lừaaa', 'bị lừa'],
  ['cứuuu emm vớiii', 'cứu em với'],
  ['bi luaaa', 'bi lua'],
  ['tải app www', 'tải app www'],
  ['cuu toi', 'cuu toi'],
  ['quen mk vneid', 'quen mật khẩu vneid'],
  ['CCCD hết hạn', 'căn cước hết hạn'],
  ['hong được', 'không được'],
  ['máy kh được', 'máy không được'],
  ['ca goi dien doa bat toi', 'công an goi dien doa bat toi'],
  ['bị CA gọi điện', 'bị công an gọi điện'],
  ['đt hỏng', 'điện thoại hỏng'],
  ['sđt lạ', 'số điện thoại lạ'],
])('the short form in “%s” is read: “%s”', (typed, meant) =>
  expect(readQuery(typed, index).shown).toBe(meant),
);

test.each(['ban ca o cho', 'ca nha', 'may bi hong'])(
  'without marks “%s” keeps its word, and what the letters may stand for is added',
  (typed) => {
    const { groups, shown } = readQuery(typed, index);
    const at = shown.split(' ').findIndex((word) => word === 'ca' || word === 'hong');
    expect(shown).toBe(typed);
    expect(
      groups
        .filter((group) => group.for?.includes(at) === true)
        .map((group) => group.text)
        .join(' '),
    ).toMatch(/công an|không/);
  },
);

test.each([
  'cả nhà gọi điện cho bà',
  'cả xã gọi điện cho nhau',
  'cá nhân gọi điện',
  'ca sĩ gọi điện cho bà',
  'ca nha goi dien cho ba',
])('“%s” is no emergency', (sentence) => expect(alarm(sentence)).toBeUndefined());
test.each(['công an gọi điện dọa bắt tôi', 'ca goi dien doa bat toi', 'CA gọi điện bảo tôi chuyển tiền'])(
  '“%s” is one',
  (sentence) => expect(alarm(sentence)).toBe('xung-cong-an'),
);

/** Words that the site does not have: a repair may fill in marks, never go against one. */
test.each([
  'nuốt',
  'chuyển khoắng',
  'mừng thọ xuân',
  'huỵch toẹt',
  'bún riêu',
  'chảo rán',
  'khuyển mãi',
  'nghẽn mạch',
  'quẹo trái',
  'rượu vang',
])('marks typed in “%s” stand in what is understood', (sentence) => {
  const typed = syllables(sentence);
  const understood = readQuery(sentence, index).shown.split(' ');
  expect(understood).toEqual(typed);
});
test.each([
  ['mậtkhẩu', 'mật khẩu'],
  ['chuyển khaỏn', 'chuyển khoản'],
  ['điệnthoại', 'điện thoại'],
])('“%s”, a slip with marks, is still mended: “%s”', (typed, meant) =>
  expect(readQuery(typed, index).shown).toBe(meant),
);
