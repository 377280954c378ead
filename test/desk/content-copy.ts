/** The content with one file changed, in a folder of its own. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface ContentCopy extends Disposable {
  readonly root: string;
}

/** A copy of `content/` in which a file has another text. It is gone after use. */
export function contentCopy(file: string, text: string): ContentCopy {
  const root = mkdtempSync(join(tmpdir(), 'desk-'));
  cpSync('content', join(root, 'content'), { recursive: true });
  writeFileSync(join(root, file), text);
  return { root, [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }) };
}
