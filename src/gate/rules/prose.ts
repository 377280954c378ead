/** What must never happen in a guide's prose. Pure: a text and what its entry says of itself → faults. */

/** A fault in one line of prose. */
export interface ProseFault {
  readonly rule: string;
  readonly message: string;
  readonly fix: string;
  readonly hint: string;
}

/** What the rules need to know of the entry. */
export interface ProseContext {
  /** Numbers and titles of the sources, joined. */
  readonly sourceWords: string;
  /** At least one source is more than common knowledge. */
  readonly hasRealSource: boolean;
}

/** Longest sentence, in syllables, that a guide may hold. */
export const longestSentence = 35;

const phone =
  /(?<![\d./-])(?:\+84[ .]?|0)\d(?:[ .]?\d){7,9}(?![\d/])|(?<!\d)1[89]00[ .]?\d{4}(?:[ .]?\d{2})?(?!\d)/u;
const money = /\d[\d.,]*\s*(?:đồng|nghìn đồng|triệu đồng|tỷ đồng|VND|₫)/u;
const law =
  /(?<!\d)\d{1,4}\/(?:19|20)\d\d\/(?:NĐ-CP|TT-[\p{L}&]+|QH\d+|QĐ-\p{L}+)|(?<!\d)\d{1,4}\/QĐ-\p{L}+|(?<!\d)\d{1,4}\/CT-TTg/gu;
const emptyLink = /^(?:tại đây|ở đây|đây|bấm vào đây|xem thêm|link)$/iu;

/** Faults of one line of text. */
export function proseFaults(text: string, context: ProseContext): ProseFault[] {
  const faults: ProseFault[] = [];
  const match = phone.exec(text);
  if (match)
    faults.push({
      rule: 'typed-phone',
      message: `Số điện thoại “${match[0]}” gõ thẳng vào bài.`,
      fix: 'ghi vào content/hotlines kèm nguồn, rồi viết <Phone id="…" />',
      hint: 'phone numbers come from hotlines',
    });
  const otherMatch = money.exec(text);
  if (otherMatch && !context.hasRealSource)
    faults.push({
      rule: 'money-source',
      message: `Số tiền “${otherMatch[0]}” mà bài không có nguồn ngoài kiến thức chung.`,
      fix: 'thêm nguồn vào sources, hoặc bỏ số tiền',
      hint: 'money amounts need a source',
    });
  // Whole numbers are compared: 9/2024/NĐ-CP is not 69/2024/NĐ-CP.
  const sourced = new Set([...context.sourceWords.matchAll(law)].map((match) => match[0]));
  for (const item of text.matchAll(law)) {
    if (!sourced.has(item[0]))
      faults.push({
        rule: 'law-source',
        message: `Văn bản “${item[0]}” không có trong sources.`,
        fix: `thêm vào sources: document: ${item[0]}`,
        hint: 'a law named in the text needs a source',
      });
  }
  if (/\[CHƯA\]|\[KTC\]|\[2\+\]/u.test(text))
    faults.push({
      rule: 'fact-mark',
      message: 'Còn nhãn độ tin cậy trong câu.',
      fix: 'bỏ nhãn; chuyện chưa kiểm chứng thì viết “hỏi …”',
      hint: 'fact mark left in prose',
    });
  return faults;
}

/** Faults of the title of a step: one action each. */
export function stepFaults(title: string): ProseFault[] {
  const faults: ProseFault[] = [];
  if (/\brồi\b.*\brồi\b/iu.test(title))
    faults.push({
      rule: 'two-actions',
      message: `Bước “${title}” có nhiều việc nối bằng “rồi”.`,
      fix: 'tách thành nhiều bước',
      hint: 'one action per step',
    });
  return faults;
}

/** Faults of link text. */
export function linkFaults(text: string): ProseFault[] {
  return emptyLink.test(text.trim())
    ? [
        {
          rule: 'link-text',
          message: `Chữ của liên kết là “${text}”.`,
          fix: 'viết tên nơi liên kết dẫn tới',
          hint: 'link text must name its target',
        },
      ]
    : [];
}
