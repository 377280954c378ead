/** What an easy-read version must hold, beyond the grammar of its body. Pure: an entry, its tree and its full guide → faults. */
import {
  blockLines,
  picturesOf,
  screensOf,
  type Block,
  type InlineWords,
  type Tree,
} from '../../markdown/tree.ts';
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
  const steps = tree.sections.flatMap((s) => s.steps);

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
  for (const f of wordFaults(title)) field('title', f.rule, f.message, f.fix, f.hint);

  if (steps.length < easySteps.fewest || steps.length > easySteps.most) {
    at(
      tree.sections[0]?.line ?? 1,
      'easy-steps',
      `Có ${steps.length} bước.`,
      `viết từ ${easySteps.fewest} đến ${easySteps.most} bước`,
      'too few or too many steps',
    );
  }
  for (const s of steps) {
    if (syllables(s.title) > longestEasyTitle)
      at(
        s.line,
        'easy-step-title',
        `Tên bước “${s.title}” dài ${syllables(s.title)} tiếng.`,
        `rút xuống ${longestEasyTitle} tiếng, ý còn lại viết bên dưới`,
        'step title too long',
      );
    if (picturesOf(s.blocks).length + screensOf(s.blocks).length === 0)
      at(
        s.line,
        'easy-picture',
        `Bước “${s.title}” không có hình.`,
        'thêm <Picture name="…" alt="…" /> ngay đầu bước',
        'step without a picture',
      );
  }

  const blocks = [...tree.intro, ...steps.flatMap((s) => s.blocks)];
  for (const b of blocks) {
    if (b.kind === 'table' || b.kind === 'warning' || b.kind === 'tip')
      at(
        b.line,
        'easy-block',
        'Bản dễ đọc có bảng hoặc hộp.',
        'viết thành câu ngắn; lời cảnh báo viết “Không …” trong một bước',
        'only paragraphs, lists, drawings',
      );
  }
  for (const m of tree.mentions) {
    if (m.kind !== 'phone')
      at(
        m.line,
        'easy-inline',
        m.kind === 'term' ? 'Bản dễ đọc có <Term>.' : 'Bản dễ đọc có liên kết <Guide>.',
        m.kind === 'term' ? 'nói lại bằng chữ thường ngày' : 'bỏ liên kết; trang tự dẫn về bài đầy đủ',
        'only <Phone> may stand in a line',
      );
  }
  for (const l of tree.links)
    at(
      l.line,
      'easy-inline',
      `Bản dễ đọc có liên kết “${l.text}”.`,
      'bỏ liên kết; trang tự dẫn về bài đầy đủ',
      'only <Phone> may stand in a line',
    );

  for (const { text, line } of [
    ...steps.map((s) => ({ text: s.title, line: s.line })),
    ...blockLines(blocks, words),
    ...drawnWords(blocks),
  ]) {
    for (const f of wordFaults(text)) at(line, f.rule, f.message, f.fix, f.hint);
    for (const s of sentences(text)) {
      const n = syllables(s);
      if (n > longestEasySentence)
        at(
          line,
          'easy-sentence',
          `Câu dài ${n} tiếng: “${s}”`,
          `tách thành câu không quá ${longestEasySentence} tiếng, mỗi câu một ý`,
          'sentence too long for easy reading',
        );
    }
  }
  if (risk !== undefined && risk !== 'none') {
    const said = [...steps.map((s) => s.title), ...blockLines(blocks, words).map((l) => l.text)].flatMap(
      sentences,
    );
    if (!said.some((s) => forbids.test(s)))
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
  return blocks.flatMap((b) => {
    if (b.kind === 'picture') return [{ text: b.picture.alt, line: b.line }];
    if (b.kind === 'screen')
      return [
        b.screen.title,
        b.screen.says ?? '',
        ...b.screen.fields,
        ...b.screen.rows,
        ...b.screen.buttons,
      ].map((text) => ({ text, line: b.line }));
    return [];
  });
}

function wordFaults(text: string): { rule: string; message: string; fix: string; hint: string }[] {
  const found = [...text.matchAll(capitals)].map((m) => m[0]).filter((w) => !Object.hasOwn(keptCapitals, w));
  const short = shortened.exec(text.replace(capitals, ''))?.[0];
  return [
    ...found.map((w) => ({
      rule: 'easy-capitals',
      message: `Chữ “${w}” viết hoa hoặc viết tắt.`,
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
