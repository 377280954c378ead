/** The join: relations hold both ways, order is settled, and the order of reading changes nothing. */
import { beforeAll, describe, expect, test } from 'vitest';
import { readContent } from '../../src/gate/read.ts';
import { prove } from '../../src/gate/prove.ts';
import { byTime, type Guide, type Handbook } from '../../src/handbook/handbook.ts';
import { joinHandbook } from '../../src/handbook/join.ts';
import { collectionNames, type Entries } from '../../src/schemas/collections.ts';
import { withTree } from '../fixtures/tree.ts';
import { present } from '../present.ts';
import { realContent, realHandbook } from '../real.ts';

function join(root: string): { entries: Entries; handbook: Handbook } {
  const { entries } = readContent(root);
  return { entries, handbook: joinHandbook(entries, prove(entries)) };
}

/** Asserts that `b` is in `toB(a)` exactly when `a` is in `toA(b)`, and returns how many pairs there are. */
function bothWays<A extends object, B extends object>(
  as: readonly A[],
  bs: readonly B[],
  toB: (item: A) => readonly B[],
  toA: (item: B) => readonly A[],
): number {
  let pairs = 0;
  for (const item of as) {
    expect(new Set(toB(item)).size).toBe(toB(item).length);
    for (const otherItem of toB(item)) {
      pairs++;
      expect(toA(otherItem)).toContain(item);
    }
  }
  expect(bs.reduce((sum, item) => sum + toA(item).length, 0)).toBe(pairs);
  return pairs;
}

