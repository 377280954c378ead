/** Rules of drills: the small world holds together, and nothing in it is anybody's. */
import { rule } from './kind.ts';

export const drillRules = {
  'drill-state': rule<{ id: string; known: readonly string[] }>({
    means: 'mỗi to là mã một màn hình có trong bài tập',
    message: ({ id }) => `Không có màn hình mã “${id}”.`,
    fix: ({ known }) => `các màn hình có trong bài: ${known.join(', ')}`,
    hint: 'press leads to an unknown state',
    example: { id: 'cup-mai', known: ['goi-den', 'cup-may'] },
  }),
  'drill-twice': rule<{ what: string }>({
    means: 'mã màn hình, chữ trên nút trong một màn hình không lặp lại',
    message: ({ what }) => `“${what}” có hai lần.`,
    fix: 'đổi một trong hai cho khác nhau',
    hint: 'state id or press is there twice',
    example: { what: 'Cúp máy' },
  }),
  'drill-unreached': rule<{ state: string }>({
    means: 'màn hình nào cũng tới được',
    message: ({ state }) => `Không cách bấm nào tới được màn hình “${state}”.`,
    fix: ({ state }) => `thêm to: ${state} vào một cách làm ở màn hình trước`,
    hint: 'state cannot be reached',
    example: { state: 'cup-may' },
  }),
  'drill-no-way': rule<{ state: string }>({
    means: 'từ màn hình nào cũng có cách đúng để đi tới cuối',
    message: ({ state }) => `Từ màn hình “${state}” không có cách đúng nào đi tới cuối bài.`,
    fix: 'thêm một cách làm đúng (không fine, không danger) dẫn tới màn hình có done',
    hint: 'no right way to an end',
    example: { state: 'goi-den' },
  }),
  'drill-end': rule<{ state: string }>({
    means: 'màn hình cuối chỉ có lời khen, không có nút',
    message: ({ state }) => `Màn hình cuối “${state}” còn có cách làm.`,
    fix: 'bỏ press, hoặc chuyển done sang màn hình sau',
    hint: 'an end has presses',
    example: { state: 'xong' },
  }),
  'drill-short': rule<{ words: string; least: number }>({
    means: 'cách sai nào cũng được giải thích đủ câu',
    message: ({ words }) => `Lời giải thích “${words}” ngắn quá.`,
    fix: ({ least }) => `nói rõ điều sẽ xảy ra, ít nhất ${least} tiếng`,
    hint: 'wrong press is not explained',
    example: { words: 'Nguy hiểm.', least: 8 },
  }),
  'drill-hint': rule<{ state: string }>({
    means: 'màn hình có cách sai thì có gợi ý và bước để xem lại',
    message: ({ state }) => `Màn hình “${state}” có cách sai mà thiếu gợi ý hoặc bước để xem lại.`,
    fix: 'thêm hint: … và see: { guide: …, step: … }',
    hint: 'state with wrong presses needs hint and step',
    example: { state: 'goi-den' },
  }),
  'drill-field': rule<{ state: string }>({
    means: 'có ô để gõ thì có cách gõ, và ngược lại',
    message: ({ state }) => `Màn hình “${state}” có ô mà không có types, hoặc có types mà không có ô.`,
    fix: 'thêm field: { label, keys, other } và các types, hoặc bỏ cả hai',
    hint: 'field and typed presses belong together',
    example: { state: 'so-tien' },
  }),
  'drill-step': rule<{ guide: string; step: number; steps: number }>({
    means: 'bước được nhắc có trong bài',
    message: ({ guide, step, steps }) => `Bài ${guide} có ${steps} bước, không có bước ${step}.`,
    fix: 'ghi đúng bước của bài nói về lúc này',
    hint: 'no such step',
    example: { guide: 'tien/mot-bai', step: 12, steps: 9 },
  }),
  'drill-name': rule<{ name: string }>({
    means: 'màn hình tập chỉ có tên bịa đã ghi trong content/man-hinh-tap.yaml',
    message: ({ name }) => `“${name}” không có trong content/man-hinh-tap.yaml.`,
    fix: 'dùng một tên bịa đã có; tên thật của cơ quan, dịch vụ thì thêm vào real',
    hint: 'name is not on the list of made-up names',
    example: { name: 'Hoa' },
  }),
  'drill-number': rule<{ number: string; starts: readonly string[] }>({
    means: 'dãy số dài trên màn hình tập không thể là số thật',
    message: ({ number }) => `Dãy số “${number}” có thể là số thật của ai đó.`,
    fix: ({ starts }) => `viết dãy số bắt đầu bằng ${starts.join(' hoặc ')}`,
    hint: 'number could be real',
    example: { number: '123 456', starts: ['000'] },
  }),
  'drill-link': rule<{ found: string }>({
    means: 'màn hình tập không có địa chỉ thật, không có lệnh gọi hay nhắn tin',
    message: ({ found }) => `“${found}” là địa chỉ hoặc lệnh có thể mở ra ngoài.`,
    fix: 'dùng địa chỉ bịa kết thúc bằng .example',
    hint: 'address could be real',
    example: { found: 'ngan-hang.vn' },
  }),
} as const;
