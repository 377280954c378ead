/** The one file, opened from a disk in old Chromiums: it opens guides, finds, walks and shows modes. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { oneFile } from '../../src/outputs/one/write.ts';
import { isListed } from '../../src/views/directory.ts';
import { present } from '../present.ts';
import { everything, handbook } from '../outputs/exported.ts';
import { openOldChromium, provedChromiums, type OldPage } from './old-chromium.ts';

const folder = mkdtempSync(join(tmpdir(), 'so-tay-mot-tep-'));
const file = join(folder, 'so-tay.html');
beforeAll(async () => {
  writeFileSync(file, String(present((await oneFile(everything))[0], 'file').content));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const calls = handbook.directory.filter(isListed).flatMap(({ data }) => data.numbers).length;
const type = (words: string): string => `(function (q) {
  q.value = ${JSON.stringify(words)};
  q.dispatchEvent(new Event('input'));
})(document.querySelector('#q'))`;
const first = `(document.querySelector('#r a') || { textContent: '' }).textContent`;
const shownSteps = `[].filter.call(document.querySelectorAll('#p .t'), function (step) {
  return step.offsetHeight > 0;
}).length`;

describe.each(provedChromiums)('Chromium %i', (version) => {
  let page: OldPage | undefined;
  let why = '';
  beforeAll(async () => {
    try {
      page = await openOldChromium(version);
    } catch (error) {
      why = `Chromium ${version}: ${error instanceof Error ? error.message : String(error)}`;
    }
  });
  afterAll(() => page?.close());

  test('opens from a disk and does all that it offers', async (context) => {
    const old = page ?? context.skip(why);
    await old.open(pathToFileURL(file).href);
    expect(await old.value(`document.querySelectorAll('#l li a').length`)).toBe(handbook.guides.length);
    for (const words of ['mất điện thoại', 'mat dien thoai']) {
      await old.value(type(words));
      expect(String(await old.value(first)).toLowerCase()).toContain('mất điện thoại');
    }
    await old.value(type('bài 83'));
    expect(await old.value(first)).toContain('Bài 83.');
    await old.value(`document.querySelector('#r a').click()`);
    expect(await old.until(`document.querySelector('#p h1').textContent.indexOf('Bài 83.') === 0`)).toBe(
      true,
    );
    const steps = Number(await old.value(shownSteps));
    expect(steps).toBeGreaterThan(2);
    await old.value(`document.querySelector('#d input[value=tung-buoc]').click()`);
    expect(await old.value(shownSteps)).toBe(1);
    const words = `document.querySelector('#p .t:not([hidden])').textContent`;
    const before = await old.value(words);
    await old.value(`document.querySelector('#p button:last-of-type').click()`);
    expect(await old.value(words)).not.toBe(before);
    await old.value(`document.querySelector('#d input[value=chu-to]').click()`);
    await old.value(`document.querySelector('#d input[value=chu-rat-to]').click()`);
    expect(await old.value(`document.documentElement.dataset.cheDo`)).toBe('chu-rat-to tung-buoc');
    await old.value(`location.hash = '#danh-ba'`);
    expect(await old.until(`document.querySelectorAll('#p a[href^="tel:"]').length === ${calls}`)).toBe(true);
    expect(await old.value(`document.documentElement.scrollWidth <= innerWidth + 1`)).toBe(true);
    const keep = process.env.OLD_PICTURES;
    if (keep) await old.picture(join(keep, `${version}-mot-tep.png`));
    expect(old.faults()).toEqual([]);
  });
});
