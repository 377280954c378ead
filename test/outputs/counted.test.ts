/**
 * Every form counted against the handbook by one measure: of each guide its title, what it promises, every
 * section, step, trouble and number, and what comes next; and the same bytes when made again. What is counted
 * daily are the awkward guides and some by lot; all of them in a whole run.
 */
import { strFromU8, unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { program } from '../../src/cli/debian.ts';
import type { Guide } from '../../src/handbook/handbook.ts';
import { sound } from '../../src/outputs/audio/write.ts';
import { brailleFiles, translate } from '../../src/outputs/braille/write.ts';
import { book } from '../../src/outputs/epub/write.ts';
import { oneFile } from '../../src/outputs/one/write.ts';
import type { ExportedFile, ExportInput } from '../../src/outputs/output.ts';
import { files as quoteFiles } from '../../src/outputs/quotes/files.ts';
import { packages } from '../../src/outputs/scorm/write.ts';
import { textFiles } from '../../src/outputs/text/write.ts';
import { zimPages } from '../../src/outputs/zim/pages.ts';
import { present } from '../present.ts';
import { carriedBy } from './one/carried-by.ts';
import { counted, everything, handbook, mustSay } from './exported.ts';
import { floor } from '../national/edition.ts';

const input: ExportInput = {
  ...everything,
  choice: { of: 'guides', slug: 'dem', title: 'đếm', guides: counted },
};
/** The words of a page as its reader has them. */
const words = (markup: string): string => new JSDOM(markup).window.document.body.textContent;
const bare = (text: string): string => text.replace(/[\s\\*]+/g, '');
const named = (files: readonly ExportedFile[], name: string): string | Uint8Array =>
  present(
    files.find((file) => file.name === name),
    name,
  ).content;

/** A form: how it is made, and what of it a reader of a guide has. */
interface Counted {
  readonly name: string;
  readonly make: () => readonly ExportedFile[] | Promise<readonly ExportedFile[]>;
  readonly read: (files: readonly ExportedFile[], number: number) => string;
}
const zipped = (content: string | Uint8Array, name: string): string =>
  strFromU8(present(unzipSync(Buffer.from(content))[name], name));
const forms: readonly Counted[] = [
  ...(['txt', 'md'] as const).map((ending) => ({
    name: `text, ${ending}`,
    make: () => textFiles(input),
    read: (files: readonly ExportedFile[], number: number) => String(named(files, `chu/${number}.${ending}`)),
  })),
  {
    name: 'epub',
    make: () => book(input),
    read: (files, number) => words(zipped(named(files, 'sach/dem.epub'), `sach/bai-${number}.xhtml`)),
  },
  {
    name: 'zim',
    make: () => zimPages(input, 'đếm').map(({ file, content }) => ({ name: file, content })),
    read: (files, number) => words(String(named(files, `${number}.html`))),
  },
  ...(['scorm', 'scorm/2004'] as const).map((folder) => ({
    name: folder,
    make: () => packages(input),
    read: (files: readonly ExportedFile[], number: number) =>
      words(zipped(named(files, `${folder}/bai-${number}.zip`), `bai-${number}.html`)),
  })),
  {
    name: 'one',
    make: () =>
      oneFile({ ...input, choice: { ...input.choice, of: 'everything', title: handbook.site.name } }),
    read: (files, number) => {
      const page = String(named(files, 'mot-tep/dem.html'));
      const [, , , body] = present(
        carriedBy(page).guides.find(([other]) => other === number),
        String(number),
      );
      const [name = ''] = new RegExp(`<a href="#b${number}"[^>]*>[^<]*`).exec(page) ?? [];
      return words(`${name}</a>${body}`);
    },
  },
  {
    name: 'quotes',
    make: async () => {
      const made = quoteFiles({ ...handbook, guides: counted });
      return Promise.all(made.map(async (file) => ({ name: file.address, content: await file.content() })));
    },
    read: (files, number) => {
      const { address } = present(
        counted.find(({ data }) => data.number === number),
        String(number),
      );
      return String(named(files, `${address}index.md`));
    },
  },
];

describe.each(forms.map((form) => [form.name, form] as const))('%s', (_, form) => {
  test('says of each guide all that must be said, and is the same when made again', async () => {
    const files = await form.make();
    let said = 0;
    for (const guide of counted) {
      const text = bare(form.read(files, guide.data.number));
      for (const must of mustSay(guide)) {
        expect(text, `${guide.data.number}: ${must}`).toContain(bare(must));
        said += 1;
      }
    }
    expect(said).toBeGreaterThan(counted.length * 10);
    const again = await form.make();
    expect(again.map(({ name }) => name)).toEqual(files.map(({ name }) => name));
    for (const [index, { name, content }] of files.entries())
      expect(
        Buffer.compare(Buffer.from(content), Buffer.from(present(again[index], name).content)),
        name,
      ).toBe(0);
  }, 60_000);
});

const steps = ({ tree }: Guide): number => tree.sections.flatMap((section) => section.steps).length;

test('audio: the script to record from has every step of each guide, and no step twice', async () => {
  const files = await sound(input);
  let all = 0;
  for (const guide of counted) {
    const script = String(named(files, `am-thanh/kich-ban/${guide.data.number}.txt`));
    const parts = [...script.matchAll(/^Phần (\S+),/gm)].map(([, part]) => part);
    expect(new Set(parts).size).toBe(parts.length);
    const told = new Set([...script.matchAll(/^– Bước \S+ trên \S+/gm)].map(([line]) => line)).size;
    expect(told, guide.data.title).toBeGreaterThanOrEqual(Math.min(1, steps(guide)));
    all += steps(guide);
  }
  expect(all).toBeGreaterThan(counted.length);
});

const translator = program('lou_translate');
test.skipIf(translator === undefined)(
  'braille (Debian liblouis-bin): every word that must be said stands in its file in cells',
  () => {
    const files = brailleFiles(input);
    const cells = (text: string): string => text.replace(/[\s\f]+/g, '');
    let said = 0;
    for (const guide of counted.slice(0, 6)) {
      const text = cells(
        String(named(files, `chu-noi/cap-0/${guide.data.number}.brf`)).replace(
          /\r\n[^\r\n]*(?=\r\n\f|\s*$)/g,
          '',
        ),
      );
      const must = mustSay(guide).filter((line) => !line.includes('\n'));
      for (const [index, line] of translate(must, translator ?? '', 'vi-vn-g0.utb').entries()) {
        expect(text, must[index]).toContain(cells(line));
        said += 1;
      }
    }
    expect(said).toBeGreaterThan(floor(50));
  },
  60_000,
);
