/**
 * The plan in the address: what is written is read back the same; what is wrong is told, never dropped in
 * silence.
 */
import { describe, expect, test } from 'vitest';
import { emptyChoice, moved, readSession, sessionQuery } from '../../../src/outputs/room/session-address.ts';
import { devices } from '../../../src/sessions/parts.ts';
import { planLimits, type SessionChoice } from '../../../src/sessions/plan.ts';
import { present } from '../../present.ts';

const audiences = new Set(['nguoi-cao-tuoi', 'tieu-thuong', 'can-bo']);

/** Numbers that look random and are the same each time (Lehmer's generator). */
function dice(seed: number): (most: number) => number {
  let currentSeed = seed;
  return (most) => {
    currentSeed = (currentSeed * 48271) % 2147483647;
    return currentSeed % most;
  };
}

test('any plan comes back from its address as it was', () => {
  const roll = dice(20261122);
  const seen = new Set<string>();
  for (let i = 0; i < 2000; i++) {
    const guides = [...new Set(Array.from({ length: roll(planLimits.guides + 1) }, () => 1 + roll(9999)))];
    const choice: SessionChoice = {
      guides,
      minutes: planLimits.minutes.least + roll(planLimits.minutes.most - planLimits.minutes.least + 1),
      audience: present(['', ...audiences][roll(4)], 'an item of the list'),
      device: present(devices[roll(4)], 'an item of devices'),
    };
    const query = sessionQuery(choice);
    seen.add(query);
    expect(readSession(query, audiences)).toEqual({ choice, slips: [] });
    // The address is plain: nothing in it needs escaping, so it can be printed and typed.
    expect(query).toMatch(/^\?[a-z0-9=&,-]*$/);
  }
  expect(seen.size).toBeGreaterThan(1900);
});

test('whatever stands in the address, a plan within the limits is read and every piece is either used or told', () => {
  const roll = dice(7);
  const letters = [
    '0',
    '1',
    '40',
    ',',
    ' ',
    '+',
    '%2C',
    'đ',
    'abc',
    '-',
    '.',
    '999',
    '12345',
    '<b>',
    '&ai=',
    '&phut=',
    '&may=',
    '&bai=',
    'nguoi-cao-tuoi',
    'android',
    '%',
    '\u0000',
  ];
  let told = 0;
  for (let i = 0; i < 3000; i++) {
    const query = `?bai=${Array.from({ length: roll(12) }, () => letters[roll(letters.length)]).join('')}`;
    const { choice, slips } = readSession(query, audiences);
    told += slips.length;
    expect(choice.guides.length).toBeLessThanOrEqual(planLimits.guides);
    expect(new Set(choice.guides).size).toBe(choice.guides.length);
    for (const guide of choice.guides)
      expect(Number.isInteger(guide) && guide > 0 && guide <= 9999, query).toBe(true);
    expect(
      choice.minutes >= planLimits.minutes.least && choice.minutes <= planLimits.minutes.most,
      query,
    ).toBe(true);
    expect(choice.audience === '' || audiences.has(choice.audience), query).toBe(true);
    const tokens = new URLSearchParams(query)
      .getAll('bai')
      .join(',')
      .split(/[\s,;+]+/u)
      .filter((part) => part !== '');
    expect(
      choice.guides.length +
        slips.filter(
          (slip) => slip.kind === 'not-a-number' || slip.kind === 'twice' || slip.kind === 'too-many',
        ).length,
      query,
    ).toBe(tokens.length);
    // And what was understood is a plan that keeps.
    expect(readSession(sessionQuery(choice), audiences)).toEqual({ choice, slips: [] });
  }
  expect(told).toBeGreaterThan(1000);
});

describe('by hand', () => {
  const slips = (query: string): string[] =>
    readSession(query, audiences).slips.map((slip) => Object.values(slip).join(' '));
  test('an empty address is the empty plan', () => {
    expect(readSession('', audiences)).toEqual({ choice: emptyChoice, slips: [] });
    expect(readSession('?bai=&phut=&ai=&may=', audiences)).toEqual({ choice: emptyChoice, slips: [] });
  });
  test('the address of the brief', () => {
    expect(readSession('?bai=40,83&phut=60&ai=nguoi-cao-tuoi&may=android', audiences)).toEqual({
      choice: { guides: [40, 83], minutes: 60, audience: 'nguoi-cao-tuoi', device: 'android' },
      slips: [],
    });
  });
  test('commas that a messenger has changed', () => {
    for (const query of [
      '?bai=40%2C83',
      '?bai=40+83',
      '?bai=40%2083',
      '?bai=40,,83,',
      '?bai=40&bai=83',
      '?bai=040;83',
    ])
      expect(readSession(query, audiences).choice.guides, query).toEqual([40, 83]);
  });
  test('what is wrong is told', () => {
    expect(slips('?bai=40,abc,40,0')).toEqual(['not-a-number abc', 'twice 40', 'not-a-number 0']);
    expect(slips('?bai=1,2,3,4,5,6,7,8,9,10')).toEqual(['too-many 9', 'too-many 10']);
    expect(slips('?phut=5')).toEqual(['minutes 5 20']);
    expect(slips('?phut=999')).toEqual(['minutes 999 180']);
    expect(slips('?phut=một giờ')).toEqual(['minutes một giờ 60']);
    expect(slips('?ai=nguoi-gia')).toEqual(['audience nguoi-gia']);
    expect(slips('?may=nokia')).toEqual(['device nokia both']);
  });
  test('numbers of guides that this edition does not have are kept', () => {
    expect(readSession('?bai=9999', audiences)).toEqual({
      choice: { ...emptyChoice, guides: [9999] },
      slips: [],
    });
  });
  test('moving up and down, and not beyond the ends', () => {
    const choice = { ...emptyChoice, guides: [1, 2, 3] };
    expect(moved(choice, 0, 1).guides).toEqual([2, 1, 3]);
    expect(moved(choice, 2, -1).guides).toEqual([1, 3, 2]);
    expect(moved(choice, 0, -1)).toBe(choice);
    expect(moved(choice, 2, 1)).toBe(choice);
    expect(moved(choice, 7, -1)).toBe(choice);
  });
});
