/** A place in what an author writes: read, changed, and known by its path. */
import { isGroup, isList, type Value } from '../yaml-edit.ts';

export interface Cell<Held> {
  /** Path as faults name it: `sources.0.url`. */
  readonly path: string;
  get(): Held | undefined;
  set(value: Held | undefined): void;
}

const joinPath = (path: string, step: string | number): string =>
  path === '' ? String(step) : `${path}.${String(step)}`;

/** A field of a group. */
export const fieldCell = (parent: Cell<Value>, name: string): Cell<Value> => ({
  path: joinPath(parent.path, name),
  get() {
    const group = parent.get();
    return isGroup(group) ? group[name] : undefined;
  },
  set(value) {
    const group = parent.get();
    const { [name]: _, ...others } = isGroup(group) ? group : {};
    if (value === undefined) {
      parent.set(others);
      return;
    }
    parent.set(isGroup(group) ? { ...group, [name]: value } : { [name]: value });
  },
});

/** An item of a list. */
export const itemCell = (parent: Cell<Value>, index: number): Cell<Value> => ({
  path: joinPath(parent.path, index),
  get() {
    const list = parent.get();
    return isList(list) ? list[index] : undefined;
  },
  set(value) {
    const list = parent.get();
    if (isList(list)) parent.set(list.with(index, value ?? ''));
  },
});
