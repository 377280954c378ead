/**
 * `npm run check`: shape and relations of all content, without Astro. Ends with 0 when all is well, 1 when
 * something must be mended.
 * A build asks for `--hand-over=FILE`: what was proved is written there, and the build reads nothing else.
 * The mount of an edition says with `--told=N` how many faults it has told itself, so that the last line
 * counts them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatProblem, sortProblems, type Problem } from '../domain/problem.ts';
import { prove, type Places, type Proof } from '../gate/prove.ts';
import { ReadBodies } from '../gate/read-bodies.ts';
import { handOver } from '../gate/hand-over.ts';
import { typed } from './command-line.ts';
import { bodiesBefore, type BodiesOf } from './kept/bodies.ts';
import { entriesBefore } from './kept/entries.ts';
import { keptWorkTold } from './kept/work.ts';
import { readContent, type EntryReader, type ReadContent, type ReadEntry } from '../gate/read.ts';

/** Everything the check found. */
export interface Checked {
  readonly read: ReadContent;
  readonly proof: Proof;
  readonly problems: readonly Problem[];
}

/** Reads and proves `root/content`, by readers of entries and bodies that may remember. */
export function checkContent(root: string, readEntry?: EntryReader, readBody?: BodiesOf): Checked {
  const read = readContent(root, readEntry);
  const places: Places = {
    field: (entry, path) => (entry as ReadEntry).locate(path),
    bodyLine: (entry) => (entry as ReadEntry).bodyLine,
    laidOut: (entry, line) => {
      const { bodyFields, locate } = entry as ReadEntry;
      const path = bodyFields?.[line - 1];
      return path && locate(path);
    },
  };
  const proof = prove(read.entries, places, new ReadBodies(readBody?.(read.entries.rules)));
  // A reference to an entry whose own shape is wrong is not a second fault: its file exists and is already
  // reported.
  const unread = new Set(
    read.problems.map((problem) =>
      problem.file.replace(/^content\/[^/]+\//, '').replace(/\.(yaml|mdx)$/, ''),
    ),
  );
  const broken = new Set(read.problems.map((problem) => problem.file));
  const unreadGuide = [...broken].some((file) => /^content\/(guides|market|events)\//.test(file));
  const unreadPick = unreadGuide || [...broken].some((file) => file.startsWith('content/programmes/'));
  const unreadPlans = new Set([...unread].map((id) => id.slice(0, Math.max(0, id.indexOf('/')))));
  const isEcho = (problem: Problem): boolean => {
    if (['dangling', 'no-unit', 'folder'].includes(problem.rule))
      return unread.has(/“([^”]+)”/.exec(problem.message)?.[1] ?? '');
    if (problem.rule === 'mode-page') return broken.has(problem.file);
    // The guide that bears the mark may be the one that cannot be read.
    if (problem.rule === 'mark-one') return unreadGuide && problem.field === '';
    // So may the one that a task starts with.
    if (problem.rule === 'no-start') return unreadPick;
    // A page whose file cannot be read has an address all the same; its number is not known.
    if (problem.rule === 'redirect-dead')
      return (
        [...unread].some((id) => problem.message.includes(`/${id}/`)) ||
        (unreadGuide && /\/\d+\/\./.test(problem.message))
      );
    return problem.rule === 'no-tasks' && unreadPlans.has(/([^/]+)\.mdx$/.exec(problem.file)?.[1] ?? '');
  };
  const related = proof.problems.filter((problem) => !isEcho(problem));
  return { read, proof, problems: sortProblems([...read.problems, ...related]) };
}

function fixNfc(root: string, problems: readonly Problem[]): number {
  const files = new Set(
    problems.filter((problem) => problem.rule === 'not-nfc').map((problem) => problem.file),
  );
  for (const file of files)
    writeFileSync(join(root, file), readFileSync(join(root, file), 'utf8').normalize('NFC'));
  return files.size;
}

if (import.meta.main) {
  const { values } = typed(
    { 'fix-nfc': { type: 'boolean' }, 'hand-over': { type: 'string' }, told: { type: 'string' } },
    { inner: ['hand-over', 'told'] },
  );
  const root = process.cwd();
  const started = performance.now();
  const known = keptWorkTold(root, 'entries');
  let { problems, read, proof } = checkContent(root, entriesBefore(known), bodiesBefore(known));
  known.end(console.log);
  if (values['fix-nfc'] === true) {
    console.log(`Đã chuyển ${fixNfc(root, problems)} tệp sang Unicode dựng sẵn.`);
    ({ problems, read, proof } = checkContent(root));
  }
  // What is made from good content is judged too; from faulty content it would be made wrong.
  if (problems.length === 0) {
    const { madeFormProblems } = await import('./made-forms.ts');
    problems = sortProblems([...(await madeFormProblems(read.entries, proof))]);
  }
  for (const problem of problems) console.log(`${formatProblem(problem)}\n`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const counts = (Object.entries(read.entries) as [string, readonly unknown[]][])
    .filter(([, entry]) => entry.length > 0)
    .map(([cell, entry]) => `${cell} ${entry.length}`)
    .join(', ');
  console.log(`${read.files} tệp (${counts}) trong ${seconds} giây.`);
  const here = `${problems.length} lỗi trong ${new Set(problems.map((problem) => problem.file)).size} tệp`;
  const before = Number(values.told ?? 0);
  const left = [
    ...(before > 0 ? [`${before} lỗi kể ở đầu`] : []),
    ...(problems.length > 0 ? [before > 0 ? `${here} kể ở trên` : here] : []),
  ];
  console.log(
    left.length === 0
      ? 'Nội dung đúng: không có lỗi.'
      : `Còn ${left.join(' và ')}. Bản đang phát hành không bị thay đổi.`,
  );
  const file = values['hand-over'];
  if (file !== undefined && problems.length === 0)
    handOver(file, { entries: read.entries, trees: proof.trees });
  process.exitCode = problems.length === 0 ? 0 : 1;
}
