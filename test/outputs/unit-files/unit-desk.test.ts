/** What a unit takes along: calendar, sheets, report draft. Read back by readers of their own kind and held against the Handbook. */
import { createHash } from 'node:crypto';
import ICAL from 'ical.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { readContent } from '../../../src/gate/read.ts';
import { prove } from '../../../src/gate/prove.ts';
import { tallyRows } from '../../../src/sessions/tally.ts';
import { calendarFile, unitCalendarFile } from '../../../src/outputs/calendar/calendar.ts';
import { reportDraft } from '../../../src/outputs/unit-files/report-draft.ts';
import { unitCoverageCsv, unitTasksCsv } from '../../../src/outputs/unit-files/sheets.ts';
import { joinHandbook, type Unit } from '../../../src/handbook/handbook.ts';
import { unitDownloads, unitGuides, unitHandouts, unitSessions } from '../../../src/views/unit-work.ts';
import { unitView } from '../../../src/views/unit.ts';
import { parseCsv } from '../../fixtures/csv.ts';
import { openDocx, type OpenedDocx } from '../../fixtures/docx.ts';
import { projectRoot } from '../../fixtures/tree.ts';

const { entries } = readContent(projectRoot);
const h = joinHandbook(entries, prove(entries));
const unit = (id: string): Unit => h.units.find((u) => u.id === id)!;
const withFile = (f: ReturnType<typeof unitDownloads>[number]): Unit[] =>
  h.units.filter((u) => unitDownloads(u).includes(f));
const tasksOf = (u: Unit) => [...new Set([...u.leads, ...u.joins])];

describe('files are offered where there is something in them', () => {
  test('to every unit with work, and to no other', () => {
    expect(withFile('report').length).toBeGreaterThan(60);
    for (const u of h.units) {
      const work = tasksOf(u).length + u.duties.length;
      expect(unitDownloads(u).includes('report'), u.id).toBe(work > 0);
      expect(unitDownloads(u).includes('tasks'), u.id).toBe(work > 0);
      expect(unitDownloads(u).includes('coverage'), u.id).toBe(tasksOf(u).some((x) => x.guides.length > 0));
    }
    expect(unitDownloads(unit('gia-lai-xa-dang-uy'))).toEqual([]);
  });
});

describe('calendar', () => {
  test('of each unit: its tasks with a day, its plans’ reports, the UIDs of the whole calendar, the text rules', () => {
    const whole = new Set(
      new ICAL.Component(ICAL.parse(calendarFile(h)))
        .getAllSubcomponents('vevent')
        .map((v) => new ICAL.Event(v).uid),
    );
    let events = 0;
    for (const u of withFile('calendar')) {
      const file = unitCalendarFile(u, h);
      expect(file.split('\r\n').join(''), u.id).not.toMatch(/[\r\n]/);
      for (const l of file.split('\r\n')) expect(Buffer.byteLength(l), l).toBeLessThanOrEqual(75);
      const found = new ICAL.Component(ICAL.parse(file))
        .getAllSubcomponents('vevent')
        .map((v) => new ICAL.Event(v));
      const dated = tasksOf(u).filter(
        (x) => x.data.time.kind === 'once' || x.data.time.kind === 'yearly',
      ).length;
      const reports = new Set(
        [...tasksOf(u), ...u.duties].map((x) => x.plan).filter((p) => p.data.reporting?.every === 'quarter'),
      ).size;
      expect(found.length, u.id).toBe(dated + reports);
      for (const e of found) expect(whole, u.id).toContain(e.uid);
      expect(new Set(found.map((e) => e.uid)).size, u.id).toBe(found.length);
      expect(file).toContain(`DTSTAMP:${h.edition.replaceAll('-', '')}T000000Z`);
      events += found.length;
    }
    expect(events).toBeGreaterThan(50);
  });
});

