/** Rules of files: bytes, names, the head of a file as YAML. */
import { photoLimits } from '../../schemas/photo.ts';
import { plain, rule } from './kind.ts';

/** The largest content file, in kilobytes, as rules say it. */
export const mostKilobytes = 128;

/** What to write instead, by what the parser says. */
const yamlCures: readonly (readonly [RegExp, string])[] = [
  [/multiple documents|document contents/i, 'bỏ dòng --- hoặc ... ở giữa tệp; mỗi tệp chỉ có một mục'],
  [/reserved character|cannot start with|directive/i, 'đặt cả câu trong ngoặc kép: "…"'],
  [/Unresolved tag/i, 'đặt cả câu trong ngoặc kép: "…"; dấu ! ở đầu câu có nghĩa riêng với máy'],
  [
    /Nested mappings/i,
    'câu có dấu hai chấm thì đặt cả câu trong ngoặc kép: "…"; không phải câu thì kiểm tra thụt dòng',
  ],
  [/Implicit keys|Implicit map keys/i, 'sau tên trường là dấu hai chấm thường (:) rồi một dấu cách'],
  [/quote/i, 'đóng ngoặc kép ở cuối câu'],
  [/^Tabs /i, 'thụt dòng bằng dấu cách, không bằng phím Tab'],
];

const photoWords = {
  none: (file: string) => `Chưa có tệp ảnh ${file}.`,
  nobody: (file: string) =>
    `Ảnh ${file} không có mục .yaml cùng tên, nên không có lời cho người không nhìn thấy.`,
  kind: (file: string) => `${file} không phải ảnh JPEG đọc được; máy cũ không mở được kiểu ảnh khác.`,
  hidden: (what: string) => `Trong ảnh còn dữ liệu ẩn: ${what}.`,
  heavy: (bytes: string) => `Ảnh nặng ${bytes} byte, quá ${photoLimits.bytes}.`,
  large: (size: string) => `Ảnh rộng và cao ${size} điểm ảnh, cạnh dài quá ${photoLimits.side}.`,
  size: (size: string) => `Ảnh rộng và cao ${size} điểm ảnh, khác với width, height đã ghi.`,
} as const;

