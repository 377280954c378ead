/**
 * Kinds of section, their ids and headings. Light: the browser's search reads it too. The components
 * themselves are in `components.ts`.
 */

/** Kinds of section: search, speech and other formats know from it what a passage is. */
export const sectionKinds = {
  Story: 'story',
  Needs: 'needs',
  Steps: 'steps',
  More: 'more',
  Trouble: 'trouble',
  ScamSigns: 'scam-signs',
  Safety: 'safety',
  Call: 'call',
  Practice: 'practice',
  Homework: 'homework',
  Helper: 'helper',
  Part: 'part',
} as const;
export type SectionComponent = keyof typeof sectionKinds;
/** Whether a component is a section. */
export const isSectionName = (name: string | null): name is SectionComponent =>
  name !== null && Object.hasOwn(sectionKinds, name);
export type SectionKind = (typeof sectionKinds)[SectionComponent];

/** Fixed section ids; `Steps title` and `More` take the slug of their title instead where given, `Part` its own id. */
export const sectionIds: Readonly<Record<SectionKind, string>> = {
  story: 'chuyen',
  needs: 'can-gi',
  steps: 'cac-buoc',
  more: 'biet-them',
  trouble: 'truc-trac',
  'scam-signs': 'dau-hieu',
  safety: 'an-toan',
  call: 'goi-ai',
  practice: 'tap-thu',
  homework: 've-nha',
  helper: 'nguoi-huong-dan',
  part: 'phan',
};

/** Headings of sections without a title of their own. */
export const sectionTitles: Readonly<Record<SectionKind, string>> = {
  story: 'Chuyện ở chợ',
  needs: 'Cần có gì',
  steps: 'Các bước',
  more: 'Biết thêm',
  trouble: 'Nếu gặp trục trặc',
  'scam-signs': 'Dấu hiệu lừa đảo',
  safety: 'Giữ an toàn',
  call: 'Gọi ai',
  practice: 'Tập thử',
  homework: 'Bài về nhà',
  helper: 'Cho người hướng dẫn',
  part: 'Phần',
};
