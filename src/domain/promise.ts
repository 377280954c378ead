/** What a guide promises: how long the promise may be, and what stands in its place where there is none. */

/** Letters at most: two lines under the title of the page. */
export const longestPromise = 56;

/** What the reader can do after a guide; a card of an event that promises nothing says its summary. */
export const promiseOf = ({ can, summary }: { can?: string | undefined; summary: string }): string =>
  can ?? summary;
