import { expect, test } from 'vitest';
import { isKind, kinds, passes } from '../../src/search/filter.ts';

const all = { kind: '', audiences: [] } as const;

test('nothing asked for lets everything through', () => {
  for (const address of ['/', '/huong-dan/tien/chuyen-khoan/', '/tu-dien/#otp'])
    expect(passes(all, address, [])).toBe(true);
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
  for (const kind of Object.keys(own)) {
    if (!isKind(kind)) throw new Error(kind);
    for (const [other, address] of Object.entries(own))
      expect(passes({ ...all, kind }, address, []), `${kind} ${other}`).toBe(kind === other);
  }
  expect(isKind('constructor')).toBe(false);
});

test('an audience takes its pages and those for everybody', () => {
  const filter = { kind: '', audiences: ['nguoi-dan', 'nguoi-cao-tuoi'] } as const;
  expect(passes(filter, '/x/', ['nguoi-cao-tuoi'])).toBe(true);
  expect(passes(filter, '/x/', ['moi-nguoi'])).toBe(true);
  expect(passes(filter, '/x/', ['can-bo'])).toBe(false);
  expect(passes(filter, '/x/', [])).toBe(false);
});
