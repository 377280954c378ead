/** What a caught value says about itself: anything may be thrown, most often an error of Node. */

const field = (
  error: unknown,
  name: 'code' | 'message' | 'path' | 'stack' | 'syscall',
): string | undefined => {
  if (typeof error !== 'object' || error === null) return undefined;
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' ? value : undefined;
};

/** Code of an error of the operating system: `ENOSPC`. */
export const codeOf = (error: unknown): string | undefined => field(error, 'code');
/** Whether a call of the operating system failed, and not our program. */
export const isSystemError = (error: unknown): boolean => field(error, 'syscall') !== undefined;
/** File that the operating system would not give or take. */
export const pathOf = (error: unknown): string | undefined => field(error, 'path');
export const messageOf = (error: unknown): string => field(error, 'message') ?? String(error);
/** The way to where it was thrown, for whoever mends the program. */
export const stackOf = (error: unknown): string => field(error, 'stack') ?? String(error);
