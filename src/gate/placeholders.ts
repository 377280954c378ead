/**
 * The words that `npm run new` puts where an author has to write. Each bears a mark that nothing else in the
 * handbook has, so that the gate
 * knows them: a file with one of them left is refused, and nothing untrue is published for want of a look.
 */

/** Stands before every word that is to be replaced. */
export const placeholderMark = '✎';

const words = {
  title: 'Tên, động từ đứng đầu',
  summary: 'Đọc xong bạn làm được gì, một câu',
  can: 'Đọc xong được lợi gì, gọn trong hai dòng',
  level: 'first, some hoặc sure',
  audiences: 'mã nhóm người trong content/audiences',
  skills: 'mã kỹ năng trong content/skills',
  workstreams: 'mã mảng việc trong content/workstreams',
  question: 'Câu người ta hay hỏi',
  risk: 'none, login hoặc money',
  sourceTitle: 'Tên nguồn thật, kèm url hoặc document',
  goal: 'Sau bài này bà con làm được gì',
  intro: 'Một dòng ngắn, nhiều nhất 25 tiếng: khi nào cần làm việc này.',
  need: 'Cần có gì trong tay.',
  step: 'Một hành động, động từ đứng đầu',
  sees: 'Người đọc sẽ thấy gì.',
  screenTitle: 'Tên màn hình',
  screenRow: 'Dòng trên màn hình',
  screenButton: 'Tên nút',
  trouble: 'Màn hình hiện gì',
  means: 'Nghĩa là gì',
  cure: 'Làm gì.',
  safety: 'Điều cần giữ.',
  calls: 'mã số gọi trong content/directory',
  practice: 'Tập với dữ liệu giả thế nào.',
  helper: 'Người hướng dẫn dạy thế nào.',
  short: 'Tên ngắn',
  number: 'số ký hiệu, hoặc null nếu văn bản để trống',
  date: 'ngày ban hành, hoặc null nếu văn bản để trống',
  unit: 'mã đơn vị trong content/units',
  place: 'Nơi áp dụng',
  level5: 'central, ministry, province, department hoặc commune',
  signer: '{ name, role } đúng như in, hoặc null',
  document: 'số ký hiệu của căn cứ',
  about: 'căn cứ ấy nói về gì',
  purpose: 'Mục đích, viết lại bằng lời của mình.',
  budget: 'kinh phí; null nếu văn bản không nêu; chưa xem phần ấy thì null và thêm vào unseen',
  reporting: 'kỳ báo cáo; null nếu văn bản không nêu; chưa xem phần ấy thì null và thêm vào unseen',
  planIntro: 'Một hai câu nói kế hoạch này của ai, trang này có gì.',
  task: 'Việc phải làm, một dòng',
  taskSummary: 'Việc phải làm, đủ ý, lời của mình.',
  lead: 'mã đơn vị chủ trì; văn bản không nêu thì để lead trống và viết leadNote',
  time: '{ kind, words }: xem docs/them-ke-hoach.md',
  result: 'kết quả; null nếu văn bản không nêu; chưa xem phần ấy thì null và thêm vào unseen',
  handbook: '{ by: guides }, hoặc { by: none, reason: lý do }',
  unitName: 'Tên đúng như trong văn bản',
  unitLevel: 'central, ministry, province, department, commune, school hoặc enterprise',
} as const;

/** What a placeholder asks for. */
export type Placeholder = keyof typeof words;

/** The words of a placeholder, as they stand in a new file. */
export const placeholder = (name: Placeholder): string => `${placeholderMark} ${words[name]}`;

/** Words that are told even without their mark: long enough that nobody writes them by chance. */
const bare = Object.values(words).filter((text) => text.length > 20);

/** The placeholder that stands in a line, without its mark, or undefined. */
export function placeholderIn(line: string): string | undefined {
  const marked = new RegExp(`${placeholderMark}\\s*([^"<>|\\]]*)`, 'u').exec(line)?.[1];
  return marked?.trim() ?? bare.find((text) => line.includes(text));
}
