/**
 * Finds what must stand in `content/rules/`: numbers of legal texts and of their articles anywhere in running
 * text, and figures in a sentence that says what is due, allowed or owed. Pure.
 */
import { printedNumber } from '../../vietnamese/spoken/numbers.ts';
import { sentences } from '../../vietnamese/sentences.ts';

/** A figure typed by hand, in its sentence. */
export interface LooseFigure {
  readonly what: 'text' | 'figure';
  readonly found: string;
  readonly sentence: string;
  /** Why it may stand there; absent when it may not. */
  readonly passes?: 'example' | 'no-duty';
}

/** Numbers of documents, and articles. */
const legal = new RegExp(
  [
    String.raw`\d{1,4}\/(?:19|20)\d\d\/(?:NĐ-CP|TT-[\p{L}&]+|QH\d+|QĐ-\p{L}+|NQ-\p{L}+)`,
    String.raw`\d{1,4}\/(?:QĐ|CT|NQ|HD)-\p{L}+`,
    String.raw`(?:Nghị định|Thông tư|Nghị quyết|Công văn|Quyết định|Hướng dẫn|Chỉ thị)\s+(?:số\s+)?\d+`,
    String.raw`Điều\s+\d+`,
  ].join('|'),
  'gu',
);

/** A number in digits or in words: “1,5”, “một”, “năm trăm”. No sum has more than a dozen words. */
const digits = String.raw`\d[\d.,]*\s*`;
const words = 'một|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|mười|mươi|mốt|trăm|linh|lẻ|phẩy';
const spelled = `(?<!\\p{L})(?:(?:${words})\\s+){1,12}`;
const number = `(?:${digits}|${spelled})`;

/** Money: with its size, both spellings of a billion, or with its currency, written out or short. */
const money = new RegExp(
  `${number}(?:(?:nghìn|ngàn|triệu|tỷ|tỉ)(?:\\s+rưỡi)?(?:\\s+đồng)?|đồng)(?!\\p{L})|` +
    `${digits}(?:tr|k|đ|₫|VNĐ|VND)(?!\\p{L})`,
  'giu',
);
/**
 * Amounts, ages, days, times and shares. Minutes and seconds say how long work takes, not what is due; days
 * and months in words are advice (“nhắc trước hai tháng”).
 */
const figures: readonly RegExp[] = [
  money,
  new RegExp(`${number}(?:tuổi|ngày làm việc|phần trăm)(?!\\p{L})`, 'giu'),
  /\d{1,2}\/\d{1,2}(?:\/\d{4})?(?![\d/])/gu,
  /\d+\s*(?:ngày(?!\s+làm\s+việc)|tháng|năm|giờ|tuần)(?!\p{L})(?!\s*\d)/gu,
  /\d+(?:,\d+)?\s*%/gu,
];

/** Other spellings and short forms, as figures are said. */
const sizes: Readonly<Record<string, string>> = {
  tr: 'triệu',
  k: 'nghìn',
  tỉ: 'tỷ',
  ngàn: 'nghìn',
  '%': 'phần trăm',
};

/** Words that say what is due, allowed or owed. */
const dutyWords = [
  'phải|được|hạn|phạt|miễn|từ ngày|từ \\d|chậm nhất|không quá|tối đa|tối thiểu|ít nhất|nhiều nhất',
  'trước ngày|trong vòng|bắt buộc|buộc|cấm|lệ phí|phí|mức|trở lên|trở xuống|đủ \\d|dưới \\d|hiệu lực',
  'ngày làm việc|theo luật|quy định|hỗ trợ|nộp|đóng|có quyền|trợ cấp|trong \\d|quá \\d|khóa|trừ',
  'ngưỡng|khỏi|thuế suất|chịu thuế|tính thuế|vượt|hưởng|bồi thường|lãi suất|diện thuế',
].join('|');
const duty = new RegExp(`(?<!\\p{L})(?:${dutyWords})(?!\\p{L})`, 'iu');

/** What an author says to mark a sum that is no rule. */
const example = /(?<!\p{L})(?:ví dụ|chẳng hạn|bịa|giả sử)(?!\p{L})/iu;

/** What somebody else says, a cheat for one. */
const quoted = /“[^”]*”/gu;

/** A figure as it is said aloud, however it was typed: “1 tỉ đồng”, “một tỷ” and “1.000.000.000đ” alike. */
export const figureSaid = (found: string): string =>
  found
    .toLowerCase()
    .replace(/\d[\d.,]*/, (typed) => `${printedNumber(typed)} `)
    .replace(/(?<!\p{L})(?:tr|k|tỉ|ngàn|%)(?!\p{L})/gu, (size) => sizes[size] ?? size)
    .replace(/\s*(?:đồng|đ|₫|vnđ|vnd)$/u, '')
    .replace(/\s+/g, ' ')
    .trim();

const isMoney = (found: string): boolean => found.search(money) === 0;

const hitsIn = (text: string): string[] =>
  figures.flatMap((figure) => [...text.matchAll(figure)].map(([hit]) => hit.trim()));

function typedIn(sentence: string): LooseFigure[] {
  const bare = sentence.replace(legal, ' ');
  const own = bare.replace(quoted, ' ');
  const passes = example.test(sentence) ? 'example' : duty.test(own) ? undefined : 'no-duty';
  return [
    ...[...sentence.matchAll(legal)].map(([found]): LooseFigure => ({ what: 'text', found, sentence })),
    ...hitsIn(own).map((found): LooseFigure => ({
      what: 'figure',
      found,
      sentence,
      ...(passes === undefined ? {} : { passes }),
    })),
    ...[...bare.matchAll(quoted)].flatMap(([words]) =>
      hitsIn(words).map((found): LooseFigure => ({ what: 'figure', found, sentence, passes: 'example' })),
    ),
  ];
}

/** All figures typed by hand in a text; those that are quoted from rules must be taken out before. */
export const typedFigures = (text: string): LooseFigure[] => sentences(text).flatMap(typedIn);

/**
 * Figures of a text that stand outside of any rule and may not: those of sentences that say what is due, and
 * sums of money in a sentence that tells of a rule with this sum (`ofRule`), whatever its words.
 */
export const looseFigures = (
  text: string,
  ofRule: (figure: LooseFigure) => boolean = () => false,
): LooseFigure[] =>
  typedFigures(text).filter(
    (figure) =>
      figure.passes === undefined || (figure.passes === 'no-duty' && isMoney(figure.found) && ofRule(figure)),
  );