describe.each([
  ['the good tree', () => withTree({}, join), 1],
  ['the real content', () => ({ entries: realContent(), handbook: realHandbook() }), 50],
] as const)('%s', (_name, open, few) => {
  let handbook: Handbook;
  let entries: Entries;
  beforeAll(() => {
    ({ handbook, entries } = open());
  });

  test('every entry is in it once', () => {
    expect(handbook.guides.length).toBe(
      entries.guides.length + entries.market.length + entries.events.length,
    );
    expect(handbook.byId.size).toBe(handbook.guides.length);
    for (const [list, key] of [
      [handbook.topics, 'topics'],
      [handbook.tracks, 'tracks'],
      [handbook.audiences, 'audiences'],
      [handbook.areas, 'areas'],
      [handbook.skills, 'skills'],
      [handbook.workstreams, 'workstreams'],
      [handbook.plans, 'plans'],
      [handbook.tasks, 'tasks'],
      [handbook.units, 'units'],
      [handbook.terms, 'terms'],
      [handbook.directory, 'directory'],
      [handbook.modes, 'modes'],
      [handbook.programmes, 'programmes'],
      [handbook.practices, 'practices'],
    ] as const) {
      expect(list.map((item) => item.id).sort(), key).toEqual(entries[key].map((entry) => entry.id).sort());
    }
  });

  test('relations hold both ways', () => {
    const { guides, tasks, units, plans } = handbook;
    expect(
      bothWays(
        guides,
        handbook.skills,
        (guide) => guide.skills,
        (skill) => skill.guides,
      ),
    ).toBeGreaterThanOrEqual(few);
    expect(
      bothWays(
        guides,
        handbook.workstreams,
        (guide) => guide.workstreams,
        (workstream) => workstream.guides,
      ),
    ).toBeGreaterThanOrEqual(few);
    expect(
      bothWays(
        guides,
        tasks,
        (guide) => guide.tasks,
        (task) => task.guides,
      ),
    ).toBeGreaterThanOrEqual(few);
    expect(
      bothWays(
        guides,
        [...handbook.topics, ...handbook.tracks],
        (guide) => [guide.shelf],
        (shelf) => shelf.guides,
      ),
    ).toBe(guides.length);
    expect(
      bothWays(
        tasks,
        handbook.workstreams,
        (task) => task.workstreams,
        (workstream) => workstream.tasks,
      ),
    ).toBeGreaterThanOrEqual(tasks.length);
    expect(
      bothWays(
        tasks,
        handbook.audiences,
        (task) => task.audiences,
        (audience) => audience.tasks,
      ),
    ).toBeGreaterThan(0);
    expect(
      bothWays(
        tasks,
        plans,
        (task) => [task.plan],
        (plan) => plan.tasks,
      ),
    ).toBe(tasks.length);
    expect(
      bothWays(
        tasks,
        units,
        (task) => task.lead,
        (unit) => unit.leads,
      ),
    ).toBeGreaterThan(0);
    expect(
      bothWays(
        tasks,
        units,
        (task) => task.coordinating,
        (unit) => unit.joins,
      ),
    ).toBeGreaterThan(0);
    expect(
      bothWays(
        plans,
        units,
        (plan) => [plan.issuer],
        (unit) => unit.issues,
      ),
    ).toBe(plans.length);
    expect(
      bothWays(
        plans,
        plans,
        (plan) => plan.carriesOut,
        (plan) => plan.carriedOutBy,
      ),
    ).toBeGreaterThan(0);
    expect(
      bothWays(
        handbook.skills,
        handbook.areas,
        (skill) => [skill.area],
        (area) => area.skills,
      ),
    ).toBe(handbook.skills.length);
    expect(
      bothWays(
        units,
        units,
        (unit) => (unit.parent ? [unit.parent] : []),
        (unit) => unit.children,
      ),
    ).toBeGreaterThan(0);
    expect(
      bothWays(
        handbook.audiences,
        handbook.audiences,
        (audience) => (audience.parent ? [audience.parent] : []),
        (audience) => audience.children,
      ),
    ).toBeGreaterThan(0);
    expect(
      bothWays(
        handbook.programmes,
        guides,
        (programme) => programme.guides,
        (guide) => guide.programmes,
      ),
    ).toBeGreaterThan(0);
    expect(
      bothWays(
        handbook.programmes,
        handbook.workstreams,
        (programme) => programme.workstreams,
        (workstream) => workstream.programmes,
      ),
    ).toBeGreaterThan(0);
    expect(
      bothWays(
        handbook.programmes,
        tasks,
        (programme) => programme.tasks,
        (task) => task.programmes,
      ),
    ).toBeGreaterThan(0);
    expect(
      bothWays(
        handbook.indicators,
        handbook.audiences,
        (indicator) => [indicator.audience],
        (audience) => audience.indicators,
      ),
    ).toBeGreaterThan(0);
  });

  test('a wider audience has the guides of the narrower ones, each once', () => {
    let checked = 0;
    for (const guide of handbook.guides)
      for (const audience of guide.audiences) {
        for (let x = audience; ; x = x.parent) {
          expect(x.guides.filter((otherGuide) => otherGuide === guide)).toHaveLength(1);
          checked++;
          if (!x.parent) break;
        }
      }
    expect(checked).toBeGreaterThan(handbook.guides.length);
  });

  test('guides serve a task by name or by workstream, and none that no guide can serve', () => {
    for (const task of handbook.tasks) {
      const served = handbook.guides.filter(
        (guide) =>
          guide.data.serves.some((pick) => pick.task === task.id) ||
          guide.workstreams.some((workstream) => task.workstreams.includes(workstream)),
      );
      expect([...task.guides]).toEqual(task.data.handbook.by === 'guides' ? served : []);
    }
  });

  test('sessions: guides are the real ones, parts follow the clock, tasks only those that can be served', () => {
    for (const programme of handbook.programmes) {
      expect(programme.parts.at(-1)?.to, programme.id).toBe(programme.data.minutes);
      programme.parts.forEach((part, index) => {
        expect(part.from, programme.id).toBe(programme.parts[index - 1]?.to ?? 0);
        if (part.guide) expect(programme.guides, programme.id).toContain(part.guide);
      });
      expect(programme.guides, programme.id).toContain(programme.demonstrated);
      expect(programme.questions.length, programme.id).toBe(3);
      for (const question of programme.questions)
        expect(
          question.guide.tree.sections.map((section) => section.id),
          `${programme.id}: ${question.ask}`,
        ).toContain(question.section);
      for (const task of programme.tasks)
        expect(task.data.handbook.by, `${programme.id}: ${task.id}`).toBe('guides');
      for (const audience of programme.audiences)
        for (let x: typeof audience | undefined = audience; x; x = x.parent)
          expect(
            x.programmes.filter((otherProgramme) => otherProgramme === programme),
            `${programme.id}: ${x.id}`,
          ).toHaveLength(1);
    }
    expect(handbook.programmes.filter((programme) => programme.event).length).toBe(1);
  });

  test('the same work in other plans is mutual and never of the own plan', () => {
    expect(
      bothWays(
        handbook.tasks,
        handbook.tasks,
        (task) => task.same,
        (task) => task.same,
      ),
    ).toBeGreaterThan(0);
    for (const task of handbook.tasks)
      for (const otherTask of task.same) expect(otherTask.plan).not.toBe(task.plan);
  });

  test('see-also: at most four, without itself, what comes before and what comes next', () => {
    let seen = 0;
    for (const guide of handbook.guides) {
      expect(guide.seeAlso.length).toBeLessThanOrEqual(4);
      for (const otherGuide of guide.seeAlso) {
        seen++;
        expect([guide, ...guide.before, ...guide.next]).not.toContain(otherGuide);
      }
    }
    expect(seen).toBeGreaterThan(0);
  });

  test('guides by number, shelves and tasks by their order', () => {
    const numbers = handbook.guides.map((guide) => guide.data.number);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    for (const plan of handbook.plans) {
      const orders = plan.tasks.map((task) => task.data.order);
      expect(orders).toEqual([...orders].sort((a, b) => a - b));
    }
    for (const shelf of handbook.topics) {
      const otherNumbers = shelf.guides.map((guide) => guide.data.number);
      expect(otherNumbers).toEqual([...otherNumbers].sort((a, b) => a - b));
    }
  });

  test('reading the files in another order gives the same handbook', () => {
    const turned = Object.fromEntries(
      collectionNames.map((collection) => [collection, [...entries[collection]].reverse()]),
    ) as unknown as Entries;
    const other = joinHandbook(turned, prove(turned));
    const outline = (otherHandbook: Handbook): unknown => ({
      guides: otherHandbook.guides.map((guide) => [
        guide.id,
        guide.address,
        guide.seeAlso.map((otherGuide: Guide) => otherGuide.id),
        guide.tasks.map((task) => task.id),
        guide.before.map((otherGuide) => otherGuide.id),
        guide.next.map((otherGuide) => otherGuide.id),
      ]),
      skills: otherHandbook.skills.map((skill) => [skill.id, skill.guides.map((guide) => guide.id)]),
      areas: otherHandbook.areas.map((area) => [area.id, area.skills.map((skill) => skill.id)]),
      plans: otherHandbook.plans.map((plan) => [plan.id, plan.tasks.map((task) => task.id)]),
      tasks: otherHandbook.tasks.map((task) => task.id),
      topics: otherHandbook.topics.map((shelf) => shelf.id),
      audiences: otherHandbook.audiences.map((audience) => [
        audience.id,
        audience.guides.map((guide) => guide.id),
      ]),
      units: otherHandbook.units.map((unit) => unit.id),
      terms: otherHandbook.terms.map((term) => [term.id, term.guides.map((guide) => guide.id)]),
      directory: otherHandbook.directory.map((contact) => contact.id),
      others: [
        otherHandbook.tracks,
        otherHandbook.workstreams,
        otherHandbook.programmes,
        otherHandbook.practices,
        otherHandbook.drills,
        otherHandbook.checks,
        otherHandbook.emergencies,
        otherHandbook.modes,
        otherHandbook.easyRead,
      ].map((list) => list.map(({ id }) => id)),
      // Free pages of one place stand as their files do.
      pages: otherHandbook.pages.map(({ data }) => data.order),
      edition: otherHandbook.edition,
    });
    expect(outline(other)).toEqual(outline(handbook));
  });
});

