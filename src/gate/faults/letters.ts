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
  'wrong-d': rule<{ found: string; right: string; code: string }>({
    means: 'chữ Đ là U+0110, chữ đ là U+0111',
    message: ({ found, code }) =>
      `Chữ Đ trong “${found}” là chữ của tiếng nước khác (${code}), máy đọc và tìm không ra.`,
    fix: ({ right }) => `xóa rồi gõ lại: ${right}`,
    hint: ({ code }) => `${code} instead of Đ`,
    example: { found: 'Ðiện', right: 'Điện', code: 'U+00D0' },
  }),
} as const;
