/** What Orca said, as text, and what every page promises to a listener. Pure: no process, no file. */
import { present } from '../present.ts';

/**
 * Lines of Orca's debug file that were spoken, in order; pieces that are only space or a full stop are left
 * out.
 */
export function spoken(log: string): string[] {
  return [...log.matchAll(/SPEECH OUTPUT: '(.*)'(?:\s*\{.*\})?$/gm)]
    .map((match) => (match[1] ?? '').trim())
    .filter((line) => /[\p{L}\p{N}]/u.test(line));
}

const count = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/**
 * Words heard before the title of the page; undefined when it is never heard as a heading of the first level.
 */
export function wordsBeforeTitle(lines: readonly string[]): number | undefined {
  const role = lines.findIndex((line) => /tiêu đề cấp 1\b/.test(line));
  if (role < 0) return undefined;
  return lines
    .slice(0, present(lines[role], 'an item of lines').startsWith('tiêu đề cấp 1') ? role - 1 : role)
    .reduce((total, line) => total + count(line), 0);
}

/** What the page itself holds, to compare with. */
export interface PageFacts {
  /** Number of items of each list of steps. */ readonly steps: readonly number[];
  /** Names of all column headers. */ readonly columns: readonly string[];
}

/** Facts from the finished HTML of a page. */
export function pageFacts(html: string): PageFacts {
  return {
    steps: [...html.matchAll(/<ol class="steps">(.*?)<\/ol>/gs)].map(
      (match) => [...(match[1] ?? '').matchAll(/<li value=/g)].length,
    ),
    columns: [
      ...new Set(
        [...html.matchAll(/<th scope="col"[^>]*>(.*?)<\/th>/gs)].map((match) =>
          (match[1] ?? '').replace(/<[^>]+>/g, '').trim(),
        ),
      ),
    ],
  };
}

/** Most words that may be heard before the title. */
export const mostWords = 60;

/** Promises that this transcript breaks, one line each; `checked` counts what was looked at. */
export function brokenPromises(
  lines: readonly string[],
  facts: PageFacts,
): { checked: number; faults: string[] } {
  const faults: string[] = [];
  const before = wordsBeforeTitle(lines);
  if (before === undefined) faults.push('the title is not heard as a heading of the first level');
  else if (before > mostWords) faults.push(`${before} words before the title; at most ${mostWords}`);

  const lists = lines.flatMap((line, index) => (/^Bước 1 trên \d+/.test(line) ? [index] : []));
  const announced = lists.map((index) =>
    Number(
      /^Danh sách có (\d+) mục/.exec(
        lines.slice(Math.max(0, index - 2), index).findLast((line) => line.startsWith('Danh sách có')) ?? '',
      )?.[1] ?? 0,
    ),
  );
  if (announced.join() !== facts.steps.join())
    faults.push(
      `lists of steps announced with ${announced.join(', ') || 'nothing'}; they have ${facts.steps.join(', ') || 'none'}`,
    );
  const numbers = lines.flatMap((line) =>
    [...line.matchAll(/^Bước (\d+) trên (\d+)/g)].map((match) => match[0]),
  );
  // Lists of one page number on: the steps of all lists together are heard once each.
  const total = facts.steps.reduce((a, b) => a + b, 0);
  if (numbers.length !== total) faults.push(`${numbers.length} steps heard; the page has ${total}`);

  for (const name of facts.columns) {
    const heard = lines.some(
      (line, index) =>
        (line === name && (lines[index + 1] ?? '').startsWith('tên cột')) || line === `${name} tên cột`,
    );
    if (!heard) faults.push(`column header not heard: ${name}`);
  }
  for (const [index, line] of lines.entries()) {
    if (/unlabel|không (?:có )?nhãn/i.test(line))
      faults.push(`picture without words near “${lines[index - 1]}”`);
    if (
      (lines[index + 1] ?? '').startsWith('liên kết') &&
      /^(?:(?:bấm|nhấn|xem|vào|tại|ở)\s*)*(?:đây|này|thêm|chi tiết)$/i.test(line)
    )
      faults.push(`link called “${line}”`);
    if (/Bài\d|(?:Bạn thấy|Nghĩa là|Làm gì)\p{L}/u.test(line)) faults.push(`label and text glued: “${line}”`);
  }
  return { checked: 4 + facts.columns.length + total, faults };
}

/**
 * Promises of “Từng bước một” that this transcript breaks: the title, then this step alone by number and
 * name, then the ways back and on.
 */
export function brokenStepPromises(
  lines: readonly string[],
  number: number,
): { checked: number; faults: string[] } {
  const faults: string[] = [];
  if (wordsBeforeTitle(lines) === undefined)
    faults.push('the title is not heard as a heading of the first level');
  const steps = lines.filter((line) => /^Bước \d+ trên \d+/.test(line));
  if (steps.length !== 1 || !steps[0]?.startsWith(`Bước ${number} `))
    faults.push(`steps heard: ${steps.join(', ') || 'none'}; it is the ${number}. that stands there`);
  const at = (words: RegExp, from: number): number =>
    lines.findIndex((line, index) => index >= from && words.test(line));
  const step = at(/^Bước \d+ trên \d+/, 0);
  const heading = at(/tiêu đề cấp 3\b/, step);
  const back = at(/^Bước trước/, heading);
  const on = at(/^Bước sau/, back);
  if (step < 0 || heading < 0) faults.push('the name of the step is not heard as a heading after its number');
  if (back < 0 || on < 0) faults.push('the ways back and on are not heard after the step');
  return { checked: 4, faults };
}

/** A folded part of a page: its id, its name, and the first name of a fold inside of it. */
export interface Fold {
  readonly id: string;
  readonly name: string;
  readonly inside: string | undefined;
}

/** The folded parts of a guide, from its finished HTML. */
export function foldsOf(html: string): Fold[] {
  const bare = (markup: string | undefined): string | undefined =>
    markup?.replace(/<span class="tag">.*?<\/span><\/span>|<[^>]+>/g, '').trim();
  return [
    ...html.matchAll(
      /<details class="part[^"]*"><summary><h2 id="?([\w-]+)"?>(.*?)<\/h2><\/summary>(.*?)(?=<details class="part|<\/section>|$)/gs,
    ),
  ].map(([, id = '', name, rest = '']) => ({
    id,
    name: bare(name) ?? '',
    inside: bare(/<details><summary>(.*?)<\/summary>/s.exec(rest)?.[1]),
  }));
}

/**
 * Promises of folds that this transcript breaks: each name is heard once with its state, closed but for the
 * one that the address names; what that one holds is heard after it.
 */
export function brokenFoldPromises(
  lines: readonly string[],
  folds: readonly Fold[],
  named: string,
): { checked: number; faults: string[] } {
  const faults: string[] = [];
  if (!folds.some(({ id }) => id === named)) faults.push(`the page has no fold ${named}`);
  for (const { id, name, inside } of folds) {
    const at = lines.findIndex(
      (line, index) =>
        line.startsWith(name) && lines.slice(index, index + 4).some((near) => /co lại|giãn ra/.test(near)),
    );
    const state = /co lại|giãn ra/.exec(at < 0 ? '' : lines.slice(at, at + 4).join(' '))?.[0];
    if (state !== (id === named ? 'giãn ra' : 'co lại'))
      faults.push(`“${name}” is heard as ${state ?? 'no fold'}`);
    if (id === named && inside !== undefined && !lines.slice(at).some((line) => line.includes(inside)))
      faults.push(`“${inside}” is not heard after “${name}”`);
  }
  return { checked: folds.length + 1, faults };
}
