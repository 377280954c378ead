/** Danger is read slot by slot: what has happened, what is asked for, and what only sounds alike. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import weights from '../../src/search/danger-weights.json' with { type: 'json' };
import { keptApart, written } from '../../tools/fit-danger/sentences.ts';
import { answerTo, dangerOf, readDanger, type Danger } from '../../src/search/danger.ts';
import { readQuery } from '../../src/search/query.ts';
import { fold } from '../../src/vietnamese/diacritics.ts';
import { present } from '../present.ts';
import { index, sourcesOfContent } from './index-of-content.ts';
import { emergencyRow, readSealed } from './sealed/read-sealed.ts';
import { floor, isNational } from '../national/edition.ts';

const words = present(sourcesOfContent.danger, 'the words of danger');
const read = (text: string) => readDanger(text, words);

test.each([
  ['Tui vừa đọc mã OTP cho thằng lạ mất rồi', 'lo-doc-otp', 'da-doc-ma'],
  ['Lỡ chuyển 20 triệu cho người ta rồi', 'da-chuyen-tien', 'da-chuyen-tien'],
  ['Bị giật điện thoại ngoài đường', 'mat-may-mat-the', 'mat-may'],
  ['Zalo của em bị hack rồi', 'mat-tai-khoan', 'mat-tai-khoan'],
  ['Con tôi bị dọa tung ảnh', 'tre-em-gap-nguy', 'bi-bat-nat'],
  ['Cha tôi ngất xỉu, gọi không thưa', 'nguoi-gap-nan', 'gap-nan'],
  ['Em không muốn sống nữa', 'muon-chet', 'hai-than-the'],
])('“%s” has happened: %s', (text, box, happened) => {
  for (const typed of [text, fold(text)]) expect(read(typed)).toMatchObject({ kind: 'box', box, happened });
});

const boxOf = (text: string) => dangerOf(text, readQuery(text, index).shown, words).box;

test.each([
  ['nguoi-gap-nan', ['mẹ em bị đột quị', 'ba em đột quị', 'đột quị', 'mẹ tôi bị đột quị', 'mẹ em bị sốc']],
  ['nguoi-gap-nan', ['mẹ em bị té', 'bà ngoại em bị té', 'ông em mới ngã', 'chị em bị đau bụng đẻ']],
  ['nguoi-gap-nan', ['cứu', 'cứu tôi', 'cứu với', 'cứu tôi với', 'cứu em với', 'ai đó làm ơn cứu tôi với']],
  ['nguoi-gap-nan', ['cứuuu tôi vớiii']],
  ['da-chuyen-tien', ['bị lừaaa', 'bi lừaaaa', 'bi luaaa roi']],
  ['bi-doa', ['kẻ lạ bắt tôi cởi đồ quay video', 'bị giữ bên campuchia không cho về']],
] as const)('%s opens for %j, and without marks', (box, texts) => {
  for (const text of texts) for (const typed of [text, fold(text)]) expect(boxOf(typed), typed).toBe(box);
});

test('“em” behind somebody older is who speaks, no child', () => {
  const elders = [
    'mẹ em',
    'ba em',
    'bà em',
    'ông ngoại em',
    'chị em',
    'anh em',
    'chú em',
    'vợ em',
    'mẹ chồng em',
  ];
  const harms = [
    'bị mệt',
    'bị đau',
    'bị sao rồi',
    'bị choáng',
    'bị lịm đi',
    'bị ngộp',
    'bị ốm nặng',
    'bị ngất',
  ];
  const texts = elders.flatMap((who) => harms.map((harm) => `${who} ${harm}`));
  const asChild = texts
    .flatMap((text) => [text, fold(text)])
    .filter((text) => boxOf(text) === 'tre-em-gap-nguy');
  expect(texts.length).toBe(72);
  expect(asChild).toEqual([]);
  expect(boxOf('con em bị dọa')).toBe('tre-em-gap-nguy');
});

test('one syllable is looked up: it opens nothing, but for a cry for help', () => {
  const { model: _, ...lexicon } = words;
  const single = [...Object.values(lexicon.parts), ...Object.values(lexicon.who)]
    .flat()
    .filter((text) => !/\s/.test(text.trim()));
  const cries = new Set(words.parts.plea);
  expect(single.length).toBeGreaterThan(300);
  const acting = single
    .flatMap((text) => [text, fold(text)])
    .concat('cả', 'ca', 'họ', 'mã')
    .filter((text) => dangerOf(text, readQuery(text, index).shown, words).kind !== 'none')
    .filter((text) => ![...cries].some((cry) => fold(cry) === fold(text)));
  expect(acting).toEqual([]);
  expect(boxOf('cứu')).toBe('nguoi-gap-nan');
});

test.each(['công an xã số mấy', 'cong an xa so may', 'số điện thoại công an xã', 'công an xã ở đâu'])(
  '“%s” asks for a contact, and no box opens over it',
  (text) => expect(dangerOf(text, readQuery(text, index).shown, words).kind).toBe('none'),
);

test.each([
  'Công an khu vực gọi nhắc gia hạn tạm trú',
  'Ngân hàng gọi báo thẻ mới về chi nhánh',
  'Tôi không đọc mã cho ai bao giờ',
  'Ngân hàng hoàn đủ tiền cho mẹ tôi rồi, mừng quá',
  'trộm vía bé ngoan, chụp ảnh sao cho đẹp',
  'Poster ghi “Đừng im lặng, hãy gọi 111”, tải ở đâu',
])('“%s” is an ordinary matter, something over, or said by others', (text) =>
  expect(dangerOf(text, readQuery(text, index).shown, words).kind).toBe('none'),
);

test('a call for help opens an emergency only where nothing else is said', () => {
  for (const text of [
    'máy em bị đơ cứu với',
    'tra cứu hồ sơ',
    'nghiên cứu khoa học',
    'cứu dữ liệu trong máy',
  ])
    expect(boxOf(text), text).toBe('');
});

test.each([
  ['Cán bộ gọi điện xin mã OTP', 'ma', 'can-bo'],
  ['Shipper đòi chụp căn cước, có cho không', 'anh-can-cuoc', 'shipper'],
  ['Có nên đưa mật khẩu cho người lạ?', 'mat-khau', 'nguoi-ta'],
])('“%s” asks whether to give %s', (text, wants, who) => {
  const danger = read(text);
  expect(danger).toMatchObject({ kind: 'should', wants, who });
  expect(answerTo(danger, words)?.wants).toContain(wants);
});

test.each([
  'Báo nói có người bị lừa mất tiền rồi',
  'Soạn bài tập đóng vai kẻ xin mã OTP',
  'Nếu bị mất điện thoại thì làm gì',
  'lửa đạo ôn trên lúa',
  'cháy hàng',
  'Bị lừa năm ngoái nhưng ngân hàng trả lại tiền rồi',
])('“%s” is no danger', (text) => expect(read(text).kind).not.toBe('box'));

test('marks that were typed are meant', () => {
  expect(read('tự tử').box).toBe('muon-chet');
  expect(read('từ từ').kind).toBe('none');
});

test.runIf(isNational)(
  'the weights were learnt from the sentences and the words of danger that stand now',
  () => {
    const { model: _, ...lexicon } = words;
    const from = createHash('sha256').update(written).update(JSON.stringify(lexicon));
    expect(weights.from, 'npm run fit-danger learns them anew').toBe(from.digest('hex').slice(0, 16));
  },
);

test('without what was learnt the slots alone decide, and life in danger is never argued away', () => {
  const { model: _, ...lexicon } = words;
  const kindOf = (text: string, of: typeof words) => dangerOf(text, text, of).kind;
  expect(kindOf('nó cuỗm sạch tiền của ngoại rồi', lexicon)).toBe('none');
  expect(kindOf('nó cuỗm sạch tiền của ngoại rồi', words)).toBe('box');
  expect(kindOf('Cha tôi ngất xỉu, gọi không thưa', words)).toBe('box');
  // Two syllables are looked up, not told.
  expect(kindOf('mã OTP', words)).toBe('none');
});

interface Told {
  readonly text: string;
  readonly kind: Danger['kind'];
  readonly accept?: readonly Danger['kind'][] | undefined;
}

/** Share of sentences at which something opens or is said, and of those at which that is right. */
function shares(rows: readonly Told[]): {
  readonly alarm: number;
  readonly right: number;
  readonly rows: number;
} {
  const kinds = rows.map((row) => ({
    row,
    kind: dangerOf(row.text, readQuery(row.text, index).shown, words).kind,
  }));
  const alarm = kinds.filter(({ kind }) => kind !== 'none').length;
  const right = kinds.filter(
    ({ row, kind }) => kind === row.kind || row.accept?.includes(kind) === true,
  ).length;
  return { alarm: alarm / rows.length, right: right / rows.length, rows: rows.length };
}

test('on the sealed part that is only measured, danger is seen as often as before or oftener', () => {
  const of = (name: string) => shares(readSealed('test', name, emergencyRow));
  const open = of('emergency-open');
  const should = of('emergency-should');
  const near = of('emergency-near');
  console.table({ open, should, near });
  expect(open.rows + should.rows).toBeGreaterThan(floor(200));
  expect(near.rows).toBeGreaterThan(floor(200));
  // Floors: they may only rise, the ceiling of false alarms may only fall.
  expect(open.right).toBeGreaterThanOrEqual(0.93);
  expect(should.right).toBeGreaterThanOrEqual(0.78);
  expect(near.alarm).toBeLessThanOrEqual(0.125);
});

test('on families of sentences that nothing was learnt from', () => {
  const of = (kind: Danger['kind']) => shares(keptApart.filter((told) => told.kind === kind));
  const [open, should, near] = [of('box'), of('should'), of('none')];
  console.table({ open, should, near });
  expect(open.rows + should.rows + near.rows).toBeGreaterThan(floor(200));
  expect(open.right).toBeGreaterThanOrEqual(0.8);
  expect(should.right).toBeGreaterThanOrEqual(0.79);
  expect(near.alarm).toBeLessThanOrEqual(0.11);
});
