/**
 * What a test stands on: a value that must be there for the test to mean anything. Absent, the test stops
 * here and says what was looked for, instead of somewhere below with a property of undefined.
 */
export function present<T>(value: T | null | undefined, what = 'what the test stands on'): T {
  if (value === null || value === undefined) throw new Error(`Not there: ${what}`);
  return value;
}
