/** A reader in danger is given the guide and the numbers that the content names for it, and no others. */
import { expect, test } from 'vitest';
import { present } from '../present.ts';
import { realContent, realHandbook } from '../real.ts';

test('each emergency keeps its guide and whom to call, in its order', () => {
  const { emergencies } = realHandbook();
  const written = new Map(realContent().emergencies.map(({ id, data }) => [id, data]));
  expect(emergencies).toHaveLength(written.size);
  let guided = 0;
  for (const { id, guide, calls } of emergencies) {
    const data = present(written.get(id), id);
    expect(guide?.id, id).toBe(data.guide);
    expect(
      calls.map((contact) => contact.id),
      id,
    ).toEqual(data.calls);
    guided += guide === undefined ? 0 : 1;
  }
  expect(guided).toBeGreaterThan(0);
  const orders = emergencies.map(({ data }) => data.order);
  expect(orders).toEqual([...orders].sort((one, other) => one - other));
});

test('the edition is as new as the newest day on which anything was checked', () => {
  const days = Object.values(realContent())
    .flat()
    .flatMap(({ data }) => ('checked' in data && typeof data.checked === 'string' ? [data.checked] : []));
  expect(days.length).toBeGreaterThan(100);
  expect(realHandbook().edition).toBe(days.sort().at(-1));
});
