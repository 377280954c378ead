/** The code of a way: what goes in comes out, and a slip is found. */
import { expect, test } from 'vitest';
import {
  decode,
  encode,
  shortTicks,
  signs,
  type Carried,
  type ShortPath,
} from '../../../src/outputs/way/code.ts';
import {
  isEmpty,
  mostPeople,
  merged,
  nothingDone,
  type CheckResult,
  type Progress,
} from '../../../src/outputs/way/progress.ts';

/** The same numbers on each run. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
const paths: readonly ShortPath[] = [
  { key: 0, numbers: [12, 61, 13, 82, 81, 45, 121, 34] },
  { key: 22, numbers: [220, 221, 222, 223, 224, 225, 226, 227, 228, 229] },
];
const plain = (code: string): string => code.replaceAll('-', '');
const grouped = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');
const refused = (code: string): boolean => 'kind' in decode(code, paths);

const numbersBelow = (roll: (below: number) => number, most: number, limit: number): number[] =>
  [...new Set(Array.from({ length: roll(most + 1) }, () => 1 + roll(limit)))].sort(
    (left, right) => left - right,
  );
function someProgress(roll: (below: number) => number, most = 60): Progress {
  const checks = numbersBelow(roll, 12, 39).map((number): [string, CheckResult] => {
    const of = 3 + roll(3);
    return [`${'ABCDEFG'.charAt(number % 7)}${String(number)}`, [roll(of + 1), of]];
  });
  return {
    done: numbersBelow(roll, most, 599),
    at: new Map(numbersBelow(roll, 6, 599).map((number) => [number, 1 + roll(14)])),
    checks: new Map(checks.sort(([left], [right]) => (left < right ? -1 : 1))),
    drills: numbersBelow(roll, 12, 60),
  };
}

test('signs: as many as a prime, each once, none that looks like another', () => {
  expect(new Set(signs).size).toBe(23);
  for (const alike of ['0ODQ', '1IL', '2Z', '5S', '6G', '8B', 'UV', 'MN', 'CG', 'VY'])
    expect([...alike].filter((sign) => signs.includes(sign)).length, alike).toBeLessThanOrEqual(1);
});

test('whatever a device may hold comes back from its code', () => {
  const roll = dice(7);
  for (let round = 0; round < 400; round += 1) {
    const carried: Carried = { person: roll(mostPeople), progress: someProgress(roll, round % 200) };
    const code = encode(carried, paths);
    expect(code).toMatch(/^[2-9A-Z]{4}(?:-[2-9A-Z]{4})+$/);
    expect(decode(code, paths), code).toEqual(carried);
    expect(decode(` ${plain(code).toLowerCase()} `, paths), code).toEqual(carried);
  }
});

test('one family or track path alone fits eight signs, whoever walks it and however far', () => {
  let seen = 0;
  for (const { key, numbers } of paths)
    for (let person = 0; person < mostPeople; person += 1)
      for (let ticks = 1; ticks < 2 ** numbers.length; ticks += 1) {
        const done = numbers.filter((_, place) => (ticks >> place) % 2 === 1).sort((one, two) => one - two);
        const carried = { person, progress: { ...nothingDone, done } };
        const code = encode(carried, paths);
        if (plain(code).length !== 8) throw new Error(`${key} ${ticks}: ${code}`);
        if (ticks % 37 === 1) expect(decode(code, paths)).toEqual(carried);
        seen += 1;
      }
  expect(seen).toBe(mostPeople * (2 ** 8 - 1 + 2 ** 10 - 1));
  const full: ShortPath = { key: 99, numbers: Array.from({ length: shortTicks }, (_, place) => 990 + place) };
  const last = { person: mostPeople - 1, progress: { ...nothingDone, done: full.numbers } };
  expect(plain(encode(last, [full]))).toHaveLength(8);
  expect(decode(encode(last, [full]), [full])).toEqual(last);
});

/** Codes of all lengths. */
const samples = Array.from({ length: 40 }, (_, index) => {
  const roll = dice(index + 1);
  const progress = index < 10 ? { ...nothingDone, done: [220 + index, 229] } : someProgress(roll, index * 3);
  return plain(encode({ person: index % mostPeople, progress }, paths));
});

test('every single wrong sign and every swap of neighbours is found', () => {
  let slips = 0;
  for (const code of samples)
    for (let place = 0; place < code.length; place += 1) {
      const before = code.slice(0, place);
      for (const sign of signs) {
        if (sign === code[place]) continue;
        if (!refused(`${before}${sign}${code.slice(place + 1)}`))
          throw new Error(`${grouped(code)} ${place} ${sign}`);
        slips += 1;
      }
      const [one, two] = [code.charAt(place), code.charAt(place + 1)];
      if (two === '' || one === two) continue;
      if (!refused(`${before}${two}${one}${code.slice(place + 2)}`))
        throw new Error(`${grouped(code)} ${place}`);
      slips += 1;
    }
  expect(slips).toBeGreaterThan(40_000);
});

