/**
 * Signs that telephones show beside common words, for what is pressed in a drawn screen whose author
 * named no
 * sign: who cannot read the words looks for the sign. Only signs that go with the words in most
 * applications.
 */
import type { SignName } from '../domain/picture-names.ts';
import type { ScreenDrawing } from './tree.ts';

/** Words that a button or a row begins with, by sign. */
const beginnings: readonly (readonly [SignName, readonly string[]])[] = [
  ['access', ['Trợ năng', 'TalkBack', 'VoiceOver']],
  ['add', ['Thêm', 'Tạo tài khoản mới', 'Quan tâm', 'Tích hợp thông tin', 'Bổ sung']],
  ['add-person', ['Tham gia']],
  ['airplane', ['Chế độ máy bay']],
  ['app-store', ['CH Play', 'App Store', 'Ứng dụng chính thức', 'VNeID']],
  ['apps', ['Quản lý ứng dụng']],
  ['attach', ['Đính kèm']],
  ['back', ['Quay lại']],
  ['block', ['Chặn']],
  ['calendar', ['Sáng 9 giờ', 'Ngày']],
  ['chat', ['Bình luận', 'Tin nhắn', 'Zalo']],
  ['close', ['Để sau', 'Tắt', 'Không phải tôi', 'Không lưu', 'Không bao giờ', 'Dừng']],
  ['download', ['Tải về', 'Tải báo cáo', 'Cài vào máy này', 'Cài đặt']],
  ['edit', ['Đổi tên', 'Kê khai', 'Đăng ký', 'Ký']],
  ['end-call', ['Cúp máy', 'Kết thúc', 'Rời họp']],
  ['face', ['Khuôn mặt', 'Xác thực sinh trắc học']],
  ['film', ['Bài 2', 'Gọi hình']],
  ['folder', ['Di chuyển', '1 –']],
  ['form', ['Thủ tục hành chính', 'Tờ khai', 'Văn bản', 'Số … –']],
  ['globe', ['Trang ', 'Trình duyệt', 'Quả địa cầu', 'Mở', 'Đi tới']],
  ['handset', ['Gọi', 'Điện thoại']],
  ['heart', ['Sổ sức khỏe']],
  ['help', ['Chưa hiểu', 'Hỏi']],
  ['id-card', ['Thẻ bảo hiểm y tế', 'Ví giấy tờ', 'Tài khoản định danh']],
  ['image', ['Phim và ảnh']],
  ['key', ['Quên mật khẩu', 'Quên passcode']],
  ['letters', ['Cỡ chữ', 'To']],
  ['locked', ['Khóa', 'Bảo mật', 'Đổi mật khẩu', 'Passcode', 'Xác thực']],
  ['log-in', ['Đăng nhập', 'Vào lớp', 'Vào họp']],
  ['log-out', ['Rời nhóm']],
  ['mic', ['Micro']],
  ['mobile-data', ['Dữ liệu di động']],
  ['on-phone', ['Màn hình']],
  ['pay', ['Nạp tiền', 'Thanh toán', 'Trả tiền', 'Đặt hàng', 'Tài khoản hưởng', 'Báo tiền vào']],
  ['person', ['Hai (', 'Lan (', 'Cháu', 'Bạn bè', 'Người']],
  ['photo', ['Chụp']],
  ['qr-code', ['QR của tôi']],
  ['raise-hand', ['Giơ tay']],
  ['receipt', ['Thanh toán hóa đơn']],
  ['refresh', ['Tải lại', 'Thử lại', 'Khởi động lại', 'Cập nhật', 'Ngắn hơn']],
  ['reply', ['Trả lời']],
  ['report', ['Báo thư lạ', 'Báo cáo', 'Báo xấu', 'Phản ánh']],
  ['save', ['Lưu']],
  ['savings', ['Tiết kiệm', 'Thêm lần để dành']],
  ['scan-qr', ['Quét mã']],
  ['search', ['Tìm', 'Tra cứu', 'Kiểm tra', 'Xem ai đăng']],
  ['send', ['Gửi', 'Nộp', 'Đăng']],
  ['signal-wifi', ['Kết nối', 'Nha Ba Tu', 'Quan An Nhien']],
  ['speaker', ['Loa']],
  ['start', ['Bắt đầu', 'Chạy']],
  ['subtitles', ['Nút phụ đề']],
  ['sum', ['Tính']],
  ['tick-mark', ['Xác nhận', 'Đồng ý', 'Tiếp tục', 'Đi tiếp', 'Xong', 'Cho phép', 'Đã đọc', 'Được góp ý']],
  ['transfer', ['Chuyển tiền', 'Chuyển đến']],
  ['trash', ['Xóa']],
  ['zoom', ['Thu phóng']],
];
const rows = beginnings.flatMap(([sign, words]) => words.map((start) => ({ sign, start })));

/** The sign of the longest beginning that fits: “Thêm lần để dành” is savings, not a plus. */
const signOfWords = (words: string): SignName | undefined =>
  rows
    .filter(({ start }) => words.startsWith(start))
    .sort((one, other) => other.start.length - one.start.length)[0]?.sign;

/**
 * The sign that a drawn screen shows before words: its author's, the usual one of what is pressed, or a
 * keyboard
 * where something is typed.
 */
export const signOf = ({ signs, press, fields }: ScreenDrawing, words: string): SignName | undefined =>
  signs?.find(({ at }) => at === words)?.sign ??
  (words === press ? signOfWords(words) : fields.includes(words) ? 'keyboard' : undefined);
