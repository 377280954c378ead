/** The join: relations hold both ways, order is settled, and the order of reading changes nothing. */
import { beforeAll, describe, expect, test } from 'vitest';
import { readContent } from '../../src/gate/read.ts';
import { prove } from '../../src/gate/prove.ts';
import { byTime, joinHandbook, type Guide, type Handbook } from '../../src/handbook/handbook.ts';
import { collectionNames, type Entries } from '../../src/schemas/collections.ts';
import { projectRoot, withTree } from '../fixtures/tree.ts';

function join(root: string): { entries: Entries; handbook: Handbook } {
  const { entries } = readContent(root);
  return { entries, handbook: joinHandbook(entries, prove(entries)) };
}

/** Asserts that `b` is in `toB(a)` exactly when `a` is in `toA(b)`, and returns how many pairs there are. */
function bothWays<A extends object, B extends object>(
  as: readonly A[],
  bs: readonly B[],
  toB: (a: A) => readonly B[],
  toA: (b: B) => readonly A[],
): number {
  let pairs = 0;
  for (const a of as) {
    expect(new Set(toB(a)).size).toBe(toB(a).length);
    for (const b of toB(a)) {
      pairs++;
      expect(toA(b)).toContain(a);
    }
  }
  expect(bs.reduce((sum, b) => sum + toA(b).length, 0)).toBe(pairs);
  return pairs;
}

