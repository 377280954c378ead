/** Numbers of an edition's own guides: of its level, so that no number of the handbook can ever meet them. */
import { levelNumbers, type NumberLevel } from '../../domain/number-levels.ts';
import type { Problem } from '../../domain/problem.ts';
import { fault, problemAt } from '../../gate/faults.ts';
import { collectionShapes } from '../../schemas/collections.ts';
import { numbered } from '../../schemas/fields.ts';
import { valueOf } from './head.ts';
import type { ViewFile } from './mount.ts';

const folders = numbered.map((collection) => `content/${collectionShapes[collection].folder}/`);

/** What is wrong with the numbers of files that the edition added. */
export function numberProblems(files: ReadonlyMap<string, ViewFile>, level: NumberLevel): Problem[] {
  const range = levelNumbers[level];
  const numbers = [...files].flatMap(([inside, { from, origin, bytes }]) => {
    const found = folders.some((folder) => inside.startsWith(folder)) ? valueOf(bytes, 'number') : undefined;
    return found === undefined ? [] : [{ from, origin, line: found.line, number: Number(found.value) }];
  });
  const used = new Set(numbers.map(({ number }) => number));
  const [first, last] = range;
  let free = first;
  while (used.has(free) && free < last) free++;
  return numbers
    .filter(({ from, number }) => from === 'added' && (number < first || number > last))
    .map(({ origin, line, number }) =>
      problemAt(origin, fault('edition-number', { number, range, free }), { line, field: 'number' }),
    );
}