describe('sheets', () => {
  test('tasks: a row each, with the plan’s own words', () => {
    let rows = 0;
    for (const u of withFile('tasks')) {
      const file = unitTasksCsv(u, h);
      expect(file.charCodeAt(0)).toBe(0xfeff);
      const [head, ...body] = parseCsv(file.slice(1));
      const duties = u.duties.flatMap((d) => d.duties);
      expect(body.length, u.id).toBe(tasksOf(u).length + duties.length);
      for (const r of body) expect(r.length).toBe(head!.length);
      for (const x of tasksOf(u)) {
        const row = body.find((r) => r[4] === x.data.title && r[1] === x.plan.data.short)!;
        expect(row?.slice(2, 6), x.id).toEqual([
          x.plan.data.number ?? 'văn bản không ghi',
          x.data.item,
          x.data.title,
          u.leads.includes(x) ? 'Chủ trì' : 'Phối hợp',
        ]);
        expect(row[8]).toBe('words' in x.data.time ? x.data.time.words : '');
      }
      for (const d of duties)
        expect(
          body.some((r) => r[4] === d),
          `${u.id}: ${d}`,
        ).toBe(true);
      rows += body.length;
    }
    expect(rows).toBeGreaterThan(180);
  });

  test('coverage: each task with its guides by number and its sessions', () => {
    let served = 0;
    for (const u of withFile('coverage')) {
      const [, ...body] = parseCsv(unitCoverageCsv(u, h).slice(1));
      expect(body.length, u.id).toBe(tasksOf(u).length);
      for (const x of tasksOf(u)) {
        const row = body.find((r) => r[3] === x.data.title && r[1] === x.plan.data.short)!;
        expect(
          row[8]!
            .split('; ')
            .filter((n) => n !== '')
            .map(Number),
          x.id,
        ).toEqual(x.guides.map((g) => g.data.number).sort((a, b) => a - b));
        expect(row[9]!.split('\n').filter((n) => n !== '').length, x.id).toBe(
          h.programmes.filter((p) => p.tasks.includes(x)).length,
        );
        served += Number(row[6]);
      }
    }
    expect(served).toBeGreaterThan(1000);
  });
});

