/** Where the weight of some pages is to stand, until they are written. Pure. */
export const weightMark = {
  of: (addresses: readonly string[]): string => `[[nặng: ${addresses.join(' ')}]]`,
  pattern: /\[\[nặng: ([^\]]+)\]\]/g,
} as const;
