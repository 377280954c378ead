/**
 * `npm run lint`: ESLint, Stylelint, knip and the keys of words, counted against ceilings that only fall
 * (`tools/lint/ceilings.json`).
 * A rule broken more often than it may fails the run and shows its places. `-- --lower` brings the ceilings
 * down to today's counts.
 * `-- --all` shows every place.
 */
import { resolve } from 'node:path';
import { typed } from '../src/cli/command-line.ts';
import { goalsTable, judge, lowered, readCeilings, writeCeilings } from './lint/ceilings.ts';
import { lintCode } from './lint/code.ts';
import type { Finding } from './lint/finding.ts';
import { lintStyles } from './lint/styles.ts';
import { findUnused } from './lint/unused.ts';
import { unusedWordKeys } from './lint/word-keys.ts';

const root = resolve(import.meta.dirname, '..');
const file = resolve(root, 'tools/lint/ceilings.json');
/** Places shown of one rule; `--all` shows the rest. */
const SHOWN = 20;

const { all, lower, share } = typed(
  { all: { type: 'boolean' }, lower: { type: 'boolean' }, share: { type: 'boolean' } },
  { inner: ['share'] },
).values;
// Types are asked of a quarter of the tests: eslint.config.mjs.
if (share === true) process.env.LINT_SHARE = '1';
const placeOf = ({ file: path, line, message, rule }: Finding): string =>
  `  ${path}:${line}  ${message.split('\n')[0] ?? ''}  (${rule})`;

const ceilings = readCeilings(file);
const [code, styles, unused] = await Promise.all([lintCode(root), lintStyles(root), findUnused(root)]);
const findings = [...code.findings, ...styles, ...unused, ...unusedWordKeys(root)];

if (all === true) console.log(findings.map(placeOf).join('\n'));
const { above, spare } = judge(ceilings, findings);
for (const { rule, ceiling, places } of above) {
  const allowed = ceiling === 0 ? 'không được có' : `trần là ${ceiling}`;
  console.error(`\n${rule}: ${places.length} chỗ, ${allowed}. Sửa chỗ mới thêm; trần không nâng.`);
  console.error(places.slice(0, SHOWN).map(placeOf).join('\n'));
  if (places.length > SHOWN) console.error(`  … và ${places.length - SHOWN} chỗ nữa: npm run lint -- --all`);
}
if (lower === true) writeCeilings(file, lowered(ceilings, findings));
else if (spare.length > 0 && share !== true) {
  console.log('Trần có thể hạ (npm run lint -- --lower):');
  for (const { rule, ceiling, count } of spare) console.log(`  ${rule}: ${ceiling} → ${count}`);
}
console.log(`${code.lines} dòng mã và mẫu:\n${goalsTable(ceilings, findings, code.lines)}`);
process.exitCode = above.length > 0 ? 1 : 0;
