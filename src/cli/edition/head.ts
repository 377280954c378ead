/** Single lines of the head of a file, read and taken out without a parser: every byte else stays as it is. */

/** A field on one line of its own. */
export interface HeadLine {
  readonly value: string;
  /** From 1. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** The field `name: value` at the left margin of the head of an .mdx, or of a .yaml. */
export function valueOf(bytes: Buffer, name: string): HeadLine | undefined {
  const text = bytes.toString('latin1');
  const body = text.startsWith('---') ? /\n---[ \t\r]*(?:\n|$)/.exec(text.slice(3)) : null;
  const head = body === null ? text : text.slice(0, body.index + 3);
  const found = new RegExp(`^${name}:[ \\t]*(\\S*)[ \\t]*(?=\\r?$)`, 'm').exec(head);
  if (found === null) return undefined;
  const { index: start, 0: whole, 1: value = '' } = found;
  const unquoted = value.replace(/^(["'])(.*)\1$/, '$2');
  return { value: unquoted, line: head.slice(0, start).split('\n').length, start, end: start + whole.length };
}

/** The file with that line left empty, so that all others keep their places. */
export const withoutLine = (bytes: Buffer, { start, end }: HeadLine): Buffer =>
  Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
