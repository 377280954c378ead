/** How a text names a figure of a rule, and what stands there when it is read. */

/** A figure as readers read it, with what a page says of its end. */
export interface RuleFigure {
  readonly text: string;
  /** Last day on which the rule is right. */
  readonly until?: string;
  /** Whom to ask, after “hỏi”. */
  readonly ask: string;
}

/** Finds a figure by the id of its rule and the name of the part; `undefined` when there is none. */
export type FindFigure = (id: string, part?: string) => RuleFigure | undefined;

/** Before any rule is known. */
export const noFigures: FindFigure = () => undefined;

/** A figure named in a plain text: `{quy-dinh:id}` or `{quy-dinh:id.part}`. */
const placeholder = /\{quy-dinh:([a-z0-9/-]+)(?:\.([a-z0-9-]+))?\}/g;

/** A place in a text that names a figure. */
export interface NamedFigure {
  readonly id: string;
  readonly part?: string;
}

const named = (id: string, part: string | undefined): NamedFigure => ({
  id,
  ...(part === undefined ? {} : { part }),
});

/** All figures that a text names. */
export const figuresIn = (text: string): NamedFigure[] =>
  [...text.matchAll(placeholder)].map(([, id = '', part]) => named(id, part));

/** A text with every figure in its place; one that is not there leaves its name. */
export const withFigures = (text: string, find: FindFigure): string =>
  text.replace(placeholder, (open, id: string, part?: string) => find(id, part)?.text ?? open);

/** A text in which every named figure is replaced by a mark of about its length. */
export const withoutFigures = (text: string, mark = '…'): string => text.replace(placeholder, mark);

/** What a slip of the pen looks like: a brace that names a rule and is not in the right form. */
export const brokenPlaceholder = (text: string): string | undefined =>
  /\{\s*quy[- ]?dinh[^}]*\}?/i.exec(withoutFigures(text))?.[0];
