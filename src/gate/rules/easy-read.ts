/** What an easy-read version must hold, beyond the grammar of its body. Pure: an entry, its tree and its full guide → faults. */
import { blockLines, picturesOf, screensOf } from '../../markdown/lines.ts';
import { allBlocks, visitBlock, type BlockVisitor } from '../../markdown/walk.ts';
import type { Block, InlineWords, Tree } from '../../markdown/tree.ts';
import { sentences, syllables } from '../../vietnamese/sentences.ts';

/** A fault of an easy-read entry: in a line of the body, or in a field of the head. */
export interface EasyReadFault {
  /** Line of the file; 0 when `field` says where. */
  readonly line: number;
  readonly field?: 'title' | 'guide';
  readonly rule: string;
  readonly message: string;
  readonly fix: string;
  readonly hint: string;
}

/** What the rules need of the entry. */
export interface EasyReadText {
  readonly id: string;
  readonly title: string;
  readonly guide: string;
  readonly tree: Tree;
}

/** Longest sentence and longest title, in syllables. */
export const longestEasySentence = 12;
export const longestEasyTitle = 8;
/** A version with fewer steps leaves things out; with more it tires. */
export const easySteps = { fewest: 5, most: 8 } as const;

/** Capitals that stay, each with its reason. */
export const keptCapitals: Readonly<Record<string, string>> = {
  AI: 'tên gọi ai cũng nghe hằng ngày, chưa có chữ ngắn nào thay',
  OTP: 'kẻ xấu và ngân hàng nói đúng chữ này, người đọc phải nhận ra',
  QR: 'chữ ghi trên bảng mã ở quầy và trên nút bấm',
  SIM: 'chữ in trên thẻ và trên vỏ thẻ',
  VNeID: 'tên ứng dụng, phải tìm đúng chữ này',
};

/** Letters that spell a shortened word without capitals, and signs that stand for a word. */
const shortened =
  /(?<![\p{L}\d])(?:sđt|đt|stk|tk|nh|cccd|cmnd|vd|tp|tt|ko|k|nv|v\.v|\p{L}\.\p{L}[\p{L}.]*|\d+k)(?![\p{L}\d])|&|(?<=\p{L})\/(?=\p{L})/iu;
