/**
 * The test record that `/tro-nang/ket-qua-thu/` shows. Write a line only for what was really done; people's
 * tests stay "not yet" until then.
 */
export interface TestRun {
  /** What was tried. */ readonly what: string;
  /** With what. */ readonly means: string;
  /** Day; absent while it was not done. */ readonly day?: string;
  /** What came out, faults included. */ readonly result: string;
}

export const testRecord: readonly TestRun[] = [
  {
    what: 'Bộ luật trợ năng axe, mức A, AA, tương phản AAA, cỡ vùng bấm',
    means:
      'Chromium, 39 loại trang; mọi cách hiển thị và bộ chọn sẵn, rộng 320 và 1280 điểm ảnh; mức A và AA trên mọi trang',
    day: '2026-11-22',
    result: 'Lần đầu có 3 loại trang đặt hai vùng trùng tên; đã sửa.',
  },
  {
    what: 'Tràn ngang, cỡ và khoảng cách vùng bấm',
    means: 'Chromium, 39 loại trang, 10 cách hiển thị, 4 bộ chọn sẵn, hai bề rộng',
    day: '2026-11-22',
    result: 'Lần đầu chữ to làm tràn danh sách bài, danh sách nhiệm vụ và danh sách bản dễ đọc; đã sửa.',
  },
  {
    what: 'Đi bằng bàn phím',
    means: 'Chromium, 6 loại trang, 3 cách hiển thị',
    day: '2026-11-22',
    result: 'Chỗ nào cũng thấy khung, không bị che.',
  },
  {
    what: 'Không chạy chương trình trong trang',
    means: 'Chromium tắt JavaScript',
    day: '2026-11-22',
    result: 'Chín cách hiển thị dùng được bằng ô chọn. Nghe đọc cần chương trình.',
  },
  {
    what: 'Bộ luật của IBM (accessibility-checker-engine) và html-validate',
    means: 'Chromium, 39 loại trang ở cách hiển thị thường; html-validate trên mọi trang',
    day: '2026-11-22',
    result: 'Một vi phạm thật: hai phần trùng tên ở trang chỉ tiêu; đã sửa.',
  },
  {
    what: 'Trình đọc màn hình Orca',
    means: 'Orca 43.1, Chromium 156, 10 loại trang, đọc cả trang',
    day: '2026-11-22',
    result:
      'Tên trang nghe được trong 60 từ đầu; danh sách đúng số bước; nghe được tên cột. Vài chữ dính nhau và tên trang bị đọc hai lần; đã sửa.',
  },
  { what: 'TalkBack trên Android', means: 'Người dùng thật', result: 'Chưa có kết quả.' },
  { what: 'VoiceOver trên iPhone', means: 'Người dùng thật', result: 'Chưa có kết quả.' },
  { what: 'NVDA trên Windows', means: 'Người dùng thật', result: 'Chưa có kết quả.' },
  { what: 'Safari, Firefox', means: 'Mở tay từng trình duyệt', result: 'Chưa có kết quả.' },
  { what: 'Người cao tuổi, người mới biết chữ đọc thử', means: 'Buổi học thật', result: 'Chưa có kết quả.' },
];
