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

/** Problems in reading order: by file, then line. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column,
  );
}

/** Lines for the terminal: place, fault, cure, English hint. */
export function formatProblem(problem: Problem): string {
  const place =
    problem.line > 0
      ? `${problem.file}:${problem.line}${problem.column > 0 ? `:${problem.column}` : ''}`
      : problem.file;
  return `${place}${problem.field === '' ? '' : `  (${problem.field})`}\n    ${problem.message}\n    Sửa: ${problem.fix}\n    [${problem.rule}: ${problem.hint}]`;
}