describe('the good tree in particular', () => {
  test('joins', () => {
    const handbook = withTree({}, join).handbook;
    const cook = present(handbook.byId.get('bep/nau-com-dien'), 'bep/nau-com-dien in byId');
    expect(cook.address).toBe('/huong-dan/bep/nau-com-dien/');
    expect(cook.tasks.map((task) => task.id)).toEqual(['tinh-mau-02/1', 'tinh-mau-02/2']);
    expect(cook.next.map((guide) => guide.id)).toEqual(['bep/rua-rau']);
    expect(handbook.byId.get('rau/can-rau')).toMatchObject({
      collection: 'market',
      address: '/cho-so/rau/can-rau/',
    });
    // The edition's contact takes the place of the entry with its id.
    expect(
      handbook.directory.map((contact) => [
        contact.id,
        contact.data.name,
        contact.data.number,
        contact.local,
      ]),
    ).toEqual([
      ['cuu-ho', 'Cứu hộ xã Mẫu', '000 000 001', true],
      ['ngan-hang-mau', 'Ngân hàng Mẫu', undefined, false],
      ['tho-dien', 'Thợ điện', undefined, false],
    ]);
    expect(handbook.terms.find((term) => term.id === 'noi-com')?.guides.map((guide) => guide.id)).toEqual([
      'bep/nau-com-dien',
    ]);
    expect(handbook.units.find((unit) => unit.id === 'hoi-nong-dan')?.duties).toMatchObject([
      { duties: ['Mở lớp buổi tối.'], item: 'V.1' },
    ]);
    expect(handbook.plans.map((plan) => plan.id)).toEqual(['tinh-mau-02', 'xa-mau-01']);
    expect(byTime(handbook.tasks).map((task) => task.data.time.kind)).toEqual([
      'once',
      'yearly',
      'weekly',
      'not-stated',
    ]);
    expect(handbook.edition).toBe('2026-11-21');
  });
});

test('a shelf with nothing on it is in no list: it has no page to lead to', () => {
  const empty =
    'title: Việc rừng\nsummary: Trồng cây, giữ rừng\nnumbers: [430, 440]\nicon: search\norder: 9\n';
  withTree({ 'topics/rung.yaml': empty }, (root) => {
    const { entries, handbook } = join(root);
    expect(entries.topics.map(({ id }) => id)).toContain('rung');
    expect(handbook.topics.length).toBe(entries.topics.length - 1);
    for (const shelf of [...handbook.topics, ...handbook.tracks])
      expect(shelf.guides.length, shelf.id).toBeGreaterThan(0);
  });
});
