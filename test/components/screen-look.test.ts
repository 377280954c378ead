/** Drawn screens are laid out as telephones do, by what their words say; what no rule knows is a list. */
import { expect, test } from 'vitest';
import { drawScreen } from '../../src/components/prose/drawings.ts';
import { screenLook, switchOf } from '../../src/components/prose/screen-look.ts';
import { screensOf } from '../../src/markdown/lines.ts';
import { allStepsOf } from '../../src/handbook/steps.ts';
import { realHandbook } from '../real.ts';

import type { ScreenDrawing } from '../../src/markdown/tree.ts';
import { floor } from '../national/edition.ts';

const none: ScreenDrawing = { title: 'Cài đặt', fields: [], rows: [], buttons: [] };
const shown = (words: Partial<ScreenDrawing>): string => screenLook({ ...none, ...words })[1];

test('home screens, shades, questions and chats are told from lists', () => {
  const look = (words: Partial<ScreenDrawing>): string => screenLook({ ...none, ...words })[0];
  expect(look({})).toBe('');
  expect(look({ title: 'Màn hình chính', rows: ['Ảnh'] })).toBe(' apps');
  expect(look({ title: 'Cài đặt nhanh', rows: ['Wi-Fi: tắt'] })).toBe(' apps');
  expect(look({ title: 'Máy hỏi', says: 'Cho phép dùng micro?', buttons: ['Cho phép trong lúc dùng'] })).toBe(
    ' ask',
  );
  expect(look({ title: 'Con Lan', says: 'Mẹ ăn chưa?', fields: ['Rồi'], buttons: ['Gửi'] })).toBe(' chat');
  expect(look({ buttons: ['Hủy', 'Lưu'] })).toBe(' pair');
  expect(look({ buttons: ['Hủy', 'Đọc lại', 'Lưu'] })).toBe(' pair odd');
});

test('a row that says on or off has its switch; a code is drawn as one; numbers have their pad', () => {
  expect(switchOf('Wi-Fi: đang bật')).toContain('class="sw on"');
  expect(switchOf('Bảo mật 2 lớp: đang tắt')).toContain('cx="11"');
  expect(switchOf('Bật')).toBe('');
  expect(shown({ rows: ['Hình mã QR'] })).toContain('scale(3)');
  expect(shown({ fields: ['Mã: ••••••'] }).match(/<text/g)).toHaveLength(10);
  expect(shown({})).toBe('');
  expect(drawScreen({ ...none, rows: ['Hình mã QR'] }).text).toContain('class="art"');
});

test('of the handbook’s screens every line is still written and every pressed one has its finger', () => {
  let count = 0;
  for (const guide of realHandbook().guides)
    for (const screen of allStepsOf(guide).flatMap(({ blocks }) => screensOf(blocks))) {
      count++;
      const { text } = drawScreen(screen);
      const lines = [...screen.fields, ...screen.rows, ...screen.buttons];
      expect(text.match(/<p class="(?:field|row|key)/g) ?? [], screen.title).toHaveLength(lines.length);
      expect(text.includes('class="tip"'), screen.title).toBe(screen.press !== undefined);
    }
  expect(count).toBeGreaterThan(floor(150));
});
