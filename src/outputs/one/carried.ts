/** What the file carries, as its script reads it. */

/** A guide: number, language, title with its number, other names, body as markup. */
export type CarriedGuide = readonly [
  number: number,
  lang: string,
  title: string,
  names: string,
  body: string,
];
export interface Carried {
  readonly guides: readonly CarriedGuide[];
  /** Heading and markup of the directory. */
  readonly calls: readonly [title: string, body: string];
  readonly words: Readonly<Record<'before' | 'after' | 'found' | 'none', string>>;
  /** Modes of which only one can be on. */
  readonly rivals: readonly (readonly [string, string])[];
  /** Name of what the device remembers. */
  readonly setting: string;
}

/** Address of a guide inside the file. */
export const placeOf = (number: number): string => `#b${number}`;
/** Address of the directory inside the file. */
export const callsPlace = '#danh-ba';

const isText = (value: unknown): value is string => typeof value === 'string';

/** Whether this is what a file carries: enough to tell a spoilt file from a whole one. */
export function isCarried(value: unknown): value is Carried {
  if (typeof value !== 'object' || value === null) return false;
  const { guides, calls, words, setting }: Partial<Record<keyof Carried, unknown>> = value;
  return Array.isArray(guides) && Array.isArray(calls) && typeof words === 'object' && isText(setting);
}
