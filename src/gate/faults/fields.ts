/** Rules of fields: what an entry must have. */
import { plain, rule } from './kind.ts';

export const fieldRules = {
  'unknown-field': rule<{ name: string; like: string | undefined; known: readonly string[] }>({
    means: 'chỉ dùng các trường có trong bảng trường',
    message: ({ name }) => `Không có trường tên “${name}”.`,
    fix: ({ like, known }) =>
      like === undefined
        ? `đưa nội dung của nó sang trường đúng (dùng được: ${known.join(', ')}), rồi mới bỏ dòng này`
        : `có phải bạn muốn viết “${like}”?`,
    hint: 'unknown field',
    example: { name: 'sumary', like: 'summary', known: ['summary', 'title'] },
  }),
  'missing-field': rule<{ field: string; cure: string }>({
    means: 'đủ các trường bắt buộc',
    message: ({ field }) => `Thiếu trường “${field}”.`,
    fix: ({ cure }) => cure,
    hint: 'required field is missing',
    example: { field: 'summary', cure: 'thêm dòng “summary: …” (viết một dòng chữ)' },
  }),
  'wrong-value': rule<{ field: string; found: string; cure: string; cause: string }>({
    means: 'giá trị đúng kiểu của trường',
    message: ({ field, found }) => `“${field}” đang là ${found}.`,
    fix: ({ cure }) => cure,
    hint: ({ cause }) => cause,
    example: {
      field: 'level',
      found: '“fisrt”',
      cure: 'có phải “first”? chọn một trong: first, some, sure',
      cause: 'value is not in the list',
    },
  }),
  'wrong-type': rule<{ field: string; found: string; cure: string; cause: string }>({
    means: 'số là số, danh sách là danh sách, chữ là chữ',
    message: ({ field, found }) => `“${field}” đang là ${found}.`,
    fix: ({ cure }) => cure,
    hint: ({ cause }) => cause,
    example: {
      field: 'number',
      found: '“tám mươi”',
      cure: 'viết một số nguyên, ví dụ: 83',
      cause: 'invalid type',
    },
  }),
  placeholder: rule<{ words: string }>({
    means: 'không còn chữ mẫu của npm run new',
    message: ({ words }) => `Còn chữ mẫu “${words}”.`,
    fix: 'thay bằng lời của bạn',
    hint: 'template words are still there',
    example: { words: 'Nói người đọc sẽ thấy gì.' },
  }),
  'not-looked-at': rule<{ why: string }>({
    means: 'chỗ máy đọc từ văn bản mà chưa chắc thì phải có người xem',
    message: ({ why }) => `Chưa ai xem chỗ này: ${why}.`,
    fix: 'mở văn bản ở chỗ ghi trong dòng # phía trên, sửa nếu sai, rồi xóa dòng ✎',
    hint: 'a proposal of the intake that nobody has looked at',
    example: { why: 'không thấy số ký hiệu ở đầu văn bản' },
  }),
  'field-markup': rule<{ found: string }>({
    means: 'trường chỉ có chữ thường: không thẻ, không **, không mã &…;, không ngoặc nhọn lạ',
    message: ({ found }) => `Chữ của trường có “${found}”, hiện nguyên trên trang và trong kết quả tìm.`,
    fix: ({ found }) =>
      found.startsWith('&')
        ? 'viết thẳng dấu mà bạn muốn, ví dụ & thay cho &amp;'
        : found.startsWith('{')
          ? 'thay { } bằng ngoặc tròn ( ); số của quy định thì viết đúng {quy-dinh:…}'
          : 'giữ chữ, bỏ dấu; chữ đậm và liên kết chỉ viết trong thân bài',
    hint: 'markup in a plain field',
    example: { found: '<b>' },
  }),
  'said-twice': rule<{ what: string }>({
    means: 'mỗi tên gọi khác, số gọi, người liên hệ, tên miền ghi một lần, và khác tên chính',
    message: ({ what }) => `“${what}” đã ghi ở trên trong tệp này.`,
    fix: 'giữ một; nếu định ghi tên hay số khác thì viết lại cho đúng',
    hint: 'said twice in one entry',
    example: { what: 'nồi điện' },
  }),
  'alias-taken': rule<{ alias: string; file: string }>({
    means: 'tên gọi khác của một từ không phải tên của từ khác',
    message: ({ alias, file }) => `“${alias}” là tên của từ ở ${file}.`,
    fix: 'bỏ ở một trong hai tệp: hai từ là một thì gộp lại, khác nhau thì chọn tên gọi khác',
    hint: 'alias is the name of another term',
    example: { alias: 'nồi cơm điện', file: 'content/terms/noi-com.yaml' },
  }),
  'mark-one': rule<{ field: string; found: readonly string[]; what: string }>({
    means: 'dấu riêng của một mục (bài dừng lại khi bị lừa, nhóm “mọi người”…) chỉ một mục mang',
    message: ({ field, found, what }) =>
      found.length === 0
        ? `Chưa mục nào ghi ${field}: ${what}.`
        : `${found.length} mục cùng ghi ${field}: ${found.join(', ')}; chỉ một mục là ${what}.`,
    fix: ({ field, what }) => `ghi ${field} ở đúng một mục: ${what}`,
    hint: ({ field }) => `exactly one entry must be marked ${field}`,
    example: { field: 'stop: true', found: [], what: 'bài cho người đang bị lừa' },
  }),
  device: rule<{ named: string }>({
    means: 'tên bài nêu một loại máy thì trường device nói loại ấy',
    message: ({ named }) => `Tên bài nói riêng một loại máy mà chưa ghi device: ${named}.`,
    fix: ({ named }) => `thêm dòng device: ${named}; bài cho cả hai loại máy thì đổi tên bài`,
    hint: 'device is not stated',
    example: { named: 'android' },
  }),
  'no-tasks': rule<{ plan: string }>({
    means: 'kế hoạch có ít nhất một nhiệm vụ',
    message: 'Kế hoạch chưa có nhiệm vụ nào.',
    fix: ({ plan }) => `thêm tệp vào content/tasks/${plan}/`,
    hint: 'plan without tasks',
    example: { plan: 'xa-mau' },
  }),
  'not-seen': rule<{ field: string }>({
    means: 'văn bản mới xem một phần (partial) thì không nói là văn bản không nêu',
    message: ({ field }) => `Kế hoạch ghi partial: true mà ${field} để trống, như thể văn bản không nêu.`,
    fix: ({ field }) => `chưa đọc phần ấy thì thêm ${field} vào unseen; đã đọc thì ghi điều văn bản nói`,
    hint: 'a partial document cannot be said to state nothing',
    example: { field: 'budget' },
  }),
  seen: rule<{ field: string }>({
    means: 'phần ghi trong unseen là phần chưa đọc, nên để trống',
    message: ({ field }) => `Phần ${field} ghi trong unseen (chưa xem) mà lại có nội dung.`,
    fix: ({ field }) => `đã đọc phần ấy thì bỏ ${field} khỏi unseen; chưa đọc thì để ${field} trống`,
    hint: 'a part cannot be both unseen and written down',
    example: { field: 'budget' },
  }),
  'mode-code': rule<{ id: string; coded: readonly string[] }>({
    means: 'mỗi cách hiển thị có mã chương trình',
    message: ({ id }) => `Cách hiển thị “${id}” chưa có mã chương trình.`,
    fix: ({ coded }) =>
      `đổi tên tệp thành một trong: ${coded.join(', ')}; hoặc thêm mã trong src/modes/settings.ts và src/styles/modes.css`,
    hint: 'mode without code',
    example: { id: 'chu-nho', coded: ['chu-to', 'tuong-phan'] },
  }),
  'mode-preset': rule<{ id: string; set: readonly string[] }>({
    means: 'bộ cài sẵn gồm đúng các cách hiển thị trong chương trình',
    message: ({ id, set }) => `Bộ “${id}” trong chương trình gồm: ${set.join(', ') || 'không có gì'}.`,
    fix: 'ghi preset đúng như vậy, cùng thứ tự',
    hint: 'preset differs from its code',
    example: { id: 'nguoi-cao-tuoi', set: ['chu-to', 'tuong-phan', 'de-bam'] },
  }),
  'mode-page': rule<{ id: string }>({
    means: 'mỗi cách hiển thị có bài giải thích',
    message: ({ id }) => `Cách hiển thị “${id}” có trong chương trình mà chưa có bài giải thích.`,
    fix: ({ id }) => `viết content/modes/${id}.mdx`,
    hint: 'code without mode',
    example: { id: 'chu-to' },
  }),
  'no-event': plain(
    'có một buổi mang phần event cho ngày hội 10/10',
    'Không buổi nào mang phần event, nên trang ngày hội 10/10 trống.',
    'thêm event vào một buổi trong content/programmes/',
    'no session with an event',
  ),
  'filter-choice': rule<{ id: string; choices: readonly string[] }>({
    means: 'filterWith nêu nhóm có ô chọn (filter)',
    message: ({ id }) => `Nhóm “${id}” không có ô chọn trong danh sách bài.`,
    fix: ({ choices }) => `chọn một trong: ${choices.join(', ')}; hoặc thêm filter cho nhóm ấy`,
    hint: 'filterWith names an audience without a choice',
    example: { id: 'nhom-a', choices: ['nhom-b', 'nhom-c'] },
  }),
  'words-missing': rule<{ missing: readonly string[] }>({
    means: 'tệp chữ của ngôn ngữ khác có đủ mọi chữ như vi.yaml',
    message: ({ missing }) =>
      `Thiếu ${missing.length} chữ: ${missing.slice(0, 5).join(', ')}${missing.length > 5 ? '…' : ''}.`,
    fix: 'chép các dòng ấy từ content/words/vi.yaml rồi dịch',
    hint: 'words of this language are missing',
    example: { missing: ['site.menu', 'site.search'] },
  }),
  'words-gaps': rule<{ key: string; gaps: string; found: string }>({
    means: 'chữ của ngôn ngữ khác giữ nguyên các chỗ {…}',
    message: ({ key, found }) => `Chữ “${key}” có các chỗ ${found || '(không có)'}.`,
    fix: ({ gaps }) => (gaps === '' ? 'bỏ hết ngoặc nhọn { }' : `giữ đúng các chỗ: ${gaps}`),
    hint: 'gaps differ from those of the own language',
    example: { key: 'site.checked', gaps: '{day}', found: '{ngay}' },
  }),
} as const;
