/** Large print: opened again by pdf.js, its words counted against the handbook, its letters measured. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { program } from '../../../src/cli/debian.ts';
import { readPdf, settledPdf } from '../../../src/books/pdf-facts.ts';
import { largePrint } from '../../../src/outputs/large-print/write.ts';
import type { ExportedFile } from '../../../src/outputs/output.ts';
import { present } from '../../present.ts';
import { everything, handbook, mustSay } from '../exported.ts';
import { floor } from '../../national/edition.ts';

const has = (kind: string) =>
  present(
    handbook.guides.find(({ tree }) =>
      tree.sections.some(({ blocks, steps }) =>
        [blocks, ...steps.map((step) => step.blocks)].flat().some((block) => block.kind === kind),
      ),
    ),
    `a guide with a ${kind}`,
  );
/** The awkward ones: a table, drawn screens, a very long title. */
const guides = [
  ...new Set([
    has('table'),
    has('screen'),
    present(
      [...handbook.guides].sort((one, other) => other.data.title.length - one.data.title.length)[0],
      'the longest title',
    ),
  ]),
].sort((one, other) => one.data.number - other.data.number);
const choice = { of: 'guides' as const, slug: 'thu', title: 'thử', guides };
const browser = process.env.CHROMIUM ?? program('chromium') ?? program('google-chrome');

test('whatever a browser drew before and whenever, a PDF has the same bytes, none of them moved', () => {
  const made = (first: number, second: number, day: string): Uint8Array => {
    const id = (number: number): string => `(node${String(number).padStart(8, '0')})`;
    const ids = `/ID ${id(second)} /Names [${id(first)} 1 0 R ${id(second)} 2 0 R] /Headers [${id(first)}]`;
    return new TextEncoder().encode(`/CreationDate (D:${day}+00'00') ${ids}`);
  };
  const settled = settledPdf(made(76_280, 76_291, '20261130024700'), '2026-11-29');
  expect(settled).toEqual(settledPdf(made(12, 40, '20261201000001'), '2026-11-29'));
  expect(settled).toEqual(made(1, 2, '20261129000000'));
});

describe.skipIf(browser === undefined)('large print (needs a Chromium)', () => {
  let files: readonly ExportedFile[] = [];
  const bytesOf = (size: number, number: number): Uint8Array => {
    const found = files.find(({ name }) => name === `chu-lon/${size}/${number}.pdf`);
    return Uint8Array.from(Buffer.from(present(found, 'the file').content));
  };
  beforeAll(async () => {
    files = await largePrint({ ...everything, choice, browser: () => present(browser, 'a browser') });
  }, 60_000);

  test('each guide twice, the same bytes when made again', { timeout: 60_000 }, async () => {
    expect(files.length).toBe(guides.length * 2);
    const one = { ...choice, guides: guides.slice(0, 1) };
    const again = await largePrint({
      ...everything,
      choice: one,
      browser: () => present(browser, 'a browser'),
    });
    for (const { name, content } of again)
      expect(
        Buffer.compare(
          Buffer.from(content),
          Buffer.from(
            present(
              files.find((file) => file.name === name),
              name,
            ).content,
          ),
        ),
      ).toBe(0);
  });

  test('all words are there, tagged with headings, lists and a table', async () => {
    const bare = (text: string): string => text.replace(/[\s\u00AD-]+/g, '');
    const roles = new Set<string>();
    let said = 0;
    for (const guide of guides)
      for (const size of [20, 28]) {
        const facts = await readPdf(bytesOf(size, guide.data.number));
        facts.roles.forEach((role) => roles.add(role));
        const words = bare(facts.text.join(' '));
        for (const text of mustSay(guide)) {
          expect(words, text).toContain(bare(text));
          said += 1;
        }
        expect(facts.language).toBe('vi');
      }
    expect(said).toBeGreaterThan(floor(60));
    for (const role of ['H1', 'H2', 'H3', 'L', 'LI', 'Table', 'TH', 'Figure']) expect(roles).toContain(role);
  });

  test('no letter is smaller than the size says', async () => {
    let items = 0;
    for (const { data } of guides)
      for (const size of [20, 28]) {
        const task = getDocument({ data: Uint8Array.from(bytesOf(size, data.number)) });
        const doc = await task.promise;
        for (let page = 1; page <= doc.numPages; page++) {
          const content = await (await doc.getPage(page)).getTextContent();
          for (const item of content.items)
            if ('str' in item && item.str.trim() !== '') {
              expect(item.height, item.str).toBeGreaterThan(size - 0.2);
              items += 1;
            }
        }
        await task.destroy();
      }
    expect(items).toBeGreaterThan(floor(300));
  });
});
