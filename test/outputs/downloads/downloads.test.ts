/** What the page of files offers: only what is there, in its true size; and when a site is refused. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { formParts, formWords } from '../../../src/words/form-words.ts';
import { exportFolder, markExport, partSlug, type Part } from '../../../src/books/made-exports.ts';
import { requireOffered } from '../../../src/cli/offered-files.ts';
import { byForm, offeredOf } from '../../../src/outputs/downloads/offered.ts';
import { downloads as row } from '../../../src/outputs/downloads/form.ts';
import { table } from '../../../src/outputs/table.ts';
import { handOutForms, type Download } from '../../../src/schemas/edition.ts';
import { present } from '../../present.ts';
import { handbook } from '../exported.ts';

const work = mkdtempSync(join(tmpdir(), 'tai-ve-'));
afterAll(() => {
  rmSync(work, { recursive: true });
});

/** Writes an export as the command does. */
function make(folder: string, form: string, part: Part, files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const made = Object.entries(files).map(([name, content]) => ({ name, bytes: Buffer.byteLength(content) }));
  markExport(folder, form, partSlug(part), { inputs: 'a', files: made });
}
const edition = (downloads: readonly Download[]) => ({
  ...handbook,
  site: { ...handbook.site, downloads: [...downloads] },
});
const book = { 'sach/so-tay-so.epub': 'sách' };

test('every form that may be listed is made by the command, and says what it is and for whom', () => {
  const made = table.flatMap(({ name, exported }) => (exported === undefined ? [] : [name]));
  expect([...handOutForms].sort()).toEqual([...made].sort());
  for (const form of handOutForms) {
    expect(formParts(form).what.length, form).toBeGreaterThan(5);
    expect(formParts(form).whom.length, form).toBeGreaterThan(10);
    expect(`${formParts(form).what}. ${formParts(form).whom}`).toBe(formWords(form));
  }
});

test('offers what is listed and there; the rest is named as what can be asked for', () => {
  const folder = join(work, 'mot');
  make(folder, 'epub', {}, book);
  const offered = offeredOf(edition([{ form: 'epub' }, { form: 'zim' }]), folder);
  expect(offered.map(({ form }) => form)).toEqual(['epub']);
  const [file] = present(offered[0], 'the book').files;
  expect(file?.address).toBe('/tai-ve/sach/so-tay-so.epub');
  expect(file?.bytes).toBe(Buffer.byteLength('sách'));
  expect(file?.content().toString()).toBe('sách');
  const { there, absent } = byForm(offered);
  expect(there.map(({ form }) => form)).toEqual(['epub']);
  expect([...there, ...absent].map(({ form }) => form).sort()).toEqual([...handOutForms].sort());
});

test('a file that is gone or cut short takes its form off the page', () => {
  const folder = join(work, 'hai');
  make(folder, 'epub', {}, book);
  writeFileSync(join(folder, 'sach/so-tay-so.epub'), 's');
  expect(offeredOf(edition([{ form: 'epub' }]), folder)).toEqual([]);
  rmSync(join(folder, 'sach/so-tay-so.epub'));
  expect(offeredOf(edition([{ form: 'epub' }]), folder)).toEqual([]);
});

test('pages and forms of many files come as one zip with the part in its name', () => {
  const folder = join(work, 'ba');
  const elders = present(
    handbook.audiences.find(({ id }) => id === 'nguoi-cao-tuoi'),
    'elders',
  );
  make(folder, 'one', { audience: elders.id }, { 'mot-tep/nguoi-cao-tuoi.html': '<p>một</p>' });
  make(
    folder,
    'text',
    {},
    Object.fromEntries([1, 2, 3, 4, 5].map((count) => [`chu/${count}.txt`, `${count}`])),
  );
  const listed = edition([{ form: 'one', audience: elders.id }, { form: 'text' }]);
  const [one, text] = offeredOf(listed, folder).map((offered) => present(offered.files[0], offered.form));
  expect(one?.name).toBe('one-nguoi-cao-tuoi.zip');
  expect(offeredOf(listed, folder)[0]?.of).toBe(elders.data.title);
  const inside = unzipSync(present(one, 'zip').content());
  expect(strFromU8(present(inside['mot-tep/nguoi-cao-tuoi.html'], 'page'))).toBe('<p>một</p>');
  expect(Object.keys(unzipSync(present(text, 'zip').content())).length).toBe(5);
  expect(present(text, 'zip').bytes).toBe(present(text, 'zip').content().length);
  for (const { files, beside } of offeredOf(listed, folder))
    for (const { address } of [...files, ...beside]) expect(address).not.toMatch(/\.html$/);
});

test('sounds stand singly at the addresses that their feed names', () => {
  const folder = join(work, 'bon');
  const sounds = ['so-tay-so.zip', 'podcast.xml', '83.mp3', '83.vtt', 'so-tay-so.m3u8', 'kich-ban/80.txt'];
  make(folder, 'audio', {}, Object.fromEntries(sounds.map((name) => [`am-thanh/${name}`, name])));
  const [offered] = offeredOf(edition([{ form: 'audio' }]), folder);
  expect(offered?.files.map(({ address }) => address)).toEqual(['/tai-ve/am-thanh/so-tay-so.zip']);
  const beside = offered?.beside.map(({ address }) => address);
  expect(beside).toContain('/tai-ve/am-thanh/podcast.xml');
  expect(beside).toContain('/tai-ve/am-thanh/83.mp3');
  const endings = new Set(row.files?.endings);
  for (const { address } of [...(offered?.files ?? []), ...(offered?.beside ?? [])])
    expect(endings, address).toContain(address.slice(address.lastIndexOf('.') + 1));
});

describe('a site is refused', () => {
  const root = join(work, 'goc');
  const folder = join(root, exportFolder);
  mkdirSync(join(root, 'content'), { recursive: true });
  const list = (text: string): void => {
    writeFileSync(join(root, 'content/edition.yaml'), text);
  };

  test('while a listed form is absent, and told how to make it', () => {
    list('downloads:\n  - { form: epub }\n  - { form: zim, audience: nguoi-dan }\n');
    expect(() => {
      requireOffered(root, 'a');
    }).toThrow(/epub \(so-tay-so\): chưa làm[\s\S]*zim \(nguoi-dan\)[\s\S]*npm run export -- downloads/);
  });
  test('while a form was made of other words, and not once it is made of these', () => {
    list('downloads:\n  - { form: epub }\n');
    make(folder, 'epub', {}, book);
    expect(() => {
      requireOffered(root, 'b');
    }).toThrow(/làm trước lần sửa cuối/);
    requireOffered(root, 'a');
  });
  test('never when nothing is listed', () => {
    list('name: Sổ tay\n');
    requireOffered(root, 'b');
  });
});
