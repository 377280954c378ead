/** Drawn screens are laid out as telephones do, by what their words say; what no rule knows is a list. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { drawScreen } from '../../src/components/prose/drawn-screen.ts';
import { screenLook, switchOf, unspelled } from '../../src/components/prose/screen-look.ts';
import { isSign } from '../../src/domain/picture-names.ts';
import looks from '../../src/domain/screen-looks.json' with { type: 'json' };
import signWords from '../../src/domain/sign-words.json' with { type: 'json' };
import { screensOf } from '../../src/markdown/lines.ts';
import { allStepsOf } from '../../src/handbook/steps.ts';
import { realHandbook } from '../real.ts';

import type { ScreenDrawing } from '../../src/markdown/tree.ts';
import { floor } from '../national/edition.ts';

const none: ScreenDrawing = { title: 'Cài đặt', fields: [], rows: [], buttons: [] };
const look = (words: Partial<ScreenDrawing>): string => screenLook({ ...none, ...words }).kinds.join(' ');
const shown = (words: Partial<ScreenDrawing>): string => screenLook({ ...none, ...words }).art;
const drawnScreens = (): ScreenDrawing[] =>
  realHandbook().guides.flatMap((guide) => allStepsOf(guide).flatMap(({ blocks }) => screensOf(blocks)));

test('home screens, shades, questions and chats are told from lists', () => {
  expect(look({})).toBe('');
  expect(look({ title: 'Màn hình chính', rows: ['Ảnh'] })).toBe('apps');
  expect(look({ title: 'Cài đặt nhanh', rows: ['Wi-Fi: tắt'] })).toBe('apps shade');
  expect(look({ title: 'Bảng bật tắt nhanh', rows: ['Wi-Fi: tắt'] })).toBe('apps shade split');
  expect(look({ title: 'Máy hỏi', says: 'Cho phép dùng micro?', buttons: ['Cho phép trong lúc dùng'] })).toBe(
    'ask',
  );
  expect(look({ title: 'Con Lan', says: 'Mẹ ăn chưa?', fields: ['Rồi'], buttons: ['Gửi'] })).toBe('chat');
  expect(look({ buttons: ['Hủy', 'Lưu'] })).toBe('pair');
  expect(look({ buttons: ['Hủy', 'Đọc lại', 'Lưu'] })).toBe('pair odd');
});

test('iPhones, computers, sites, calls, fraud and warnings have their own look', () => {
  expect(look({ title: 'Trợ năng', rows: ['VoiceOver'] })).toBe('ios');
  expect(look({ title: 'Màn hình chính', buttons: ['App Store'] })).toBe('apps ios');
  expect(look({ title: 'Lưu bài', fields: ['Tên tệp'] })).toBe('pc');
  expect(look({ title: 'dichvucong.gov.vn', rows: ['Tra cứu'] })).toBe('site');
  expect(look({ title: 'Đang gọi: Cháu Bin', buttons: ['Loa'] })).toBe('call');
  expect(look({ title: 'Tin nhắn lạ (ví dụ lừa đảo)' })).toBe('chat bad');
  expect(look({ title: 'Cảnh báo', buttons: ['Dừng lại'] })).toBe('bad');
  expect(look({ title: 'VNeID', rows: ['Ví giấy tờ'] })).toBe('apps');
  expect(look({ title: 'VNeID', fields: ['Mật khẩu'] })).toBe('');
  expect(look({ title: 'Ngân hàng của bạn', rows: ['Số dư: •••••'], buttons: ['Quét mã'] })).toBe('apps');
});

test('a row that says on or off has its switch; a code is drawn as one; numbers have their pad', () => {
  expect(switchOf('Wi-Fi: đang bật')).toContain('class="sw on"');
  expect(switchOf('Bảo mật 2 lớp: đang tắt')).toContain('cx="11"');
  expect(switchOf('Bật')).toBe('');
  expect(shown({ rows: ['Hình mã QR'] })).toContain('scale(3');
  expect(shown({ fields: ['Mã: ••••••'] }).match(/<text/g)).toHaveLength(10);
  expect(shown({})).toBe('');
  expect(drawScreen({ ...none, rows: ['Hình mã QR'] }, undefined, true).text).toContain('class="art"');
  expect(drawScreen({ ...none, rows: ['Hình mã QR'] }).text, 'paper reckons with words').not.toContain('art');
});

test('a sign is drawn and not spelled', () => {
  expect(unspelled('Quả địa cầu: đổi tiếng')).toBe('đổi tiếng');
  expect(unspelled('Dấu nhân: đóng lại')).toBe('đóng lại');
  expect(unspelled('Micro')).toBe('Micro');
  for (const screen of drawnScreens()) {
    const { text } = drawScreen(screen, undefined, true);
    const lines = text.replace(/aria-label="[^"]*"/, '').match(/<p class="(?:row|key)[^]*?<\/p>/g) ?? [];
    for (const line of lines.filter((each) => /Quả địa cầu|Dấu nhân|Gạch ngang|Ô vuông|Micro/.test(each)))
      expect(line, screen.title).toMatch(/^<p class="[^"]*"><svg/);
  }
});

test('signs of words are signs, and the style of each kind goes with a kind', () => {
  expect(Object.keys(signWords).filter((name) => !isSign(name))).toEqual(['none']);
  expect(
    Object.keys(looks.heads)
      .filter((name) => !isSign(name))
      .sort(),
  ).toEqual(['none']);
  const styles = globSync(['src/styles/look-*.css', 'src/styles/screen.css'])
    .map((file) => readFileSync(file, 'utf8'))
    .join('');
  for (const kind of Object.keys(looks.kinds)) expect(styles, kind).toMatch(new RegExp(`\\.${kind}\\b`));
  const kinds = new Set(drawnScreens().flatMap((screen) => screenLook(screen).kinds));
  if (floor(1) > 0) expect([...kinds].sort(), 'each is drawn').toEqual(Object.keys(looks.kinds).sort());
  expect(readFileSync('src/styles/site.css', 'utf8')).not.toContain('look-');
});

test('every line of the handbook’s screens is written; what is pressed has its finger, what is read an eye', () => {
  const screens = drawnScreens();
  let read = 0;
  let typed = 0;
  for (const screen of screens) {
    const { text } = drawScreen(screen, undefined, true);
    const lines = [...screen.fields, ...screen.rows, ...screen.buttons];
    expect(text.match(/<p class="(?:field|row|key)/g) ?? [], screen.title).toHaveLength(lines.length);
    const fingers = text.match(/class="tip"/g)?.length ?? 0;
    const eyes = text.split('M3 11c7-11').length - 1;
    expect([fingers, eyes], screen.title).toEqual(screen.press === undefined && eyes === 1 ? [0, 1] : [1, 0]);
    if (fingers > 0)
      expect(text, screen.title).toMatch(/class="(?:field|row|key)[^"]* (?:press|typed)[^]*class="tip"/);
    read += eyes;
    typed += screen.press === undefined ? fingers : 0;
  }
  expect(
    [read, typed].map((count) => count >= floor(15)),
    `${read} read, ${typed} typed in`,
  ).toEqual([true, true]);
  expect(screens.length).toBeGreaterThan(floor(150));
});
