/**
 * What a free page may show of the handbook as it is today, by name: counts and facts of the edition. Each
 * has its Vietnamese meaning, for the table that authors read. The gate proves the names;
 * `views/free-page.ts` gives the values.
 */

/** What `<Count of="…" />` counts. */
const counts = {
  guides: 'bài hướng dẫn và bài học chợ số',
  lessons: 'bài học chợ số',
  plans: 'kế hoạch',
  tasks: 'nhiệm vụ của các kế hoạch',
  units: 'đơn vị',
  indicators: 'chỉ tiêu',
  audiences: 'nhóm người đọc',
  workstreams: 'nhóm việc của phong trào',
  skills: 'kỹ năng',
  terms: 'từ được giải nghĩa',
  modes: 'cách hiển thị và bộ chọn sẵn',
  'easy-read': 'bản dễ đọc',
  programmes: 'buổi tập huấn soạn sẵn',
  practices: 'cách làm hay',
} as const;
export type CountName = keyof typeof counts;

/**
 * What `<Site show="…" />` shows: facts of `content/edition.yaml`, and sentences that every page says alike.
 */
const siteFacts = {
  name: 'tên sổ tay',
  edition: 'bản nào',
  place: 'phạm vi',
  owner: 'ai chịu trách nhiệm',
  feedback: 'lời mời báo lỗi',
  platform: 'liên kết tới nền tảng khóa học',
  checked: '“Kiểm tra ngày …”, ngày của bản này',
  notice: 'câu nói sổ tay là của ai',
  license: 'giấy phép dùng lại',
  measured: 'lần đo chữ to gần nhất (`content/measured.yaml`)',
} as const;
export type SiteFact = keyof typeof siteFacts;

const namesOf = <Table extends object>(table: Table): (keyof Table & string)[] => {
  const isName = (name: string): name is keyof Table & string => Object.hasOwn(table, name);
  return Object.keys(table).filter(isName);
};
export const countNames = namesOf(counts);
export const siteFactNames = namesOf(siteFacts);

/** Both tables as authors read them. Markdown. */
export const liveTable = (): string =>
  [
    '| Viết | Hiện ra |',
    '| --- | --- |',
    ...countNames.map((name) => `| \`<Count of="${name}" />\` | số ${counts[name]} |`),
    ...siteFactNames.map((name) => `| \`<Site show="${name}" />\` | ${siteFacts[name]} |`),
  ].join('\n');
