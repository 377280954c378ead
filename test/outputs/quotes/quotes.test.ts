/** The Markdown twins and their list, from the handbook alone. */
import { expect, test } from 'vitest';
import { files } from '../../../src/outputs/quotes/files.ts';
import { present } from '../../present.ts';
import { handbook, mustSay } from '../exported.ts';
import { floor } from '../../national/edition.ts';

const made = await Promise.all(
  files(handbook).map(async (file) => [file.address, String(await file.content())] as const),
);
const [[, list] = ['', ''], ...twins] = made;

test('every guide has a twin beside its page, which says what the guide must say and how to quote it', () => {
  expect(twins.map(([address]) => address)).toEqual(
    handbook.guides.map(({ address }) => `${address}index.md`),
  );
  let said = 0;
  for (const [index, [address, twin]] of twins.entries()) {
    const plain = twin.replace(/\\(.)/g, '$1');
    for (const words of mustSay(present(handbook.guides[index], address))) {
      expect(plain, words).toContain(words);
      said += 1;
    }
    expect(twin).toMatch(/chép đúng từng chữ/);
  }
  expect(said).toBeGreaterThan(floor(3000));
});

test('the list begins as llmstxt.org asks, and has a line with a link for each guide under its shelf', () => {
  const lines = list.split('\n');
  expect(lines[0]).toBe(`# ${handbook.site.name}`);
  expect(lines[2]).toMatch(/^> /);
  for (const { data, shelf } of handbook.guides) {
    const at = lines.findIndex((line) => line.startsWith(`- [Bài ${data.number}. `));
    expect(lines[at]).toContain(data.summary);
    expect(lines.slice(0, at).findLast((line) => line.startsWith('## '))).toBe(`## ${shelf.data.title}`);
  }
});
