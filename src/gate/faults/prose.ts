/**
 * Rules of guides and of their words: parts, sentences, facts, texts to be heard, texts that are easy to
 * read.
 */
import { plain, rule } from './kind.ts';

export const proseRules = {
  'ask-section': rule<{ section: string; known: readonly string[] }>({
    means: 'ask nhắc tới phần có trong bài',
    message: ({ section }) => `Bài không có phần mã “${section}”.`,
    fix: ({ known }) => `các phần có trong bài: ${known.join(', ')}`,
    hint: 'ask names an unknown section',
    example: { section: 'cac-buok', known: ['can-gi', 'cac-buoc'] },
  }),
  'no-steps': plain(
    'bài có phần <Steps>',
    'Bài chưa có phần <Steps>.',
    'thêm <Steps> với ít nhất một <Step>',
    'guide without steps',
  ),
  'no-safety': rule<{ risk: string }>({
    means: 'bài có tiền hoặc đăng nhập thì có phần <Safety>',
    message: ({ risk }) => `Bài có risk: ${risk} mà không có phần <Safety>.`,
    fix: 'thêm <Safety>',
    hint: 'risky guide without a safety section',
    example: { risk: 'money' },
  }),
  'no-screen': plain(
    'bài có hình vẽ màn hình, hoặc noScreen nói vì sao không',
    'Bài chưa có hình vẽ màn hình <Screen>.',
    'thêm <Screen>, hoặc ghi noScreen: lý do',
    'guide without a drawn screen',
  ),
  'few-cases': rule<{ count: number }>({
    means: 'phần trục trặc có ít nhất ba tình huống',
    message: ({ count }) => `Phần trục trặc có ${count} tình huống.`,
    fix: 'viết ít nhất ba tình huống thật; chưa đủ ba thì chuyển sang <More title="…">',
    hint: 'at least three trouble cases',
    example: { count: 1 },
  }),
  'long-sentence': rule<{ count: number; sentence: string; most: number }>({
    means: 'câu không quá dài',
    message: ({ count, sentence }) => `Câu dài ${count} tiếng: “${sentence.slice(0, 60)}…”.`,
    fix: ({ most }) => `tách thành câu dưới ${most} tiếng`,
    hint: 'sentence too long',
    example: { count: 41, sentence: 'Khi màn hình hiện dòng chữ', most: 35 },
  }),
  'two-actions': rule<{ title: string }>({
    means: 'mỗi bước một việc',
    message: ({ title }) => `Bước “${title}” có nhiều việc nối bằng “rồi”.`,
    fix: 'tách thành nhiều bước',
    hint: 'one action per step',
    example: { title: 'Bấm A rồi bấm B rồi gõ C' },
  }),
  'link-text': rule<{ text: string }>({
    means: 'chữ của liên kết nói nơi dẫn tới',
    message: ({ text }) => `Chữ của liên kết là “${text}”.`,
    fix: 'viết tên nơi liên kết dẫn tới',
    hint: 'link text must name its target',
    example: { text: 'tại đây' },
  }),
  'typed-phone': rule<{ phone: string; session: boolean }>({
    means: 'không gõ số điện thoại vào bài; số lấy từ content/directory',
    message: ({ phone }) => `Số điện thoại “${phone}” gõ thẳng vào bài.`,
    fix: ({ session }) =>
      session
        ? 'nói “số ghi trong bài”, hoặc “số dán trên bảng”'
        : 'ghi vào content/directory kèm nguồn, rồi viết <Phone id="…" />',
    hint: 'phone numbers come from the directory',
    example: { phone: '1900 0000', session: false },
  }),
  'money-source': rule<{ money: string }>({
    means: 'số tiền phải có nguồn',
    message: ({ money }) => `Số tiền “${money}” mà bài không có nguồn ngoài kiến thức chung.`,
    fix: 'thêm nguồn vào sources; chưa có nguồn thì viết “hỏi …” thay cho số tiền',
    hint: 'money amounts need a source',
    example: { money: '20.000 đồng' },
  }),
  'law-source': rule<{ law: string }>({
    means: 'văn bản nhắc trong bài có trong sources',
    message: ({ law }) => `Văn bản “${law}” không có trong sources.`,
    fix: ({ law }) => `thêm vào sources: document: ${law}`,
    hint: 'a law named in the text needs a source',
    example: { law: '69/2024/NĐ-CP' },
  }),
  'fact-mark': plain(
    'không còn nhãn độ tin cậy trong câu',
    'Còn nhãn độ tin cậy trong câu.',
    'chuyện chưa kiểm chứng thì viết “hỏi …”; đã có nguồn thì ghi nguồn, rồi bỏ nhãn',
    'fact mark left in prose',
  ),
  'sheet-full': rule<{ steps: number }>({
    means: 'các bước vừa một tờ A4 chữ to',
    message: ({ steps }) => `Bài có ${steps} bước, riêng tên các bước cũng không vừa một tờ A4 chữ to.`,
    fix: 'rút gọn tên bước, hoặc tách thành hai bài',
    hint: 'does not fit on one sheet',
    example: { steps: 40 },
  }),
  'slide-full': rule<{ heading: string }>({
    means: 'mỗi bước vừa một trang chiếu',
    message: ({ heading }) => `Trang chiếu “${heading}” không vừa màn hình dù chữ nhỏ nhất.`,
    fix: 'rút gọn tên bước hoặc chữ trong màn hình vẽ',
    hint: 'slide does not fit',
    example: { heading: 'Bấm nút quét mã' },
  }),
  'letter-undrawn': rule<{ letters: readonly string[] }>({
    means: 'tên bài, tên kệ chỉ dùng chữ mà phông của ảnh xem trước vẽ được',
    message: ({ letters }) => `Tên có chữ mà ảnh xem trước không vẽ được: ${letters.join(' ')}.`,
    fix: 'viết tên bằng chữ Việt, chữ số và dấu câu thường',
    hint: 'letter is not in the font of preview images',
    example: { letters: ['😀'] },
  }),
  'announcement-drift': rule<{ guide: string; now: string; written: string }>({
    means: 'lời loa viết tay khớp với các bước của bài',
    message: ({ guide, now, written }) =>
      `Các bước của ${guide} đã khác lúc viết lời loa này (mã các bước nay là ${now}, ở đây ghi ${written}).`,
    fix: ({ now }) => `đọc lại bài, sửa lời cho khớp, rồi ghi steps: ${now}`,
    hint: 'the steps changed after this announcement was written',
    example: { guide: 'content/guides/tien/quet-ma.mdx', now: '60b514213ceb', written: '000000000000' },
  }),
  'loud-sentence': rule<{ count: number; sentence: string; most: number }>({
    means: 'câu đọc loa đủ ngắn cho một hơi',
    message: ({ count, sentence }) => `Câu đọc loa dài ${count} tiếng: “${sentence.slice(0, 50)}…”.`,
    fix: ({ most }) => `tách thành câu không quá ${most} tiếng`,
    hint: 'sentence too long to be read aloud',
    example: { count: 33, sentence: 'Kính mời bà con trong thôn', most: 28 },
  }),
  'loud-address': rule<{ short: string }>({
    means: 'lời loa không đọc địa chỉ mạng',
    message: ({ short }) => `Lời loa ${short} có địa chỉ mạng.`,
    fix: 'nghe không chép kịp: thay địa chỉ bằng lời “mở Sổ tay số, gõ số …”',
    hint: 'no addresses over the loudspeaker',
    example: { short: '“Mời bà con mở rau.example”' },
  }),
  'loud-sign': rule<{ short: string }>({
    means: 'lời loa chỉ có chữ đọc được thành tiếng',
    message: ({ short }) => `Lời loa ${short} có ký hiệu không đọc được thành tiếng.`,
    fix: 'viết bằng chữ',
    hint: 'sign that cannot be read aloud',
    example: { short: '“Bấm nút +”' },
  }),
  'loud-digits': rule<{ digits: string }>({
    means: 'số trong lời loa viết bằng chữ',
    message: ({ digits }) => `Lời loa còn số viết bằng chữ số: ${digits}.`,
    fix: 'viết số bằng chữ',
    hint: 'digits in loudspeaker text',
    example: { digits: '2026' },
  }),
  'loud-short': rule<{ word: string }>({
    means: 'lời loa không có chữ viết tắt',
    message: ({ word }) => `Lời loa còn chữ viết tắt: ${word}.`,
    fix: 'viết đủ chữ, hoặc thêm cách đọc vào content/terms',
    hint: 'abbreviation in loudspeaker text',
    example: { word: 'UBND' },
  }),
  'loud-length': rule<{ count: number; fewest: number; most: number }>({
    means: 'lời loa dài khoảng hai phút',
    message: ({ count, fewest, most }) =>
      `Lời loa dài ${count} tiếng; phải từ ${fewest} đến ${most} tiếng (khoảng hai phút).`,
    fix: ({ count, fewest }) => (count < fewest ? 'thêm câu' : 'bớt câu'),
    hint: 'loudspeaker text is not about two minutes long',
    example: { count: 120, fewest: 255, most: 425 },
  }),
  'loud-call': rule<{ call: string }>({
    means: 'lời loa nói hai lần nơi để gọi',
    message: ({ call }) => `Lời loa chưa nói hai lần nơi để gọi: “${call}”.`,
    fix: 'nói số điện thoại hai lần',
    hint: 'whom to call must be said twice',
    example: { call: 'một một ba' },
  }),
  'zalo-length': rule<{ length: number; most: number }>({
    means: 'tin Zalo đủ ngắn để hiện hết',
    message: ({ length, most }) => `Tin Zalo dài ${length} chữ cái; tối đa ${most}.`,
    fix: 'viết ngắn lại',
    hint: 'Zalo text too long',
    example: { length: 640, most: 500 },
  }),
  'easy-slug': rule<{ id: string; slug: string }>({
    means: 'bản dễ đọc cùng tên tệp với bài đầy đủ',
    message: ({ id, slug }) => `Tệp tên “${id}” mà bài đầy đủ tên “${slug}”.`,
    fix: ({ slug }) => `đổi tên tệp thành ${slug}.mdx`,
    hint: 'an easy-read version is named like its guide',
    example: { id: 'quet-ma', slug: 'quet-ma-qr' },
  }),
  'easy-title': rule<{ count: number; most: number }>({
    means: 'tên bản dễ đọc ngắn',
    message: ({ count }) => `Tên dài ${count} tiếng.`,
    fix: ({ most }) => `rút xuống ${most} tiếng`,
    hint: 'title too long',
    example: { count: 11, most: 8 },
  }),
  'easy-steps': rule<{ count: number; fewest: number; most: number }>({
    means: 'bản dễ đọc có từ 5 đến 8 bước',
    message: ({ count }) => `Có ${count} bước.`,
    fix: ({ fewest, most }) => `viết từ ${fewest} đến ${most} bước`,
    hint: 'too few or too many steps',
    example: { count: 3, fewest: 5, most: 8 },
  }),
  'easy-step-title': rule<{ title: string; count: number; most: number }>({
    means: 'tên bước của bản dễ đọc ngắn',
    message: ({ title, count }) => `Tên bước “${title}” dài ${count} tiếng.`,
    fix: ({ most }) => `rút xuống ${most} tiếng, ý còn lại viết bên dưới`,
    hint: 'step title too long',
    example: { title: 'Bấm vào nút màu xanh ở góc dưới bên phải', count: 10, most: 8 },
  }),
  'easy-picture': rule<{ title: string }>({
    means: 'mỗi bước của bản dễ đọc có hình',
    message: ({ title }) => `Bước “${title}” không có hình.`,
    fix: 'thêm <Picture name="…" alt="…" /> ngay đầu bước',
    hint: 'step without a picture',
    example: { title: 'Bấm nút' },
  }),
  'easy-block': plain(
    'bản dễ đọc không có bảng, hộp',
    'Bản dễ đọc có bảng hoặc hộp.',
    'viết thành câu ngắn; lời cảnh báo viết “Không …” trong một bước',
    'only paragraphs, lists, drawings',
  ),
  'easy-inline': rule<{ what: 'term' | 'guide' | 'link'; text: string }>({
    means: 'trong câu của bản dễ đọc chỉ có <Phone>',
    message: ({ what, text }) =>
      ({
        term: 'Bản dễ đọc có <Term>.',
        guide: 'Bản dễ đọc có liên kết <Guide>.',
        link: `Bản dễ đọc có liên kết “${text}”.`,
      })[what],
    fix: ({ what }) =>
      what === 'term' ? 'nói lại bằng chữ thường ngày' : 'bỏ liên kết; trang tự dẫn về bài đầy đủ',
    hint: 'only <Phone> may stand in a line',
    example: { what: 'term', text: '' },
  }),
  'easy-sentence': rule<{ count: number; sentence: string; most: number }>({
    means: 'câu của bản dễ đọc rất ngắn',
    message: ({ count, sentence }) => `Câu dài ${count} tiếng: “${sentence}”`,
    fix: ({ most }) => `tách thành câu không quá ${most} tiếng, mỗi câu một ý`,
    hint: 'sentence too long for easy reading',
    example: { count: 15, sentence: 'Máy hiện một dòng chữ dài mà ai cũng phải đọc.', most: 12 },
  }),
  'easy-warning': plain(
    'bài có rủi ro thì bản dễ đọc có lời cảnh báo',
    'Bài đầy đủ có tiền hoặc đăng nhập mà bản dễ đọc không có lời cảnh báo nào.',
    'thêm một bước hoặc câu bắt đầu bằng “Dừng”, “Đừng” hoặc “Không”, theo phần Giữ an toàn của bài đầy đủ',
    'risky guide without a warning',
  ),
  'easy-capitals': rule<{ word: string; kept: readonly string[] }>({
    means: 'bản dễ đọc không viết hoa cả từ',
    message: ({ word }) => `Chữ “${word}” viết hoa hoặc viết tắt.`,
    fix: ({ kept }) => `viết đủ chữ thường; chỉ giữ ${kept.join(', ')}`,
    hint: 'capitals are hard to read',
    example: { word: 'CCCD', kept: ['AI', 'OTP'] },
  }),
  'easy-short': rule<{ word: string }>({
    means: 'bản dễ đọc không viết tắt',
    message: ({ word }) => `“${word}” là chữ viết tắt.`,
    fix: 'viết đủ chữ',
    hint: 'no abbreviations',
    example: { word: 'sđt' },
  }),
} as const;
