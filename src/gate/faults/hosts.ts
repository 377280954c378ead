/** Rules of where links lead. */
import type { HostFault } from '../host-trust.ts';
import { rule } from './kind.ts';

const where = 'đúng là trang thật thì thêm vào content/dia-chi.yaml kèm lý do';

export const hostRules = {
  host: rule<HostFault & { host: string }>({
    means: 'không dẫn tới địa chỉ rút gọn, hay địa chỉ nhái trang chính thức',
    message: ({ host, cause, like = '' }) =>
      ({
        shortener: `“${host}” là địa chỉ rút gọn, nhìn vào không biết mở trang nào.`,
        'state-name': `“${host}” có chữ gov.vn mà không kết thúc bằng .gov.vn.`,
        inside: `“${host}” mang tên trang thật “${like}” mà là trang khác.`,
        'look-alike': `“${host}” trông giống “${like}” mà là trang khác.`,
        'extra-words': `“${host}” là tên của “${like}” thêm bớt chữ.`,
      })[cause],
    fix: ({ cause, like = '' }) =>
      cause === 'shortener'
        ? 'mở thử, rồi chép địa chỉ đầy đủ trên thanh địa chỉ của trình duyệt'
        : cause === 'state-name'
          ? 'viết đúng địa chỉ của cơ quan nhà nước, kết thúc bằng .gov.vn'
          : `viết “${like}”; ${where} (official, hoặc known nếu không phải trang chính thức)`,
    hint: ({ cause }) => `host refused: ${cause}`,
    example: { host: 'dichvucong-gov.vn', cause: 'extra-words', like: 'dichvucong.gov.vn' },
  }),
  'link-host': rule<{ text: string; host: string }>({
    means: 'chữ của liên kết không nêu tên một trang khác trang được mở',
    message: ({ text, host }) => `Chữ của liên kết nói “${text}” mà liên kết mở “${host}”.`,
    fix: ({ host }) => `sửa chữ thành “${host}”, hoặc sửa địa chỉ cho đúng trang đã nói`,
    hint: 'link text names another host',
    example: { text: 'dichvucong.gov.vn', host: 'vi-du.example' },
  }),
  'link-official': rule<{ host: string }>({
    means: 'bài có tiền, giấy tờ hay đăng nhập chỉ dẫn tới trang chính thức',
    message: ({ host }) =>
      `Bài có tiền hoặc đăng nhập dẫn tới “${host}”, chưa có trong các trang chính thức.`,
    fix: `dẫn tới trang chính thức; ${where} (official)`,
    hint: 'risky guides link to official hosts only',
    example: { host: 'vi-du.example' },
  }),
} as const;
