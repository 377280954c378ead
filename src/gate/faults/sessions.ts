/** Rules of ready training sessions. */
import { rule } from './kind.ts';

export const sessionRules = {
  'session-address': rule<{ id: string }>({
    means: 'tên tệp của buổi không trùng trang khác',
    message: ({ id }) => `Tên tệp “${id}” trùng địa chỉ của một trang khác.`,
    fix: 'đổi tên tệp, ví dụ thêm tên nhóm người học',
    hint: 'address is taken by a page',
    example: { id: 'soan' },
  }),
  'session-minutes': rule<{ total: number; minutes: number }>({
    means: 'các phần cộng lại đúng số phút của buổi',
    message: ({ total, minutes }) => `Các phần cộng lại ${total} phút, mà buổi ghi ${minutes} phút.`,
    fix: ({ total, minutes }) => `sửa số phút của các phần cho đủ ${minutes}, hoặc ghi minutes: ${total}`,
    hint: 'minutes of the parts do not add up',
    example: { total: 75, minutes: 60 },
  }),
  'session-part': rule<{ kind: string }>({
    means: 'buổi có đủ phần chào, làm mẫu, tự làm, kết',
    message: ({ kind }) => `Buổi không có phần ${kind}.`,
    fix: ({ kind }) => `thêm một phần kind: ${kind}`,
    hint: 'a session needs this part',
    example: { kind: 'practice' },
  }),
  'session-break': rule<{ minutes: number; most: number }>({
    means: 'buổi dài phải nghỉ',
    message: ({ minutes }) => `Buổi dài ${minutes} phút mà không nghỉ.`,
    fix: ({ most }) => `buổi hơn ${most} phút thêm một phần kind: break`,
    hint: 'long session without a break',
    example: { minutes: 90, most: 60 },
  }),
  'session-hands': rule<{ hands: number; minutes: number }>({
    means: 'người học tự làm ít nhất một phần ba thời gian',
    message: ({ hands, minutes }) => `Người học chỉ tự làm ${hands} trong ${minutes} phút.`,
    fix: ({ minutes }) =>
      `để ít nhất một phần ba, tức ${Math.ceil(minutes / 3)} phút, cho các phần kind: practice`,
    hint: 'too little practice',
    example: { hands: 10, minutes: 60 },
  }),
  'session-guide': rule<{ id: string; own: readonly string[] }>({
    means: 'bài dùng trong buổi có trong guides của buổi',
    message: ({ id }) => `Bài “${id}” không có trong guides của buổi.`,
    fix: ({ id, own }) => `thêm ${id} vào guides, hoặc dùng một trong: ${own.join(', ')}`,
    hint: 'guide is not in the list of the session',
    example: { id: 'tien/quet-ma', own: ['tien/nap-tien'] },
  }),
  'session-idle': rule<{ id: string }>({
    means: 'bài ghi trong guides được dùng tới',
    message: ({ id }) => `Bài “${id}” ghi trong guides mà không phần nào dùng tới.`,
    fix: 'ghi bài này vào một phần của outline, hoặc bỏ khỏi guides',
    hint: 'listed guide is never used',
    example: { id: 'tien/quet-ma' },
  }),
  'session-stop': rule<{ id: string }>({
    means: 'tập với bài có rủi ro thì nói dừng ở đâu',
    message: ({ id }) => `Bài “${id}” có tiền hoặc đăng nhập mà phần tập không nói dừng ở đâu.`,
    fix: 'thêm stop: dừng trước màn hình nào, không dùng tiền thật, mật khẩu thật',
    hint: 'practice on a risky guide must say where it stops',
    example: { id: 'tien/quet-ma' },
  }),
  'session-section': rule<{ guide: string; section: string; known: readonly string[] }>({
    means: 'câu hỏi chỉ tới phần có trong bài',
    message: ({ guide, section }) => `Bài “${guide}” không có phần mã “${section}”.`,
    fix: ({ known }) => `các phần có trong bài: ${known.join(', ')}`,
    hint: 'question points at an unknown section',
    example: { guide: 'tien/quet-ma', section: 'cac-buok', known: ['cac-buoc', 'an-toan'] },
  }),
  'session-answer': rule<{ title: string; words: string }>({
    means: 'câu trả lời nằm đúng chữ trong bài',
    message: ({ title, words }) => `Phần “${title}” của bài không có chữ “${words}”.`,
    fix: 'chép đúng một cụm chữ trả lời được câu hỏi từ phần ấy; bài vừa sửa thì xem lại cả câu hỏi',
    hint: 'the answer does not stand in the guide',
    example: { title: 'Các bước', words: 'nút màu đỏ' },
  }),
  'session-number': rule<{ number: string; known: readonly number[] }>({
    means: 'số bài nhắc trong lời là bài của buổi',
    message: ({ number }) => `Chữ nhắc tới bài ${number} mà buổi không có bài nào mang số ấy.`,
    fix: ({ known }) => `viết một trong: ${known.join(', ')}; hoặc thêm bài ấy vào guides`,
    hint: 'a number in the words is not among the guides',
    example: { number: '40', known: [83, 84] },
  }),
  'event-order': rule<{ day: number; before: number }>({
    means: 'các mốc của ngày hội xếp theo thời gian',
    message: ({ day, before }) => `Mốc ${day} ngày đứng sau mốc ${before} ngày.`,
    fix: 'xếp các mốc theo thứ tự thời gian, mỗi mốc một lần',
    hint: 'checklist out of order',
    example: { day: -14, before: -7 },
  }),
  'event-span': rule<{ first: number; last: number }>({
    means: 'danh sách việc của ngày hội đi từ hai tuần trước tới hôm sau',
    message: ({ first, last }) => `Danh sách việc đi từ ${first} tới ${last} ngày.`,
    fix: 'bắt đầu ít nhất hai tuần trước (days: -14), kết thúc sau ngày hội (days: 1)',
    hint: 'checklist must run from two weeks before to the day after',
    example: { first: -7, last: 0 },
  }),
} as const;
