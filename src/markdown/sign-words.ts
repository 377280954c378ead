/**
 * Signs that telephones show beside common words, for what is pressed in a drawn screen whose author named no
 * sign: who cannot read the words looks for the sign. Only signs that go with the words in most applications.
 */
import type { SignName } from '../domain/picture-names.ts';
import type { ScreenDrawing } from './tree.ts';

/** Words that a button or a row begins with, by sign. */
const beginnings: readonly (readonly [SignName, readonly string[]])[] = [
  ['access', ['Trợ năng', 'TalkBack', 'VoiceOver']],
  ['add', ['Thêm', 'Tạo tài khoản mới']],
  ['airplane', ['Chế độ máy bay']],
  ['apps', ['Quản lý ứng dụng']],
  ['attach', ['Đính kèm']],
  ['back', ['Quay lại']],
  ['block', ['Chặn']],
  ['chat', ['Bình luận', 'Tin nhắn']],
  ['close', ['Để sau', 'Tắt']],
  ['download', ['Tải về', 'Tải báo cáo', 'Cài vào máy này']],
  ['edit', ['Đổi tên', 'Kê khai', 'Đăng ký']],
  ['end-call', ['Cúp máy', 'Kết thúc', 'Rời họp']],
  ['globe', ['Trang ', 'Trình duyệt', 'Quả địa cầu']],
  ['group', ['Bạn bè']],
  ['handset', ['Gọi', 'Điện thoại']],
  ['id-card', ['Thẻ bảo hiểm y tế', 'Ví giấy tờ', 'Tài khoản định danh']],
  ['log-in', ['Đăng nhập', 'Vào lớp', 'Vào họp']],
  ['log-out', ['Rời nhóm']],
  ['mic', ['Micro']],
  ['mobile-data', ['Dữ liệu di động']],
  ['photo', ['Chụp']],
  ['qr-code', ['QR của tôi']],
  ['raise-hand', ['Giơ tay']],
  ['receipt', ['Thanh toán hóa đơn']],
  ['refresh', ['Tải lại', 'Thử lại', 'Khởi động lại', 'Cập nhật']],
  ['report', ['Báo thư lạ', 'Báo cáo', 'Báo xấu']],
  ['save', ['Lưu']],
  ['savings', ['Tiết kiệm', 'Thêm lần để dành']],
  ['scan-qr', ['Quét mã']],
  ['search', ['Tìm', 'Tra cứu']],
  ['send', ['Gửi']],
  ['settings', ['Cài đặt']],
  ['speaker', ['Loa']],
  ['subtitles', ['Nút phụ đề']],
  ['sum', ['Tính']],
  ['trash', ['Xóa']],
  ['zoom', ['Thu phóng']],
];
const rows = beginnings.flatMap(([sign, words]) => words.map((start) => ({ sign, start })));

/** The sign of the longest beginning that fits: “Thêm lần để dành” is savings, not a plus. */
const signOfWords = (words: string): SignName | undefined =>
  rows
    .filter(({ start }) => words.startsWith(start))
    .sort((one, other) => other.start.length - one.start.length)[0]?.sign;

/** The sign that a drawn screen shows before words: its author's, or the usual one of what is pressed. */
export const signOf = ({ signs, press }: ScreenDrawing, words: string): SignName | undefined =>
  signs?.find(({ at }) => at === words)?.sign ?? (words === press ? signOfWords(words) : undefined);
