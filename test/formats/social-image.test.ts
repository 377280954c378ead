/** Social images: every title stands inside, in letters that are really drawn; files are small, right, the same each time, and never stale. */
import { mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { readContent } from '../../src/cli/read-content.ts';
import { prove } from '../../src/domain/relations.ts';
import { drawLine, lineWidth, missingLetters, wrapLines } from '../../src/formats/lettering.ts';
import { between, colour, encodePng } from '../../src/formats/png.ts';
import { socialFile } from '../../src/formats/social-file.ts';
import { drawSocialImage, socialPalette, titleColumn, titleLines, type SocialImage } from '../../src/formats/social-image.ts';
import { joinHandbook } from '../../src/handbook/handbook.ts';
import { projectRoot } from '../fixtures/tree.ts';

const { entries } = readContent(projectRoot);
const h = joinHandbook(entries, prove(entries));
const image = (title: string, value = '83'): SocialImage => ({ number: { label: 'Bài', value }, title, about: 'Danh tính và dịch vụ công', site: 'Sổ tay số', address: `so-tay-so.example/${value}` });

describe('titles', () => {
  test('of all guides fit into the column, by measured width, and every letter of theirs is in the face', () => {
    const sizes = new Map<number, number>();
    for (const g of h.guides) {
      const { lines, size, widest } = titleLines(g.data.title);
      expect(lines.join(' '), g.id).toBe(g.data.title.normalize('NFC'));
      expect(widest, g.id).toBeLessThanOrEqual(titleColumn);
      expect(missingLetters(`${g.data.title}${g.shelf.data.title}`), g.id).toEqual([]);
      sizes.set(size, (sizes.get(size) ?? 0) + 1);
    }
    expect(h.guides.length).toBeGreaterThan(100);
    console.log(`social images, size of title in px → titles: ${[...sizes].sort((a, b) => b[0] - a[0]).map(([s, n]) => `${s} → ${n}`).join(', ')}`);
    expect(Math.min(...sizes.keys())).toBeGreaterThanOrEqual(54);
  });
  test('the widest that may be written (70 capitals) fits too; one endless word takes the smallest size', () => {
    const wide = titleLines('MƯỜNG '.repeat(12).slice(0, 70).trim());
    expect(wide.widest).toBeLessThanOrEqual(titleColumn);
    expect(wide.lines.length * wide.size * 1.22).toBeLessThanOrEqual(252);
    expect(titleLines('m'.repeat(70)).lines).toHaveLength(1);
  });
  test('lines are about equal and lose no word', () => {
    expect(wrapLines('Quét mã QR để trả tiền ở chợ', 84, 1020)).toEqual(['Quét mã QR để', 'trả tiền ở chợ']);
    expect(wrapLines('Một', 84, 1020)).toEqual(['Một']);
    expect(wrapLines('', 84, 1020)).toEqual([]);
  });
});

describe('letters', () => {
  test('marks of Vietnamese change the outline, not the width; the way of writing them does not matter', () => {
    expect(lineWidth('ệ', 100)).toBeCloseTo(lineWidth('ê', 100), 3);
    expect(drawLine('ệ', 100, 0, 0)).not.toBe(drawLine('ê', 100, 0, 0));
    expect(drawLine('tiền'.normalize('NFD'), 100, 0, 0)).toBe(drawLine('tiền', 100, 0, 0));
    expect(lineWidth('tiền'.normalize('NFD'), 100)).toBe(lineWidth('tiền', 100));
  });
  test('what the face does not have is named and left out', () => {
    expect(missingLetters('Chợ 市 😀')).toEqual(['市', '😀']);
    expect(drawLine('市', 100, 0, 0)).not.toContain('<path');
  });
});

describe('files', () => {
  const cache = mkdtempSync(join(tmpdir(), 'anh-'));
  afterAll(() => { rmSync(cache, { recursive: true, force: true }); });

  test('the encoder gives back what it got, odd widths too', async () => {
    const palette = ['#ff0000', '#00ff00', '#0000ff', '#ffffff', '#000000'].map(colour);
    for (const width of [7, 8]) {
      const picked = Array.from({ length: width * 5 }, (_, i) => palette[(i * 7 + (i >> 2)) % palette.length]!);
      const file = encodePng(new Uint8Array(picked.flatMap((c) => [...c, 255])), width, 5, palette);
      const { data, info } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true });
      expect([info.width, info.height]).toEqual([width, 5]);
      expect([...data]).toEqual(picked.flat());
    }
    expect(() => encodePng(new Uint8Array(4), 2, 2, palette)).toThrow(RangeError);
    expect(between([0, 0, 0], [100, 200, 50], 0.5)).toEqual([50, 100, 25]);
  });
  test('1200 × 630, at most 40 kB, the same twice; the number is really on it', async () => {
    const a = await socialFile(image('Quét mã QR để trả tiền'), undefined);
    expect(await socialFile(image('Quét mã QR để trả tiền'), undefined)).toEqual(a);
    const { width, height, format } = await sharp(a).metadata();
    expect([width, height, format]).toEqual([1200, 630, 'png']);
    expect(a.length).toBeLessThanOrEqual(40_000);
    // Only the number's plate differs between two numbers of one width, above the foot with the address.
    const b = await socialFile(image('Quét mã QR để trả tiền', '88'), undefined);
    const [pa, pb] = await Promise.all([a, b].map((f) => sharp(f).removeAlpha().raw().toBuffer()));
    let left = 1200;
    let right = 0;
    let differ = 0;
    for (let y = 0; y < 540; y++) for (let x = 0; x < 1200; x++) if (pa![(y * 1200 + x) * 3] !== pb![(y * 1200 + x) * 3]) { differ++; left = Math.min(left, x); right = Math.max(right, x); }
    expect(differ).toBeGreaterThan(1000);
    expect(left).toBeGreaterThanOrEqual(120);
    expect(right).toBeLessThanOrEqual(400);
  });
  test('kept by what is drawn: a change draws anew, a torn file is drawn again, no folder is no harm', async () => {
    const first = await socialFile(image('Một'), cache);
    expect(readdirSync(cache)).toHaveLength(1);
    truncateSync(join(cache, readdirSync(cache)[0]!), 500);
    expect(await socialFile(image('Một'), cache)).toEqual(first);
    expect(await socialFile(image('Hai'), cache)).not.toEqual(first);
    expect(readdirSync(cache)).toHaveLength(2);
    expect(await socialFile(image('Một'), join(cache, readdirSync(cache)[0]!, 'khong-phai-thu-muc'))).toEqual(first);
  });
  test('without a number: the whole handbook', () => {
    expect(drawSocialImage({ title: h.site.tagline, about: h.site.name, site: h.site.name, address: 'so-tay-so.example' })).toMatch(/^<svg [^>]*width="1200" height="630">/);
    expect(socialPalette.length).toBeLessThanOrEqual(16);
  });
});
