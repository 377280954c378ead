/** Rules of the directory: what may be printed of it, and what an edition may change in it. */
import { rule } from './kind.ts';

export const directoryRules = {
  'withheld-number': rule<{ number: string; entry: string; refused: boolean }>({
    means: 'số chưa gọi thử, số không được in thì không nằm ở bài hay trang nào',
    message: ({ number, entry, refused }) =>
      refused
        ? `Số “${number}” là số không được in (refused trong ${entry}).`
        : `Số “${number}” chưa được in: nó nằm ở toTry trong ${entry}.`,
    fix: ({ refused }) =>
      refused
        ? 'bỏ số này; nói tên nơi cần gọi và chỗ tìm số thật'
        : 'gọi thử rồi ghi vào directory.tested của content/edition.yaml; chưa gọi thì nói chỗ tìm số thật',
    hint: 'a number that may not be printed',
    example: { number: '1900 0000', entry: 'content/directory/ngan-hang-mau.yaml', refused: false },
  }),
  'hidden-named': rule<{ id: string }>({
    means: 'mục danh bạ bị ẩn thì không bài nào nhắc tới',
    message: ({ id }) =>
      `Mục “${id}” bị ẩn trong content/edition.yaml (directory.hide) mà ở đây vẫn nhắc tới.`,
    fix: 'bỏ mã này khỏi directory.hide, hoặc thay bằng mục khác ở đây',
    hint: 'a hidden entry of the directory is named',
    example: { id: 'tho-dien' },
  }),
  'tested-number': rule<{ number: string; id: string; known: readonly string[] }>({
    means: 'số đã gọi thử là một số của mục ấy',
    message: ({ number, id }) => `Mục “${id}” không có số “${number}”.`,
    fix: ({ known }) =>
      known.length > 0 ? `mục ấy có: ${known.join('; ')}` : 'ghi số vào numbers hoặc toTry của mục ấy trước',
    hint: 'a call was noted for a number that the entry does not have',
    example: { number: '1900 0000', id: 'ngan-hang-mau', known: ['1900 0001'] },
  }),
} as const;
