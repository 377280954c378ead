/** Rules of what a task starts with. */
import { rule } from './kind.ts';

const kinds = { session: 'buổi', guide: 'bài', form: 'biểu mẫu' } as const;

export const startRules = {
  'no-start': rule<{ task: string }>({
    means: 'nhiệm vụ nào sổ tay giúp được thì có bài hay buổi để bắt đầu',
    message: ({ task }) => `Chưa bài hay buổi nào được chọn để bắt đầu nhiệm vụ ${task}.`,
    fix: ({ task }) =>
      `thêm vào phần đầu của bài hợp nhất: serves: [{ task: ${task}, first: 1, why: … }]; ` +
      'hoặc ghi handbook: { by: guides, as: mã một nhiệm vụ giống đã có bài }, hoặc { by: none, reason: … }',
    hint: 'a task that the handbook can serve needs a first pick',
    example: { task: 'gia-lai-xa/iv-1-4' },
  }),
  'start-outside': rule<{ task: string }>({
    means: 'nhiệm vụ sổ tay không làm được thì không bài nào nhận',
    message: ({ task }) => `Nhiệm vụ ${task} ghi rằng sổ tay không làm được, mà mục này lại nhận.`,
    fix: 'bỏ dòng serves này, hoặc sửa handbook của nhiệm vụ thành { by: guides }',
    hint: 'picked for a task that the handbook cannot serve',
    example: { task: 'bkhcn-550/2-3' },
  }),
  'start-taken': rule<{ task: string; kind: keyof typeof kinds; first: number; file: string }>({
    means: 'mỗi nhiệm vụ bắt đầu bằng một buổi, một biểu mẫu, mỗi chỗ một bài',
    message: ({ task, kind, first, file }) =>
      `Nhiệm vụ ${task} đã có ${kinds[kind]}${kind === 'guide' ? ` thứ ${first}` : ''} ở ${file}.`,
    fix: 'đổi số first, hoặc bỏ first để chỉ kể thêm',
    hint: 'place in the start of the task is taken',
    example: {
      task: 'gia-lai-xa/iv-1-4',
      kind: 'guide',
      first: 1,
      file: 'content/guides/nguoi-huong-dan/ngay-hoi-10-10.mdx',
    },
  }),
} as const;
