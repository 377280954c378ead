/** Notes what is read; in `globalThis`, because the bundler copies modules. Absent where no page is kept. */
export interface Reader {
  during<T>(work: () => T): { readonly value: T; readonly reads: unknown };
  again(reads: unknown): void;
  watched<T extends object>(handbook: T): T;
}
export const readingSlot: unique symbol = Symbol.for('so-tay-so.reader');
export const reading = globalThis as { [readingSlot]?: Reader | undefined };
/** `make`, called once for each `key`. A page that gets what was made for another has read the same. */
export function oncePer<K extends object, More extends readonly unknown[], V>(
  make: (key: K, ...more: More) => V,
): (key: K, ...more: More) => V {
  const known = new WeakMap<K, { readonly value: V; readonly reads?: unknown }>();
  return (key, ...more) => {
    const reader = reading[readingSlot];
    const work = (): V => make(key, ...more);
    const { value, reads } = known.get(key) ?? reader?.during(work) ?? { value: work(), reads: undefined };
    known.set(key, { value, reads });
    reader?.again(reads);
    return value;
  };
}
