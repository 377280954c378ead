/**
 * Counts the steps of reading: texts that grow come in as JSON, by name; out go the steps for some and for
 * twice as many of each. Run by `steps.test.ts` in a process of its own, without faster code that is not
 * counted.
 */
import { readFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { parseBody } from '../../src/markdown/reader.ts';
import { guideLines } from '../../src/gate/rules/guide.ts';
import { letterFaults } from '../../src/gate/rules/letters.ts';
import { typedFigures } from '../../src/gate/rules/loose-figures.ts';
import { sentences, syllables } from '../../src/vietnamese/sentences.ts';

const session = new Session();
session.connect();
await session.post('Profiler.enable');

/** How many functions and branches of ours and of the parser run. */
async function steps(work: () => void): Promise<number> {
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  await session.post('Profiler.takePreciseCoverage');
  work();
  const { result } = await session.post('Profiler.takePreciseCoverage');
  await session.post('Profiler.stopPreciseCoverage');
  const ranges = result.flatMap(({ functions }) => functions.flatMap((one) => one.ranges));
  return ranges.reduce((sum, { count }) => sum + count, 0);
}

/** All that is done with a body before it is drawn. */
function read(text: string): void {
  const body = `<More title="Thêm">\n\n${text}\n\n</More>`;
  const { tree } = parseBody('bai.mdx', body, 'guide');
  for (const line of guideLines(tree)) {
    letterFaults(line.text);
    typedFigures(line.text);
    for (const sentence of sentences(line.text)) syllables(sentence);
  }
  letterFaults(body);
}

const given: unknown = JSON.parse(readFileSync(0, 'utf8'));
const pieces = Object.entries(given ?? {}).map(([name, piece]) => [name, String(piece)] as const);
const found: Record<string, readonly [number, number]> = {};
for (const [name, piece] of pieces) {
  const count = Math.ceil(1500 / piece.length);
  read(piece.repeat(count));
  const once = await steps(() => {
    read(piece.repeat(count));
  });
  const twice = await steps(() => {
    read(piece.repeat(2 * count));
  });
  found[name] = [once, twice];
}
process.stdout.write(JSON.stringify(found));
session.disconnect();
