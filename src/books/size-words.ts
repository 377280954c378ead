/** Sizes as people say them. A kB is 1,000 bytes, as sellers of data count. */

const large = 100_000;

/**
 * The size that is told: whole kB, from 0.1 MB on tenths of an MB. So a word changed somewhere does not
 * change the page that tells sizes.
 */
export const shownBytes = (bytes: number): number =>
  bytes < large ? Math.max(1, Math.round(bytes / 1000)) * 1000 : Math.round(bytes / large) * large;

/** In Vietnamese: `1,9 MB`, `38 kB`. */
export function sizeWords(bytes: number): string {
  const shown = shownBytes(bytes);
  return shown < large ? `${shown / 1000} kB` : `${(shown / 1_000_000).toFixed(1).replace('.', ',')} MB`;
}