export const fileRules = {
  'too-big': rule<{ kilobytes: number }>({
    means: `mỗi tệp nhẹ hơn ${mostKilobytes} KB`,
    message: ({ kilobytes }) => `Tệp nặng ${kilobytes} KB, quá ${mostKilobytes} KB.`,
    fix: 'tách bài, hoặc bỏ dữ liệu dán nhầm',
    hint: 'file is too big',
    example: { kilobytes: 120 },
  }),
  'empty-file': plain(
    'tệp phải có chữ',
    'Tệp rỗng, không có chữ nào.',
    'viết nội dung; lấy mẫu bằng npm run new. Tệp tạo nhầm thì xóa tệp',
    'file is empty',
  ),
  bom: plain(
    'không có dấu ẩn ở đầu tệp',
    'Đầu tệp có dấu BOM ẩn.',
    'lưu lại dạng "UTF-8" (không phải "UTF-8 with BOM")',
    'byte order mark',
  ),
  'not-utf8': plain(
    'tệp lưu dạng UTF-8',
    'Tệp không phải UTF-8 nên chữ có thể hỏng.',
    'mở bằng trình soạn thảo và lưu lại dạng UTF-8',
    'invalid UTF-8',
  ),
  'line-ends': plain(
    'xuống dòng kiểu LF',
    'Dòng kết thúc kiểu Mac cũ (CR).',
    'lưu lại với kiểu xuống dòng LF',
    'bare CR',
  ),
  'not-nfc': rule<{ around: string }>({
    means: 'chữ Unicode dựng sẵn (NFC), không dấu rời',
    message: ({ around }) => `Chữ “${around}” viết bằng dấu rời (Unicode tổ hợp).`,
    fix: 'chuyển sang Unicode dựng sẵn (NFC): chạy npm run check -- --fix-nfc',
    hint: 'text is not NFC',
    example: { around: 'quét mã' },
  }),
  bidi: plain(
    'không có ký tự đổi chiều chữ',
    'Có ký tự đổi chiều chữ ẩn.',
    'xóa ký tự ẩn ở chỗ này, giữ nguyên chữ nhìn thấy',
    'bidirectional control character',
  ),
  control: rule<{ code: string; how: 'typed' | 'escaped' }>({
    means: 'không có ký tự ẩn: điều khiển, nối chữ, nhãn, nửa ký tự',
    message: ({ code, how }) =>
      how === 'typed' ? `Có ký tự điều khiển ẩn (${code}).` : `Có ký tự ẩn ${code} viết bằng mã.`,
    fix: ({ how }) =>
      how === 'typed' ? 'xóa ký tự này rồi gõ lại' : 'thay mã ấy bằng chữ thường mà bạn muốn viết',
    hint: ({ how }) => (how === 'typed' ? 'control character' : 'escaped control character'),
    example: { code: 'U+200B', how: 'typed' },
  }),
  conflict: plain(
    'không còn dấu xung đột khi gộp bản',
    'Còn dấu xung đột khi gộp bản (<<<<<<<, =======, >>>>>>>).',
    'chọn một bản rồi xóa các dòng dấu',
    'merge conflict marker',
  ),
  'file-name': rule<{ why: 'type' | 'length' | 'letters' | 'windows'; name: string }>({
    means: 'tên tệp a–z không dấu, số, gạch ngang; đuôi .yaml hoặc .mdx',
    message: ({ why, name }) =>
      ({
        type: `Tệp “${name}” không phải .yaml hay .mdx.`,
        length: `Tên tệp dài ${name.length} ký tự.`,
        letters: `Tên “${name}” có dấu, chữ hoa, khoảng trắng hoặc ký tự lạ.`,
        windows: `Máy Windows không mở được tệp tên “${name}”.`,
      })[why],
    fix: ({ why }) =>
      ({
        type: 'chỉ để .yaml và .mdx; ảnh chụp vào content/photos/ (npm run photo), thứ khác để ở nơi khác',
        length: 'rút xuống dưới 100 ký tự',
        letters: 'chỉ dùng a–z không dấu, số và gạch ngang, ví dụ: quet-ma-qr',
        windows: 'đổi tên khác, ví dụ: con-cai',
      })[why],
    hint: ({ why }) =>
      ({
        type: 'unexpected file type',
        length: 'file name too long',
        letters: 'use a lower-case ASCII slug',
        windows: 'name is reserved on Windows',
      })[why],
    example: { why: 'letters', name: 'Quét mã' },
  }),
  'stray-file': plain(
    'mỗi tệp nằm đúng thư mục của loại nội dung',
    'Tệp này không thuộc loại nội dung nào nên không ai đọc tới.',
    'chuyển vào đúng thư mục trong content/; tệp không phải nội dung thì để ngoài content/',
    'file belongs to no collection',
  ),
  recording: rule<{ name: string; known: string }>({
    means: 'bản ghi giọng đọc ghi đúng mã phần của bài và tên tệp tiếng',
    message: ({ name }) => `Không có “${name}”.`,
    fix: ({ known }) => `chép lại cho đúng; có: ${known}`,
    hint: 'no such part or sound',
    example: { name: 'cac-buoc.9', known: 'dau-bai, cac-buoc.1, cac-buoc.2' },
  }),
  photo: rule<{ why: keyof typeof photoWords; what: string }>({
    means: [
      'ảnh chụp là tệp .jpg cùng tên với mục của nó, không còn dữ liệu ẩn',
      `cạnh dài nhất ${photoLimits.side} điểm ảnh, nhẹ hơn ${photoLimits.bytes / 1000} kB`,
    ].join(', '),
    message: ({ why, what }) => photoWords[why](what),
    fix: ({ why }) =>
      why === 'none' || why === 'nobody'
        ? 'thêm ảnh bằng bàn soạn hoặc npm run photo -- TỆP mã-ảnh; ảnh không dùng nữa thì xóa cả hai tệp'
        : 'làm lại từ ảnh gốc bằng bàn soạn, hoặc npm run photo -- TỆP mã-ảnh: máy tự sửa hết',
    hint: 'photo cannot be published as it is',
    example: { why: 'hidden', what: 'EXIF, nơi chụp (GPS)' },
  }),
  'empty-collection': rule<{ where: string }>({
    means: 'loại nội dung bắt buộc phải có ít nhất một mục',
    message: ({ where }) => `Không có mục nào trong content/${where}.`,
    fix: 'thêm ít nhất một mục, hoặc khôi phục thư mục bị xóa',
    hint: 'collection is empty',
    example: { where: 'terms' },
  }),
  symlink: plain(
    'tệp thật, không phải liên kết',
    'Đây là liên kết tượng trưng, không phải tệp thật.',
    'thay bằng tệp thật',
    'symbolic link',
  ),
  'not-a-file': plain(
    'trong content chỉ có tệp và thư mục',
    'Đây không phải tệp.',
    'thay bằng tệp thật, hoặc chuyển ra ngoài content/',
    'directory, pipe or device',
  ),
  frontmatter: plain(
    'phần đầu tệp .mdx nằm giữa hai dòng ---',
    'Không thấy phần đầu tệp giữa hai dòng ---.',
    'dòng đầu tệp là ---, rồi các trường, rồi một dòng --- nữa',
    'frontmatter is missing or not closed',
  ),
  yaml: rule<{ reason: string }>({
    means: 'phần khai báo viết đúng YAML',
    message: 'Phần khai báo YAML viết chưa đúng.',
    fix: ({ reason }) =>
      yamlCures.find(([sign]) => sign.test(reason))?.[1] ??
      'kiểm tra thụt dòng, dấu hai chấm; câu có dấu hai chấm hay ngoặc kép thì đặt trong ngoặc kép',
    hint: ({ reason }) => reason,
    example: { reason: 'Missing closing "quote' },
  }),
  'yaml-comma': rule<{ before: string; after: string; whole: string }>({
    means: 'câu có dấu phẩy nằm trong { } phải đặt trong ngoặc kép',
    message: ({ before, after }) => `Dấu phẩy trong { } cắt câu làm hai: “${before}” và “${after}”.`,
    fix: ({ whole }) => `đặt cả câu trong ngoặc kép: "${whole}"`,
    hint: 'a comma inside a flow map ends the value',
    example: {
      before: '100% cán bộ',
      after: 'viên chức biết dùng dịch vụ số',
      whole: '100% cán bộ, viên chức biết dùng dịch vụ số',
    },
  }),
  'duplicate-key': rule<{ reason: string }>({
    means: 'mỗi trường viết một lần',
    message: 'Một trường viết hai lần.',
    fix: 'giữ dòng đúng, bỏ dòng kia; cả hai đều cần thì gộp vào một dòng',
    hint: ({ reason }) => reason,
    example: { reason: 'Map keys must be unique' },
  }),
  'yaml-anchor': plain(
    'không dùng neo & của YAML',
    'Dùng dấu & (neo YAML).',
    'viết lại đầy đủ nội dung; câu bắt đầu bằng dấu & thì đặt trong ngoặc kép',
    'YAML anchors are not allowed',
  ),
  'yaml-alias': plain(
    'không dùng bí danh * của YAML',
    'Dùng dấu * (bí danh YAML).',
    'viết lại đầy đủ nội dung; câu bắt đầu bằng dấu * thì đặt trong ngoặc kép',
    'YAML aliases are not allowed',
  ),
  'yaml-comment': rule<{ lost: string }>({
    means: 'câu có dấu # đặt trong ngoặc kép',
    message: ({ lost }) => `Chữ từ dấu # trở đi bị bỏ: “${lost}”.`,
    fix: 'đặt cả câu trong ngoặc kép; lời ghi chú thì viết ở dòng riêng',
    hint: 'text after # is a comment',
    example: { lost: '# rồi phím gọi' },
  }),
  crash: rule<{ error: string }>({
    means: 'máy đọc được tệp',
    message: 'Máy không đọc nổi tệp này.',
    fix: 'viết gọn lại, hoặc gửi tệp cho người giữ mã',
    hint: ({ error }) => error,
    example: { error: 'RangeError: Maximum call stack size exceeded' },
  }),
} as const;
