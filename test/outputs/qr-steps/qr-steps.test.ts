/** Codes that hold acts: read back from sheets at the sizes of a poster, a card and a screen. */
import jsQR from 'jsqr';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { codeText, sheets, spareFor } from '../../../src/outputs/qr-steps/write.ts';
import { present } from '../../present.ts';
import { decodeSvg } from '../../qr.ts';
import { everything, handbook } from '../exported.ts';

const made = sheets(everything);
const urgent = handbook.guides.filter(({ data }) => data.calls.length > 0 || data.stop);

test('every urgent guide has a sheet, with the code of its page and one with its first acts', () => {
  expect(urgent.length).toBeGreaterThan(5);
  expect(made.map(({ name }) => name)).toEqual(urgent.map(({ data }) => `ma-chu/${data.number}.html`));
  for (const [index, guide] of urgent.entries()) {
    const text = String(present(made[index], 'sheet').content);
    expect(decodeSvg(text, 0)).toBe(new URL(`/${guide.data.number}/`, handbook.site.url).href);
    const said = present(decodeSvg(text, 1), `code of ${guide.data.number}`);
    expect(said).toBe(codeText(guide, handbook));
    expect(said).toContain(guide.data.title);
    expect(said).toMatch(/\n1\. /);
    expect(said).toBe(said.normalize('NFC'));
  }
});

test('no code is larger than version 15', () => {
  let codes = 0;
  for (const { content } of made)
    for (const [, side] of String(content).matchAll(/viewBox="0 0 (\d+)/g)) {
      expect(Number(side)).toBeLessThanOrEqual(85);
      codes += 1;
    }
  expect(codes).toBe(made.length * 2);
});

/** What a camera of a phone has of a code: pixels across, and blur of a hand that is not still. */
const sizes = { poster: [600, 1.2], card: [340, 0.6], screen: [255, 0] } as const;
test.each(Object.entries(sizes))('the acts are read at the size of a %s', async (_, [width, blur]) => {
  for (const { content, name } of made) {
    const [, drawn] = [...String(content).matchAll(/<svg [^>]*>.*?<\/svg>/gs)];
    const svg = present(drawn, name)[0].replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ');
    const picture = sharp(Buffer.from(svg), { density: 400 })
      .resize(width, width)
      .flatten({ background: '#fff' });
    const { data, info } = await (blur > 0 ? picture.blur(blur) : picture)
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const read = jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data;
    expect(read, name).toBe(decodeSvg(String(content), 1));
  }
});

test('the nearer a code is read, the more of it may be spoilt; too far is refused', () => {
  const levels = { L: 0, M: 1, Q: 2, H: 3 };
  const text = codeText(present(urgent[0], 'an urgent guide'), handbook);
  const near = [700, 500, 250, 100].map(
    (distance) => levels[spareFor(text.slice(0, 180), { width: 120, distance })],
  );
  expect(near).toEqual([...near].sort((one, other) => one - other));
  expect(new Set(near).size).toBeGreaterThan(1);
  expect(() => spareFor(text, { width: 120, distance: 3000 })).toThrow(/distance/);
});

test('a choice without an urgent guide is refused', () => {
  const calm = handbook.guides.filter((guide) => !urgent.includes(guide)).slice(0, 2);
  const choice = { of: 'guides' as const, slug: 'hai', title: 'hai bài', guides: calm };
  expect(() => sheets({ ...everything, choice })).toThrow(/khẩn cấp/);
});
