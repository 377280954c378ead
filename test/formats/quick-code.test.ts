/** Codes drawn quickly are the codes that all others draw, in every size and mask. */
import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { quickDraw } from '../../src/books/quick-code.ts';
import { draw } from '../../src/formats/qr.ts';

test('a code is the same module by module, from a short address to a long text', () => {
  const masks = new Set<number>();
  const sides = new Set<number>();
  for (let at = 0; at < 160; at++) {
    const text = `https://xa-${at * 7919}.tinh.example/${'ư'.repeat(at % 3)}${'x'.repeat((at * at) % 190)}`;
    expect(quickDraw(text), text).toEqual(draw(text));
    masks.add(encode(text, { ecc: 'M' }).maskPattern);
    sides.add(draw(text).side);
  }
  expect(masks.size).toBe(8);
  expect(sides.size).toBeGreaterThan(5);
});
