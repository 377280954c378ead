/** One place that breaks a rule of form. */
export interface Finding {
  /**
   * Name of the rule with its checker before the slash: `house/no-cast`, `stylelint/…`, `knip/exports`,
   * `words/unused`.
   */
  readonly rule: string;
  /** From the project's root, with `/`. */
  readonly file: string;
  /** First line is 1; 0 where the whole file is meant. */
  readonly line: number;
  readonly message: string;
}
