/**
 * The closed set of components that content may use, with their literal props, and which may stand where.
 * This is the allow-list of the gate, the grammar of `tree.ts`, and the list of components the page must provide.
 */

/** A component's props: name → required. All values are literal strings. */
interface Shape {
  readonly props: Readonly<Record<string, boolean>>;
  /** Where it may stand: `top` of the entry, inside a `section`, inside a `line` of text, or only inside the named component. */
  readonly place: 'top' | 'block' | 'inline' | { readonly in: string };
  /** Children: only these components, any blocks, or none. */
  readonly children: 'blocks' | 'inline' | 'none' | { readonly only: string };
}

export const components: Readonly<Record<string, Shape>> = {
  Story: { props: { title: true }, place: 'top', children: 'blocks' },
  Needs: { props: {}, place: 'top', children: 'blocks' },
  Steps: { props: { title: false }, place: 'top', children: { only: 'Step' } },
  Step: { props: { title: true }, place: { in: 'Steps' }, children: 'blocks' },
  More: { props: { title: true }, place: 'top', children: 'blocks' },
  Trouble: { props: {}, place: 'top', children: { only: 'Case' } },
  Case: { props: { sees: true, means: false }, place: { in: 'Trouble' }, children: 'blocks' },
  ScamSigns: { props: {}, place: 'top', children: 'blocks' },
  Safety: { props: {}, place: 'top', children: 'blocks' },
  Call: { props: { ids: true }, place: 'top', children: 'blocks' },
  Practice: { props: {}, place: 'top', children: 'blocks' },
  Homework: { props: {}, place: 'top', children: 'blocks' },
  Helper: { props: {}, place: 'top', children: 'blocks' },
  Warning: { props: { title: false }, place: 'block', children: 'blocks' },
  Tip: { props: { title: false }, place: 'block', children: 'blocks' },
  Screen: {
    props: { title: true, says: false, fields: false, rows: false, buttons: false, press: false },
    place: 'block',
    children: 'none',
  },
  Picture: { props: { name: true, alt: true }, place: 'block', children: 'none' },
  Term: { props: { id: true }, place: 'inline', children: 'inline' },
  Phone: { props: { id: true }, place: 'inline', children: 'none' },
  Guide: { props: { id: true }, place: 'inline', children: 'none' },
};

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
} as const;
export type SectionComponent = keyof typeof sectionKinds;
export type SectionKind = (typeof sectionKinds)[SectionComponent];

/** Fixed section ids; `Steps title`, `More` and `Story` take the slug of their title instead where given. */
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
};
