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
const isEntry = (value: unknown): value is Plain & { readonly data: Plain } =>
  isPlain(value) && typeof value.id === 'string' && isPlain(value.data);
/** One name for what must be the same in each build: `content/guides/tien/quet-ma.mdx`. */
const nameOfEntry = (entry: Plain): string =>
  [entry.file, entry.id, entry.address].filter((part) => typeof part === 'string').join('#');
const shapeOf = (entry: Plain & { readonly data: Plain }): string =>
  `${Object.keys(entry).join()}/${Object.keys(entry.data).join()}`;

/** Everything that a value says; entries by name. @throws Error for what cannot be written down */
function written(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value !== 'object' || value === null) {
    if (typeof value === 'function' || typeof value === 'symbol') throw new Error(`a ${typeof value}`);
    return typeof value === 'bigint' ? `${value}n` : JSON.stringify(value);
  }
  if (isEntry(value)) return `@${JSON.stringify([nameOfEntry(value), shapeOf(value)])}`;
  if (Array.isArray(value)) return `[${value.map(written).join()}]`;
  if (value instanceof Map) return `M${written([...(value as Map<unknown, unknown>)])}`;
  if (value instanceof Set) return `S${written([...(value as Set<unknown>)])}`;
  if (!isPlain(value)) throw new Error('an object of a class');
  return `{${Object.entries(value)
    .map(([key, inside]) => `${JSON.stringify(key)}:${written(inside)}`)
    .join()}}`;
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

/**
 * Begins to watch. `bodies` tells what a file's body says: a page that asks for the name of the file draws
 * its body. @throws Error from `watched` when two entries have one name
 */
export function watch(bodies: (file: string) => unknown): Watch {
  let now: Frame | undefined;
  const everyPage = emptyFrame();
  const numbers = new Map<string, number>();
  const names: string[] = [];
  const originals = new Map<string, Plain & { readonly data: Plain }>();
  const seen = new WeakMap<object, object>();
  const digests = new Map<string, string | undefined>();
  let root: Plain = {};

  const numberOf = (name: string): number => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, names.length);
    return names.push(name) - 1;
  };
  const read = (number: number): void => {
    (now ?? everyPage).fields.add(number);
  };

  /** An object with the same fields, each noted under `prefix` when it is asked for. */
  const noting = (original: Plain, prefix: string, silent = ''): object => {
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
      const data = noting(value.data, `${name}\ndata`);
      const entry = noting(value, name, 'data');
      // The data of an entry is only the way to its fields.
      seen.set(value.data, data);
      return entry;
    }
    if (Array.isArray(value)) {
      const inside = value.map(seenBy);
      return inside.every((one, at) => one === value[at]) ? value : Object.freeze(inside);
    }
    if (value instanceof Map)
      return new Map([...(value as Map<unknown, unknown>)].map(([key, one]) => [key, seenBy(one)]));
    if (value instanceof Set) return new Set([...(value as Set<unknown>)].map(seenBy));
    if (!isPlain(value)) return value;
    const inside = Object.entries(value).map(([key, one]): [string, unknown] => [key, seenBy(one)]);
    return inside.every(([key, one]) => one === value[key])
      ? value
      : Object.freeze(Object.fromEntries(inside));
  };

  /** Learns every entry that can be reached. */
  const learn = (value: unknown, been: Set<object>): void => {
    if (typeof value !== 'object' || value === null || been.has(value)) return;
    been.add(value);
    if (isEntry(value)) {
      const name = nameOfEntry(value);
      if (originals.has(name)) throw new Error(`two entries are called ${name}`);
      originals.set(name, value);
      for (const [key, one] of Object.entries(value)) if (key !== 'data' && key !== 'tree') learn(one, been);
    } else if (value instanceof Map || value instanceof Set || Array.isArray(value))
      for (const one of value as Iterable<unknown>) learn(one, been);
    else for (const one of Object.values(value)) learn(one, been);
  };

  const sayNow = (name: string): string | undefined => {
    const [of = '', ...keys] = name.split('\n');
    let value: unknown = of === '' ? root : originals.get(of);
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
  };

  return {
    watched: <T extends object>(handbook: T): T => {
      root = handbook as Plain;
      originals.clear();
      learn(root, new Set());
      return noting(root, '') as T;
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
      if (frame !== undefined) (now ?? everyPage).frames.add(frame as Frame);
    },
    everyPage,
    numberOf,
    nameOf: (field) => names[field] ?? '',
    says: (name) => {
      if (!digests.has(name)) digests.set(name, sayNow(name));
      return digests.get(name);
    },
  };
}
