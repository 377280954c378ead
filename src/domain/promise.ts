/** What the reader can do after a guide; a card of an event that promises nothing says its summary. */
export const promiseOf = ({ can, summary }: { can?: string | undefined; summary: string }): string =>
  can ?? summary;
