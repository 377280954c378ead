/** The gate and the drawing in a worker: typing never waits for them. */
import { blockOnLine } from '../body-places.ts';
import { dueRecordings, dueWork } from '../due.ts';
import { DeskGate } from '../gate.ts';
import { joinHandbook } from '../../handbook/join.ts';
import { previewPage } from '../preview.ts';
import type { GateAnswer, GateQuestion } from './ask-gate.ts';

let gate: DeskGate | undefined;

/** The body of a file and the line of the file on which it begins. */
function bodyOf(text: string): { readonly body: string; readonly first: number } {
  const head = /^---[ \t]*\n[\s\S]*?\n---[ \t]*(?:\n|$)/.exec(text)?.[0] ?? '';
  return { body: text.slice(head.length), first: head.split('\n').length };
}

type Asked = Extract<GateQuestion, { kind: 'check' | 'draw' }>;

const drawn = ({ id, file, text }: Asked): GateAnswer => ({
  id,
  faults: [],
  page: previewPage(file, gate?.check(file, text) ?? { problems: [] }),
});

function proved({ id, file, text }: Asked): GateAnswer {
  const { body, first } = bodyOf(text);
  const { problems } = gate?.check(file, text) ?? { problems: [] };
  return {
    id,
    faults: problems.map((problem) => ({
      file: problem.file,
      field: problem.field,
      rule: problem.rule,
      message: problem.message,
      fix: problem.fix,
      block:
        problem.file === file && file.endsWith('.mdx') && problem.field === '' && problem.line >= first
          ? blockOnLine(body, problem.line - first + 1)
          : [],
    })),
  };
}

async function waiting({ id, today }: Extract<GateQuestion, { kind: 'due' }>): Promise<GateAnswer> {
  const standing = gate?.standing();
  if (!standing) return { id, faults: [] };
  const { entries, problems } = standing;
  const due = dueWork(entries, problems, today);
  // Entries that do not hold together are not joined; what is wrong with them is told instead.
  if (problems.length > 0 || entries.recordings.length === 0) return { id, faults: [], due };
  return { id, faults: [], due: [...due, ...(await dueRecordings(joinHandbook(entries, standing)))] };
}

self.addEventListener('message', ({ data }: MessageEvent<GateQuestion>) => {
  if (data.kind === 'load') {
    gate = new DeskGate(data.files);
    self.postMessage({ id: data.id, faults: [] } satisfies GateAnswer);
  } else if (data.kind === 'keep') gate?.keep(data.file, data.text);
  else if (data.kind === 'due') void waiting(data).then((answer) => self.postMessage(answer));
  else self.postMessage(data.kind === 'draw' ? drawn(data) : proved(data));
});
