/** A fault in the content, as its author reads it. */
export interface Problem {
  /** Path from the project root. */
  readonly file: string;
  /** From 1; 0 when the whole file is meant. */
  readonly line: number;
  /** From 1; 0 when unknown. */
  readonly column: number;
  /** Dotted path of the field, or empty. */
  readonly field: string;
  /** Short machine name of the rule. */
  readonly rule: string;
  /** What is wrong and what was found. Vietnamese. */
  readonly message: string;
  /** What to write instead. Vietnamese. */
  readonly fix: string;
  /** Short English hint for developers. */
  readonly hint: string;
}

/** A fault of the check itself in one file; the other files are still checked. */
export function crash(file: string, error: unknown): Problem {
  const hint = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    file,
    line: 0,
    column: 0,
    field: '',
    rule: 'crash',
    message: 'Máy không đọc nổi tệp này.',
    fix: 'viết gọn lại, hoặc gửi tệp cho người giữ mã',
    hint,
  };
}

/** Problems in reading order: by file, then line. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column,
  );
}

/** Lines for the terminal: place, fault, cure, English hint. */
export function formatProblem(p: Problem): string {
  const place = p.line > 0 ? `${p.file}:${p.line}${p.column > 0 ? `:${p.column}` : ''}` : p.file;
  return `${place}${p.field === '' ? '' : `  (${p.field})`}\n    ${p.message}\n    Sửa: ${p.fix}\n    [${p.rule}: ${p.hint}]`;
}
