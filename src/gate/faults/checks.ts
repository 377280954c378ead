/** Rules of checks: one right answer that nothing but knowledge gives away, taken from a step that exists. */
import { rule } from './kind.ts';

export const checkRules = {
  'check-twice': rule<{ what: string }>({
    means: 'mỗi kỹ năng có một bài tự kiểm, mỗi câu trả lời chỉ viết một lần',
    message: ({ what }) => `“${what}” có hai lần.`,
    fix: 'bỏ một, hoặc viết khác đi',
    hint: 'skill or answer is there twice',
    example: { what: 'Cúp máy' },
  }),
  'check-length': rule<{ long: string; short: string }>({
    means: 'bốn câu trả lời dài gần bằng nhau, để độ dài không mách câu đúng',
    message: ({ long, short }) => `“${long}” dài hơn hẳn “${short}”.`,
    fix: 'viết gọn câu dài hoặc viết đủ ý câu ngắn; câu đúng không được dài hơn hẳn ba câu kia',
    hint: 'answers differ in length',
    example: { long: 'Gọi số ở mặt sau thẻ, xin khóa thẻ và tài khoản', short: 'Chờ' },
  }),
  'check-trick': rule<{ words: string }>({
    means: 'không có câu trả lời kiểu “tất cả các ý trên”',
    message: ({ words }) => `“${words}” là câu trả lời đánh đố.`,
    fix: 'viết một việc làm được hoặc một điều cụ thể',
    hint: 'trick answer',
    example: { words: 'Tất cả các ý trên' },
  }),
  'check-places': rule<{ letters: string }>({
    means: 'chỗ của câu đúng thay đổi, để không đoán được',
    message: ({ letters }) => `Câu đúng lần lượt ở ${letters}: dễ đoán.`,
    fix: 'đổi thứ tự câu trả lời: hai câu hỏi liền nhau không cùng chữ, một chữ không quá hai lần',
    hint: 'right answers stand in the same place',
    example: { letters: 'B, B, C' },
  }),
  'check-source': rule<{ source: string; shared: number; least: number }>({
    means: 'câu đúng và lời giải thích lấy từ bước hoặc quy định được ghi',
    message: ({ source, shared }) =>
      `Câu đúng và lời giải thích chỉ có ${shared} phần trăm số tiếng là của ${source}.`,
    fix: ({ least }) => `ghi nguồn đúng, hoặc viết sát lời của nguồn (ít nhất ${least} phần trăm)`,
    hint: 'answer is not what its source says',
    example: { source: 'bước 2, bài tien/mot-bai', shared: 12, least: 45 },
  }),
  'check-practice': rule<{ drill: string; guide: string }>({
    means: 'bài tập thay lời tập theo một bài dạy đúng kỹ năng của bài tự kiểm',
    message: ({ drill, guide }) => `Bài tập ${drill} tập theo bài ${guide}, bài ấy không dạy kỹ năng này.`,
    fix: 'chọn bài tập của một bài dạy kỹ năng này, hoặc ghi thêm kỹ năng vào bài hướng dẫn',
    hint: 'practice does not show the skill',
    example: { drill: 'goi-113', guide: 'an-toan/mot-bai' },
  }),
} as const;
