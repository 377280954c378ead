/**
 * The rules of bodies that `parseBody` keeps: their names, and what each asks for, as the document of the
 * gate prints them. The words of one
 * fault are made where it is found, because the parser knows what stood there.
 */

/** One rule of bodies. */
export interface BodyRuleNote {
  /** What the rule asks for, in one line. Vietnamese. */
  readonly means: string;
  /** One such fault, as an author reads it. */
  readonly message: string;
  readonly fix: string;
}

const note = (means: string, message: string, fix: string): BodyRuleNote => ({ means, message, fix });

export const bodyRules = {
  'too-deep': note('viết phẳng, tối đa ba tầng', 'Lồng quá sâu.', 'viết phẳng hơn, tối đa ba tầng'),
  'mdx-syntax': note(
    'thẻ mở có thẻ đóng; dấu < và { } viết bằng chữ',
    'Khối viết chưa đúng: thẻ <Step> mở ở dòng 30 chưa đóng.',
    'kiểm tra dấu <, >, / và thẻ đóng; dấu { } và < trong câu thì viết bằng chữ',
  ),
  'raw-html': note(
    'không thẻ HTML',
    'Thẻ HTML <b> không được dùng trong bài.',
    'dùng chữ thường, hoặc một khối trong docs/viet-bai.md',
  ),
  'unknown-component': note('chỉ các khối trong viet-bai.md', 'Không có khối <Setp>.', 'có phải <Step>?'),
  'unknown-prop': note(
    'chỉ các thuộc tính của khối',
    '<Step> không có thuộc tính “titel”.',
    'có phải “title”?',
  ),
  'duplicate-prop': note('mỗi thuộc tính một lần', '<Step> ghi “title” hai lần.', 'giữ một'),
  'missing-prop': note('đủ thuộc tính bắt buộc', '<Step> thiếu “title”.', 'viết <Step title="…">'),
  'empty-prop': note(
    'thuộc tính có chữ',
    'Thuộc tính “title” của <Step> để trống.',
    'viết giá trị trong ngoặc kép',
  ),
  expression: note(
    'không ngoặc nhọn { }',
    'Có biểu thức trong ngoặc { }.',
    'thay ngoặc nhọn bằng ngoặc tròn; ghi chú riêng để ở phần đầu tệp, sau dấu #',
  ),
  esm: note(
    'không import, export',
    'Có import hoặc export trong bài.',
    'bỏ dòng này; các khối có sẵn không cần import',
  ),
  heading: note(
    'không tiêu đề #; trong <Part> của trang tự do có tên phụ ###',
    'Có tiêu đề # trong bài.',
    'dùng các phần trong docs/viet-bai.md, ví dụ <Needs>, <Steps>, <More title="…">',
  ),
  image: note(
    'không ảnh chèn thẳng',
    'Có ảnh chèn thẳng.',
    'vẽ màn hình bằng <Screen …>; ảnh chụp thật không dùng trong bài',
  ),
  'not-allowed': note(
    'chỉ đoạn văn, gạch đầu dòng, bảng và các khối',
    'Không dùng được kiểu viết “code”.',
    'viết bằng đoạn văn, gạch đầu dòng hoặc khối trong docs/viet-bai.md',
  ),
  link: note(
    'liên kết ngoài là https:// với tên miền thật; liên kết trong sổ tay là <Guide>, ở trang tự do còn là /địa-chỉ/',
    'Liên kết “javascript:alert(1)” không dùng được.',
    'bắt đầu bằng https://',
  ),
  place: note('khối đứng đúng chỗ', '<Step> nằm trong <Needs>.', 'đặt <Step> bên trong <Steps>'),
  children: note(
    'trong khối chỉ có những gì khối ấy chứa được',
    'Trong <Steps> có chữ nằm ngoài <Step>.',
    'đưa vào một <Step …>, hoặc đưa ra ngoài <Steps>',
  ),
  empty: note('khối có nội dung', '<Tip> để trống.', 'viết nội dung, hoặc bỏ khối này'),
  stray: note(
    'chữ nằm trong các phần',
    'Có chữ nằm ngoài các phần.',
    'đưa vào một phần, ví dụ <More title="…">',
  ),
  'duplicate-section': note('mỗi phần một mã', 'Có hai phần cùng mã “can-gi”.', 'gộp lại thành một phần'),
  'loose-mark': note(
    'dấu của kiểu viết phải thành kiểu viết: ** có đôi, liên kết đủ ngoặc, mã &…; có thật',
    'Dấu “**” không thành kiểu viết nào, hiện nguyên trên trang.',
    'đóng chữ đậm bằng ** sát chữ cuối; không định in đậm thì viết chữ thay dấu',
  ),
  'table-shape': note(
    'bảng có tên cột, có dòng, mỗi dòng đủ ô',
    'Bảng có 2 cột mà một dòng có 3 ô.',
    'viết mỗi dòng đủ 2 ô, ô trống để | |',
  ),
  'list-item': note(
    'mỗi gạch đầu dòng một đoạn chữ',
    'Một gạch đầu dòng có nhiều đoạn.',
    'tách thành nhiều gạch đầu dòng, hoặc viết thành một câu',
  ),
  'too-many-parts': note(
    'bảng và màn hình vẽ vừa một điện thoại',
    'Bảng có 30 cột, điện thoại không hiện hết.',
    'tách ra, mỗi bảng nhiều nhất 5 cột',
  ),
  'nested-list': note(
    'danh sách nhiều nhất hai tầng',
    'Danh sách lồng tới tầng thứ ba.',
    'bớt một tầng: viết thụt vào bằng tầng thứ hai, hoặc gộp vào câu ở trên',
  ),
  'rule-in-title': note(
    'tên phần không có con số của quy định',
    'Tên phần “Không quá {quy-dinh:ho-kinh-doanh/nguong-thue}” có con số của quy định.',
    'đặt tên không có con số; con số viết trong phần ấy',
  ),
  'screen-press': note(
    'press trùng một nút, dòng hay ô trong hình',
    'press="Gửi" không có trong buttons, rows hay fields.',
    'chọn một trong: Tiếp tục, Quay lại',
  ),
  'screen-sign': note(
    'dấu trong hình màn hình có trong bộ, và đứng trước một chữ của màn hình',
    'Dấu “sent” không có trong bộ dấu.',
    'viết chữ: dấu, ví dụ Gửi: send; có phải “send”?',
  ),
  'prop-value': note(
    'thuộc tính lấy giá trị trong danh sách, hoặc đúng dạng',
    '<Count of="guide"> không có trong danh sách.',
    'có phải “guides”?',
  ),
  'picture-name': note('hình vẽ có trong bộ', 'Không có hình vẽ tên “stopp”.', 'có phải “stop”?'),
  control: note(
    'không ký tự ẩn viết bằng mã',
    'Có ký tự ẩn U+200B viết bằng mã &…;.',
    'thay mã ấy bằng chữ thường mà bạn muốn viết',
  ),
} as const satisfies Readonly<Record<string, BodyRuleNote>>;

/** Name of a rule of bodies. */
export type BodyRule = keyof typeof bodyRules;
