/** Rules of what one entry names of another: that it is there, once, and leads in no circle. */
import { rule } from './kind.ts';

export const referenceRules = {
  dangling: rule<{ id: string; what?: string; cure: string; targets: string }>({
    means: 'mã nhắc tới phải là mã của một mục đang có',
    message: ({ id, what }) => `Không có ${what ?? 'mục'} nào mang mã “${id}”.`,
    fix: ({ cure }) => cure,
    hint: ({ targets }) => `dangling ${targets}`,
    example: { id: 'thanh-toan-sô', cure: 'có phải “thanh-toan-so”?', targets: 'reference to skills' },
  }),
  'no-unit': rule<{ id: string; cure: string }>({
    means: 'đơn vị trong kế hoạch phải có tệp trong content/units/',
    message: ({ id }) => `Chưa có đơn vị này: “${id}”.`,
    fix: ({ cure }) => cure,
    hint: 'dangling reference to units',
    example: {
      id: 'Văn phòng',
      cure: 'tạo content/units/lam-dong-van-phong.yaml bằng npm run new -- unit lam-dong-van-phong, rồi ghi mã lam-dong-van-phong ở đây',
    },
  }),
  self: rule<{ id: string }>({
    means: 'không mục nào nhắc tới chính nó',
    message: ({ id }) => `Mục này nhắc tới chính nó (“${id}”).`,
    fix: 'ghi mã của mục khác mà bạn muốn nhắc tới; không có thì bỏ dòng này',
    hint: 'an entry refers to itself',
    example: { id: 'tien/quet-ma' },
  }),
  repeated: rule<{ id: string }>({
    means: 'mỗi mã nhắc tới một lần trong một danh sách',
    message: ({ id }) => `Mã “${id}” ghi hai lần.`,
    fix: 'giữ một; nếu định ghi mã khác thì viết lại mã ấy',
    hint: 'reference listed twice',
    example: { id: 'bep-lua' },
  }),
  folder: rule<{ folder: string; target: string; cure: string }>({
    means: 'tên thư mục là mã của kệ, chặng hay kế hoạch',
    message: ({ folder, target }) => `Thư mục “${folder}” không có trong content/${target}.`,
    fix: ({ cure }) => cure,
    hint: ({ target }) => `folder must be an id of ${target}`,
    example: { folder: 'tienn', target: 'topics', cure: 'có phải “tien”?' },
  }),
  circle: rule<{ trail: readonly string[]; field: string }>({
    means: 'không vòng luẩn quẩn giữa các mục',
    message: ({ trail }) => `Vòng luẩn quẩn: ${trail.join(' → ')}.`,
    fix: ({ field }) => `xem mắt xích nào viết nhầm ở trường ${field}, sửa hoặc bỏ mắt xích ấy`,
    hint: 'circular relation',
    example: { trail: ['tien/a', 'tien/b', 'tien/a'], field: 'before' },
  }),
} as const;
