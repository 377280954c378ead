/** Rules of free pages. */
import { plain, rule } from './kind.ts';

export const pageRules = {
  'page-taken': rule<{ address: string; by: string }>({
    means: 'trang tự do, trang của bài đã bỏ không lấy địa chỉ đã có trang',
    message: ({ address, by }) => `Địa chỉ ${address} đã có: ${by}.`,
    fix: 'chọn địa chỉ khác, ví dụ: /lich-lop/',
    hint: 'address is taken',
    example: { address: '/lich/', by: 'trang có sẵn của sổ tay' },
  }),
  'page-folder': rule<{ address: string; folder: string }>({
    means: 'trang tự do không nằm trong thư mục địa chỉ của sổ tay',
    message: ({ address, folder }) => `Địa chỉ ${address} nằm trong /${folder}/, chỗ của sổ tay.`,
    fix: ({ address, folder }) => `chọn địa chỉ khác, ví dụ: /${address.split('/').at(-2)}-${folder}/`,
    hint: 'first folder is reserved',
    example: { address: '/huong-dan/lop-hoc/', folder: 'huong-dan' },
  }),
  'page-number': plain(
    'địa chỉ của trang tự do không phải là số',
    'Địa chỉ chỉ có số là của các bài.',
    'thêm chữ vào địa chỉ, ví dụ: /lop-2026/',
    'numbers are the addresses of guides',
  ),
  'page-missing': rule<{ address: string }>({
    means: 'đủ những trang mà trang khác dẫn tới',
    message: ({ address }) => `Thiếu trang có địa chỉ ${address}.`,
    fix: ({ address }) =>
      `thêm một tệp vào content/pages/ với dòng “address: ${address}”; lấy lại tệp của bản gốc cũng được`,
    hint: 'a page that others lead to is missing',
    example: { address: '/gioi-thieu/' },
  }),
  'page-link': rule<{ to: string; cure: string }>({
    means: 'liên kết trong sổ tay dẫn tới trang đang có',
    message: ({ to }) => `Không có trang nào ở địa chỉ ${to}.`,
    fix: ({ cure }) => cure,
    hint: 'link leads nowhere',
    example: { to: '/gioi-thiu/', cure: 'có phải “/gioi-thieu/”?' },
  }),
  'page-place': rule<{ to: string; parts: readonly string[] }>({
    means: 'phần sau dấu # có trong trang ấy',
    message: ({ to }) => `Trang ấy không có phần nào của địa chỉ ${to}.`,
    fix: ({ parts }) =>
      parts.length > 0 ? `chọn một trong: ${parts.join(', ')}` : 'bỏ phần từ dấu # trở đi',
    hint: 'no such place in the page',
    example: { to: '/gioi-thieu/#co', parts: ['co-gi', 'nguyen-tac'] },
  }),
  'page-form': rule<{ form: string; offered: readonly string[] }>({
    means: '<Download> chỉ tới dạng mà bản này đưa sẵn',
    message: ({ form }) => `Bản này không đưa sẵn dạng “${form}”.`,
    fix: ({ offered }) =>
      offered.length > 0
        ? `chọn một trong: ${offered.join(', ')}; hoặc thêm vào downloads của content/edition.yaml`
        : 'thêm dạng ấy vào downloads của content/edition.yaml, hoặc bỏ khối này',
    hint: 'form is not handed out',
    example: { form: 'epub', offered: ['one'] },
  }),
  'page-targets': rule<{ plan: string }>({
    means: '<Targets> chỉ tới kế hoạch có chỉ tiêu',
    message: ({ plan }) => `Kế hoạch “${plan}” không ghi chỉ tiêu nào.`,
    fix: 'chọn kế hoạch khác, hoặc bỏ khối này',
    hint: 'plan has no targets',
    example: { plan: 'xa-vi-du' },
  }),
  'page-block': rule<{ name: string; on: string; how: 'elsewhere' | 'twice' }>({
    means: 'phần làm sẵn đứng đúng trang của nó, một lần',
    message: ({ name, on, how }) =>
      how === 'twice'
        ? `<Block name="${name}" /> có hai lần trong trang.`
        : `<Block name="${name}" /> chỉ dùng ở trang ${on}.`,
    fix: ({ on, how }) =>
      how === 'twice' ? 'giữ một' : `bỏ khối này; muốn chỉ tới đó thì viết [tên](${on})`,
    hint: 'named block in the wrong place',
    example: { name: 'embed-guide', on: '/nhung/', how: 'elsewhere' },
  }),
} as const;