/** A number counts as one word; a link to a guide is refused anyway. */
const words: InlineWords = { phone: () => '113', guide: () => '' };
const capitals = /[\p{L}\d]*\p{Lu}\p{Lu}[\p{L}\d]*/gu;
/** A sentence that forbids. Comfort such as "Không sao" and conditions such as "Không thấy thì …" do not warn. */
const forbids =
  /^[“"]?(?:(?:Dừng|Đừng|Chớ|Không)(?=[\s,.:])(?! (?:sao|phải|cần|có|còn|thấy|biết|nhớ|rõ|tìm|được)(?![\p{L}])))/u;

/** Faults of one easy-read version. `risk` is that of the full guide; absent when the guide itself is missing. */
export function easyReadFaults(
  { id, title, guide, tree }: EasyReadText,
  risk?: 'none' | 'login' | 'money',
): EasyReadFault[] {
  const faults: EasyReadFault[] = [];
  const at = (line: number, rule: string, message: string, fix: string, hint: string): void => {
    faults.push({ line, rule, message, fix, hint });
  };
  const field = (name: 'title' | 'guide', rule: string, message: string, fix: string, hint: string): void => {
    faults.push({ line: 0, field: name, rule, message, fix, hint });
  };
  const steps = tree.sections.flatMap((section) => section.steps);

  const slug = guide.slice(guide.lastIndexOf('/') + 1);
  if (slug !== id)
    field(
      'guide',
      'easy-slug',
      `Tệp tên “${id}” mà bài đầy đủ tên “${slug}”.`,
      `đổi tên tệp thành ${slug}.mdx`,
      'an easy-read version is named like its guide',
    );
  if (syllables(title) > longestEasyTitle)
    field(
      'title',
      'easy-title',
      `Tên dài ${syllables(title)} tiếng.`,
      `rút xuống ${longestEasyTitle} tiếng`,
      'title too long',
    );
  for (const fault of wordFaults(title)) field('title', fault.rule, fault.message, fault.fix, fault.hint);

  if (steps.length < easySteps.fewest || steps.length > easySteps.most) {
    at(
      tree.sections[0]?.line ?? 1,
      'easy-steps',
      `Có ${steps.length} bước.`,
      `viết từ ${easySteps.fewest} đến ${easySteps.most} bước`,
      'too few or too many steps',
    );
  }
  for (const step of steps) {
    if (syllables(step.title) > longestEasyTitle)
      at(
        step.line,
        'easy-step-title',
        `Tên bước “${step.title}” dài ${syllables(step.title)} tiếng.`,
        `rút xuống ${longestEasyTitle} tiếng, ý còn lại viết bên dưới`,
        'step title too long',
      );
    if (picturesOf(step.blocks).length + screensOf(step.blocks).length === 0)
      at(
        step.line,
        'easy-picture',
        `Bước “${step.title}” không có hình.`,
        'thêm <Picture name="…" alt="…" /> ngay đầu bước',
        'step without a picture',
      );
  }

  const blocks = [...tree.intro, ...steps.flatMap((step) => step.blocks)];
  for (const block of blocks) {
    if (block.kind === 'table' || block.kind === 'warning' || block.kind === 'tip')
      at(
        block.line,
        'easy-block',
        'Bản dễ đọc có bảng hoặc hộp.',
        'viết thành câu ngắn; lời cảnh báo viết “Không …” trong một bước',
        'only paragraphs, lists, drawings',
      );
  }
  for (const mention of tree.mentions) {
    if (mention.kind !== 'phone')
      at(
        mention.line,
        'easy-inline',
        mention.kind === 'term' ? 'Bản dễ đọc có <Term>.' : 'Bản dễ đọc có liên kết <Guide>.',
        mention.kind === 'term' ? 'nói lại bằng chữ thường ngày' : 'bỏ liên kết; trang tự dẫn về bài đầy đủ',
        'only <Phone> may stand in a line',
      );
  }
  for (const link of tree.links)
    at(
      link.line,
      'easy-inline',
      `Bản dễ đọc có liên kết “${link.text}”.`,
      'bỏ liên kết; trang tự dẫn về bài đầy đủ',
      'only <Phone> may stand in a line',
    );

  for (const { text, line } of [
    ...steps.map((step) => ({ text: step.title, line: step.line })),
    ...blockLines(blocks, words),
    ...drawnWords(blocks),
  ]) {
    for (const fault of wordFaults(text)) at(line, fault.rule, fault.message, fault.fix, fault.hint);
    for (const sentence of sentences(text)) {
      const count = syllables(sentence);
      if (count > longestEasySentence)
        at(
          line,
          'easy-sentence',
          `Câu dài ${count} tiếng: “${sentence}”`,
          `tách thành câu không quá ${longestEasySentence} tiếng, mỗi câu một ý`,
          'sentence too long for easy reading',
        );
    }
  }
  if (risk !== undefined && risk !== 'none') {
    const said = [
      ...steps.map((step) => step.title),
      ...blockLines(blocks, words).map((line) => line.text),
    ].flatMap(sentences);
    if (!said.some((sentences) => forbids.test(sentences)))
      at(
        tree.sections[0]?.line ?? 1,
        'easy-warning',
        'Bài đầy đủ có tiền hoặc đăng nhập mà bản dễ đọc không có lời cảnh báo nào.',
        'thêm một bước hoặc câu bắt đầu bằng “Dừng”, “Đừng” hoặc “Không”, theo phần Giữ an toàn của bài đầy đủ',
        'risky guide without a warning',
      );
  }
  return faults;
}

/** Words that stand in drawings: what a picture says to somebody who does not see it, and what is written on a screen. */
function drawnWords(blocks: readonly Block[]): { text: string; line: number }[] {
  const drawn: BlockVisitor<string[]> = {
    paragraph: () => [],
    list: () => [],
    table: () => [],
    screen: ({ screen: { title, says = '', fields, rows, buttons } }) => [
      title,
      says,
      ...fields,
      ...rows,
      ...buttons,
    ],
    picture: ({ picture }) => [picture.alt],
    box: () => [],
  };
  return allBlocks(blocks).flatMap((block) =>
    visitBlock(block, drawn).map((text) => ({ text, line: block.line })),
  );
}

function wordFaults(text: string): { rule: string; message: string; fix: string; hint: string }[] {
  const found = [...text.matchAll(capitals)]
    .map((match) => match[0])
    .filter((word) => !Object.hasOwn(keptCapitals, word));
  const short = shortened.exec(text.replace(capitals, ''))?.[0];
  return [
    ...found.map((word) => ({
      rule: 'easy-capitals',
      message: `Chữ “${word}” viết hoa hoặc viết tắt.`,
      fix: `viết đủ chữ thường; chỉ giữ ${Object.keys(keptCapitals).join(', ')}`,
      hint: 'capitals are hard to read',
    })),
    ...(short === undefined
      ? []
      : [
          {
            rule: 'easy-short',
            message: `“${short}” là chữ viết tắt.`,
            fix: 'viết đủ chữ',
            hint: 'no abbreviations',
          },
        ]),
  ];
}
