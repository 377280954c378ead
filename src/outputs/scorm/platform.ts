/**
 * The platform that opened a lesson: a window above this one, or the one that opened it, holds the object of
 * the standard by which the package was made. Runs in the browser.
 */
import { standards, type Call, type Value } from './standards.ts';

/** Windows above that are looked into, as many as the example of SCORM 1.2 does. */
const windowsAbove = 7;

/** The platform of a window or of those above it; a window of another site may not be looked into. */
function above(from: Window, name: string, calls: readonly string[]): object | undefined {
  let here = from;
  for (let step = 0; step <= windowsAbove; step++) {
    try {
      const found: unknown = Reflect.get(here, name);
      if ((typeof found === 'object' || typeof found === 'function') && found !== null)
        if (calls.every((call) => call in found)) return found;
    } catch {
      return undefined;
    }
    if (here.parent === here) return undefined;
    here = here.parent;
  }
  return undefined;
}

const isWindow = (found: unknown): found is Window =>
  typeof found === 'object' && found !== null && 'parent' in found;

/** What a lesson asks of its platform, in the words of neither standard. */
export interface Platform {
  /** Whether the platform lets the lesson in. */
  begin(): boolean;
  get(value: Value): string;
  set(value: Value, text: string): void;
  commit(): void;
  end(): void;
}

/** The platform, or nothing where the lesson was opened from a disk. */
export function findPlatform(): Platform | undefined {
  const { object, calls, values } =
    standards[document.documentElement.dataset.scorm === '2004' ? '2004' : '1.2'];
  const names = Object.values(calls);
  const opener: unknown = window.opener;
  const found = above(window, object, names) ?? (isWindow(opener) ? above(opener, object, names) : undefined);
  if (found === undefined) return undefined;
  const call = (name: Call, ...args: readonly string[]): string => {
    const made: unknown = Reflect.get(found, calls[name]);
    return typeof made === 'function' ? String(Reflect.apply(made, found, args)) : '';
  };
  return {
    begin: () => call('begin', '') === 'true',
    get: (value) => call('get', values[value]),
    set: (value, text) => {
      call('set', values[value], text);
    },
    commit: () => {
      call('commit', '');
    },
    end: () => {
      call('end', '');
    },
  };
}
