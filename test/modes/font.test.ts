/**
 * The letters of "Chữ dễ phân biệt": every Vietnamese letter is there, the copies are the package's, the
 * licence goes with them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create } from 'fontkitten';
import { describe, expect, test } from 'vitest';
import { present } from '../present.ts';

const root = join(import.meta.dirname, '../..');
const parts = ['latin', 'vietnamese'] as const;
const bytes = (part: string): Buffer => readFileSync(join(root, `public/phong-chu/andika-${part}.woff2`));

/** The 134 letters with a mark, and đ: made by composing, not typed. */
const marked = [...'aăâeêioôơuưy']
  .flatMap((base) =>
    ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((tone) => (base + tone).normalize('NFC')),
  )
  .concat('đ')
  .filter((letter) => !/^[a-z]$/.test(letter))
  .flatMap((letter) => [letter, letter.toUpperCase()]);

describe('Andika', () => {
  test('134 marked letters', () => {
    expect(new Set(marked).size).toBe(134);
    for (const letter of marked) expect([...letter], letter).toHaveLength(1);
  });
  test('each letter, digit and sign used in the handbook is in one of the two files', () => {
    const fonts = parts.map((part) => create(bytes(part)));
    const all = [
      ...marked,
      ...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,;:?!()[]/-–—“”‘’…%+&@•₫',
    ];
    const missing = all.filter(
      (letter) =>
        !fonts.some(
          (font) =>
            'hasGlyphForCodePoint' in font &&
            font.hasGlyphForCodePoint(present(letter.codePointAt(0), 'codePointAt()')),
        ),
    );
    expect(missing).toEqual([]);
  });
  test.each(parts)("the stable copy of %s is the package's file", (part) => {
    expect(
      bytes(part).equals(
        readFileSync(join(root, `node_modules/@fontsource/andika/files/andika-${part}-400-normal.woff2`)),
      ),
    ).toBe(true);
  });
  test('licence text, and at most 28 kB', () => {
    expect(readFileSync(join(root, 'public/phong-chu/andika-OFL.txt'), 'utf8')).toContain(
      'SIL Open Font License, Version 1.1',
    );
    expect(parts.reduce((sum, part) => sum + bytes(part).length, 0)).toBeLessThanOrEqual(28_500);
  });
});
