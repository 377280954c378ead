/** From when until when a plan is carried out: a labelled line, or the years of its title. */
import { namedBounds } from '../../domain/timing.ts';
import type { Told } from './outline.ts';
import { readTime } from './times.ts';

export interface FoundPeriod {
  readonly from?: string;
  readonly until: string;
  /** The document's own words, and where they stand. */
  readonly told: Told;
}

/** “Thời gian thực hiện: từ tháng 9/2025 đến tháng 12/2026.” */
const labelled = /^[-–+*\d.)\s]*Thời gian (?:thực hiện|triển khai)(?: kế hoạch)?\s*:\s*(.{4,120})$/iu;
/** “giai đoạn 2025 - 2026”, “đến năm 2026”, “năm 2026”, the surest first. */
const inTitle: readonly RegExp[] = [
  /(?:giai đoạn|từ năm)\s+(?<from>20\d\d)\s*(?:[-–]|đến(?: năm)?)\s*(?<until>20\d\d)/iu,
  /đến(?: hết)? năm (?<until>20\d\d)/iu,
  /(?<!đến )(?<!học )năm (?<from>(?<until>20\d\d))(?!\s*[-–]\s*20\d\d)/iu,
];

/** The days of a labelled line; undefined when they cannot be read. */
function ofLine(told: Told): FoundPeriod | undefined {
  const [, words] = labelled.exec(told.text) ?? [];
  const time = words === undefined ? undefined : readTime(words)?.time;
  const bounds = time && namedBounds(time);
  return bounds && { ...bounds, told };
}

/** The years in a title. */
function ofTitle(told: Told): FoundPeriod | undefined {
  for (const form of inTitle) {
    const match = form.exec(told.text);
    const { from, until } = match?.groups ?? {};
    if (match && until !== undefined)
      return { ...(from === undefined ? {} : { from }), until, told: { text: match[0], place: told.place } };
  }
  return undefined;
}

/**
 * The period of a plan. A labelled line before the tasks counts before the title, which stands last in
 * `lines`. Undefined when neither says it: a plan's own day is no period.
 */
export function readPeriod(lines: readonly Told[]): FoundPeriod | undefined {
  const title = lines.at(-1);
  const line = lines
    .slice(0, -1)
    .map(ofLine)
    .find((found) => found !== undefined);
  return line ?? (title ? ofTitle(title) : undefined);
}
