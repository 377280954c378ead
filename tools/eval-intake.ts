/**
 * `npm run eval:intake [-- --wrong] [-- --seeds] [-- --open]`: measures the intake of plans on the campaign's
 * own plans, against the entries made from them by hand, and on plans of other shapes, against what was read
 * in them by hand. `--seeds` stops after the campaign's plans; `--open` leaves out the plans that are never
 * looked at while the reader is mended. Precision and recall by field; facts that no words of the document
 * bear. Prints tables; ends with 0.
 */
import { globSync } from 'node:fs';
import { typed } from '../src/cli/command-line.ts';
import { readContent } from '../src/gate/read.ts';
import {
  fields,
  measurePlan,
  measureSeed,
  readTruth,
  type Field,
  type Measured,
  type Score,
} from '../test/intake/measure.ts';

const { values } = typed({
  wrong: { type: 'boolean', default: false },
  seeds: { type: 'boolean', default: false },
  open: { type: 'boolean', default: false },
});

const share = (part: number, whole: number): string =>
  whole === 0 ? '–' : (part / whole).toFixed(2).replace(/^0\./, '.');
const cell = ({ right, proposed, truth }: Score): string =>
  `${share(right, proposed)} / ${share(right, truth)} (${truth})`;

/** One field over several documents. */
function total(list: readonly Measured[], field: Field): Score {
  const sum = (part: 'right' | 'proposed' | 'truth'): number =>
    list.reduce((all, one) => all + one.scores[field][part], 0);
  return { right: sum('right'), proposed: sum('proposed'), truth: sum('truth'), wrong: [], missed: [] };
}

function print(title: string, list: readonly Measured[]): void {
  console.log(`\n${title}: precision / recall (facts in the document)\n`);
  console.log(`| | ${fields.join(' | ')} | invented |`);
  console.log(`| --- | ${fields.map(() => '---').join(' | ')} | --- |`);
  for (const { name, scores, invented } of list)
    console.log(
      `| ${name} | ${fields.map((field) => cell(scores[field])).join(' | ')} | ${invented.length} |`,
    );
  const invented = list.reduce((all, one) => all + one.invented.length, 0);
  console.log(`| **all** | ${fields.map((field) => cell(total(list, field))).join(' | ')} | ${invented} |`);
  if (!values.wrong) return;
  for (const { name, scores, invented: facts } of list) {
    for (const field of fields)
      for (const [word, facts_] of [
        ['wrong', scores[field].wrong],
        ['missed', scores[field].missed],
      ] as const)
        for (const fact of facts_) console.log(`${name}, ${field}, ${word}: ${fact}`);
    for (const fact of facts) console.log(`${name}, invented: ${fact}`);
  }
}

const { entries } = readContent(process.cwd());
const seeds = await Promise.all(
  globSync('test/intake/seeds/*.txt')
    .sort()
    .map((file) => measureSeed(entries, file.replace(/^.*[\\/]|\.txt$/g, ''))),
);
print('The campaign’s own plans', seeds);
const measured = (folder: string, set?: 'development' | 'test' | 'sealed'): Promise<Measured[]> =>
  Promise.all(
    globSync(`test/intake/${folder}/*.yaml`)
      .sort()
      .filter((file) => readTruth(file).set === set)
      .map((file) => measurePlan(entries, file)),
  );
if (!values.seeds) {
  print('Plans written for the test', await measured('plans'));
  print('Public plans the reader was mended on', await measured('public', 'development'));
  print('Public plans measured first, mended on after', await measured('public', 'test'));
  if (!values.open) print('Public plans it was never mended on', await measured('public', 'sealed'));
}
