/** Faults at fields of a YAML file, told with the lines on which the fields stand. */
import { existsSync, readFileSync } from 'node:fs';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { Problem } from '../domain/problem.ts';
import { problemAt, type Fault } from './faults.ts';

/** The way to a field: names of fields and places in lists, from 0. */
export type FieldPath = readonly (string | number)[];
/** A fault and the field that it lies in. */
export type FaultAt = readonly [path: FieldPath, fault: Fault];

/** Faults with the lines of their fields; without them where the file is not at hand. */
export function located(file: string, found: readonly FaultAt[]): Problem[] {
  if (found.length === 0) return [];
  const lines = new LineCounter();
  const document = parseDocument(existsSync(file) ? readFileSync(file, 'utf8') : '', { lineCounter: lines });
  return found.map(([path, one]) => {
    const node = document.getIn(path, true);
    const offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
    const { line, col } = lines.linePos(offset);
    return problemAt(file, one, { line, column: col, field: path.join('.') });
  });
}
