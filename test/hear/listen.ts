/**
 * Has Orca read one page of each type and judges what it said. Started by `npm run test:hear` inside a session bus of its own, with
 * the address of the preview in HEAR_AT and the browser in CHROMIUM. The last line counts pages.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { pageTypes } from '../access/page-types.ts';
import { Listener } from './session.ts';
import { brokenPromises, pageFacts, wordsBeforeTitle } from './transcript.ts';

const root = join(import.meta.dirname, '../..');
const dist = join(root, 'dist');
const out = join(root, 'test-results/hear');
const at = process.env['HEAR_AT'];
const browser = process.env['CHROMIUM'];
if (!at || !browser) throw new Error('start this with: npm run test:hear');

const types = pageTypes();
/** The guide that is kept as an example stands for guides. */
const guide = /url=([^"]+)"/.exec(readFileSync(join(dist, '62/index.html'), 'utf8'))?.[1];
if (guide === undefined) throw new Error('/62/ leads nowhere');
// A phone's one column; tables are heard as tables where they are drawn as such.
const phone = 500;
const pages = [
  ['home', types['home']!, phone],
  ['guide', guide, phone],
  ['easyRead', types['easyRead']!, phone],
  ['plan', types['plan']!, 1200],
  ['task', types['task']!, phone],
  ['targets', types['targets']!, 1200],
  ['unit', types['unit']!, phone],
  ['glossary', types['glossary']!, phone],
  ['search', types['search']!, phone],
  ['mode', types['mode']!, phone],
] as const;

const words = parse(readFileSync(join(root, 'content/words/vi.yaml'), 'utf8')) as {
  site: { license: string };
};
const lastWords = words.site.license
  .split(/(?<=\.)\s/)
  .at(-1)!
  .replace(/\.$/, '');
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
      lastWords,
      seconds: 120,
    });
    writeFileSync(join(out, `${type}.txt`), `${lines.join('\n')}\n`);
    const { checked, faults } = brokenPromises(
      lines,
      pageFacts(readFileSync(join(dist, path, 'index.html'), 'utf8')),
    );
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
