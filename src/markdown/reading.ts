/** What one reading of a body gathers: faults with their place, mentions of other entries, links. */
import type { BodyRule } from './faults.ts';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import type { Problem } from '../domain/problem.ts';
import { figuresIn, withFigures, type FindFigure, type NamedFigure } from '../domain/rule-figure.ts';
import { hiddenCharacter } from '../vietnamese/hidden-characters.ts';
import type { Link, Mention } from './tree.ts';

/** A component as the parser gives it. */
export type Jsx = MdxJsxFlowElement | MdxJsxTextElement;

/** Anything that stands somewhere in the text. */
export interface Placed {
  readonly position?:
    | {
        readonly start: { readonly line: number; readonly column: number };
        readonly end?: { readonly line: number };
      }
    | undefined;
}

/** What is wrong, what to write instead, and a hint for developers. */
export interface Refusal {
  readonly rule: BodyRule;
  readonly message: string;
  readonly fix: string;
  readonly hint: string;
}

/** A component of free pages that stands in another kind of entry. */
export const freePagesOnly = (name: string | null): Refusal => ({
  rule: 'place',
  message: `<${name}> chỉ dùng trong trang tự do.`,
  fix: 'viết bằng chữ thường hoặc một khối trong docs/viet-bai.md; trang tự do nằm trong content/pages/',
  hint: 'component of free pages only',
});

export class Reading {
  readonly problems: Problem[] = [];
  readonly mentions: Mention[] = [];
  readonly links: Link[] = [];
  /**
   * Hidden characters in the bytes are told by the reader of files; here only those that entities bring in.
   */
  readonly visible: boolean;
  /** Whether the body is a free page, which has components and addresses of its own. */
  readonly freePage: boolean;
  readonly #file: string;
  readonly #firstLine: number;

  /** Figures of rules. */
  readonly find: FindFigure;

  constructor(file: string, body: string, firstLine: number, freePage: boolean, find: FindFigure) {
    this.freePage = freePage;
    this.find = find;
    this.visible = hiddenCharacter(body) === undefined;
    this.#file = file;
    this.#firstLine = firstLine;
  }

  /** Line of the file on which something starts. */
  lineOf(item: Placed): number {
    return (item.position?.start.line ?? 1) + this.#firstLine - 1;
  }

  /** Column on which something starts, from 1; 0 when unknown. */
  columnOf(item: Placed): number {
    return item.position?.start.column ?? 0;
  }

  /** Remembers what is pointed at; what could not be read (`undefined`) has been told already. */
  mention(kind: Mention['kind'], item: Placed, named: string | NamedFigure | undefined): void {
    if (named === undefined) return;
    const what = typeof named === 'string' ? { id: named } : named;
    this.mentions.push({ kind, ...what, line: this.lineOf(item), column: this.columnOf(item) });
  }

  /** The words of a prop, with every figure of a rule in its place. */
  figured(item: Placed, words: string): string {
    for (const named of figuresIn(words)) this.mention('rule', item, named);
    return withFigures(words, this.find);
  }

  refuse(item: Placed, { rule, message, fix, hint }: Refusal): void {
    const [line, column] = [this.lineOf(item), this.columnOf(item)];
    this.problems.push({ file: this.#file, line, column, field: '', rule, message, fix, hint });
  }

  /** Whether a fault has been told somewhere within a component. */
  faultWithin(component: Placed): boolean {
    const last = (component.position?.end?.line ?? 0) + this.#firstLine - 1;
    return this.problems.some(({ line }) => line >= this.lineOf(component) && line <= last);
  }

  /** Whether a fault of one of these rules has been told on a component's line. */
  faultOnLine(component: Placed, rules: readonly string[]): boolean {
    return this.problems.some(({ line, rule }) => line === this.lineOf(component) && rules.includes(rule));
  }
}