describe.each([
  ['the good tree', () => withTree({}, join), 1],
  ['the real content', () => join(projectRoot), 50],
] as const)('%s', (_name, open, few) => {
  let h: Handbook;
  let entries: Entries;
  beforeAll(() => {
    ({ handbook: h, entries } = open());
  });

  test('every entry is in it once', () => {
    expect(h.guides.length).toBe(entries.guides.length + entries.market.length);
    expect(h.byId.size).toBe(h.guides.length);
    for (const [list, c] of [
      [h.topics, 'topics'],
      [h.tracks, 'tracks'],
      [h.audiences, 'audiences'],
      [h.areas, 'areas'],
      [h.skills, 'skills'],
      [h.workstreams, 'workstreams'],
      [h.plans, 'plans'],
      [h.tasks, 'tasks'],
      [h.units, 'units'],
      [h.terms, 'terms'],
      [h.hotlines, 'hotlines'],
      [h.modes, 'modes'],
      [h.programmes, 'programmes'],
      [h.practices, 'practices'],
    ] as const) {
      expect(list.map((x) => x.id).sort(), c).toEqual(entries[c].map((e) => e.id).sort());
    }
  });

  test('relations hold both ways', () => {
    const { guides, tasks, units, plans } = h;
    expect(
      bothWays(
        guides,
        h.skills,
        (g) => g.skills,
        (s) => s.guides,
      ),
    ).toBeGreaterThanOrEqual(few);
    expect(
      bothWays(
        guides,
        h.workstreams,
        (g) => g.workstreams,
        (w) => w.guides,
      ),
    ).toBeGreaterThanOrEqual(few);
    expect(
      bothWays(
        guides,
        tasks,
        (g) => g.tasks,
        (t) => t.guides,
      ),
    ).toBeGreaterThanOrEqual(few);
    expect(
      bothWays(
        guides,
        [...h.topics, ...h.tracks],
        (g) => [g.shelf],
        (s) => s.guides,
      ),
    ).toBe(guides.length);
    expect(
      bothWays(
        tasks,
        h.workstreams,
        (t) => t.workstreams,
        (w) => w.tasks,
      ),
    ).toBeGreaterThanOrEqual(tasks.length);
    expect(
      bothWays(
        tasks,
        h.audiences,
        (t) => t.audiences,
        (a) => a.tasks,
      ),
    ).toBeGreaterThan(0);
    expect(
      bothWays(
        tasks,
        plans,
        (t) => [t.plan],
        (p) => p.tasks,
      ),
    ).toBe(tasks.length);
    expect(
      bothWays(
        tasks,
        units,
        (t) => t.lead,
        (u) => u.leads,
      ),
    ).toBeGreaterThan(0);
    expect(
      bothWays(
        tasks,
        units,
        (t) => t.coordinating,
        (u) => u.joins,
      ),
    ).toBeGreaterThan(0);
    expect(
      bothWays(
        plans,
        units,
        (p) => [p.issuer],
        (u) => u.issues,
      ),
    ).toBe(plans.length);
    expect(
      bothWays(
        plans,
        plans,
        (p) => p.carriesOut,
        (p) => p.carriedOutBy,
      ),
    ).toBeGreaterThan(0);
    expect(
      bothWays(
        h.skills,
        h.areas,
        (s) => [s.area],
        (a) => a.skills,
      ),
    ).toBe(h.skills.length);
    expect(
      bothWays(
        units,
        units,
        (u) => (u.parent ? [u.parent] : []),
        (u) => u.children,
      ),
    ).toBeGreaterThan(0);
    expect(
      bothWays(
        h.audiences,
        h.audiences,
        (a) => (a.parent ? [a.parent] : []),
        (a) => a.children,
      ),
    ).toBeGreaterThan(0);
    expect(
      bothWays(
        h.programmes,
        guides,
        (p) => p.guides,
        (g) => g.programmes,
      ),
    ).toBeGreaterThan(0);
    expect(
      bothWays(
        h.programmes,
        h.workstreams,
        (p) => p.workstreams,
        (w) => w.programmes,
      ),
    ).toBeGreaterThan(0);
    expect(
      bothWays(
        h.programmes,
        tasks,
        (p) => p.tasks,
        (x) => x.programmes,
      ),
    ).toBeGreaterThan(0);
    expect(
      bothWays(
        h.indicators,
        h.audiences,
        (i) => [i.audience],
        (a) => a.indicators,
      ),
    ).toBeGreaterThan(0);
  });

  test('a wider audience has the guides of the narrower ones, each once', () => {
    let checked = 0;
    for (const g of h.guides)
      for (const a of g.audiences) {
        for (let x = a; ; x = x.parent) {
          expect(x.guides.filter((o) => o === g)).toHaveLength(1);
          checked++;
          if (!x.parent) break;
        }
      }
    expect(checked).toBeGreaterThan(h.guides.length);
  });

  test('guides serve a task by name or by workstream, and none that no guide can serve', () => {
    for (const t of h.tasks) {
      const served = h.guides.filter(
        (g) => g.data.tasks.includes(t.id) || g.workstreams.some((w) => t.workstreams.includes(w)),
      );
      expect([...t.guides]).toEqual(t.data.handbook.by === 'guides' ? served : []);
    }
  });

  test('sessions: guides are the real ones, parts follow the clock, tasks only those that can be served', () => {
    for (const p of h.programmes) {
      expect(p.parts.at(-1)!.to, p.id).toBe(p.data.minutes);
      p.parts.forEach((x, i) => {
        expect(x.from, p.id).toBe(p.parts[i - 1]?.to ?? 0);
        if (x.guide) expect(p.guides, p.id).toContain(x.guide);
      });
      expect(p.guides, p.id).toContain(p.demonstrated);
      expect(p.questions.length, p.id).toBe(3);
      for (const q of p.questions)
        expect(
          q.guide.tree.sections.map((s) => s.id),
          `${p.id}: ${q.ask}`,
        ).toContain(q.section);
      for (const x of p.tasks) expect(x.data.handbook.by, `${p.id}: ${x.id}`).toBe('guides');
      for (const a of p.audiences)
        for (let x: typeof a | undefined = a; x; x = x.parent)
          expect(
            x.programmes.filter((o) => o === p),
            `${p.id}: ${x.id}`,
          ).toHaveLength(1);
    }
    expect(h.programmes.filter((p) => p.event).length).toBe(1);
  });

  test('the same work in other plans is mutual and never of the own plan', () => {
    expect(
      bothWays(
        h.tasks,
        h.tasks,
        (t) => t.same,
        (t) => t.same,
      ),
    ).toBeGreaterThan(0);
    for (const t of h.tasks) for (const o of t.same) expect(o.plan).not.toBe(t.plan);
  });

  test('see-also: at most four, without itself, what comes before and what comes next', () => {
    let seen = 0;
    for (const g of h.guides) {
      expect(g.seeAlso.length).toBeLessThanOrEqual(4);
      for (const o of g.seeAlso) {
        seen++;
        expect([g, ...g.before, ...g.next]).not.toContain(o);
      }
    }
    expect(seen).toBeGreaterThan(0);
  });

  test('guides by number, shelves and tasks by their order', () => {
    const numbers = h.guides.map((g) => g.data.number);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    for (const p of h.plans) {
      const o = p.tasks.map((t) => t.data.order);
      expect(o).toEqual([...o].sort((a, b) => a - b));
    }
    for (const s of h.topics) {
      const n = s.guides.map((g) => g.data.number);
      expect(n).toEqual([...n].sort((a, b) => a - b));
    }
  });

  test('reading the files in another order gives the same handbook', () => {
    const turned = Object.fromEntries(
      collectionNames.map((c) => [c, [...entries[c]].reverse()]),
    ) as unknown as Entries;
    const other = joinHandbook(turned, prove(turned));
    const outline = (x: Handbook): unknown => ({
      guides: x.guides.map((g) => [
        g.id,
        g.address,
        g.seeAlso.map((o: Guide) => o.id),
        g.tasks.map((t) => t.id),
        g.before.map((o) => o.id),
        g.next.map((o) => o.id),
      ]),
      skills: x.skills.map((s) => [s.id, s.guides.map((g) => g.id)]),
      areas: x.areas.map((a) => [a.id, a.skills.map((s) => s.id)]),
      plans: x.plans.map((p) => [p.id, p.tasks.map((t) => t.id)]),
      tasks: x.tasks.map((t) => t.id),
      topics: x.topics.map((t) => t.id),
      audiences: x.audiences.map((a) => [a.id, a.guides.map((g) => g.id)]),
      units: x.units.map((u) => u.id),
      terms: x.terms.map((t) => [t.id, t.guides.map((g) => g.id)]),
      hotlines: x.hotlines.map((t) => t.id),
      edition: x.edition,
    });
    expect(outline(other)).toEqual(outline(h));
  });
});

