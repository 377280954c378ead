/**
 * Prints `src/vietnamese/confusables.json` from Unicode's table of letters that look alike (UTS 39), as the
 * crate `unicode-security` (MIT or Apache-2.0) keeps it: `node tools/confusables.ts …/src/tables.rs`.
 * Only letters that look like one letter or figure of ours; the others trip over nothing that we write.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { typed } from '../src/cli/command-line.ts';

const [file] = typed({}, { words: 1 }).positionals;
if (file === undefined) throw new Error('Usage: node tools/confusables.ts PATH/src/tables.rs');
const source = readFileSync(file, 'utf8');
const version = /UNICODE_VERSION[^=]*= \((\d+), (\d+), (\d+)\)/.exec(source)?.slice(1).join('.');
const table = /const CONFUSABLES: [^=]*&'static \[char\]\)\] = &\[([\s\S]*?)\n {4}\];/.exec(source)?.[1];
if (version === undefined || table === undefined) throw new Error(`${file} is not the table that is meant.`);

const letter = (code: string): string => String.fromCodePoint(Number.parseInt(code, 16));
const letters: Record<string, string> = {};
for (const [, from = '', to = ''] of table.matchAll(/\('\\u\{(\w+)\}',\s*&\['\\u\{(\w+)\}'\]\)/g)) {
  const [seen, meant] = [letter(from), letter(to)];
  // Forms that compatibility resolves (wide, mathematical) need no table.
  if (!/^[A-Za-z\d]$/.test(meant) || /^[\p{ASCII}]$/u.test(seen) || seen.normalize('NFKC') !== seen) continue;
  if (/^[\p{L}\p{M}\p{N}]$/u.test(seen)) letters[meant] = `${letters[meant] ?? ''}${seen}`;
}
const sorted = Object.fromEntries(Object.entries(letters).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(
  'src/vietnamese/confusables.json',
  `${JSON.stringify({ unicode: version, letters: sorted }, null, 2)}\n`,
);
