/** What the pages about training sessions show: filters that leave nobody out, clock times, bytes of the builder's data. */
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/gate/read.ts';
import { prove } from '../../src/gate/prove.ts';
import { unpackGuides } from '../../src/sessions/data.ts';
import { joinHandbook } from '../../src/handbook/handbook.ts';
import type { Entries } from '../../src/schemas/collections.ts';
import { clock, eventView, festival } from '../../src/views/event.ts';
import {
  lengths,
  programmeFilterStyle,
  programmeGroups,
  programmeRow,
  programmeView,
} from '../../src/views/programme.ts';
import { builderData } from '../../src/views/session-builder.ts';
import { projectRoot } from '../fixtures/tree.ts';

const { entries } = readContent(projectRoot);
const h = joinHandbook(entries as Entries, prove(entries as Entries));
const groups = programmeGroups(h.programmes);
const rows = h.programmes.map((p) => programmeRow(p, groups));

describe('the seventeen sessions', () => {
  test('are those that the campaign asks for', () => {
    expect(h.programmes.length).toBeGreaterThanOrEqual(14);
    for (const [what, audience] of [
      ['Người cao tuổi', 'nguoi-cao-tuoi'],
      ['TalkBack', 'nguoi-khuyet-tat'],
      ['ở bản', 'dong-bao-dan-toc'],
      ['Đảng viên tiên phong', 'dang-vien'],
      ['AI', 'can-bo'],
      ['Nghỉ ca', 'nguoi-lao-dong'],
      ['ông bà', 'hoc-sinh-sinh-vien'],
      ['10/10', 'to-cong-nghe-so'],
      ['Tiểu thương', 'tieu-thuong'],
      ['Thương mại điện tử', 'tieu-thuong'],
      ['Thanh toán', 'tieu-thuong'],
      ['Tiết kiệm', 'tieu-thuong'],
    ] as const) {
      expect(
        h.programmes.filter((p) => p.data.title.includes(what) && p.data.audiences.includes(audience)).length,
        what,
      ).toBeGreaterThan(0);
    }
  });
  test('each page names who, where, what to bring, eight needs of the room, and where each answer stands', () => {
    for (const p of h.programmes) {
      const v = programmeView(p, h.edition);
      expect(
        v.facts.every((f) => f.value.length > 2),
        p.id,
      ).toBe(true);
      expect(v.room.length, p.id).toBe(8);
      expect(
        v.questions.every((q) => q.where.href.includes('#')),
        p.id,
      ).toBe(true);
      expect(v.tasks, p.id).toBeGreaterThan(0);
      expect(v.stale, p.id).toBeUndefined();
      expect(programmeView(p, '2030-01-01').stale, p.id).toMatch(/^\d/);
    }
  });
});

describe('filters', () => {
  test('every group and every length has a rule, every session is found by each of its groups, every empty pair says so', () => {
    const css = programmeFilterStyle(h.programmes);
    for (const a of groups) {
      expect(css).toContain(`#nhom-${a.id}:checked`);
      expect(rows.filter((r) => r.groups.split(' ').includes(a.id)).length, a.id).toBeGreaterThan(0);
      for (const l of lengths) {
        const some = rows.some((r) => r.length === l && r.groups.split(' ').includes(a.id));
        expect(
          css.includes(`html:has(#nhom-${a.id}:checked):has(#dai-${l}:checked) .nothing`),
          `${a.id} ${l}`,
        ).toBe(!some);
      }
    }
    for (const l of lengths) expect(rows.filter((r) => r.length === l).length, l).toBeGreaterThan(0);
  });
});

test('the clock of the day', () => {
  expect([clock('07:30', 0), clock('07:30', 95), clock('23:50', 20)]).toEqual(['7:30', '9:05', '0:10']);
  const { programme, event } = festival(h.programmes);
  const v = eventView(programme, event);
  expect(v.day[0]!.time).toBe('7:30–7:40');
  expect(v.minutes).toBe(programme.data.minutes);
  expect(v.posters.length).toBeGreaterThanOrEqual(6);
  expect(() => festival([])).toThrow('10/10');
});

test('the data of the builder: every guide comes back as it was packed, in few bytes', () => {
  const data = builderData(h);
  const guides = unpackGuides(data);
  expect(guides.length).toBe(h.guides.length);
  for (const [i, g] of h.guides.entries()) {
    expect(guides[i]).toMatchObject({
      number: g.data.number,
      title: g.data.title,
      minutes: g.data.minutes,
      risk: g.data.risk,
      before: g.before.map((o) => o.data.number),
    });
    for (const a of g.data.audiences) expect(guides[i]!.audiences).toContain(a);
  }
  expect(guides.filter((g) => g.only === 'android').map((g) => g.number)).toEqual([300]);
  expect(guides.filter((g) => g.only === 'iphone').map((g) => g.number)).toEqual([301]);
  const text = JSON.stringify(data.guides);
  const small = brotliCompressSync(text).length;
  console.log(
    `guides of the session builder: ${guides.length}, ${text.length} characters, ${small} bytes br`,
  );
  expect(small).toBeLessThan(6_000);
});
