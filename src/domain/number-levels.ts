/**
 * Numbers of guides by who gives them. They are the same for every place of a level, so an edition's own
 * number is never one that the handbook gives later, and a leaflet of a commune never leads elsewhere.
 */
export const levelNumbers = {
  national: [1, 6999],
  province: [7000, 7999],
  commune: [8000, 8999],
} as const satisfies Record<string, readonly [first: number, last: number]>;

/** Who gives numbers: the handbook itself, a province, a commune. */
export type NumberLevel = keyof typeof levelNumbers;

export const numberLevels = ['national', 'province', 'commune'] as const satisfies readonly NumberLevel[];

/** The level that a number belongs to; none above them all. */
export const levelOf = (number: number): NumberLevel | undefined =>
  numberLevels.find((level) => number >= levelNumbers[level][0] && number <= levelNumbers[level][1]);
