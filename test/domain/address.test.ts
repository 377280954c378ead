import { expect, test } from 'vitest';
import * as address from '../../src/domain/address.ts';

test('addresses are what has been printed', () => {
  expect(address.guideAddress('tien/quet-ma-qr-de-tra-tien')).toBe('/huong-dan/tien/quet-ma-qr-de-tra-tien/');
  expect(address.topicAddress('tien')).toBe('/huong-dan/tien/');
  expect(address.trackAddress('tiet-kiem')).toBe('/cho-so/tiet-kiem/');
  expect(address.lessonAddress('tiet-kiem/a')).toBe('/cho-so/tiet-kiem/a/');
  expect(address.numberAddress(83)).toBe('/83/');
  expect(address.audienceAddress('nong-dan')).toBe('/danh-cho/nong-dan/');
  expect(address.areaAddress('an-toan')).toBe('/ky-nang/an-toan/');
  expect(address.skillAddress('an-toan', 'mat-khau-otp')).toBe('/ky-nang/an-toan/mat-khau-otp/');
  expect(address.planAddress('lam-dong-1410')).toBe('/ke-hoach/lam-dong-1410/');
  expect(address.taskAddress('lam-dong-1410/4-1')).toBe('/ke-hoach/lam-dong-1410/4-1/');
  expect(address.workstreamAddress('cho-so')).toBe('/mang-viec/cho-so/');
  expect(address.unitAddress('bo-cong-an')).toBe('/don-vi/bo-cong-an/');
  expect(address.termAddress('otp')).toBe('/tu-dien/#otp');
  expect(address.modeAddress('chu-to')).toBe('/tro-nang/chu-to/');
  expect(address.easyReadAddress('a')).toBe('/de-doc/a/');
});

test('pages that exist once have addresses of their own, with slashes or a file name', () => {
  const all = Object.values(address.pages);
  expect(all.length).toBeGreaterThanOrEqual(18);
  expect(new Set(all).size).toBe(all.length);
  // Digits only in the festival's day: other numbers belong to guides.
  for (const page of all)
    expect(page.replace('/10-10/', '/ngay-hoi/')).toMatch(/^\/(?:[a-z-]+\/)*(?:[a-z-]+\.[a-z]+)?$/);
});

test('absolute addresses stand on the base of the edition, with or without its slash', () => {
  expect(address.absolute('https://xa.example', '/so/')).toBe('https://xa.example/so/');
  expect(address.absolute('https://xa.example/', '/so/')).toBe('https://xa.example/so/');
  expect(address.absolute('https://xa.example/so-tay', '/')).toBe('https://xa.example/so-tay/');
  expect(address.absolute('https://xa.example/a/so-tay/', '/83/?x=1#y')).toBe(
    'https://xa.example/a/so-tay/83/?x=1#y',
  );
  expect(
    ['https://xa.example', 'https://xa.example/', 'https://xa.example/a/b/'].map(address.pathOf),
  ).toEqual(['', '', '/a/b']);
});
