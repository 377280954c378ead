import { expect, test } from 'vitest';
import { isKind, kinds, passes } from '../../src/search/filter.ts';

const all = { kind: '', audiences: [] } as const;

test('nothing asked for lets everything through', () => {
  for (const a of ['/', '/huong-dan/tien/chuyen-khoan/', '/tu-dien/#otp'])
    expect(passes(all, a, [])).toBe(true);
});

test('each kind takes its own addresses and leaves the others', () => {
  const own = {
    bai: '/huong-dan/tien/chuyen-khoan/',
    'cho-so': '/cho-so/thanh-toan/qr-cua-minh/',
    'de-doc': '/de-doc/ma-otp/',
    'tu-dien': '/tu-dien/#otp',
    'phong-trao': '/ke-hoach/lam-dong-1410/4-1/',
  } as const;
  expect(Object.keys(own).sort()).toEqual(Object.keys(kinds).sort());
  for (const k of Object.keys(own)) {
    if (!isKind(k)) throw new Error(k);
    for (const [other, address] of Object.entries(own))
      expect(passes({ ...all, kind: k }, address, []), `${k} ${other}`).toBe(k === other);
  }
  expect(isKind('constructor')).toBe(false);
});

test('an audience takes its pages and those for everybody', () => {
  const f = { kind: '', audiences: ['nguoi-dan', 'nguoi-cao-tuoi'] } as const;
  expect(passes(f, '/x/', ['nguoi-cao-tuoi'])).toBe(true);
  expect(passes(f, '/x/', ['moi-nguoi'])).toBe(true);
  expect(passes(f, '/x/', ['can-bo'])).toBe(false);
  expect(passes(f, '/x/', [])).toBe(false);
});
