/** Rules of an edition that is a folder over the handbook: its settings, and what it adds and replaces. */
import { plain, rule } from './kind.ts';

export const editionRules = {
  'edition-settings-none': plain(
    'một bản là một thư mục có edition.yaml',
    'Thư mục này chưa có edition.yaml.',
    'tạo bằng npm run edition -- new TÊN-THƯ-MỤC, hoặc chép một bản mẫu theo docs/an-ban.md',
    'an edition is a folder with edition.yaml',
  ),
  'edition-settings-place': plain(
    'edition.yaml nằm ngoài content/',
    'Tệp edition.yaml của một bản không nằm trong content/.',
    'chuyển ra ngoài, ngay trong thư mục của bản',
    'edition.yaml stands beside content/, not in it',
  ),
  'edition-needs': rule<{ missing: readonly string[] }>({
    means: 'edition.yaml nói rõ bản này của ai, ở đâu, dựa trên sổ tay nào',
    message: ({ missing }) => `Tệp edition.yaml còn thiếu: ${missing.join(', ')}.`,
    fix: 'thêm các dòng ấy; docs/an-ban.md nói từng dòng ghi gì',
    hint: 'an edition must say whose it is',
    example: { missing: ['owner', 'url'] },
  }),
  'edition-made': rule<{ key: string }>({
    means: 'tên và địa chỉ của bản gốc do máy ghi',
    message: ({ key }) => `Dòng “${key}” do máy ghi lúc dựng, không ghi ở đây.`,
    fix: ({ key }) => `bỏ dòng ${key}; tên và địa chỉ của bản gốc lấy từ sổ tay, khác thì sửa ở đó`,
    hint: 'written by the mount',
    example: { key: 'original' },
  }),
  'edition-base': rule<{ written: string; now: string }>({
    means: 'bản ghi mình dựa trên phiên bản nào của sổ tay (chỉ nhắc, không chặn)',
    message: ({ written, now }) => `Bản này viết trên sổ tay ${written}; sổ tay đang dùng là ${now}.`,
    fix: ({ written, now }) =>
      written.localeCompare(now, 'en', { numeric: true }) > 0
        ? `lấy sổ tay phiên bản ${written} trở lên; không có bản ấy thì ghi base: "${now}"`
        : `đọc CHANGELOG.md xem có gì đổi, rồi ghi base: "${now}"`,
    hint: 'the handbook has another version now',
    example: { written: '0.1.0', now: '0.2.0' },
  }),
  'edition-replaces': rule<{ base: string; now: string }>({
    means: 'tệp thay bản gốc phải nói thay bản nào',
    message: ({ base }) => `Tệp này trùng tên với ${base} của sổ tay mà không nói là thay bản ấy.`,
    fix: ({ now }) => `thêm vào phần đầu tệp dòng “replaces: ${now}”; không định thay thì đặt tên khác`,
    hint: 'the same path replaces, and must carry the digest of what it replaced',
    example: { base: 'content/terms/otp.yaml', now: '60b514213ceb' },
  }),
  'edition-drift': rule<{ base: string; now: string; written: string }>({
    means: 'bản gốc đổi thì xem lại tệp đã thay nó (chỉ nhắc, không chặn)',
    message: ({ base, now, written }) =>
      `Bản gốc đã đổi từ khi tệp này được chép: ${base} lúc ấy là ${written}, nay là ${now}.`,
    fix: ({ base, now }) => `đọc ${base}, sửa theo nếu cần, rồi ghi replaces: ${now}`,
    hint: 'the original has changed since it was replaced',
    example: { base: 'content/terms/otp.yaml', now: '60b514213ceb', written: '000000000000' },
  }),
  'unit-taken': rule<{ id: string }>({
    means: 'đơn vị ghi ở edition.yaml mang mã của mình, chưa ai dùng',
    message: ({ id }) => `Mã đơn vị “${id}” đã có trong sổ tay.`,
    fix: ({ id }) => `đặt mã khác, có tên nơi mình ở đầu, ví dụ: xa-vi-du-${id.split('-').at(-1) ?? id}`,
    hint: 'the id of an office is taken',
    example: { id: 'xa-mau-cong-an' },
  }),
  'show-without': rule<{ id: string; like: string | undefined }>({
    means: 'mục ghi ở show.without phải có trong sổ tay (chỉ nhắc, không chặn)',
    message: ({ id }) => `Dòng show.without bỏ “${id}”, mà sổ tay không có mục ấy.`,
    fix: ({ like }) => (like === undefined ? 'bỏ dòng ấy' : `có phải “${like}”? Không phải thì bỏ dòng ấy`),
    hint: 'nothing to leave out',
    example: { id: 'guides/tien/quet-mã', like: 'guides/tien/quet-ma' },
  }),
  'edition-orphan': rule<{ base: string }>({
    means: 'bản gốc bỏ một tệp thì xem lại tệp đã thay nó (chỉ nhắc, không chặn)',
    message: ({ base }) => `Sổ tay không còn ${base} để thay; tệp này nay là của riêng bản này.`,
    fix: 'giữ thì bỏ dòng replaces (bài thì lấy số của bản mình); không cần nữa thì xóa tệp',
    hint: 'nothing to replace any more',
    example: { base: 'content/terms/otp.yaml' },
  }),
  'edition-number': rule<{ number: number; range: readonly [number, number]; free: number }>({
    means: 'bài riêng của tỉnh mang số 7000–7999, của xã 8000–8999',
    message: ({ number, range }) =>
      `Số ${number} không thuộc ${range[0]}–${range[1]}, khoảng dành cho bài riêng của bản này.`,
    fix: ({ free }) => `lấy số ${free}`,
    hint: 'own guides take numbers of their level',
    example: { number: 107, range: [8000, 8999], free: 8000 },
  }),
  'official-host': rule<{ host: string }>({
    means: 'chỉ bản ở địa chỉ của cơ quan nhà nước mới ghi official: true',
    message: ({ host }) => `Bản này ghi là trang chính thức mà địa chỉ ${host} không thuộc gov.vn.`,
    fix:
      'dùng địa chỉ .gov.vn của cơ quan, hoặc thêm tên miền vào offices của content/dia-chi.yaml ' +
      'kèm lý do, hoặc ghi official: false',
    hint: 'official needs an address of a state office',
    example: { host: 'so-tay-so.example' },
  }),
  look: rule<{ why: string; cure: string }>({
    means: 'màu chính đủ đậm để đọc được và không lẫn với màu cảnh báo; hình nhỏ và vô hại',
    message: ({ why }) => `${why}.`,
    fix: ({ cure }) => cure,
    hint: 'a colour or a picture of the edition cannot be used',
    example: { why: 'Màu này chỉ đạt 3,8:1, chữ và nút cần ít nhất 7:1', cure: 'thử #26518d' },
  }),
  'own-word': rule<{ key: string; why: string }>({
    means: 'words chỉ đổi những chữ trong danh sách, giữ chỗ điền và độ dài',
    message: ({ key, why }) => `Chữ “${key}” không đổi được như vậy: ${why}.`,
    fix: 'bỏ dòng ấy hoặc viết lại; docs/an-ban.md có danh sách chữ đổi được',
    hint: 'only listed words may be said otherwise',
    example: { key: 'site.stop', why: 'chữ này không nằm trong danh sách đổi được' },
  }),
  'edition-place': rule<{ name: string }>({
    means: 'trang của một nơi không kể chuyện nơi khác mà không ghi nguồn (chỉ nhắc, không chặn)',
    message: ({ name }) => `Lời của trang nhắc “${name}”, mà không nguồn nào của trang nói tới nơi ấy.`,
    fix: 'bỏ tên nơi ấy, hoặc thêm nguồn có tên nơi ấy vào sources',
    hint: 'a place that is neither ours nor in a source',
    example: { name: 'Gia Lai' },
  }),
  communes: rule<{ why: string }>({
    means: 'communes của tỉnh chỉ tới danh sách và bản mẫu đọc được của các xã',
    message: ({ why }) => `Danh sách các xã chưa dùng được: ${why.replace(/\.?$/, '.')}`,
    fix: 'sửa chỗ ấy; docs/an-ban.md, phần “Nhiều bản một lúc”, nói từng cột',
    hint: 'the list of communes cannot be read',
    example: { why: 'xa.csv, dòng 3: có 2 ô, dòng đầu có 3 cột' },
  }),
  'edition-only': rule<{ field: string }>({
    means: 'look và words chỉ ghi trong edition.yaml của một bản riêng',
    message: ({ field }) =>
      `Dòng “${field}” chỉ dùng trong edition.yaml của một bản riêng, không ở sổ tay gốc.`,
    fix: 'làm bản riêng: npm run edition -- new ../xa-vi-du; hoặc sửa src/styles/tokens.css, content/words',
    hint: 'the handbook itself has its colours and words in its own files',
    example: { field: 'look' },
  }),
  'show-empty': rule<{ field: string; named: readonly string[] }>({
    means: 'phần không cho xem (show) không làm rỗng một danh sách bắt buộc',
    message: ({ field, named }) =>
      `Dòng “${field}” của tệp này chỉ có ${named.join(', ')}, mà show không cho xem mục nào trong đó.`,
    fix: 'thêm một mã trong đó vào show, hoặc ghi tệp này vào show.without, hoặc thay bằng tệp của bản mình',
    hint: 'a required list would be empty',
    example: { field: 'audiences', named: ['nha-nong'] },
  }),
};
