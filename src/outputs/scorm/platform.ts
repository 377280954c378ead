/**
 * The platform that opened a lesson, by SCORM 1.2: a window above this one, or the one that opened it, holds
 * an object `API`. Runs in the browser.
 */

/** What a lesson asks of it. */
export interface Platform {
  LMSInitialize(nothing: ''): string | boolean;
  LMSGetValue(name: string): string;
  LMSSetValue(name: string, text: string): string | boolean;
  LMSCommit(nothing: ''): string | boolean;
  LMSFinish(nothing: ''): string | boolean;
}

const calls = ['LMSInitialize', 'LMSGetValue', 'LMSSetValue', 'LMSCommit', 'LMSFinish'];
/** Windows above that are looked into, as many as the standard’s own example does. */
const windowsAbove = 7;

function isPlatform(found: unknown): found is Platform {
  return (typeof found === 'object' || typeof found === 'function') && found !== null
    ? calls.every((call) => call in found)
    : false;
}

/** The platform of a window or of those above it; a window of another site may not be looked into. */
function above(from: Window): Platform | undefined {
  let here = from;
  for (let step = 0; step <= windowsAbove; step++) {
    try {
      const found: unknown = Reflect.get(here, 'API');
      if (isPlatform(found)) return found;
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

/** The platform, or nothing where the lesson was opened from a disk. */
export function findPlatform(): Platform | undefined {
  const opener: unknown = window.opener;
  return above(window) ?? (isWindow(opener) ? above(opener) : undefined);
}
