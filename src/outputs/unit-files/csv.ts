/**
 * Comma-separated values that open by a double click: UTF-8 with a byte order mark, without which Excel takes
 * Vietnamese for another alphabet; CRLF and quotes by RFC 4180. Pure.
 */

/**
 * A cell that a spreadsheet would run as a formula. A plan's words are not ours to trust; nor is `-` at the
 * start of a list a minus.
 */
const formula = /^[=+\-@\t\r]/;

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",\r\n;]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** The file's text, byte order mark included. Every row should have as many cells as the first. */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
