/** Parts of a training session, shared by the ready sessions and by the session builder. Pure. */

/** What a part of a session is for, in the order in which they usually come. */
export const partKinds = ['welcome', 'demonstration', 'practice', 'break', 'questions', 'wrap-up'] as const;
export type PartKind = (typeof partKinds)[number];

/**
 * Sessions longer than this have a break. Sitting and reading small letters tires;
 * `content/guides/nguoi-huong-dan/day-nguoi-cao-tuoi.mdx` rests even earlier.
 */
export const longestWithoutBreak = 75;

/** What a class's phones run. `both` means two groups at two tables. */
export const devices = ['android', 'iphone', 'both', 'none'] as const;
export type Device = (typeof devices)[number];

/** What a part is done on without a network: the phones all the same, or paper. */
export const offlineWays = ['phone', 'paper'] as const;

/** A part with the minute at which it begins and ends, counted from the start of the session. */
export type Timed<P> = P & { readonly from: number; readonly to: number };

/** Puts parts on the clock: each begins where the one before it ends. */
export function onTheClock<P extends { readonly minutes: number }>(parts: readonly P[]): Timed<P>[] {
  let at = 0;
  return parts.map((part) => ({ ...part, from: at, to: (at += part.minutes) }));
}

/** Minutes of all parts together, or of those of one kind. */
export function minutesOf(
  parts: readonly { readonly minutes: number; readonly kind?: PartKind }[],
  kind?: PartKind,
): number {
  return parts
    .filter((part) => kind === undefined || part.kind === kind)
    .reduce((sum, part) => sum + part.minutes, 0);
}
