/** Rules of what may stand once only: numbers, codes, names, addresses. */
import { rule, type FaultKind } from './kind.ts';

/** What a rule of uniqueness knows of the fault. */
interface Taken {
  /** The value that two entries share. */
  readonly value: string;
  /** File of the entry that had it first. */
  readonly file: string;
}

const once = (means: string, what: string, example: Taken): FaultKind<Taken> =>
  rule<Taken>({
    means,
    message: ({ value, file }) => `${what} “${value}” đã có ở ${file}.`,
    fix: 'chọn tên hoặc mã khác',
    hint: 'must be unique',
    example,
  });

const units = { year: 'năm', quarter: 'quý', month: 'tháng' } as const;

export const numberRules = {
  'duplicate-number': rule<{ number: number; file: string; free: number | undefined }>({
    means: 'mỗi bài một số, mãi mãi',
    message: ({ number, file }) => `Số ${number} đã thuộc bài ${file}.`,
    fix: ({ free }) => `lấy số khác: ${free ?? 'kệ này đã hết số'}`,
    hint: 'guide number is taken',
    example: { number: 83, file: 'content/guides/tien/quet-ma.mdx', free: 87 },
  }),
  'reserved-number': rule<{ number: number; free: number | undefined }>({
    means: 'số 404 và 500 dành cho trang báo lỗi',
    message: ({ number }) => `Số ${number} dành cho trang báo lỗi của máy chủ.`,
    fix: ({ free }) => `lấy số khác: ${free ?? ''}`,
    hint: 'reserved for error pages',
    example: { number: 404, free: 405 },
  }),
  'number-range': rule<{
    number: number;
    range: readonly [number, number];
    shelf: string;
    free: number | undefined;
  }>({
    means: 'số bài nằm trong khoảng của kệ',
    message: ({ number, range, shelf }) =>
      `Số ${number} nằm ngoài khoảng ${range[0]}–${range[1]} của kệ “${shelf}”.`,
    fix: ({ free, range }) => `lấy số trong khoảng, ví dụ ${free ?? range[0]}`,
    hint: 'number outside its shelf',
    example: { number: 12, range: [60, 79], shelf: 'tien', free: 67 },
  }),
  'number-level': rule<{ number: number; range: readonly [number, number]; free: number | undefined }>({
    means: 'số 7000–7999 của tỉnh, 8000–8999 của xã; sổ tay chung không lấy',
    message: ({ number, range }) =>
      `Số ${number} là số của cấp khác; bản này lấy số trong khoảng ${range[0]}–${range[1]}.`,
    fix: ({ free, range }) => `lấy số khác: ${free ?? range[0]}`,
    hint: 'number belongs to another level',
    example: { number: 8000, range: [1, 6999], free: 67 },
  }),
  'duplicate-code': once('mỗi mã kỹ năng một lần', 'Mã kỹ năng', {
    value: 'A3',
    file: 'content/skills/go-chu.yaml',
  }),
  'code-letter': rule<{ code: string; letter: string; area: string }>({
    means: 'mã kỹ năng bắt đầu bằng chữ của mảng',
    message: ({ code, letter, area }) => `Mã ${code} không bắt đầu bằng chữ ${letter} của mảng “${area}”.`,
    fix: ({ letter }) => `viết mã dạng ${letter}1`,
    hint: 'skill code must start with the letter of its area',
    example: { code: 'B3', letter: 'A', area: 'thiet-bi' },
  }),
  'duplicate-shelf': once('kệ và chặng không trùng mã', 'Kệ', {
    value: 'tien',
    file: 'content/topics/tien.yaml',
  }),
  'duplicate-letter': once('mỗi mảng một chữ cái', 'Chữ cái', {
    value: 'A',
    file: 'content/areas/thiet-bi.yaml',
  }),
  'duplicate-title': rule<Taken & { what: string }>({
    means: 'tên bài, tên buổi, tên cách làm không trùng nhau',
    message: ({ what, value, file }) => `${what} “${value}” đã có ở ${file}.`,
    fix: 'chọn tên hoặc mã khác',
    hint: 'must be unique',
    example: { what: 'Tên bài', value: 'Gọi hình', file: 'content/guides/giao-tiep/goi-hinh.mdx' },
  }),
  'duplicate-term': once('mỗi từ giải thích một lần', 'Từ', { value: 'otp', file: 'content/terms/otp.yaml' }),
  'duplicate-item': once('mỗi mục của kế hoạch một nhiệm vụ', 'Mục', {
    value: 'IV.1',
    file: 'content/tasks/xa-mau/iv-1.yaml',
  }),
  'duplicate-order': once('thứ tự không trùng nhau', 'Thứ tự', {
    value: '3',
    file: 'content/tasks/xa-mau/iv-3.yaml',
  }),
  'duplicate-event': once('mỗi ngày một ngày hội', 'Ngày hội', {
    value: '10/10',
    file: 'content/programmes/gian-hang.yaml',
  }),
  'duplicate-announcement': once('mỗi bài một lời loa', 'Lời loa cho bài', {
    value: 'tien/quet-ma',
    file: 'content/announcements/quet-ma.yaml',
  }),
  'duplicate-indicator': rule<{ year: number; group: string }>({
    means: 'mỗi chỉ tiêu của một nhóm, một năm ghi một lần',
    message: ({ year, group }) => `Chỉ tiêu năm ${year} cho “${group}” ghi hai lần.`,
    fix: 'hai dòng giống nhau thì giữ một; hai chỉ tiêu khác nhau thì sửa measure, year hoặc group cho đúng',
    hint: 'duplicate indicator',
    example: { year: 2026, group: 'nguoi-lao-dong' },
  }),
  'duplicate-unit': rule<{ name: string; file: string }>({
    means: 'mỗi đơn vị một tệp; cách viết khác ghi ở spellings',
    message: ({ name, file }) => `Tên “${name}” đã thuộc ${file}.`,
    fix: 'gộp hai đơn vị làm một; cách viết khác ghi ở spellings',
    hint: 'unit name is taken',
    example: { name: 'Bộ Công an', file: 'content/units/bo-cong-an.yaml' },
  }),
  'duplicate-redirect': rule<{ from: string }>({
    means: 'mỗi địa chỉ cũ một dòng dẫn',
    message: ({ from }) => `Địa chỉ cũ ${from} ghi hai lần.`,
    fix: 'giữ dòng dẫn tới trang đúng',
    hint: 'redirect source listed twice',
    example: { from: '/huong-dan/tien/quet/' },
  }),
  'redirect-chain': rule<{ to: string }>({
    means: 'dẫn thẳng tới địa chỉ cuối cùng',
    message: ({ to }) => `Địa chỉ ${to} lại dẫn đi nơi khác.`,
    fix: 'ghi thẳng địa chỉ cuối cùng',
    hint: 'redirect chain',
    example: { to: '/huong-dan/tien/quet-ma/' },
  }),
  'redirect-dead': rule<{ to: string; cure: string }>({
    means: 'dẫn tới một trang đang có',
    message: ({ to }) => `Không có trang nào ở địa chỉ ${to}.`,
    fix: ({ cure }) => cure,
    hint: 'redirect target does not exist',
    example: { to: '/huong-dan/tien/quet-m/', cure: 'có phải “/huong-dan/tien/quet-ma/”?' },
  }),
  'redirect-living': rule<{ from: string }>({
    means: 'không dẫn đi từ một trang đang có',
    message: ({ from }) => `Địa chỉ ${from} vẫn đang có trang.`,
    fix: 'dời trang ấy đi trước bằng npm run move; trang ấy vẫn dùng thì bỏ dòng dẫn này',
    hint: 'redirect source is a living page',
    example: { from: '/huong-dan/tien/quet-ma/' },
  }),
  'future-day': rule<{ day: string; field: string; today: string }>({
    means: 'ngày kể việc đã làm (kiểm tra, xem nguồn, ký, đổi) không nằm ở ngày chưa tới',
    message: ({ day, field }) => `“${field}” ghi ngày ${day}, ngày ấy chưa tới.`,
    fix: ({ today }) => `ghi ngày có thật, chậm nhất là ${today}; máy sai ngày thì sửa đồng hồ của máy`,
    hint: 'a day of the past lies ahead',
    example: { day: '2096-11-21', field: 'checked', today: '2026-11-29' },
  }),
  'early-day': rule<{ day: string; field: string; first: string }>({
    means: 'ngày kể việc đã làm không nằm trước khi có sổ tay; ngày của văn bản không trước năm 1945',
    message: ({ day, field }) => `“${field}” ghi ngày ${day}, trước khi có việc ấy.`,
    fix: ({ first }) => `xem lại năm: ngày có thật không sớm hơn ${first}`,
    hint: 'a day before there was anything',
    example: { day: '1970-01-01', field: 'seen', first: '2020-01-01' },
  }),
  'time-once': rule<{ words: string; kind: string }>({
    means: 'lời nói “hằng năm” thì phần cho máy không phải việc một lần',
    message: ({ words, kind }) => `Lời viết “${words}”, mà kind: ${kind} chỉ tới một lần.`,
    fix: 'ghi kind: yearly kèm month, day; việc chỉ làm một lần thì sửa words theo văn bản',
    hint: 'words say every year, the kind comes once',
    example: { words: 'Hằng năm', kind: 'once' },
  }),
  'time-words': rule<{
    unit: 'year' | 'quarter' | 'month';
    typed: number;
    named: readonly number[];
    words: string;
  }>({
    means: 'lời của kế hoạch về thời gian và ngày viết cho máy cùng nói một ngày',
    message: ({ unit, typed, named, words }) =>
      `Lời viết “${words}” nói ${units[unit]} ${named.join(', ')}, phần cho máy ghi ${units[unit]} ${typed}.`,
    fix: 'mở văn bản xem ngày nào đúng, rồi sửa words hoặc trường ngày bên cạnh',
    hint: 'words and data of a time disagree',
    example: { unit: 'month', typed: 11, named: [10], words: 'trước ngày 15/10 hằng năm' },
  }),
  'range-overlap': rule<{ range: readonly number[]; other: string; taken: readonly number[] }>({
    means: 'dãy số của các kệ, các chặng không chồng lên nhau',
    message: ({ range, other, taken }) =>
      `Dãy số ${range.join('–')} chồng lên dãy ${taken.join('–')} của “${other}”.`,
    fix: ({ taken }) => `sửa một trong hai dãy; dãy kia đang giữ các số từ ${taken.join(' đến ')}`,
    hint: 'ranges of numbers overlap',
    example: { range: [1, 20], other: 'vuon', taken: [15, 30] },
  }),
  'two-roles': rule<{ unit: string }>({
    means: 'một đơn vị chủ trì hoặc phối hợp một nhiệm vụ, không cả hai',
    message: ({ unit }) => `Đơn vị “${unit}” vừa chủ trì vừa phối hợp nhiệm vụ này.`,
    fix: 'xem lại văn bản: chủ trì thì giữ mã ở lead, phối hợp thì giữ ở coordinating',
    hint: 'unit both leads and coordinates',
    example: { unit: 'hoi-nong-dan' },
  }),
  'too-many': rule<{ what: 'aliases' | 'list' | 'text'; count: number; most: number }>({
    means: 'danh sách và đoạn chữ không dài quá sức một trang',
    message: ({ what, count }) =>
      what === 'text' ? `Đoạn chữ dài ${count} ký tự.` : `Danh sách có ${count} mục.`,
    fix: ({ what, most }) =>
      what === 'aliases'
        ? `giữ nhiều nhất ${most} tên hay dùng; cách nói khác đưa vào content/search/query-words.yaml`
        : what === 'list'
          ? `tách thành nhiều mục, mỗi mục nhiều nhất ${most}`
          : `tách thành nhiều đoạn, mỗi đoạn nhiều nhất ${most} ký tự`,
    hint: 'too much for a page',
    example: { what: 'aliases', count: 3000, most: 30 },
  }),
} as const;
