/** Which guides are needed most, and what of them is drawn: of the small content, with more and less. */
import { expect, test } from 'vitest';
import { reportGuide, stopGuide, type Guide } from '../../src/handbook/handbook.ts';
import { isMostNeeded, isPictured, picturesByPlace, placeOf } from '../../src/handbook/needed.ts';
import { allStepsOf, stepsOf } from '../../src/handbook/steps.ts';
import { smallWorld } from '../fixtures/small-world.ts';
import { present } from '../present.ts';

const { byId, easyRead, programmes, guides } = smallWorld();
const some = present(byId.get('vuon/tuoi-cay'), 'a guide');
const { easyRead: _, ...without } = some;
const plain: Guide = {
  ...without,
  programmes: [],
  data: { ...some.data, level: 'first', stop: false, calls: [], quarterReport: false },
};

test.each<readonly [string, Partial<Guide>, Partial<Guide['data']>]>([
  ['for whoever is being cheated', {}, { stop: true }],
  ['with somebody to call', {}, { calls: ['cuu-ho'] }],
  ['with an easy version', { easyRead: present(easyRead[0], 'an easy version') }, {}],
  ['that a class is taught from', { programmes }, {}],
])('a guide %s is needed most, unless it is for people who teach', (_name, fields, data) => {
  const of = (level: Guide['data']['level']): Guide => ({
    ...plain,
    ...fields,
    data: { ...plain.data, ...data, level },
  });
  expect(isMostNeeded(of('first'))).toBe(true);
  expect(isMostNeeded(of('some'))).toBe(true);
  expect(isMostNeeded(of('sure'))).toBe(false);
});

test('a guide that has none of these is not, and neither the one to stop at nor the one to report by', () => {
  expect(isMostNeeded(plain)).toBe(false);
  expect(stopGuide([plain])).toBeUndefined();
  expect(reportGuide([plain])).toBeUndefined();
  expect(stopGuide(guides)?.id).toBe('vuon/tuoi-cay');
  const report = { ...plain, data: { ...plain.data, quarterReport: true } };
  expect(reportGuide([plain, report, some])).toBe(report);
});

test('steps are counted by the place where they happen, those with a drawing apart', () => {
  const steps = guides.flatMap(allStepsOf);
  expect(steps.length).toBeGreaterThan(4);
  const drawn = steps.filter(isPictured);
  expect(drawn.map(({ title }) => title)).toContain('Múc nước');
  expect(drawn.length).toBeLessThan(steps.length);
  const places = picturesByPlace(steps);
  for (const [place, { steps: count, pictured }] of places) {
    const own = steps.filter((step) => placeOf(step) === place);
    expect([count, pictured], place).toEqual([own.length, own.filter(isPictured).length]);
  }
  expect([...places.values()].reduce((sum, { steps: count }) => sum + count, 0)).toBe(steps.length);
  expect(stepsOf(some, 1)).toEqual(allStepsOf(some));
  expect(stepsOf(some, 2)).toEqual([]);
});