describe('the good tree in particular', () => {
  test('joins', () => {
    const h = withTree({}, join).handbook;
    const cook = h.byId.get('bep/nau-com-dien')!;
    expect(cook.address).toBe('/huong-dan/bep/nau-com-dien/');
    expect(cook.tasks.map((t) => t.id)).toEqual(['tinh-mau-02/1', 'tinh-mau-02/2']);
    expect(cook.next.map((g) => g.id)).toEqual(['bep/rua-rau']);
    expect(h.byId.get('rau/can-rau')).toMatchObject({
      collection: 'market',
      address: '/cho-so/rau/can-rau/',
    });
    // The edition's contact takes the place of the hotline with its id.
    expect(h.hotlines.map((x) => [x.id, x.data.name, x.data.number, x.local])).toEqual([
      ['cuu-ho', 'Cứu hộ xã Mẫu', '000 000 001', true],
      ['tho-dien', 'Thợ điện', undefined, false],
    ]);
    expect(h.terms.find((t) => t.id === 'noi-com')!.guides.map((g) => g.id)).toEqual(['bep/nau-com-dien']);
    expect(h.units.find((u) => u.id === 'hoi-nong-dan')!.duties).toMatchObject([
      { duties: ['Mở lớp buổi tối.'], item: 'V.1' },
    ]);
    expect(h.plans.map((p) => p.id)).toEqual(['tinh-mau-02', 'xa-mau-01']);
    expect(byTime(h.tasks).map((t) => t.data.time.kind)).toEqual(['once', 'yearly', 'weekly', 'not-stated']);
    expect(h.edition).toBe('2026-11-21');
  });
});
