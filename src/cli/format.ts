/**
 * `npm run format`: Prettier over code, styles and templates; `-- --check` only tells. Content has a writer
 * of its own.
 */
import { spawnSync } from 'node:child_process';
import { typed } from './command-line.ts';

const { check } = typed({ check: { type: 'boolean' } }).values;
const { status } = spawnSync(
  process.execPath,
  ['node_modules/prettier/bin/prettier.cjs', check === true ? '--check' : '--write', '--log-level=warn', '.'],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;
