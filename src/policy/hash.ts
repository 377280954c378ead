/**
 * Hash sources of inline texts. The same few styles stand in every page, so each text is hashed once for the
 * whole build.
 */
import { createHash } from 'node:crypto';

const known = new Map<string, string>();

/** The source expression that allows exactly this inline text. */
export function hashSource(text: string): string {
  let source = known.get(text);
  if (source === undefined)
    known.set(text, (source = `'sha256-${createHash('sha256').update(text).digest('base64')}'`));
  return source;
}
