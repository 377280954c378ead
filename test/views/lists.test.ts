/** Lists of guides for a reader, the order of an audience's page, and the parts of a plan's page. */
import { expect, test } from 'vitest';
import { dutiesFirst, easyReadsFirst } from '../../src/views/audience.ts';
import { filterGroups, filterStyle, groupsOf, guideList } from '../../src/views/guide-filter.ts';
import { pageProse } from '../../src/views/free-page.ts';
import { planView } from '../../src/views/plan.ts';
import { present } from '../present.ts';
import { unitsByPlace } from '../../src/views/unit.ts';
import { realHandbook } from '../real.ts';
import { floor } from '../national/edition.ts';

const handbook = realHandbook();

test('every guide stands in the list once, and every choice of the filter leaves some of them', () => {
  const view = guideList(handbook);
  const guides = view.shelves.flatMap((shelf) => shelf.guides);
  expect(guides.length).toBe(handbook.guides.length);
  expect(new Set(guides.map((guide) => guide.href)).size).toBe(guides.length);
  expect(view.groups).toEqual(filterGroups(handbook));
  expect(view.groups.map(({ name }) => name)).toContain('Tiểu thương, nông dân');
  const style = filterStyle(handbook);
  for (const { id, name } of view.groups) {
    expect(name).not.toBe('');
    expect(guides.filter((guide) => guide.groups.split(' ').includes(id)).length, id).toBeGreaterThan(0);
    expect(style).toContain(`#ai-${id}:checked`);
  }
  for (const { id } of view.kinds) {
    expect(view.shelves.filter((shelf) => shelf.kind === id).length, id).toBeGreaterThan(0);
    expect(style).toContain(`#loai-${id}:checked`);
  }
  const own = handbook.guides.filter(({ collection }) => collection === 'events');
  const cards = view.shelves.flatMap((shelf) => (shelf.kind === 'events' ? shelf.guides : []));
  expect(cards.map(({ href }) => href).sort()).toEqual(own.map(({ address }) => address).sort());
  for (const { id } of view.levels)
    expect(
      guides.some((guide) => guide.level === id),
      id,
    ).toBe(true);
});

test('a guide for a narrow audience is found by the wider one; one for everybody serves the old and the disabled', () => {
  const audience = (id: string) => {
    const found = handbook.audiences.find((candidate) => candidate.id === id);
    if (found === undefined) throw new Error(`no audience ${id}`);
    return found;
  };
  const narrow = handbook.audiences.find((candidate) => candidate.parent !== undefined);
  if (narrow?.parent === undefined) throw new Error('no narrow audience');
  expect(groupsOf({ audiences: [narrow] }, handbook)).toContain(narrow.parent.id);
  expect(groupsOf({ audiences: [audience('nong-dan')] }, handbook)).toContain('tieu-thuong');
  expect(groupsOf({ audiences: [audience('nguoi-dan')] }, handbook)).toEqual(
    expect.arrayContaining(['nguoi-cao-tuoi', 'nguoi-khuyet-tat']),
  );
});

test('officials and helpers see their duties first, others their guides; the old read large letters', () => {
  const first = handbook.audiences.filter(dutiesFirst);
  expect(first.length).toBeGreaterThan(0);
  expect(first.length).toBeLessThan(handbook.audiences.length);
  expect(first.every(({ data }) => data.group === 'officials' || data.group === 'helpers')).toBe(true);
  expect(handbook.audiences.filter(({ data }) => data.bigRows).map(({ id }) => id)).toContain(
    'nguoi-cao-tuoi',
  );
});

test('a plan never draws percent and people on one scale, and names targets only where it has some', () => {
  let mixed = 0;
  for (const plan of handbook.plans) {
    const view = planView(plan, handbook);
    expect(view.percent.length + view.people.length).toBe(view.groups.length);
    expect(view.percent.flatMap((group) => group.rows).every((row) => row.unit === 'percent')).toBe(true);
    for (const row of view.people.flatMap((group) => group.rows))
      expect(row.value).toBeLessThanOrEqual(view.mostPeople);
    expect(view.parts.some(({ href }) => href === '#chi-tieu')).toBe(view.groups.length > 0);
    if (view.groups.length > 0) mixed++;
    for (const duty of plan.data.organisation) expect(view.unit(duty.unit).href).toMatch(/^\/don-vi\//);
    expect(() => view.unit('khong-co')).toThrow(/khong-co/);
  }
  expect(mixed).toBeGreaterThan(0);
});

test('every unit stands once, under its own place, with what it leads and joins', () => {
  const groups = unitsByPlace(handbook.units);
  const all = groups.flatMap(({ place, units }) => units.map((unit) => ({ place, ...unit })));
  expect(all.length).toBe(handbook.units.length);
  expect(new Set(groups.map(({ place }) => place)).size).toBe(groups.length);
  for (const { place, href, text, names, counts } of all) {
    const unit = present(
      handbook.units.find(({ address }) => address === href),
      href,
    );
    expect(unit.data.place).toBe(place);
    expect(names).toContain(text);
    // What it has nothing of is not counted out.
    expect(/chủ trì (\d+)/.exec(counts)?.[1] ?? '0').toBe(String(unit.leads.length));
    expect(/phối hợp (\d+)/.exec(counts)?.[1] ?? '0').toBe(String(unit.joins.length));
    expect(counts).not.toMatch(/\b0\b/);
  }
  expect(all.filter(({ counts }) => counts !== '').length).toBeGreaterThan(floor(40));
});

test('pages of people who read with trouble begin with drawings to hear, others have none', () => {
  const led = handbook.audiences.filter((audience) => easyReadsFirst(audience).length > 0);
  expect(led.map(({ id }) => id).sort()).toEqual(
    handbook.audiences
      .filter(({ data }) => data.bigRows)
      .map(({ id }) => id)
      .sort(),
  );
  for (const audience of led) {
    const links = easyReadsFirst(audience).map(({ href }) => href);
    expect(links.length, audience.id).toBeLessThanOrEqual(6);
    expect(new Set(links).size, audience.id).toBe(links.length);
  }
});

test('the statement says what was measured, and when it was before the last change of looks', () => {
  const measured = present(handbook.measured, 'measured').data;
  const said = (current: boolean): string =>
    pageProse({ ...handbook, measured: { data: measured, current } }).site('measured').text;
  expect(said(true)).toContain(`${measured.clean} lần chữ không bị cắt`);
  expect(said(true)).not.toContain('trước lần đổi giao diện cuối');
  expect(said(false)).toContain('Số này đo trước lần đổi giao diện cuối');
});
