/** What may stand in HTML as text or as a value in double quotes. */
const escapes: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);
const special = /[&<>"]/;

/** Escapes a text for HTML. */
export const escapeHtml = (text: string): string =>
  special.test(text) ? text.replace(/[&<>"]/g, (character) => escapes.get(character) ?? character) : text;
