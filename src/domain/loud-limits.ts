/** How long a text for a commune's loudspeaker, or for a Zalo group, may be. */

/**
 * Syllables a minute over a commune loudspeaker. Readers of Vietnamese were measured at 5.25 syllables a
 * second in a quiet room (Coupé et al., Science Advances, 2019); hosts of talks at 3.7 to 5.5. Out of doors
 * every word comes back from the walls, and each sentence needs a rest: a little more than half of the quiet
 * room, 2.8 a second.
 */
const syllablesPerMinute = 170;

/** About two minutes: between one and a half and two and a half. In syllables. `aim` is two minutes. */
export const loudLimits = {
  fewest: syllablesPerMinute * 1.5,
  aim: syllablesPerMinute * 2,
  most: syllablesPerMinute * 2.5,
} as const;

/** Longest sentence in syllables: what an announcer reads on one breath. */
export const longestLoudSentence = 28;

/** Longest Zalo text in letters (code points), so that a phone shows it without "xem thêm". */
export const longestZalo = 500;

/** Minutes it takes to read aloud, to the half minute. */
export const loudMinutes = (count: number): number => Math.round((count / syllablesPerMinute) * 2) / 2;
