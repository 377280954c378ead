/**
 * What a page reads of the Handbook. Pages get a Handbook whose entries note each field that is asked for;
 * a field has a digest, so that a later build knows whether the same field still says the same.
 *
 * An entry stands in the digest of a field, of a list and of what points at it by its name and by the names
 * of its fields: what it says is noted when it is asked for, and that it has no such field is known to
 * whoever was led to it.
 */
import { createHash } from 'node:crypto';
import type { Reader } from '../../domain/once.ts';

/** What a piece of work read: fields by number, and other pieces of work whose result it used. */
export interface Frame {
  readonly fields: Set<number>;
  readonly frames: Set<Frame>;
}

type Plain = Readonly<Record<string, unknown>>;

/** The joined Handbook as a page sees it, and what each of its fields says. */
export interface Watch extends Reader {
  readonly watched: <T extends object>(handbook: T) => T;
  /** Notes what is read until the next call. */
  readonly note: (frame: Frame | undefined) => void;
  /** What was read when nothing was drawn: it belongs to every page. */
  readonly everyPage: Frame;
  readonly numberOf: (name: string) => number;
  /** Name of a field by its number. */
  readonly nameOf: (field: number) => string;
  /** Digest of what a field says now; `undefined` where there is no such field. */
  readonly says: (name: string) => string | undefined;
}

export const emptyFrame = (): Frame => ({ fields: new Set(), frames: new Set() });

const isPlain = (value: unknown): value is Plain => {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};
const isMap = (value: unknown): value is ReadonlyMap<unknown, unknown> => value instanceof Map;
const isSet = (value: unknown): value is ReadonlySet<unknown> => value instanceof Set;
const isFrame = (value: unknown): value is Frame => isPlain(value) && isSet(value.fields);
type Entry = Plain & { readonly data: Plain };
const isEntry = (value: unknown): value is Entry =>
  isPlain(value) && typeof value.id === 'string' && isPlain(value.data);
/** One name for what must be the same in each build: `content/guides/tien/quet-ma.mdx`. */
const nameOfEntry = (entry: Plain): string =>
  [entry.file, entry.id, entry.address].filter((part) => typeof part === 'string').join('#');
const shapeOf = (entry: Entry): string => `${Object.keys(entry).join()}/${Object.keys(entry.data).join()}`;

/** Everything that a value says; entries by name. @throws Error for what cannot be written down */
function written(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value !== 'object' || value === null) {
    if (typeof value === 'function' || typeof value === 'symbol') throw new Error(`a ${typeof value}`);
    return typeof value === 'bigint' ? `${value}n` : JSON.stringify(value);
  }
  if (isEntry(value)) return `@${JSON.stringify([nameOfEntry(value), shapeOf(value)])}`;
  if (Array.isArray(value)) return `[${value.map(written).join()}]`;
  if (isMap(value)) return `M${written([...value])}`;
  if (isSet(value)) return `S${written([...value])}`;
  if (!isPlain(value)) throw new Error('an object of a class');
  return `{${Object.entries(value)
    .map(([key, inside]) => `${JSON.stringify(key)}:${written(inside)}`)
    .join()}}`;
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

