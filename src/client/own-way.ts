/** How drills and checks tell that something was done; whoever remembers it listens, or nobody does. */
export const achieved = 'lam-duoc';
/** A drill by its number, or a check by the code of its skill with how many answers were right. */
export type Achieved =
  { readonly drill: number } | { readonly check: string; readonly right: number; readonly of: number };
export const tellAchieved = (what: Achieved): boolean =>
  document.dispatchEvent(new CustomEvent(achieved, { detail: what }));
