/** Ring 2 for modes: every mode has code and every code has a mode, presets alike. Runs in `prove()`, so both check and build stop. */
import type { Problem } from '../../domain/problem.ts';
import type { ModeData } from '../../schemas/knowledge.ts';
import { modeTokens, presets } from '../../modes/settings.ts';

/** What is wrong between `content/modes/` and `modes/settings.ts`. */
export function modeProblems(
  entries: readonly { readonly id: string; readonly file: string; readonly data: ModeData }[],
): Problem[] {
  const problems: Problem[] = [];
  const say = (
    file: string,
    field: string,
    rule: string,
    message: string,
    fix: string,
    hint: string,
  ): void => {
    problems.push({ file, line: 0, column: 0, field, rule, message, fix, hint });
  };
  const coded = new Map<string, readonly string[]>([
    ...modeTokens.map((token) => [token, []] as const),
    ...Object.entries(presets),
  ]);
  for (const entry of entries) {
    const set = coded.get(entry.id);
    if (set === undefined)
      say(
        entry.file,
        '',
        'mode-code',
        `Cách hiển thị “${entry.id}” chưa có mã chương trình.`,
        `đổi tên tệp thành một trong: ${[...coded.keys()].join(', ')}; hoặc thêm mã trong src/modes/settings.ts và src/styles/modes.css`,
        'mode without code',
      );
    else if (set.join() !== entry.data.preset.join())
      say(
        entry.file,
        'preset',
        'mode-preset',
        `Bộ “${entry.id}” trong chương trình gồm: ${set.join(', ') || 'không có gì'}.`,
        'ghi preset đúng như vậy, cùng thứ tự',
        'preset differs from its code',
      );
  }
  const written = new Set(entries.map((entry) => entry.id));
  for (const token of coded.keys()) {
    if (!written.has(token))
      say(
        `content/modes/${token}.mdx`,
        '',
        'mode-page',
        `Cách hiển thị “${token}” có trong chương trình mà chưa có bài giải thích.`,
        `viết content/modes/${token}.mdx`,
        'code without mode',
      );
  }
  return problems;
}
