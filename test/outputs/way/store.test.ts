/** What a device keeps of a way: nothing strange breaks it, and paths lead where they say. */
import { expect, test } from 'vitest';
import { wayProblems } from '../../../src/outputs/way/judge.ts';
import { encode } from '../../../src/outputs/way/code.ts';
import { pathKinds, pathsOf, shortPaths } from '../../../src/outputs/way/paths.ts';
import { nothingDone } from '../../../src/outputs/way/progress.ts';
import { withDrill, withPlace, withResult, withTick } from '../../../src/outputs/way/steps.ts';
import {
  longestName,
  noWays,
  progressBy,
  waysOf,
  withName,
  withProgress,
  writtenWays,
  type Ways,
} from '../../../src/outputs/way/store.ts';
import { present } from '../../present.ts';
import { realHandbook } from '../../real.ts';
import { floor, isNational } from '../../national/edition.ts';

const handbook = realHandbook();
const paths = pathsOf(handbook);

const own = withResult(withDrill(withPlace(withTick(nothingDone, 83, true), 84, 5), 12), 'E1', [3, 4]);

test('what was written is read again, for each person of the house', () => {
  const ways: Ways = {
    ...withProgress(withProgress(noWays, 0, own), 4, own),
    who: 4,
    paths: ['/lo-trinh/gia-dinh/'],
    names: new Map([[1, 'Bà Tư']]),
  };
  expect(waysOf(writtenWays(ways))).toEqual(ways);
  expect(waysOf(null)).toEqual(noWays);
});

test.each([
  'x',
  '7',
  '[]',
  'null',
  '{"people":7}',
  '{"people":{"0":{"done":"83","at":[],"checks":{"E1":[5,4]},"drills":[-1,0.5,"a"]}}}',
  '{"people":{"99":{"done":[83]}},"who":99,"paths":{"0":1}}',
  '{"v":9,"later":true}',
  '{"names":{"0":"  ","9":"Bà Tư","-1":"x","1":7}}',
  '{"names":[7]}',
])('%s is no way, and nothing breaks', (text) => {
  expect(waysOf(text)).toEqual(noWays);
});

test('what this edition does not know is kept', () => {
  const text = '{"v":1,"people":{"0":{"done":[7777,83],"drills":[999]}}}';
  const { people } = waysOf(text);
  expect(people.get(0)).toMatchObject({ done: [83, 7777], drills: [999] });
});

test('a name is short, can be taken back, and is in no code', () => {
  const named = withName(withProgress(noWays, 2, own), 2, `  Bà   Tư ${'x'.repeat(99)}`);
  expect(named.names.get(2)).toMatch(/^Bà Tư x+$/);
  expect(named.names.get(2)).toHaveLength(longestName);
  expect(withName(named, 2, ' ').names.size).toBe(0);
  const code = encode({ person: 2, progress: progressBy(named, 2) }, []);
  expect(code).toBe(encode({ person: 2, progress: own }, []));
});

test('a tick can be taken back, and all that is undone leaves no trace', () => {
  const back = withTick(withTick(nothingDone, 83, true), 83, false);
  expect(withProgress(withProgress(noWays, 0, own), 0, back).people.size).toBe(0);
});

test('there is a path for the family, each track, each audience and each kind of target', () => {
  const kinds = pathKinds.map((kind) => paths.filter((path) => path.kind === kind).length);
  expect(kinds).toEqual([1, handbook.tracks.length, handbook.audiences.length, isNational ? 7 : kinds[3]]);
  expect(new Set(paths.map(({ address }) => address)).size).toBe(paths.length);
  for (const { address, parts } of paths) {
    const numbers = parts.flatMap(({ items }) => items.map(({ guide }) => guide.data.number));
    expect(new Set(numbers).size, address).toBe(numbers.length);
    expect(numbers.length, address).toBeGreaterThanOrEqual(floor(5));
  }
  const targets = paths.flatMap((path) => path.targets).length;
  expect(targets).toBe(handbook.indicators.length);
});

test('a target’s path has every skill that its group is taught, with the check of it', () => {
  const path = present(
    paths.find(({ address }) => address === '/lo-trinh/chi-tieu/nguoi-dan/ky-nang/'),
    'path of the people',
  );
  const items = path.parts.flatMap((part) => part.items);
  expect(items.length).toBeGreaterThan(floor(35));
  expect(new Set(items.flatMap(({ checks }) => checks)).size).toBeGreaterThan(floor(35));
});

test('every path of the family and of a track is short enough for eight signs', () => {
  const short = shortPaths(handbook);
  let fit = 0;
  for (const { kind, parts } of paths) {
    if (kind !== 'family' && kind !== 'track') continue;
    const numbers = parts.flatMap(({ items }) => items.map(({ guide }) => guide.data.number));
    expect(short.some((one) => numbers.every((number) => one.numbers.includes(number)))).toBe(true);
    fit += 1;
  }
  expect(fit).toBe(1 + handbook.tracks.length);
});

test('a drill’s number is its own, and the family’s list of numbers is whole', () => {
  const { drills, printKit } = handbook;
  expect(wayProblems(handbook)).toEqual([]);
  const [first, second] = drills;
  const twin = { ...present(second, 'drill'), data: { ...present(second, 'drill').data, number: 1 } };
  const rules = wayProblems({ drills: [present(first, 'drill'), twin], printKit }).map(({ rule }) => rule);
  expect(rules).toEqual(['drill-twice']);
  const short = { ...printKit, familyNumbers: printKit.familyNumbers.slice(1) };
  expect(wayProblems({ drills: [], printKit: short })).toMatchObject([
    { rule: 'way-family', file: 'content/in-an.yaml', field: 'familyNumbers' },
  ]);
});