describe('report draft', () => {
  const drafts = new Map<string, { bytes: Uint8Array; docx: OpenedDocx }>();
  beforeAll(async () => {
    const before = process.cpuUsage().user;
    for (const u of withFile('report'))
      drafts.set(u.id, { bytes: await reportDraft(u, h), docx: undefined as never });
    console.log(
      `report drafts: ${drafts.size}, ${((process.cpuUsage().user - before) / 1000 / drafts.size).toFixed(0)} ms of processor each, ${Math.round([...drafts.values()].reduce((n, d) => n + d.bytes.length, 0) / 1024)} KB in all`,
    );
    let n = 0;
    for (const [id, d] of drafts) drafts.set(id, { ...d, docx: openDocx(d.bytes, n++ % 20 === 0) });
  }, 120_000);

  test('of each unit has its tasks and duties in a table, in order, with the results left open', () => {
    expect(drafts.size).toBe(withFile('report').length);
    let rows = 0;
    for (const [id, { docx }] of drafts) {
      const u = unit(id);
      const [head, ...body] = docx.tables.find((t) => t[0]?.[1] === 'Nhiệm vụ')!;
      expect(head, id).toEqual([
        'TT',
        'Nhiệm vụ',
        'Vai trò',
        'Thời gian',
        'Kết quả theo kế hoạch',
        'Kết quả trong quý',
        'Khó khăn, đề xuất',
      ]);
      const duties = u.duties.flatMap((d) => d.duties);
      expect(body.length, id).toBe(tasksOf(u).length + duties.length);
      body.forEach((r, i) =>
        expect([r.length, r[0], r[5], r[6]], `${id}, row ${i + 1}`).toEqual([7, String(i + 1), '', '']),
      );
      for (const x of tasksOf(u)) {
        const row = body.find((r) =>
          r[1]!.startsWith(`${x.data.title.replace(/\.$/, '')} (mục ${x.data.item}`),
        )!;
        expect([row?.[2], row?.[4]], `${id}: ${x.id}`).toEqual([
          u.leads.includes(x) ? 'Chủ trì' : 'Phối hợp',
          x.data.result ?? 'Không nêu',
        ]);
      }
      for (const d of duties)
        expect(
          body.some((r) => r[1]!.startsWith(d.replace(/\.$/, '')) && r[2] === 'Trách nhiệm chung'),
          `${id}: ${d}`,
        ).toBe(true);
      rows += body.length;
    }
    expect(rows).toBeGreaterThan(180);
  });

  test('rests on the unit’s plans by name, number and day, and has their targets', () => {
    let bases = 0,
      targets = 0;
    for (const [id, { docx }] of drafts) {
      const plans = new Set([...tasksOf(unit(id)), ...unit(id).duties].map((x) => x.plan));
      for (const plan of plans) {
        const line = docx.paragraphs.find((t) => t.startsWith(`Căn cứ ${plan.data.title}`))!;
        expect(line, `${id}: ${plan.id}`).toContain(`số ${plan.data.number ?? '…'}`);
        if (plan.data.date) expect(line).toContain(plan.data.date.split('-').reverse().map(Number).join('/'));
        bases++;
      }
      const wanted = h.indicators.filter((x) => plans.has(x.plan)).map((x) => x.indicator.wording);
      expect(
        (docx.tables.find((t) => t[0]?.[2] === 'Chỉ tiêu') ?? [[]]).slice(1).map((r) => r[4]),
        id,
      ).toEqual(wanted);
      targets += wanted.length;
      expect(docx.tables.at(-1)!.length - 1, id).toBe(tallyRows.length);
    }
    expect([bases >= drafts.size, targets > 100]).toEqual([true, true]);
  });

  test('carries the heading of its unit’s own rules, and no number, day or name of a person', () => {
    const top = (id: string): string => drafts.get(id)!.docx.tables[0]!.flat().join('\n');
    expect(top('gia-lai-xa-uy-ban-nhan-dan')).toMatch(
      /ỦY BAN NHÂN DÂN XÃ[\s\S]*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAMĐộc lập - Tự do - Hạnh phúc/,
    );
    expect(top('gia-lai-xa-ban-xay-dung-dang')).toContain('ĐẢNG CỘNG SẢN VIỆT NAM');
    expect(top('gia-lai-xa-ban-xay-dung-dang')).not.toContain('CỘNG HÒA');
    expect(top('gia-lai-xa-doan-thanh-nien')).toContain('(Tiêu đề theo quy định của tổ chức mình)');
    let groups = 0;
    for (const [id] of drafts) {
      expect(top(id)).toMatch(/ngày …… tháng …… năm 20……/);
      if (unit(id).data.kind === 'group') {
        groups++;
        expect(top(id).toUpperCase(), id).not.toContain(unit(id).data.name.toUpperCase());
      }
    }
    expect(groups).toBeGreaterThan(10);
  });

  test('is on A4 with the margins of the rules, the appendices on wide pages, in Times New Roman', () => {
    const { document } = drafts.get('gia-lai-xa-uy-ban-nhan-dan')!.docx;
    const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
    const millimetres = (e: Element, name: string): number =>
      Math.round((Number(e.getAttributeNS(w, name)) / 1440) * 25.4);
    const sizes = [...document.getElementsByTagNameNS(w, 'pgSz')].map((e) => [
      millimetres(e, 'w'),
      millimetres(e, 'h'),
    ]);
    expect(sizes).toEqual([
      [210, 297],
      [297, 210],
    ]);
    for (const e of document.getElementsByTagNameNS(w, 'pgMar'))
      expect(['top', 'bottom', 'left', 'right'].map((n) => millimetres(e, n))).toEqual([20, 20, 30, 15]);
    expect(document.getElementsByTagNameNS(w, 'tblHeader').length).toBeGreaterThanOrEqual(3);
  });

  test('is the same bytes a second later, with no clock in it', async () => {
    await new Promise((r) => setTimeout(r, 2_100));
    for (const id of ['gia-lai-xa-uy-ban-nhan-dan', 'cuc-chuyen-doi-so-quoc-gia']) {
      const sum = (b: Uint8Array): string => createHash('sha256').update(b).digest('hex');
      expect(sum(await reportDraft(unit(id), h))).toBe(sum(drafts.get(id)!.bytes));
      expect(drafts.get(id)!.docx.properties.match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g)).toEqual([
        `${h.edition}T00:00:00Z`,
        `${h.edition}T00:00:00Z`,
      ]);
    }
  });
});

