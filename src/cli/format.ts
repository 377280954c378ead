/**
 * `npm run format`: Prettier over code, styles and templates; `-- --check` only tells. Content has a writer
 * of its own.
 */
import { spawnSync } from 'node:child_process';

const check = process.argv.includes('--check');
const { status } = spawnSync(
  process.execPath,
  ['node_modules/prettier/bin/prettier.cjs', check ? '--check' : '--write', '--log-level=warn', '.'],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;
