/** Lines of an iCalendar file (RFC 5545, 3.1). */

/** Folds one content line at 75 bytes, never inside a character. */
export function foldLine(line: string): string {
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const ch of line) {
    const length = Buffer.byteLength(ch);
    if (bytes + length > 75) {
      parts.push(part);
      part = ' ';
      bytes = 1;
    }
    part += ch;
    bytes += length;
  }
  return [...parts, part].join('\r\n');
}