describe('the desk', () => {
  test('lists what comes each year by quarter; months gone by stand apart', () => {
    const v = unitView(unit('gia-lai-xa-uy-ban-nhan-dan'), h);
    expect(v.quarters.map((q) => q.due.map((d) => `${d.day}/${d.month}`).join(' '))).toEqual([
      '14/3',
      '14/6',
      '14/9',
      '10/10 14/12',
    ]);
    const ministry = unitView(unit('cuc-chuyen-doi-so-quoc-gia'), h);
    expect(
      ministry.quarters
        .flatMap((q) => q.due)
        .filter((d) => /^Nhận báo cáo quý/.test(d.what))
        .map((d) => `${d.day}/${d.month}`),
    ).toEqual(['15/3', '15/6', '15/9', '15/12']);
    expect(ministry.past.length).toBeGreaterThan(0);
    for (const d of ministry.past)
      expect(`${d.year}-${String(d.month).padStart(2, '0')}` < h.edition.slice(0, 7)).toBe(true);
    // In the month itself it is not past yet.
    const then = unitView(unit('cuc-chuyen-doi-so-quoc-gia'), { ...h, edition: '2025-04-30' });
    expect(then.past).toEqual([]);
    expect(then.quarters.find((q) => q.quarter === 2)!.due.some((d) => d.year === 2025)).toBe(true);
  });

  test('a part of a unit is named by what it belongs to, never called a ministry or a commune itself', () => {
    expect(unitView(unit('bo-khoa-hoc-va-cong-nghe'), h).level).toBe('Bộ');
    let parts = 0;
    for (const u of h.units) {
      const v = unitView(u, h);
      if (v.level === undefined) {
        parts++;
        expect(v.parent, u.id).toBeDefined();
      }
      if (/^(Cục|Vụ|Văn phòng|Phòng|Báo) /.test(v.name)) expect(v.level, u.id).not.toBe('Bộ');
    }
    expect(parts).toBeGreaterThan(20);
  });

  test('no unit loses a task that has a day', () => {
    let dated = 0;
    for (const u of h.units) {
      const v = unitView(u, h);
      const shown = [...v.quarters.flatMap((q) => q.due), ...v.past].map((d) => d.href);
      for (const x of tasksOf(u).filter(
        (t) => t.data.time.kind === 'once' || t.data.time.kind === 'yearly',
      )) {
        dated++;
        expect(shown, `${u.id}: ${x.id}`).toContain(x.address);
      }
      expect(
        v.standing +
          new Set(tasksOf(u).filter((t) => t.data.time.kind === 'once' || t.data.time.kind === 'yearly'))
            .size,
      ).toBe(tasksOf(u).length);
    }
    expect(dated).toBeGreaterThan(10);
  });

  test('guides to hand out serve a task of the unit, are for the readers named, and come once', () => {
    let groups = 0;
    for (const u of h.units) {
      const list = unitHandouts(u);
      const numbers = list.flatMap((g) => g.guides.map((x) => x.data.number));
      expect(new Set(numbers).size, u.id).toBe(numbers.length);
      const served = new Set(unitGuides(u));
      for (const g of list) {
        groups++;
        for (const x of g.guides) {
          expect(served.has(x), u.id).toBe(true);
          if (g.address !== undefined) {
            const a = h.audiences.find((y) => y.address === g.address)!;
            expect(a.guides.includes(x) || a.first.includes(x), `${u.id}: ${x.id}`).toBe(true);
          }
        }
      }
      for (const p of unitSessions(u, h.programmes))
        expect(
          p.tasks.some((x) => tasksOf(u).includes(x)),
          `${u.id}: ${p.id}`,
        ).toBe(true);
    }
    expect(groups).toBeGreaterThan(50);
  });
});
