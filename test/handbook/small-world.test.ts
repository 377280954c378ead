/**
 * The small content, joined, told as its pages tell it: one line for each entry, with its address and all that
 * it leads to. Whoever changes the join reads here what became of the links; a line that is right is written
 * over with `vitest -u`. Order of lists is proved on the real content, where files lie in another order.
 */
import { describe, expect, test } from 'vitest';
import { prove } from '../../src/gate/prove.ts';
import { readContent } from '../../src/gate/read.ts';
import type { Handbook } from '../../src/handbook/handbook.ts';
import { joinHandbook } from '../../src/handbook/join.ts';
import { levelPlace } from '../../src/handbook/links.ts';
import { collator } from '../../src/vietnamese/text.ts';
import { swap, withTree, type Changes } from '../fixtures/tree.ts';
import { realHandbook } from '../real.ts';

const figure = '{quy-dinh:tien/han-muc.muc}';
const quoted = '<Rule id="tien/han-muc" part="muc" />';
const picks = (what: string): string => `serves:\n  - { task: xa-mau-01/1, why: ${what}, first: 2 }\n`;

/**
 * The small content with what each kind of link needs: a rule quoted by every kind of entry, tasks that start
 * with something, a second class, drill and emergency whose order is not that of their names.
 */
const world: Changes = {
  'guides/bep/rua-rau.mdx': (old) =>
    swap(
      'risk: none',
      'serves:\n  - { task: xa-mau-01/1, why: Rửa cho kịp }\n  - { task: tinh-mau-02/1, why: Rửa trước, first: 2 }\nrisk: none',
    )(old).replace(/<Step title="[^"]*">\n/, `$&\nMỗi người ${quoted}, nhiều nhất ${quoted}.\n\n`),
  'tasks/tinh-mau-02/2.yaml': swap('{ by: guides }', '{ by: guides, as: tinh-mau-02/1 }'),
  'guides/vuon/tuoi-cay.mdx': swap(
    '  - { task: tinh-mau-02/2, first: 1, why: Bài để mở đầu việc này. }\n',
    '',
  ),
  'terms/noi-com.yaml': swap('bằng điện.', `bằng điện, giá ${figure}.`),
  'programmes/lop-nau-com.yaml': (old) =>
    swap('why: Tối', `${picks('Lớp để mở đầu')}why: Dưới ${figure}, tối`)(old),
  'announcements/can-rau.yaml': swap('cân đủ', `dưới ${figure} cân đủ`),
  'easy-read/nau-com-dien.mdx': swap('Rửa gạo.', `Rửa gạo. Giá ${quoted}.`),
  'market/rau/can-rau.mdx': swap('Cân ba bó', `Ai bán dưới ${quoted} thì cân ba bó`),
  'events/viec-nha/bao-khach.yaml': swap('nhà ai có khách.', `nhà ai có khách. Dưới ${figure}.`),
  'sap-cua-toi.yaml': swap('Một câu hỏi.', `Dưới ${figure}, một câu hỏi.`),
  'emergencies/bong-nuoc-soi.yaml': swap('order: 1', 'order: 2'),
  'emergencies/roi-ao.yaml':
    'title: Rơi xuống ao\nsteps: [Gọi người.]\ncalls: [tho-dien, cuu-ho]\norder: 1\nsources:\n  - { title: Kiến thức chung, seen: 2026-11-21, certainty: common }\nchecked: 2026-11-21\n',
};

const isEntry = (value: unknown): value is { readonly id: unknown } =>
  typeof value === 'object' && value !== null && 'id' in value && 'data' in value;

/** What a field says or leads to, entries by their ids; undefined for what says nothing. */
function leadsTo(value: unknown): string | undefined {
  if (['string', 'number', 'boolean'].includes(typeof value)) return String(value);
  if (isEntry(value)) return String(value.id);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return `(${fieldsOf(value)})`;
  if (!Array.isArray(value) || value.length === 0) return undefined;
  if (value.every(isEntry)) return value.map(({ id }) => String(id)).join(' ');
  const inner = value.map((one) => (typeof one === 'object' && one !== null ? fieldsOf(one) : ''));
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
        ? [
            `# ${list}`,
            ...entries.map((entry) => (typeof entry === 'object' ? lineOf(entry) : String(entry))),
          ]
        : [],
    )
    .join('\n');

test('every link of the small content', async () => {
  const text = withTree(world, (root) => {
    const { entries, problems } = readContent(root);
    const proof = prove(entries);
    expect([...problems, ...proof.problems]).toEqual([]);
    return outline(joinHandbook(entries, proof));
  });
  await expect(text).toMatchFileSnapshot('small-world.txt');
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
