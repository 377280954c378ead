/**
 * What the pages about training sessions show: filters that leave nobody out, clock times, bytes of the
 * builder's data.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { unpackGuides } from '../../src/sessions/data.ts';
import { clock, eventView, festival } from '../../src/views/event.ts';
import {
  lengths,
  programmeFilterStyle,
  programmeGroups,
  programmeRow,
  programmeView,
} from '../../src/views/programme.ts';
import { builderData } from '../../src/outputs/room/builder-data.ts';
import { projectRoot } from '../fixtures/tree.ts';
import { realHandbook } from '../real.ts';

const handbook = realHandbook();
const groups = programmeGroups(handbook.programmes);
const rows = handbook.programmes.map((programme) => programmeRow(programme, groups));

describe('the sessions', () => {
  test('each page names who, where, what to bring, eight needs of the room, and where each answer stands', () => {
    for (const programme of handbook.programmes) {
      const view = programmeView(programme, handbook.edition);
      expect(
        view.facts.every((fact) => fact.value.length > 2),
        programme.id,
      ).toBe(true);
      expect(view.room.length, programme.id).toBe(8);
      expect(
        view.questions.every((question) => question.where.href.includes('#')),
        programme.id,
      ).toBe(true);
      expect(view.tasks, programme.id).toBeGreaterThan(0);
      expect(view.stale, programme.id).toBeUndefined();
      expect(programmeView(programme, '2030-01-01').stale, programme.id).toMatch(/^\d/);
    }
  });
});

describe('filters', () => {
  test('where every group has sessions of every length, no line says that there is none', () => {
    const [some] = handbook.programmes;
    const [group] = groups;
    if (some === undefined || group === undefined) throw new Error('no session or no group');
    const all = lengths.map((length) => ({
      ...some,
      audiences: [group],
      data: { ...some.data, minutes: Number(length) },
    }));
    expect(programmeFilterStyle(all)).toMatch(/\{display:none\}$/);
    expect(programmeFilterStyle(all.slice(1))).toMatch(/\.nothing\{display:block\}$/);
  });

  test('every group and every length has a rule, every session is found by each of its groups, every empty pair says so', () => {
    const css = programmeFilterStyle(handbook.programmes);
    for (const group of groups) {
      expect(css).toContain(`#nhom-${group.id}:checked`);
      expect(rows.filter((row) => row.groups.split(' ').includes(group.id)).length, group.id).toBeGreaterThan(
        0,
      );
      for (const length of lengths) {
        const some = rows.some((row) => row.length === length && row.groups.split(' ').includes(group.id));
        expect(
          css.includes(`html:has(#nhom-${group.id}:checked):has(#dai-${length}:checked) .nothing`),
          `${group.id} ${length}`,
        ).toBe(!some);
      }
    }
    const [hidden = '', said = ''] = css.split('{display:none}');
    expect(hidden.split(',').map((selector) => selector.replace(/^html:has\(#(nhom|dai)-.*/, '$1'))).toEqual([
      ...groups.map(() => 'nhom'),
      ...lengths.map(() => 'dai'),
    ]);
    expect(said).toMatch(/^html:has.*\.nothing\{display:block\}$/);
    for (const length of lengths)
      expect(rows.filter((row) => row.length === length).length, length).toBeGreaterThan(0);
  });
});

test('the clock of the day', () => {
  expect([clock('07:30', 0), clock('07:30', 95), clock('23:50', 20)]).toEqual(['7:30', '9:05', '0:10']);
  const { programme, event } = festival(handbook.programmes);
  const view = eventView(programme, event);
  expect(view.day[0]?.time).toBe('7:30–7:40');
  expect(view.minutes).toBe(programme.data.minutes);
  expect(view.posters.length).toBeGreaterThanOrEqual(6);
  expect(() => festival([])).toThrow('10/10');
});

test('two hours and half a day keep the stalls; the guide counts stalls, seats and slips alike', () => {
  const { programme, event } = festival(handbook.programmes);
  const { forms, stalls } = eventView(programme, event);
  expect(forms.map(({ name, minutes }) => [name, minutes])).toEqual([
    ['hai giờ', 120],
    ['nửa ngày', 240],
  ]);
  expect(stalls).toHaveLength(6);
  for (const { name, programme: parts } of event.forms) {
    const turns = parts.filter(({ title }) => title.includes('lượt') && !title.startsWith('Làm mẫu'));
    expect(turns.length, name).toBeGreaterThan(0);
    for (const { title, minutes } of turns)
      expect([title.startsWith('Sáu bàn'), minutes % event.turn]).toEqual([true, 0]);
  }
  const guide = readFileSync(join(projectRoot, 'content/guides/nguoi-huong-dan/ngay-hoi-10-10.mdx'), 'utf8');
  const [, materials = ''] =
    /^(Sáu bàn, mỗi bàn sáu ghế.*)$/m.exec(programme.data.materials.join('\n')) ?? [];
  expect(materials).toContain('hai ghế cho người đứng bàn');
  expect(guide).toContain('Sáu bàn, mỗi bàn hai người đứng và sáu ghế cho khách.');
  expect(guide).toContain('phát phiếu sáu ô');
  expect(guide).not.toMatch(/năm bàn|năm ô/i);
  // The guide's own table is the session's programme.
  const clockOf = (from: number, to: number): string => `| ${from}–${to} |`;
  for (const { from, to } of event.programme.filter((part) => part.from >= 15))
    expect(guide, clockOf(from, to)).toContain(clockOf(from, to));
});

test('the data of the builder: every guide comes back as it was packed, in few bytes', () => {
  const data = builderData(handbook);
  const guides = unpackGuides(data);
  expect(guides.length).toBe(handbook.guides.length);
  for (const [index, guide] of handbook.guides.entries()) {
    expect(guides[index]).toMatchObject({
      number: guide.data.number,
      title: guide.data.title,
      minutes: guide.data.minutes,
      risk: guide.data.risk,
      before: guide.before.map((otherGuide) => otherGuide.data.number),
    });
    for (const audience of guide.data.audiences) expect(guides[index]?.audiences).toContain(audience);
  }
  expect(guides.filter((guide) => guide.only === 'android').map((guide) => guide.number)).toEqual([300]);
  expect(guides.filter((guide) => guide.only === 'iphone').map((guide) => guide.number)).toEqual([301]);
  const text = JSON.stringify(data.guides);
  const small = brotliCompressSync(text).length;
  console.log(
    `guides of the session builder: ${guides.length}, ${text.length} characters, ${small} bytes br`,
  );
  expect(small).toBeLessThan(6_000);
});
