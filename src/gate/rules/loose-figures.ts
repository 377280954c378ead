/**
 * Finds what must stand in `content/rules/`: numbers of legal texts and of their articles anywhere in running
 * text, and figures in a sentence that says what is due, allowed or owed. Pure.
 */
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

/** Amounts, ages, days, times and shares. Minutes and seconds say how long work takes, not what is due. */
const figures: readonly RegExp[] = [
  /\d[\d.,]*\s*(?:(?:nghìn|triệu|tỷ)(?:\s+đồng)?|đồng)(?!\p{L})/gu,
  /\d+\s*tuổi/gu,
  /\d{1,2}\/\d{1,2}(?:\/\d{4})?(?![\d/])/gu,
  /\d+\s*(?:ngày|tháng|năm|giờ|tuần)(?!\p{L})(?!\s*\d)/gu,
  /\d+(?:,\d+)?\s*(?:%|phần trăm)/gu,
];

/** Words that say what is due, allowed or owed. */
const dutyWords = [
  'phải|được|hạn|phạt|miễn|từ ngày|từ \\d|chậm nhất|không quá|tối đa|tối thiểu|ít nhất|nhiều nhất',
  'trước ngày|trong vòng|bắt buộc|buộc|cấm|lệ phí|phí|mức|trở lên|trở xuống|đủ \\d|dưới \\d|hiệu lực',
  'ngày làm việc|theo luật|quy định|hỗ trợ|nộp|đóng|có quyền|trợ cấp|trong \\d|quá \\d|khóa|trừ',
].join('|');
const duty = new RegExp(`(?<!\\p{L})(?:${dutyWords})(?!\\p{L})`, 'iu');

/** What an author says to mark a sum that is no rule. */
const example = /(?<!\p{L})(?:ví dụ|chẳng hạn|bịa|giả sử)(?!\p{L})/iu;

/** What somebody else says, a cheat for one. */
const quoted = /“[^”]*”/gu;

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

/** Figures of a text that stand outside of any rule and may not. */
export const looseFigures = (text: string): LooseFigure[] =>
  typedFigures(text).filter(({ passes }) => passes === undefined);
