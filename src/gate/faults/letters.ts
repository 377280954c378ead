/** Rules of letters: text pasted from old fonts, letters that look alike. */
import { rule } from './kind.ts';

export const letterRules = {
  'old-font': rule<{ found: string; right: string; encoding: string; also?: string }>({
    means: 'chữ Unicode, không phải chữ dán từ phông cũ (TCVN3 .VnTime, VNI-Times, VISCII)',
    message: ({ found, encoding }) => `Chữ “${found}” dán từ tệp dùng phông cũ (${encoding}).`,
    fix: ({ right, also = '' }) =>
      `viết “${right}”${also}; chuyển cả đoạn sang Unicode bằng bộ gõ trước khi dán`,
    hint: ({ encoding }) => `legacy ${encoding} text`,
    example: { found: 'ChiÕn dÞch', right: 'Chiến dịch', encoding: 'TCVN3' },
  }),
  'look-alike': rule<{ found: string; right: string; letter: string; script: string }>({
    means: 'mỗi từ viết bằng chữ cái một hệ, không chữ Nga, chữ Hy Lạp trông giống chữ Việt',
    message: ({ found, letter, script }) =>
      `Chữ “${found}” có “${letter}” là chữ ${script}, trông giống mà khác.`,
    fix: ({ right }) => `xóa rồi gõ lại: ${right}`,
    hint: ({ script }) => `look-alike letter (${script})`,
    example: { found: 'ОТР', right: 'OTP', letter: 'О', script: 'Nga' },
  }),
  garbled: rule<{ found: string; right?: string }>({
    means: 'chữ không vỡ khi chép từ chương trình khác: không “Cá»™ng”, không “C?ng h?a”',
    message: ({ found }) => `Chữ “${found}” bị vỡ khi chép từ chương trình khác.`,
    fix: ({ right }) =>
      `${right === undefined ? '' : `viết “${right}”; `}mở lại tệp gốc, chọn bảng mã Unicode (UTF-8) rồi chép lại cả đoạn`,
    hint: 'text decoded as another encoding',
    example: { found: 'Cá»™ng', right: 'Cộng' },
  }),
  unmarked: rule<{ found: string }>({
    means: 'câu tiếng Việt viết có dấu',
    message: ({ found }) =>
      `Câu “${found.slice(0, 60)}” viết không dấu, người đọc và máy đọc không hiểu chắc.`,
    fix: 'gõ lại câu ấy có dấu; tin nhắn thật không dấu thì viết lại lời có dấu và nói tin gốc không dấu',
    hint: 'sentence without diacritics',
    example: { found: 'Cong hoa xa hoi chu nghia Viet Nam' },
  }),
  'wrong-d': rule<{ found: string; right: string; code: string }>({
    means: 'chữ Đ là U+0110, chữ đ là U+0111',
    message: ({ found, code }) =>
      `Chữ Đ trong “${found}” là chữ của tiếng nước khác (${code}), máy đọc và tìm không ra.`,
    fix: ({ right }) => `xóa rồi gõ lại: ${right}`,
    hint: ({ code }) => `${code} instead of Đ`,
    example: { found: 'Ðiện', right: 'Điện', code: 'U+00D0' },
  }),
} as const;
