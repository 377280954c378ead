/**
 * Room on paper is reckoned without a browser: the reckoning has to be right about the order of things, and
 * never too small (`test/browser/print.spec.ts`).
 */
import { describe, expect, test } from 'vitest';
import { flow, linesOf, textWidth } from '../../src/domain/paper.ts';

describe('width', () => {
  test('marks take no room of their own, horns and capitals do, bold is wider', () => {
    expect(textWidth('được'.normalize('NFC'))).toBe(textWidth('được'.normalize('NFD')));
    expect(textWidth('ấ')).toBe(textWidth('a'));
    expect(textWidth('ư')).toBeGreaterThan(textWidth('u'));
    expect(textWidth('Mẹ', true)).toBeGreaterThan(textWidth('Mẹ'));
    expect(textWidth('iiii')).toBeLessThan(textWidth('mmmm') / 3);
    expect(textWidth('')).toBe(0);
  });
});

describe('lines', () => {
  test('break between words, and inside a word only when it is longer than the column', () => {
    expect(linesOf('', 10)).toBe(0);
    expect(linesOf('mở máy', textWidth('mở máy'))).toBe(1);
    expect(linesOf('mở máy', textWidth('mở máy') - 0.01)).toBe(2);
    expect(linesOf('mmmmmmmmmm', textWidth('mmmmm'))).toBe(2);
    expect(linesOf(' mở   máy ', 100)).toBe(1);
  });
  test('are more beside a drawing, as long as the drawing stands there', () => {
    const text = 'mở máy rồi bấm nút '.repeat(20);
    const wide = flow([{ text }], () => 30);
    const half = flow([{ text }], () => 15);
    const beside = flow([{ text }], (line) => (line < 5 ? 15 : 30));
    expect(half).toBeGreaterThan(wide);
    expect(beside).toBeGreaterThan(wide);
    expect(beside).toBeLessThan(half);
  });
  test('a bold title runs on into its text', () => {
    expect(flow([{ text: 'Mở máy.', bold: true }, { text: 'Bấm nút bên phải.' }], () => 100)).toBe(1);
    expect(flow([{ text: 'Mở máy.', bold: true }], () => textWidth('Mở máy.'))).toBe(2);
  });
});
