/** The judge of books, epubcheck, as Debian brings it. */
import { spawnSync } from 'node:child_process';
import { program } from '../../../src/cli/debian.ts';

const judge = program('epubcheck');
const java = program('java');

/** Whether the judge is here. */
export const isJudge = judge !== undefined && java !== undefined;

/**
 * What the judge says of a book. It runs for seconds alone, so Java neither compiles it for the long run nor
 * collects in many threads: less than half of its time.
 */
export function epubcheck(file: string): string {
  const quick = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];
  const run = spawnSync(java ?? '', [...quick, '-jar', judge ?? '', file], { encoding: 'utf8' });
  return run.stdout + run.stderr;
}
