/**
 * Floors by style under what search finds for sealed questions of the part that is only measured, a little
 * below the table in `docs/tim-kiem.md`. They may only rise; the goals are higher.
 */
import { expect, test } from 'vitest';
import { isAmong, ownAnswers } from '../../tools/eval-search/own.ts';
import { sealedSets } from '../../tools/eval-search/sealed.ts';
import { present } from '../present.ts';

/** Share of questions whose right page stands first, and among the first three. */
const floors: Readonly<Record<string, readonly [first: number, three: number]>> = {
  brands: [0.55, 0.72],
  'citizens-marked': [0.73, 0.86],
  'citizens-unmarked': [0.7, 0.92],
  dialect: [0.7, 0.8],
  elders: [0.5, 0.87],
  emergencies: [0.55, 0.8],
  'numbers-titles': [0.9, 0.92],
  officers: [0.58, 0.79],
  stallholders: [0.66, 0.88],
  trainers: [0.45, 0.87],
  typing: [0.8, 0.96],
};

const sets = new Map(sealedSets('test/search/sealed'));

test.each(Object.entries(floors))('sealed questions, %s', (style, [first, three]) => {
  const asked = present(sets.get('test'), 'the sealed part').filter(
    (one) => one.style === style && one.first.length > 0,
  );
  expect(asked.length).toBeGreaterThan(20);
  const share = (count: number, right: 'first' | 'three'): number =>
    asked.filter((one) =>
      ownAnswers(one.text)
        .slice(0, count)
        .some((address) => isAmong(address, right === 'first' ? one.first : [...one.first, ...one.also])),
    ).length / asked.length;
  expect(share(1, 'first')).toBeGreaterThanOrEqual(first);
  expect(share(3, 'three')).toBeGreaterThanOrEqual(three);
});