/** Objects as pages see them: the same fields, each told by name when it is asked for. */
function shadows(numberOf: (name: string) => number, read: (field: number) => void) {
  const seen = new WeakMap<object, object>();

  /** An object with the same fields, each told under `prefix` when it is asked for. */
  const telling = (original: Plain, prefix: string, silent = ''): object => {
    const shadow = {};
    for (const key of Object.keys(original)) {
      let number: number | undefined;
      Object.defineProperty(shadow, key, {
        enumerable: true,
        get: () => {
          if (key !== silent) read((number ??= numberOf(`${prefix}\n${key}`)));
          return seenBy(original[key]);
        },
      });
    }
    return Object.freeze(shadow);
  };

  /** What pages see in place of a value; the value itself where no entry is inside. */
  const seenBy = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    const known = seen.get(value);
    if (known !== undefined) return known;
    const shadow = shadowOf(value);
    seen.set(value, shadow);
    return shadow;
  };
  const shadowOf = (value: object): object => {
    if (isEntry(value)) {
      const name = nameOfEntry(value);
      const data = telling(value.data, `${name}\ndata`);
      const entry = telling(value, name, 'data');
      // The data of an entry is only the way to its fields.
      seen.set(value.data, data);
      return entry;
    }
    if (Array.isArray(value)) {
      const inside = value.map(seenBy);
      return inside.every((one, at) => one === value[at]) ? value : Object.freeze(inside);
    }
    if (isMap(value)) return new Map([...value].map(([key, one]) => [key, seenBy(one)]));
    if (isSet(value)) return new Set([...value].map(seenBy));
    if (!isPlain(value)) return value;
    const inside = Object.entries(value).map(([key, one]): [string, unknown] => [key, seenBy(one)]);
    return inside.every(([key, one]) => one === value[key])
      ? value
      : Object.freeze(Object.fromEntries(inside));
  };
  return telling;
}

/**
 * Every entry that can be reached, by name, learnt into `found`.
 * @throws Error when two entries have one name
 */
function learn(value: unknown, found: Map<string, Entry>, been: Set<object>): void {
  if (typeof value !== 'object' || value === null || been.has(value)) return;
  been.add(value);
  if (isEntry(value)) {
    const name = nameOfEntry(value);
    if (found.has(name)) throw new Error(`two entries are called ${name}`);
    found.set(name, value);
    for (const [key, one] of Object.entries(value))
      if (key !== 'data' && key !== 'tree') learn(one, found, been);
  } else if (isMap(value) || isSet(value) || Array.isArray(value))
    for (const one of value) learn(one, found, been);
  else for (const one of Object.values(value)) learn(one, found, been);
}

/** Digest of the field that a name leads to; nothing where there is none or it cannot be written down. */
function sayNow(
  name: string,
  root: Plain,
  entries: ReadonlyMap<string, Entry>,
  bodies: (file: string) => unknown,
): string | undefined {
  const [of = '', ...keys] = name.split('\n');
  let value: unknown = of === '' ? root : entries.get(of);
  for (const key of keys) {
    if (!isPlain(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  try {
    const body = keys[0] === 'file' && typeof value === 'string' ? written(bodies(value)) : '';
    return digest(`${written(value)}${body}`);
  } catch {
    return undefined;
  }
}

/**
 * Begins to watch. `bodies` tells what a file's body says: a page that asks for the name of the file draws
 * its body. @throws Error from `watched` when two entries have one name
 */
export function watch(bodies: (file: string) => unknown): Watch {
  let now: Frame | undefined;
  const everyPage = emptyFrame();
  const numbers = new Map<string, number>();
  const names: string[] = [];
  const entries = new Map<string, Entry>();
  const digests = new Map<string, string | undefined>();
  let root: Plain = {};

  const numberOf = (name: string): number => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, names.length);
    return names.push(name) - 1;
  };
  const telling = shadows(numberOf, (field) => {
    (now ?? everyPage).fields.add(field);
  });

  return {
    watched: <T extends object>(handbook: T): T => {
      root = Object.fromEntries(Object.entries(handbook));
      entries.clear();
      learn(root, entries, new Set());
      return telling(root, '') as T;
    },
    note: (frame) => {
      now = frame;
    },
    during: (work) => {
      const outer = now;
      const frame = emptyFrame();
      now = frame;
      try {
        return { value: work(), reads: frame };
      } finally {
        now = outer;
      }
    },
    again: (frame) => {
      if (isFrame(frame)) (now ?? everyPage).frames.add(frame);
    },
    everyPage,
    numberOf,
    nameOf: (field) => names[field] ?? '',
    says: (name) => {
      if (!digests.has(name)) digests.set(name, sayNow(name, root, entries, bodies));
      return digests.get(name);
    },
  };
}
