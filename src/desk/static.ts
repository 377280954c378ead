/**
 * The desk as a folder for a web server: its page, scripts, forms, words and the texts of today. Nothing in
 * it asks another host than the git server that it was made for.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deskScripts } from './bundle.ts';
import type { GitPlace } from './form-kinds.ts';
import { apiOf } from './github-api.ts';
import { deskPage, deskStart } from './start.ts';

/** What the page may do: run its own scripts, and ask its own host and the git server. */
const policyFor = (git: GitPlace | undefined): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "style-src 'self'",
    [
      "connect-src 'self'",
      ...(git ? [new URL(git.kind === 'github' ? apiOf(git) : git.server).origin] : []),
    ].join(' '),
    'img-src data:',
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/** A file of the folder and its size in bytes. */
export interface WrittenFile {
  readonly name: string;
  readonly bytes: number;
}

/** Writes the desk over the content under `root` into a folder; with `git` it works with a git server too. */
export async function writeDeskFolder(root: string, folder: string, git?: GitPlace): Promise<WrittenFile[]> {
  const { desk, gate } = await deskScripts(root);
  const policy = `\n    <meta http-equiv="Content-Security-Policy" content="${policyFor(git)}" />`;
  const texts: Readonly<Record<string, string>> = {
    'index.html': deskPage(policy),
    'desk.css': readFileSync(join(import.meta.dirname, 'desk.css'), 'utf8'),
    'desk.js': desk,
    'gate.js': gate,
    'start.json': JSON.stringify({ ...deskStart(root), place: git ? { git } : {} }),
  };
  mkdirSync(folder, { recursive: true });
  return Object.entries(texts).map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return { name, bytes: Buffer.byteLength(text) };
  });
}
