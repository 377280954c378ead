/** What an officer is told when a document cannot be read: one sentence, and what to do instead. */

const refusals = {
  unknown: {
    message: 'Không biết đọc loại tệp này.',
    fix: 'dùng tệp .docx, .xlsx, .pdf có chữ, hoặc .txt; bảng thì dán vào tệp .txt',
  },
  missing: { message: 'Không thấy tệp này.', fix: 'xem lại tên tệp và thư mục' },
  empty: { message: 'Tệp không có chữ nào.', fix: 'mở tệp xem lại, rồi lưu lại hoặc chọn tệp khác' },
  scanned: {
    message: 'Tệp .pdf này là ảnh chụp, không có chữ để đọc.',
    fix: 'xin tệp .docx ở nơi ban hành, hoặc nhận dạng chữ rồi soát lại từng dòng',
  },
  encrypted: {
    message: 'Tệp đang khóa bằng mật khẩu.',
    fix: 'mở bằng mật khẩu, lưu một bản không khóa rồi chạy lại',
  },
  'old-word': {
    message: 'Tệp là Word hoặc Excel kiểu cũ (.doc, .xls).',
    fix: 'mở bằng Word, Excel hoặc LibreOffice rồi lưu thành .docx, .xlsx',
  },
  'old-font': {
    message: 'Chữ trong tệp gõ bằng phông cũ (TCVN3, VNI), không phải Unicode.',
    fix: 'chuyển mã sang Unicode (Unikey: Công cụ, hoặc Ctrl Shift F6) rồi chạy lại',
  },
  encoding: { message: 'Tệp chữ không lưu dạng UTF-8.', fix: 'mở tệp rồi lưu lại dạng UTF-8' },
  'empty-table': {
    message: 'Bảng chỉ có dòng tiêu đề, không có nhiệm vụ nào.',
    fix: 'chép cả các dòng dưới tiêu đề rồi chạy lại',
  },
  damaged: { message: 'Tệp hỏng, không mở được.', fix: 'mở tệp bằng Word hoặc Excel, lưu lại rồi thử lại' },
  'too-big': { message: 'Tệp nặng quá 20 MB.', fix: 'bỏ ảnh trong tệp, hoặc chỉ lưu phần kế hoạch' },
  'loose-table': {
    message: 'Bảng trong tệp .pdf này không có khung để tách cột, đọc sẽ lẫn cột.',
    fix: 'dùng tệp .docx, hoặc chép bảng sang .xlsx',
  },
  'no-tasks': {
    message: 'Không nhận ra nhiệm vụ nào trong tệp.',
    fix:
      'xem tệp có mục “Nhiệm vụ” đánh số, hay bảng có cột “Nhiệm vụ” không; ' +
      'không có thì nhập tay theo docs/them-ke-hoach.md',
  },
} as const;

export type RefusalKind = keyof typeof refusals;

/** A document that is not read. */
export class Refusal extends Error {
  readonly kind: RefusalKind;

  constructor(kind: RefusalKind, name: string) {
    const { message, fix } = refusals[kind];
    super(`${name}: ${message} Cách sửa: ${fix}.`);
    this.kind = kind;
  }
}
