/** Labelled parts of a task in running text: “Đơn vị chủ trì: …; thời gian: …”. */
import { partOf, type Part } from './columns.ts';

export interface Labelled {
  readonly part: Part;
  readonly label: string;
  readonly text: string;
  readonly place: string;
  /** How many dashes stand in front of it under its number. */
  readonly after?: number;
}

/** A label at the start, or after a sentence or a semicolon. */
const labelled = /(?:^|(?<=[.;])\s*[-–+]?\s*)(\p{L}[\p{L} ,/]{2,50}?)\s*:\s*/gu;

/** Whether text after a label tells that there is nothing. */
const blank = /^[-–.…\s]*$/;

/** Parts of a paragraph that begins with a label; none when it does not. */
export function readLabels(text: string, place: string): Labelled[] {
  const clean = text.replace(/^[([*\s]+/, '');
  const found = [...clean.matchAll(labelled)].flatMap((match) => {
    const label = match[1]?.trim() ?? '';
    const part = partOf(label);
    return part === undefined || part === 'item' || part === 'target'
      ? []
      : [{ part, label, from: match.index, start: match.index + match[0].length }];
  });
  const [first] = found;
  if (first?.from !== 0) return [];
  return found
    .map(({ part, label, start }, index) => ({
      part,
      label,
      text: clean
        .slice(start, found[index + 1]?.from)
        .replace(/[\s.;)\]*]+$/, '')
        .trim(),
      place,
    }))
    .filter((one) => !blank.test(one.text));
}

/** The label that a paragraph is, when it is one that tells a part of a task and nothing more. */
export function labelAlone(text: string): Omit<Labelled, 'text' | 'place'> | undefined {
  const [, label] = /^(\p{L}[\p{L} ,/]{2,50}?)\s*:\s*$/u.exec(text) ?? [];
  const part = label === undefined ? undefined : partOf(label);
  return label === undefined || part === undefined || ['item', 'target', 'other'].includes(part)
    ? undefined
    : { part, label };
}
