/** Rules of figures: what says what is due, allowed or owed stands in `content/rules/` and is quoted. */
import { rule } from './kind.ts';

const quoteText =
  'nhắc quy định: <Rule id="…" part="van-ban" /> hoặc part="dieu" trong thân bài, ' +
  '{quy-dinh:….van-ban} ở phần đầu tệp';
const orExample = 'nếu là ví dụ thì nói “ví dụ” trong câu';
const quoteFigure =
  'thêm quy định vào content/rules, rồi viết <Rule id="…" /> trong thân bài, {quy-dinh:…} ở phần đầu tệp; ' +
  orExample;
/** How a figure that a rule has is quoted: `id`, or `id.part`. */
function quoteKnown(quote: string): string {
  const [id, part] = quote.split('.');
  const props = part === undefined ? '' : ` part="${part}"`;
  return (
    `quy định có sẵn số này: viết <Rule id="${id}"${props} /> trong thân bài, {quy-dinh:${quote}} ` +
    `ở phần đầu tệp; nói điều khác thì thêm quy định vào content/rules, ${orExample}`
  );
}

export const registerRules = {
  'rule-placeholder': rule<{ found: string }>({
    means: 'con số của quy định nhắc bằng {quy-dinh:mã} hoặc {quy-dinh:mã.phần}',
    message: ({ found }) => `“${found}” chưa phải cách nhắc một quy định.`,
    fix: 'viết {quy-dinh:ho-kinh-doanh/nguong-thue}, hoặc {quy-dinh:….phần}; mã chỉ gồm chữ thường không dấu',
    hint: 'malformed rule placeholder',
    example: { found: '{quy-dinh nguong}' },
  }),
  'rule-part': rule<{ id: string; part: string | undefined; parts: readonly string[] }>({
    means: 'phần được nhắc có trong quy định',
    message: ({ id, part }) =>
      part === undefined
        ? `Quy định “${id}” không có giá trị nào.`
        : `Quy định “${id}” không có phần “${part}”.`,
    fix: ({ parts }) =>
      parts.length > 0 ? `dùng được: ${parts.join(', ')}` : 'thêm values vào quy định, hoặc viết bằng lời',
    hint: 'rule has no such part',
    example: { id: 'ho-kinh-doanh/nguong-thue', part: 'mức', parts: ['muc', 'van-ban'] },
  }),
  'rule-by-hand': rule<{
    found: string;
    sentence: string;
    what: 'text' | 'figure';
    /** The rule that has this figure, as it is quoted. */
    quote?: string | undefined;
  }>({
    means: 'số nói điều phải làm, được làm, phải nộp lấy từ content/rules; số văn bản, số điều cũng vậy',
    message: ({ found, sentence }) => `“${found}” viết tay trong câu “${sentence}”.`,
    fix: ({ what, quote }) =>
      what === 'text' ? quoteText : quote === undefined ? quoteFigure : quoteKnown(quote),
    hint: 'a figure of a rule typed by hand',
    example: { found: '31/1/2027', sentence: 'Báo doanh thu chậm nhất ngày 31/1/2027.', what: 'figure' },
  }),
};
