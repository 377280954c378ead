/**
 * The small content, joined, told as its pages tell it: one line for each entry, with its address and all
 * that it leads to. Whoever changes the join reads here what became of the links; a line that is right is
 * written over with `vitest -u`. Order of lists is proved on the real content, where files lie in another
 * order.
 */
import { describe, expect, test } from 'vitest';
import type { Handbook } from '../../src/handbook/handbook.ts';
import { joinHandbook } from '../../src/handbook/join.ts';
import { levelPlace } from '../../src/handbook/links.ts';
import { collator } from '../../src/vietnamese/text.ts';
import { smallProof, smallWorld } from '../fixtures/small-world.ts';
import { present } from '../present.ts';
import { realHandbook } from '../real.ts';

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isEntry = (value: unknown): value is { readonly id: unknown } =>
  isObject(value) && 'id' in value && 'data' in value;

/** What a field says or leads to, entries by their ids; undefined for what says nothing. */
function leadsTo(value: unknown): string | undefined {
  if (['string', 'number', 'boolean'].includes(typeof value)) return String(value);
  if (isEntry(value)) return String(value.id);
  if (isObject(value) && !Array.isArray(value)) return `(${fieldsOf(value)})`;
  if (!Array.isArray(value) || value.length === 0) return undefined;
  if (value.every(isEntry)) return value.map(({ id }) => String(id)).join(' ');
  const inner = value.map((one: unknown) => (isObject(one) ? fieldsOf(one) : ''));
  return inner.some((one) => one !== '') ? `(${inner.join(') (')})` : undefined;
}

/** Fields that repeat the file, and texts that have tests of their own. */
const aside = new Set([
  'data',
  'tree',
  'id',
  'address',
  'file',
  'sentence',
  'card',
  'lesson',
  'announcement',
  'event',
]);

const fieldsOf = (entry: object): string =>
  Object.entries(entry)
    .filter(([key]) => !aside.has(key))
    .map(([key, value]) => [key, leadsTo(value)])
    .filter(([, ids]) => ids !== undefined)
    .map(([key, ids]) => `${key}: ${ids}`)
    .join(', ');

const lineOf = (entry: object): string =>
  [isEntry(entry) ? entry.id : '', 'address' in entry ? entry.address : '', fieldsOf(entry)].join(' | ');

const outline = (handbook: Handbook): string =>
  Object.entries(handbook)
    .flatMap(([list, entries]) =>
      Array.isArray(entries) && entries.length > 0
        ? [`# ${list}`, ...entries.map((entry: unknown) => (isObject(entry) ? lineOf(entry) : String(entry)))]
        : [],
    )
    .join('\n');

test('every link of the small content', async () => {
  await expect(outline(smallWorld())).toMatchFileSnapshot('small-world.txt');
});

test('nothing that was joined can be written to: pages share it', () => {
  const handbook = smallWorld();
  const shared = [handbook, ...Object.values(handbook).filter(Array.isArray), ...handbook.guides];
  const lists = handbook.guides.flatMap((guide) => [guide.tasks, guide.seeAlso, guide.skills, guide.rules]);
  for (const one of [...shared, ...handbook.pages, ...lists]) expect(Object.isFrozen(one)).toBe(true);
  expect(shared.length).toBeGreaterThan(30);
});

test('a rule is not told as used by whatever names an entry of another kind with the same id', () => {
  const { entries, proof } = smallProof();
  const rule = present(entries.rules[0], 'a rule');
  // The duty of the stall names the guide `bep/rua-rau`; the rule of that name has nothing to do with it.
  const rules = [...entries.rules, { ...rule, id: 'bep/rua-rau' }];
  const joined = joinHandbook({ ...entries, rules }, proof);
  expect(joined.rules.map(({ id, uses }) => [id, uses.length > 0])).toEqual([
    [rule.id, true],
    ['bep/rua-rau', false],
  ]);
});

describe('lists of the real content stand in their own order, whatever their files are called', () => {
  const handbook = realHandbook();
  const byOrder = ({ data }: { readonly data: { readonly order: number } }): number => data.order;
  const {
    topics,
    tracks,
    audiences,
    areas,
    workstreams,
    programmes,
    practices,
    drills,
    pages,
    emergencies,
    modes,
    guides,
    easyRead,
    units,
    plans,
    tasks,
  } = handbook;
  test.each<readonly [string, readonly number[]]>([
    ['topics', topics.map(byOrder)],
    ['tracks', tracks.map(byOrder)],
    ['audiences', audiences.map(byOrder)],
    ['areas', areas.map(byOrder)],
    ['workstreams', workstreams.map(byOrder)],
    ['programmes', programmes.map(byOrder)],
    ['practices', practices.map(byOrder)],
    ['drills', drills.map(byOrder)],
    ['pages', pages.map(byOrder)],
    ['emergencies', emergencies.map(byOrder)],
    ['modes', modes.map(byOrder)],
    ['guides, by number', guides.map(({ data }) => data.number)],
    ['easy texts, by the number of their guide', easyRead.map(({ guide }) => guide.data.number)],
    ['units, widest first', units.map(({ data }) => levelPlace(data.level))],
    ['plans, widest first', plans.map(({ data }) => levelPlace(data.level))],
    ['tasks, by plan', tasks.map(({ plan }) => plans.indexOf(plan))],
  ])('%s', (_list, places) => {
    expect(places.length).toBeGreaterThan(1);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  const codes = (list: readonly { readonly data: { readonly code: string } }[]): string[] =>
    list.map(({ data }) => data.code);
  test.each<readonly [string, readonly string[]]>([
    ['skills, by code', codes(handbook.skills)],
    ['skills of an area, by code', codes(areas[0]?.skills ?? [])],
    ['checks, by the code of their skill', codes(handbook.checks.map(({ skill }) => skill))],
    ['terms, as a dictionary has them', handbook.terms.map(({ data }) => data.term)],
    [
      'units of one level, by name',
      units.filter(({ data }) => data.level === units[0]?.data.level).map(({ data }) => data.name),
    ],
  ])('%s', (_list, words) => {
    expect(words.length).toBeGreaterThan(1);
    expect(words).toEqual([...words].sort((one, other) => collator.compare(one, other)));
  });
});
