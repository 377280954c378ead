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
}

/** Numbers of documents, and articles. */
const legal =
  /\d{1,4}\/(?:19|20)\d\d\/(?:NĐ-CP|TT-[\p{L}&]+|QH\d+|QĐ-\p{L}+|NQ-\p{L}+)|\d{1,4}\/QĐ-\p{L}+|(?:Nghị định|Thông tư|Nghị quyết|Công văn|Quyết định)\s+(?:số\s+)?\d+|Điều\s+\d+/gu;

/** Amounts, ages, days, times and shares. Minutes and seconds say how long work takes, not what is due. */
const figures: readonly RegExp[] = [
  /\d[\d.,]*\s*(?:(?:nghìn|triệu|tỷ)(?:\s+đồng)?|đồng)(?!\p{L})/gu,
  /\d+\s*tuổi/gu,
  /\d{1,2}\/\d{1,2}(?:\/\d{4})?(?![\d/])/gu,
  /\d+\s*(?:ngày|tháng|năm|giờ|tuần)(?!\p{L})(?!\s*\d)/gu,
  /\d+(?:,\d+)?\s*(?:%|phần trăm)/gu,
];

/** Words that say what is due, allowed or owed. */
const duty =
  /(?<!\p{L})(?:phải|được|hạn|phạt|miễn|từ ngày|từ \d|chậm nhất|không quá|tối đa|tối thiểu|ít nhất|nhiều nhất|trước ngày|trong vòng|bắt buộc|cấm|lệ phí|phí|mức|trở lên|trở xuống|đủ \d|dưới \d|hiệu lực|theo luật|quy định|hỗ trợ|nộp|đóng)(?!\p{L})/iu;

/** What an author says to mark a sum that is no rule. */
const example = /(?<!\p{L})(?:ví dụ|chẳng hạn|bịa|giả sử)(?!\p{L})/iu;

/** Figures of a text that stand outside of any rule; those that are quoted must be taken out before. */
export function looseFigures(text: string): LooseFigure[] {
  return sentences(text).flatMap((sentence) => {
    const texts = [...sentence.matchAll(legal)].map(([found]) => ({
      what: 'text' as const,
      found,
      sentence,
    }));
    if (!duty.test(sentence) || example.test(sentence)) return texts;
    const bare = sentence.replace(legal, ' ');
    return [
      ...texts,
      ...figures.flatMap((figure) =>
        [...bare.matchAll(figure)].map(([found]) => ({
          what: 'figure' as const,
          found: found.trim(),
          sentence,
        })),
      ),
    ];
  });
}
