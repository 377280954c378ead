/** The book before Ace by DAISY, with the awkward guides in it; with all of them in a whole run. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { findShell } from '../../../src/cli/browser.ts';
import { book } from '../../../src/outputs/epub/write.ts';
import { present } from '../../present.ts';
import { counted, everything } from '../exported.ts';
import { fetchAce, judgedByAce } from './ace.ts';

let ace = '';
let browser = '';
let why = '';
try {
  ace = fetchAce();
  browser = findShell();
} catch (error) {
  why = `no Ace here: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`;
}
const bookOf = (guides: typeof counted): Uint8Array =>
  Buffer.from(
    present(
      book({ ...everything, choice: { of: 'guides', slug: 'kho', title: 'Bài khó', guides } })[0],
      'book',
    ).content,
  );

test('Ace finds nothing, whatever its weight', { timeout: 600_000 }, (context) => {
  if (why !== '') context.skip(why);
  const { read, faults } = judgedByAce(ace, browser, bookOf(counted));
  expect(faults).toEqual([]);
  for (const file of ['ve', 'muc-luc', ...counted.map(({ data }) => `bai-${data.number}`)])
    expect(
      read.some((one) => one.endsWith(`${file}.xhtml`)),
      file,
    ).toBe(true);
});

test('Ace finds a drawing that says nothing', { timeout: 120_000 }, (context) => {
  if (why !== '') context.skip(why);
  const drawn = present(
    counted.find(({ tree }) => JSON.stringify(tree).includes('"picture"')),
    'a guide with a drawing',
  );
  const files = unzipSync(bookOf([drawn]));
  const name = `sach/bai-${drawn.data.number}.xhtml`;
  const mute = strFromU8(present(files[name], name)).replace(
    /(<svg [^>]*role="img") aria-label="[^"]*"/g,
    '$1',
  );
  const { faults } = judgedByAce(ace, browser, zipSync({ ...files, [name]: strToU8(mute) }));
  expect(faults.join('\n')).toMatch(/svg-img-alt (?:serious|critical)/);
});
