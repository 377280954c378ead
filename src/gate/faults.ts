/**
 * The catalogue of all faults that the gate tells: each rule by its name, what it asks for, and the words
 * that an author reads. Every fault is made by `fault()`, so that no rule can be used that is not here;
 * `docs/loi-kiem-tra.md` is printed from here by `npm run docs`. The rules that bodies are parsed by stand in
 * `markdown/faults.ts`.
 */
import type { Problem } from '../domain/problem.ts';
import { bodyRules, type BodyRule } from '../markdown/faults.ts';
import { directoryRules } from './faults/directory.ts';
import { checkRules } from './faults/checks.ts';
import { drillRules } from './faults/drills.ts';
import { editionRules } from './faults/editions.ts';
import { fieldRules } from './faults/fields.ts';
import { fileRules } from './faults/files.ts';
import type { FaultKind, Words } from './faults/kind.ts';
import { hostRules } from './faults/hosts.ts';
import { letterRules } from './faults/letters.ts';
import { numberRules } from './faults/numbers.ts';
import { pageRules } from './faults/pages.ts';
import { proseRules } from './faults/prose.ts';
import { referenceRules } from './faults/references.ts';
import { registerRules } from './faults/rules-register.ts';
import { sessionRules } from './faults/sessions.ts';
import { startRules } from './faults/starts.ts';

const written = {
  ...fileRules,
  ...letterRules,
  ...fieldRules,
  ...referenceRules,
  ...numberRules,
  ...proseRules,
  ...registerRules,
  ...pageRules,
  ...sessionRules,
  ...startRules,
  ...directoryRules,
  ...hostRules,
  ...checkRules,
  ...drillRules,
  ...editionRules,
};

/** What each rule needs to know of a fault. */
type Details = {
  [Rule in keyof typeof written]: (typeof written)[Rule] extends FaultKind<infer Known> ? Known : never;
};

/** Name of a rule. */
export type FaultRule = keyof Details;
/** Rules whose words are always the same. */
type PlainRule = {
  [Rule in FaultRule]: Details[Rule] extends Record<string, never> ? Rule : never;
}[FaultRule];

/** All rules of the gate but those of `parseBody`. */
export const faultKinds: { readonly [Rule in FaultRule]: FaultKind<Details[Rule]> } = written;

/** What is wrong, before its place is known. */
export type Fault = Pick<Problem, 'message' | 'fix' | 'hint'> & { readonly rule: FaultRule };

const said = <Known>(words: Words<Known>, details: Known): string =>
  typeof words === 'string' ? words : words(details);

/** A fault of a rule, in its words. */
export function fault(rule: PlainRule): Fault;
export function fault<Rule extends FaultRule>(rule: Rule, details: Details[Rule]): Fault;
export function fault<Rule extends FaultRule>(rule: Rule, details?: Details[Rule]): Fault {
  const kind: FaultKind<Details[Rule]> = faultKinds[rule];
  const known = details ?? kind.example;
  return {
    rule,
    message: said(kind.message, known),
    fix: said(kind.fix, known),
    hint: said(kind.hint, known),
  };
}

/** Where a fault stands; what is left out is not known. */
export interface Place {
  readonly line?: number;
  readonly column?: number;
  /** Dotted path of the field. */
  readonly field?: string;
}

/** A fault in its place. */
export const problemAt = (file: string, found: Fault, place: Place = {}): Problem => ({
  file,
  line: place.line ?? 0,
  column: place.column ?? 0,
  field: place.field ?? '',
  ...found,
});

/** A fault of the check itself in one file; the other files are still checked. */
export const crash = (file: string, error: unknown): Problem =>
  problemAt(
    file,
    fault('crash', { error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }),
  );

/** Groups of the printed catalogue, in the order in which an author meets them. */
const groups: readonly (readonly [string, readonly (FaultRule | BodyRule)[]])[] = [
  ['Tệp, tên tệp, phần đầu tệp', keysOf(fileRules)],
  ['Chữ', keysOf(letterRules)],
  ['Trường', keysOf(fieldRules)],
  ['Mã nhắc tới', keysOf(referenceRules)],
  ['Số, mã, tên, địa chỉ', keysOf(numberRules)],
  ['Thân bài: các khối', keysOf(bodyRules)],
  ['Thân bài: cách viết, sự thật, lời loa, bản dễ đọc', keysOf(proseRules)],
  ['Quy định', keysOf(registerRules)],
  ['Trang tự do', keysOf(pageRules)],
  ['Buổi tập huấn', keysOf(sessionRules)],
  ['Nhiệm vụ bắt đầu từ đâu', keysOf(startRules)],
  ['Danh bạ', keysOf(directoryRules)],
  ['Trang mà liên kết mở', keysOf(hostRules)],
  ['Bài tự kiểm', keysOf(checkRules)],
  ['Bài tập trên màn hình giả', keysOf(drillRules)],
  ['Bản của địa phương', keysOf(editionRules)],
];

function keysOf<Table extends object>(table: Table): (keyof Table & string)[] {
  const isKey = (key: string): key is keyof Table & string => Object.hasOwn(table, key);
  return Object.keys(table).filter(isKey);
}

const isBodyRule = (rule: FaultRule | BodyRule): rule is BodyRule => Object.hasOwn(bodyRules, rule);
const isFaultRule = (rule: FaultRule | BodyRule): rule is FaultRule => Object.hasOwn(faultKinds, rule);

/**
 * Every rule with what it asks for and one example. A rule that bodies share with files is told once in each
 * group.
 */
export function catalogue(): {
  readonly group: string;
  readonly rules: readonly {
    readonly rule: string;
    readonly means: string;
    readonly message: string;
    readonly fix: string;
  }[];
}[] {
  return groups.map(([group, rules]) => ({
    group,
    rules: rules.map((rule) => {
      if (isBodyRule(rule) && !(rule === 'control' && group.startsWith('Tệp')))
        return { rule, ...bodyRules[rule] };
      if (!isFaultRule(rule)) throw new Error(`no such rule: ${rule}`);
      return { means: faultKinds[rule].means, ...exampleOf(rule) };
    }),
  }));
}

/** One fault of a rule, made from the catalogue's own example. */
export function exampleOf<Rule extends FaultRule>(rule: Rule): Fault {
  return fault(rule, faultKinds[rule].example);
}

/** The catalogue as Markdown, a table for each group. */
export function catalogueTable(): string {
  const cell = (words: string): string => words.replaceAll('|', '\\|').replaceAll('<', '\\<');
  return catalogue()
    .map(({ group, rules }) =>
      [
        `### ${group}`,
        '',
        '| Luật | Đòi hỏi | Ví dụ lỗi | Cách sửa |',
        '| --- | --- | --- | --- |',
        ...rules.map(
          ({ rule, means, message, fix }) =>
            `| \`${rule}\` | ${cell(means)} | ${cell(message)} | ${cell(fix)} |`,
        ),
      ].join('\n'),
    )
    .join('\n\n');
}
