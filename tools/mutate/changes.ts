/**
 * Changes that `npm run mutate` may make: Stryker's own, of which a sample is drawn by seed, every change of
 * a room with the same chance. A change that no test could notice, because nothing that anybody sees differs,
 * stands with its reason in `equivalent.json` and is never drawn.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { z } from 'zod';

/** One change of one place. */
export interface Change {
  readonly file: string;
  /** `src/room/file.ts:line`. */
  readonly place: string;
  /** The line as it stands, without spaces around. */
  readonly line: string;
  readonly was: string;
  readonly becomes: string;
  readonly range: Range;
}

interface Range {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

/** Files with a switch at each chosen change, by path; each change by the name of its switch. */
interface Switched {
  readonly files: ReadonlyMap<string, string>;
  readonly changes: ReadonlyMap<string, Change>;
}

const equivalentFile = new URL('equivalent.json', import.meta.url);
const equivalents = z
  .array(
    z.strictObject({
      file: z.string(),
      was: z.string(),
      becomes: z.string(),
      line: z.string(),
      why: z.string(),
    }),
  )
  .parse(JSON.parse(readFileSync(equivalentFile, 'utf8')));

const nothing = (): undefined => undefined;
const silent = {
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  fatal: nothing,
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => false,
  isErrorEnabled: () => false,
  isFatalEnabled: () => false,
};

const options = { plugins: null, excludedMutations: [], ignorers: [] };

/** The change as one reads it. */
function described(file: string, text: string, range: Range, becomes: string): Change {
  const lines = text.split('\n');
  const { start, end } = range;
  const part = lines.slice(start.line, end.line + 1);
  const first = (part[0] ?? '').slice(start.column);
  const was = part.length === 1 ? first.slice(0, end.column - start.column) : first;
  const line = (lines[start.line] ?? '').trim();
  return { file, place: `${file}:${start.line + 1}`, line, was, becomes, range };
}

/** All changes in these files, without those that alter nothing. */
export async function changesOf(names: readonly string[]): Promise<Change[]> {
  const texts = new Map(names.map((name) => [name, readFileSync(name, 'utf8')]));
  const files = [...texts].map(([name, content]) => ({ name, content, mutate: true }));
  const { mutants } = await new Instrumenter(silent).instrument(files, options);
  return mutants
    .filter(({ status }) => status === undefined)
    .map(({ fileName, location, replacement }) =>
      described(fileName, texts.get(fileName) ?? '', location, replacement),
    )
    .filter(
      (change) =>
        !equivalents.some(
          ({ file, line, was, becomes }) =>
            file === change.file &&
            line === change.line &&
            was === change.was &&
            change.becomes.startsWith(becomes),
        ),
    );
}

/** The files of these changes with a switch at each. */
export async function switched(changes: readonly Change[]): Promise<Switched> {
  const names = [...new Set(changes.map(({ file }) => file))];
  const files = names.map((name) => ({
    name,
    content: readFileSync(name, 'utf8'),
    mutate: changes.filter(({ file }) => file === name).map(({ range }) => range),
  }));
  const made = await new Instrumenter(silent).instrument(files, options);
  const key = (file: string, { start, end }: Range, becomes: string): string =>
    [file, start.line, start.column, end.line, end.column, becomes].join(' ');
  const known = new Map(changes.map((change) => [key(change.file, change.range, change.becomes), change]));
  return {
    files: new Map(made.files.map(({ name, content }) => [name, content])),
    changes: new Map(
      made.mutants.flatMap(({ id, fileName, location, replacement }) => {
        const change = known.get(key(fileName, location, replacement));
        return change === undefined ? [] : [[id, change] as const];
      }),
    ),
  };
}

/** So many of them, in the order of the digest of the seed with each: the same as long as a line stays. */
export function sample(changes: readonly Change[], seed: string, count: number): Change[] {
  const digest = ({ file, line, was, becomes }: Change): string =>
    createHash('sha256').update([seed, file, line, was, becomes].join('\n')).digest('hex');
  return changes
    .map((change) => ({ change, key: digest(change) }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .slice(0, count)
    .map(({ change }) => change);
}
