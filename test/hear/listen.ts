/**
 * Has Orca read one page of each type and judges what it said. Started by `npm run test:hear` inside a
 * session bus of its own, with the address of the preview in HEAR_AT and the browser in CHROMIUM. The last
 * line counts pages.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { pageTypes } from '../access/page-types.ts';
import { Listener } from './session.ts';
import {
  brokenFoldPromises,
  brokenPromises,
  brokenStepPromises,
  foldsOf,
  pageFacts,
  wordsBeforeTitle,
} from './transcript.ts';
import { present } from '../present.ts';

const root = join(import.meta.dirname, '../..');
const dist = join(root, 'dist');
const out = join(root, 'test-results/hear');
const at = process.env.HEAR_AT;
const browser = process.env.CHROMIUM;
if (!at || !browser) throw new Error('start this with: npm run test:hear');

const types = pageTypes();
/** The guide that is kept as an example stands for guides. */
const guide = /url=([^"]+)"/.exec(readFileSync(join(dist, '62/index.html'), 'utf8'))?.[1];
if (guide === undefined) throw new Error('/62/ leads nowhere');
// A phone's one column; tables are heard as tables where they are drawn as such.
const phone = 500;
const pages = [
  ['home', present(types.home, 'home'), phone],
  ['guide', guide, phone],
  // A link to a folded part opens it; the other parts stay closed.
  ['fold', `${guide}#truc-trac`, phone],
  // Step by step there is one step and no footer.
  ['oneStep', `${guide}?che-do=tung-buoc#buoc-2`, phone],
  ['easyRead', present(types.easyRead, 'easyRead'), phone],
  ['plan', present(types.plan, 'plan'), 1200],
  ['task', present(types.task, 'task'), phone],
  ['targets', present(types.targets, 'targets'), 1200],
  ['unit', present(types.unit, 'unit'), phone],
  ['glossary', present(types.glossary, 'glossary'), phone],
  ['search', present(types.search, 'search'), phone],
  ['mode', present(types.mode, 'mode'), phone],
] as const;

const words = parse(readFileSync(join(root, 'content/words/vi.yaml'), 'utf8')) as {
  site: { license: string };
};
const lastWords = present(words.site.license.split(/(?<=\.)\s/).at(-1), 'an item of license').replace(
  /\.$/,
  '',
);
const only = process.argv.slice(2);
const chosen = pages.filter(([type]) => only.length === 0 || only.includes(type));
const total = { passed: 0, failed: 0 };
mkdirSync(out, { recursive: true });

const listener = new Listener(browser);
try {
  await listener.start();
  for (const [type, path, width] of chosen) {
    const { lines, complete, seconds } = await listener.readPage(`${at}${path}`, {
      width,
      lastWords: type === 'oneStep' ? 'Xem tất cả' : lastWords,
      seconds: 120,
    });
    writeFileSync(join(out, `${type}.txt`), `${lines.join('\n')}\n`);
    const html = readFileSync(join(dist, new URL(path, at).pathname, 'index.html'), 'utf8');
    const { checked, faults } =
      type === 'oneStep'
        ? brokenStepPromises(lines, 2)
        : type === 'fold'
          ? brokenFoldPromises(lines, foldsOf(html), 'truc-trac')
          : brokenPromises(lines, pageFacts(html));
    if (!complete) faults.unshift(`the end of the page was not heard in ${seconds.toFixed(0)} s`);
    total[faults.length === 0 ? 'passed' : 'failed']++;
    console.log(
      `${faults.length === 0 ? '✓' : '✗'} ${type} ${path} (${width} px): ${lines.length} utterances in ${seconds.toFixed(1)} s, ${wordsBeforeTitle(lines) ?? 'no'} words before the title, ${checked} promises`,
    );
    for (const fault of faults) console.log(`    ${fault}`);
  }
} catch (error) {
  console.error((error as Error).message);
  total.failed++;
} finally {
  await listener.end();
}
console.log(`${total.passed} passed, ${total.failed} failed, 0 skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;
