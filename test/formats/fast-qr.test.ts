/** Codes drawn quickly are the codes that all others draw, in every size and mask. */
import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { quickDraw } from '../../src/books/fast-qr.ts';
import { draw } from '../../src/formats/qr.ts';

/** Letters that look like chance and are the same each time. */
function letters(count: number, seed: number): string {
  let [text, state] = ['', seed];
  for (let at = 0; at < count; at++) {
    state = (state * 48_271) % 2_147_483_647;
    text += String.fromCharCode(97 + (state % 26));
  }
  return text;
}

test('a code is the same module by module, from a short address to a long text', () => {
  const masks = new Set<number>();
  const sides = new Set<number>();
  for (let at = 0; at < 300; at++) {
    const text = `https://xa-${at}.tinh.example/${letters((at * at) % 190, at * 7919 + 1)}`;
    expect(quickDraw(text), text).toEqual(draw(text));
    masks.add(encode(text, { ecc: 'M' }).maskPattern);
    sides.add(draw(text).side);
  }
  expect(masks.size).toBeGreaterThanOrEqual(6);
  expect(sides.size).toBeGreaterThan(5);
});
