/** What the file carries, as its script reads it. */

/** What the script needs as soon as the file is open; it stands there as it is. */
export interface Frame {
  readonly words: Readonly<Record<'before' | 'after' | 'found' | 'none', string>>;
  /** Modes of which only one can be on. */
  readonly rivals: readonly (readonly [string, string])[];
  /** Name of what the device remembers. */
  readonly setting: string;
}

/** A guide: number, language, other names, body as markup. Its name stands in the list of the page. */
export type CarriedGuide = readonly [number: number, lang: string, names: string, body: string];
/** What is packed, and unpacked when it is needed or while nobody waits. */
export interface Carried {
  readonly guides: readonly CarriedGuide[];
  /** Heading and markup of the directory. */
  readonly calls: readonly [title: string, body: string];
}

/** Address of a guide inside the file. */
export const placeOf = (number: number): string => `#b${number}`;
/** Address of the directory inside the file. */
export const callsPlace = '#danh-ba';

/** Whether this is what a file carries: enough to tell a spoilt file from a whole one. */
export function isCarried(value: unknown): value is Carried {
  if (typeof value !== 'object' || value === null) return false;
  const { guides, calls }: Partial<Record<keyof Carried, unknown>> = value;
  return Array.isArray(guides) && Array.isArray(calls);
}

/** The same of what stands there as it is. */
export function isFrame(value: unknown): value is Frame {
  if (typeof value !== 'object' || value === null) return false;
  const { words, setting }: Partial<Record<keyof Frame, unknown>> = value;
  return typeof words === 'object' && typeof setting === 'string';
}
