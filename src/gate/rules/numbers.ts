/** Permanent numbers, codes and names: each belongs to one entry, inside the range of its shelf. */
import type { Entry } from '../../schemas/collections.ts';
import { levelNumbers, levelOf } from '../../domain/number-levels.ts';
import { fault } from '../faults.ts';
import { folderOf, type Proving } from '../proving.ts';
import { unique } from './unique.ts';

/** Numbers whose addresses servers use for their own error pages. */
const reservedNumbers: ReadonlySet<number> = new Set([404, 500]);

/** The lowest free number of a range. */
export function freeNumber(
  taken: readonly { readonly data: { readonly number: number } }[],
  range: readonly [number, number] | undefined,
): number | undefined {
  if (!range) return undefined;
  const used = new Set(taken.map((entry) => entry.data.number));
  for (let number = range[0]; number <= range[1]; number++)
    if (!used.has(number) && !reservedNumbers.has(number)) return number;
  return undefined;
}

/** Numbers of guides and lessons: unique, allowed, inside their shelf. */
export function proveNumbers({ entries, numbered, say }: Proving): void {
  const ranges = new Map(
    [...entries.topics, ...entries.tracks].map((shelf) => [shelf.id, shelf.data.numbers]),
  );
  const level = entries.site[0]?.data.numbers ?? 'national';
  const byNumber = new Map<number, Entry>(entries.withdrawn.map((entry) => [entry.data.number, entry]));
  for (const guide of numbered) {
    const { number } = guide.data;
    const shelf = folderOf(guide.id);
    const range = ranges.get(shelf);
    const free = freeNumber([...numbered, ...entries.withdrawn], range);
    const other = byNumber.get(number);
    if (other) say(guide, ['number'], fault('duplicate-number', { number, file: other.file, free }));
    else byNumber.set(number, guide);
    if (reservedNumbers.has(number)) say(guide, ['number'], fault('reserved-number', { number, free }));
    const above = levelOf(number);
    // A number of the edition's level stands on any shelf; one of another level on none.
    if (above !== 'national' && above === level) continue;
    if (above !== 'national')
      say(guide, ['number'], fault('number-level', { number, range: levelNumbers[level], free }));
    else if (range && (number < range[0] || number > range[1]))
      say(guide, ['number'], fault('number-range', { number, range, shelf, free }));
  }
}

/** Codes and names that may stand once. */
export function proveNames({ entries, numbered, say }: Proving): void {
  unique(
    entries.skills,
    (entry) => entry.data.code,
    ['code'],
    (taken) => fault('duplicate-code', taken),
    say,
  );
  const letters = new Map(entries.areas.map((area) => [area.id, area.data.letter]));
  for (const skill of entries.skills) {
    const { code, area } = skill.data;
    const letter = letters.get(area);
    if (letter !== undefined && !code.startsWith(letter))
      say(skill, ['code'], fault('code-letter', { code, letter, area }));
  }
  // A topic and a track with one id would give two guides one id.
  unique<Entry>(
    [...entries.topics, ...entries.tracks],
    (entry) => entry.id,
    [],
    (taken) => fault('duplicate-shelf', taken),
    say,
  );
  unique(
    entries.areas,
    (entry) => entry.data.letter,
    ['letter'],
    (taken) => fault('duplicate-letter', taken),
    say,
  );
  unique(
    numbered,
    (entry) => entry.data.title,
    ['title'],
    (taken) => fault('duplicate-title', { what: 'Tên bài', ...taken }),
    say,
  );
  unique(
    entries.terms,
    (entry) => entry.data.term.toLowerCase(),
    ['term'],
    (taken) => fault('duplicate-term', taken),
    say,
  );
}