/** Other slips, each on a code with a die. */
const slips: Readonly<Record<string, (code: string, roll: (below: number) => number) => string>> = {
  'two wrong signs anywhere': (code, roll) => spoilt(spoilt(code, roll), roll),
  'three wrong signs anywhere': (code, roll) => spoilt(spoilt(spoilt(code, roll), roll), roll),
  'two wrong signs in a group': (code, roll) => {
    const start = 4 * roll(code.length / 4);
    const group = spoilt(spoilt(code.slice(start, start + 4), roll), roll);
    return code.slice(0, start) + group + code.slice(start + 4);
  },
  'a group that is read from another paper': (code, roll) => {
    const start = 4 * roll(code.length / 4);
    const other = samples[roll(samples.length)] ?? '';
    const from = 4 * roll(other.length / 4);
    return code.slice(0, start) + other.slice(from, from + 4) + code.slice(start + 4);
  },
  'groups that changed places': (code, roll) => {
    const groups = code.match(/.{4}/g) ?? [];
    const [one, two] = [roll(groups.length), roll(groups.length)];
    const first = groups[one] ?? '';
    groups[one] = groups[two] ?? '';
    groups[two] = first;
    return groups.join('');
  },
  'a group left out': (code, roll) => {
    const start = 4 * roll(code.length / 4);
    return code.slice(0, start) + code.slice(start + 4);
  },
  'a group written twice': (code, roll) => {
    const start = 4 * roll(code.length / 4);
    return code.slice(0, start + 4) + code.slice(start);
  },
  'a sign left out and one hung on': (code, roll) => {
    const place = roll(code.length);
    return code.slice(0, place) + code.slice(place + 1) + signs.charAt(roll(23));
  },
  'signs two apart that changed places': (code, roll) => {
    const place = roll(code.length - 2);
    const [one, two, three] = code.slice(place);
    return `${code.slice(0, place)}${three ?? ''}${two ?? ''}${one ?? ''}${code.slice(place + 3)}`;
  },
  'anything at all': (code, roll) => [...code].map(() => signs.charAt(roll(23))).join(''),
};
function spoilt(code: string, roll: (below: number) => number): string {
  const place = roll(code.length);
  return code.slice(0, place) + signs.charAt(roll(23)) + code.slice(place + 1);
}

test.each(Object.entries(slips))('%s: found at least 99 times of 100', (_, slip) => {
  const roll = dice(11);
  let tried = 0;
  let found = 0;
  for (let round = 0; round < 8000; round += 1) {
    const code = samples[round % samples.length] ?? '';
    const wrong = slip(code, roll);
    if (wrong === code) continue;
    tried += 1;
    if (refused(wrong)) found += 1;
  }
  expect(tried).toBeGreaterThan(4000);
  expect(found / tried).toBeGreaterThanOrEqual(0.99);
});

test('what strangers type never breaks the reader, and faults say where', () => {
  const roll = dice(3);
  for (let round = 0; round < 3000; round += 1) {
    const letters = Array.from({ length: roll(40) }, () => String.fromCharCode(32 + roll(400)));
    expect(refused(letters.join(''))).toBe(true);
  }
  expect(decode(' - ', paths)).toEqual({ kind: 'empty' });
  expect(decode('2345-67', paths)).toEqual({ kind: 'length', signs: 6 });
  expect(decode(signs.repeat(800), paths)).toMatchObject({ kind: 'length' });
  const code = samples[20] ?? '';
  expect(decode(`${code.slice(0, 5)}O${code.slice(6)}`, paths)).toEqual({
    kind: 'sign',
    sign: 'O',
    group: 2,
  });
  const wrong = code.charAt(5) === '2' ? '3' : '2';
  expect(decode(`${code.slice(0, 5)}${wrong}${code.slice(6)}`, paths)).toEqual({ kind: 'group', group: 2 });
});

test('people write B for 8 and S for 5: the code is read all the same', () => {
  const code = samples.find((one) => /[258]/.test(one)) ?? '';
  const twin = code.replaceAll('8', 'B').replaceAll('5', 'S').replaceAll('2', 'z');
  expect(decode(twin, paths)).toEqual(decode(code, paths));
});

test('a code outlives its edition: a list that grew, guides that are gone, a form to come', () => {
  const carried = { person: 0, progress: { ...nothingDone, done: [12, 82] } };
  const code = encode(carried, paths);
  const [family] = paths;
  const grown = [{ key: 0, numbers: [...(family?.numbers ?? []), 99] }];
  expect(decode(code, grown)).toEqual(carried);
  // An edition that does not know the family's list says so, and tracks need no list at all.
  expect(decode(code, [])).toEqual({ kind: 'newer' });
  const track = { person: 2, progress: { ...nothingDone, done: [221, 229] } };
  expect(decode(encode(track, paths), [])).toEqual(track);
});

test('two devices together lose nothing, in any order and however often', () => {
  const roll = dice(5);
  for (let round = 0; round < 200; round += 1) {
    const [one, two, three] = [someProgress(roll), someProgress(roll), someProgress(roll)];
    const both = merged(one, two);
    expect(both).toEqual(merged(two, one));
    expect(merged(both, one)).toEqual(both);
    expect(merged(both, three)).toEqual(merged(one, merged(two, three)));
    for (const number of [...one.done, ...two.done]) expect(both.done).toContain(number);
    for (const number of [...one.drills, ...two.drills]) expect(both.drills).toContain(number);
    for (const [number, step] of [...one.at, ...two.at])
      expect(both.at.get(number)).toBeGreaterThanOrEqual(step);
    for (const [code, [right, of]] of [...one.checks, ...two.checks]) {
      const [most, all] = both.checks.get(code) ?? [0, 1];
      expect(most / all).toBeGreaterThanOrEqual(right / of);
    }
  }
  expect(isEmpty(merged(nothingDone, nothingDone))).toBe(true);
});
