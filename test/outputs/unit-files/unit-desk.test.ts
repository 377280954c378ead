/**
 * What a unit takes along: calendar, sheets, report draft. Read back by readers of their own kind and held
 * against the Handbook.
 */
import { guidesByFit } from '../../../src/views/task.ts';
import { calendarHolds, documentWords, hasDays } from '../../../src/domain/timing.ts';
import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import ICAL from 'ical.js';
import { JSDOM } from 'jsdom';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { tallyRows } from '../../../src/sessions/tally.ts';
import { calendarFile, unitCalendarFile } from '../../../src/outputs/calendar/calendar.ts';
import { reportDraft } from '../../../src/outputs/unit-files/report-draft.ts';
import { unitCoverage, unitTasks } from '../../../src/outputs/unit-files/sheets.ts';
import { workbook } from '../../../src/outputs/unit-files/workbook.ts';
import type { Unit } from '../../../src/handbook/handbook.ts';
import { unitDownloads, unitGuides, unitHandouts, unitSessions } from '../../../src/views/unit-work.ts';
import { unitView } from '../../../src/views/unit.ts';
import { csv } from '../../../src/outputs/unit-files/csv.ts';
import { parseCsv } from '../../fixtures/csv.ts';
import { openDocx, type OpenedDocx } from '../../fixtures/docx.ts';
import { present } from '../../present.ts';
import { floor, isNational } from '../../national/edition.ts';
import { realHandbook } from '../../real.ts';

const handbook = realHandbook();
const unit = (id: string): Unit =>
  present(
    handbook.units.find((candidate) => candidate.id === id),
    'one of units',
  );
const withFile = (file: ReturnType<typeof unitDownloads>[number]): Unit[] =>
  handbook.units.filter((unit) => unitDownloads(unit).includes(file));
const tasksOf = (unit: Unit) => [...new Set([...unit.leads, ...unit.joins])];

describe('files are offered where there is something in them', () => {
  test('to every unit with work, and to no other', () => {
    expect(withFile('report').length).toBeGreaterThanOrEqual(floor(61));
    let idle = 0;
    for (const unit of handbook.units) {
      const work = tasksOf(unit).length + unit.duties.length;
      if (work === 0) idle++;
      expect(unitDownloads(unit).includes('report'), unit.id).toBe(work > 0);
      for (const file of ['tasks', 'tasksBook'] as const)
        expect(unitDownloads(unit).includes(file), unit.id).toBe(work > 0);
      expect(unitDownloads(unit).includes('coverage'), unit.id).toBe(
        tasksOf(unit).some((task) => task.guides.length > 0),
      );
    }
    expect(idle).toBeGreaterThan(0);
  });
});

describe('calendar', () => {
  test('of each unit: its tasks with a day, its plans’ reports, the UIDs of the whole calendar, the text rules', () => {
    const whole = new Set(
      new ICAL.Component(ICAL.parse(calendarFile(handbook)))
        .getAllSubcomponents('vevent')
        .map((subcomponent) => new ICAL.Event(subcomponent).uid),
    );
    let events = 0;
    for (const unit of withFile('calendar')) {
      const file = unitCalendarFile(unit, handbook);
      expect(file.split('\r\n').join(''), unit.id).not.toMatch(/[\r\n]/);
      for (const line of file.split('\r\n')) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
      const found = new ICAL.Component(ICAL.parse(file))
        .getAllSubcomponents('vevent')
        .map((subcomponent) => new ICAL.Event(subcomponent));
      const dated = tasksOf(unit).filter((task) => calendarHolds(task.data.time)).length;
      const reports = new Set(
        [...tasksOf(unit), ...unit.duties]
          .map((task) => task.plan)
          .filter((plan) => plan.data.reporting?.every === 'quarter'),
      ).size;
      expect(found.length, unit.id).toBe(dated + reports);
      for (const event of found) expect(whole, unit.id).toContain(event.uid);
      expect(new Set(found.map((event) => event.uid)).size, unit.id).toBe(found.length);
      expect(file).toContain(`DTSTAMP:${handbook.edition.replaceAll('-', '')}T000000Z`);
      events += found.length;
    }
    expect(events).toBeGreaterThanOrEqual(floor(51));
  });
});

/** The cells of a workbook's one sheet by row, read from its XML. */
function cellsOf(bytes: Uint8Array): string[][] {
  const parts = unzipSync(bytes);
  const parse = (name: string): Document =>
    new JSDOM(strFromU8(present(parts[name], name)), { contentType: 'text/xml' }).window.document;
  const shared = [...parse('xl/sharedStrings.xml').querySelectorAll('si')].map((item) => item.textContent);
  return [...parse('xl/worksheets/sheet1.xml').querySelectorAll('row')].map((row) => {
    const cells: string[] = [];
    for (const cell of row.querySelectorAll('c')) {
      const letters = present(/^[A-Z]+/.exec(cell.getAttribute('r') ?? '')?.[0], 'a cell has its place');
      const value = cell.querySelector('v')?.textContent ?? '';
      expect(cell.querySelector('f'), 'a cell that is reckoned').toBeNull();
      cells[letters.charCodeAt(0) - 65] =
        cell.getAttribute('t') === 's' ? present(shared[Number(value)], 'shared text') : value;
    }
    return Array.from(cells, (value: string | undefined) => value ?? '');
  });
}

describe('workbooks', () => {
  test('hold the cells of the CSV beside them, and the same bytes when made again', async () => {
    let cells = 0;
    for (const unit of withFile('tasksBook').slice(0, 12)) {
      for (const rows of [unitTasks(unit, handbook), unitCoverage(unit, handbook)]) {
        const made = await workbook('Bảng', rows, handbook.edition);
        const read = cellsOf(made);
        expect(
          read.map((row) => row.join('|').replace(/\|+$/, '')),
          unit.id,
        ).toEqual(rows.map((row) => row.join('|').replace(/\|+$/, '')));
        cells += read.flat().length;
        vi.setSystemTime('2031-05-06T07:08:09Z');
        expect(Buffer.compare(await workbook('Bảng', rows, handbook.edition), made), unit.id).toBe(0);
        vi.useRealTimers();
      }
    }
    expect(cells).toBeGreaterThanOrEqual(floor(601));
  });

  test('what begins like a formula stays text', async () => {
    const file = await workbook('Bảng', [['Việc'], ['=1+1'], ['- đầu dòng\ndòng hai']], '2026-01-01');
    expect(cellsOf(file)).toEqual([['Việc'], ['=1+1'], ['- đầu dòng\ndòng hai']]);
  });
});

describe('sheets', () => {
  test('tasks: a row each, with the plan’s own words', () => {
    let rows = 0;
    for (const unit of withFile('tasks')) {
      const file = csv(unitTasks(unit, handbook));
      expect(file.charCodeAt(0)).toBe(0xfeff);
      const [head, ...body] = parseCsv(file.slice(1));
      const duties = unit.duties.flatMap((duty) => duty.duties);
      expect(body.length, unit.id).toBe(tasksOf(unit).length + duties.length);
      for (const row of body) expect(row.length).toBe(present(head, 'head').length);
      for (const task of tasksOf(unit)) {
        const row = present(
          body.find((candidate) => candidate[4] === task.data.title && candidate[1] === task.plan.data.short),
          'one of body',
        );
        expect(row?.slice(2, 6), task.id).toEqual([
          task.plan.data.number ?? 'văn bản không ghi',
          task.data.item,
          task.data.title,
          unit.leads.includes(task) ? 'Chủ trì' : 'Phối hợp',
        ]);
        expect(row[8]).toBe(documentWords(task.data.time));
      }
      for (const duty of duties)
        expect(
          body.some((row) => row[4] === duty),
          `${unit.id}: ${duty}`,
        ).toBe(true);
      rows += body.length;
    }
    expect(rows).toBeGreaterThanOrEqual(floor(181));
  });

  test('coverage: each task with its guides by number and its sessions', () => {
    let served = 0;
    for (const unit of withFile('coverage')) {
      const [, ...body] = parseCsv(csv(unitCoverage(unit, handbook)).slice(1));
      expect(body.length, unit.id).toBe(tasksOf(unit).length);
      for (const task of tasksOf(unit)) {
        const row = present(
          body.find((candidate) => candidate[3] === task.data.title && candidate[1] === task.plan.data.short),
          'one of body',
        );
        expect(
          row[8]
            ?.split('; ')
            .filter((part) => part !== '')
            .map(Number),
          task.id,
        ).toEqual(
          guidesByFit(task)
            .map((guide) => guide.data.number)
            .sort((a, b) => a - b),
        );
        expect(row[9]?.split('\n').filter((line) => line !== '').length, task.id).toBe(
          handbook.programmes.filter((programme) => programme.tasks.includes(task)).length,
        );
        served += Number(row[6]);
      }
    }
    expect(served).toBeGreaterThanOrEqual(floor(1001));
  });
});

describe('report draft', () => {
  const drafts = new Map<string, { bytes: Uint8Array; docx: OpenedDocx }>();
  beforeAll(async () => {
    const before = process.cpuUsage().user;
    for (const unit of withFile('report'))
      drafts.set(unit.id, { bytes: await reportDraft(unit, handbook), docx: undefined as never });
    console.log(
      `report drafts: ${drafts.size}, ${((process.cpuUsage().user - before) / 1000 / drafts.size).toFixed(0)} ms of processor each, ${Math.round([...drafts.values()].reduce((total, draft) => total + draft.bytes.length, 0) / 1024)} KB in all`,
    );
    let count = 0;
    for (const [id, draft] of drafts)
      drafts.set(id, { ...draft, docx: openDocx(draft.bytes, count++ % 20 === 0) });
  }, 120_000);

  test('of each unit has its tasks and duties in a table, in order, with the results left open', () => {
    expect(drafts.size).toBe(withFile('report').length);
    let rows = 0;
    for (const [id, { docx }] of drafts) {
      const office = unit(id);
      const [head, ...body] = present(
        docx.tables.find((table) => table[0]?.[1] === 'Nhiệm vụ'),
        'one of tables',
      );
      expect(head, id).toEqual([
        'TT',
        'Nhiệm vụ',
        'Vai trò',
        'Thời gian',
        'Kết quả theo kế hoạch',
        'Kết quả trong quý',
        'Khó khăn, đề xuất',
      ]);
      const duties = office.duties.flatMap((duty) => duty.duties);
      expect(body.length, id).toBe(tasksOf(office).length + duties.length);
      body.forEach((row, index) =>
        expect([row.length, row[0], row[5], row[6]], `${id}, row ${index + 1}`).toEqual([
          7,
          String(index + 1),
          '',
          '',
        ]),
      );
      for (const task of tasksOf(office)) {
        const row = present(
          body.find((candidate) =>
            present(candidate[1], 'item 1 of candidate').startsWith(
              `${task.data.title.replace(/\.$/, '')} (mục ${task.data.item}`,
            ),
          ),
          'one of body',
        );
        expect([row?.[2], row?.[4]], `${id}: ${task.id}`).toEqual([
          office.leads.includes(task) ? 'Chủ trì' : 'Phối hợp',
          task.data.result ?? 'Không nêu',
        ]);
      }
      for (const duty of duties)
        expect(
          body.some(
            (row) =>
              present(row[1], 'item 1 of row').startsWith(duty.replace(/\.$/, '')) &&
              row[2] === 'Trách nhiệm chung',
          ),
          `${id}: ${duty}`,
        ).toBe(true);
      rows += body.length;
    }
    expect(rows).toBeGreaterThanOrEqual(floor(181));
  });

  test('rests on the unit’s plans by name, number and day, and has their targets', () => {
    let bases = 0,
      targets = 0;
    for (const [id, { docx }] of drafts) {
      const plans = new Set([...tasksOf(unit(id)), ...unit(id).duties].map((task) => task.plan));
      for (const plan of plans) {
        const line = present(
          docx.paragraphs.find((paragraph) => paragraph.startsWith(`Căn cứ ${plan.data.title}`)),
          'one of paragraphs',
        );
        expect(line, `${id}: ${plan.id}`).toContain(`số ${plan.data.number ?? '…'}`);
        if (plan.data.date) expect(line).toContain(plan.data.date.split('-').reverse().map(Number).join('/'));
        bases++;
      }
      const wanted = handbook.indicators
        .filter((indicator) => plans.has(indicator.plan))
        .map((indicator) => indicator.indicator.wording);
      expect(
        (docx.tables.find((table) => table[0]?.[2] === 'Chỉ tiêu') ?? [[]]).slice(1).map((row) => row[4]),
        id,
      ).toEqual(wanted);
      targets += wanted.length;
      expect(present(docx.tables.at(-1), 'an item of tables').length - 1, id).toBe(tallyRows.length);
    }
    expect(bases).toBeGreaterThanOrEqual(drafts.size);
    expect(targets).toBeGreaterThanOrEqual(floor(101));
  });

  test('carries the heading of its unit’s own rules, and no number, day or name of a person', () => {
    const top = (id: string): string =>
      present(present(drafts.get(id), 'an entry of drafts').docx.tables[0], 'item 0 of tables')
        .flat()
        .join('\n');
    const ofState = /CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAMĐộc lập - Tự do - Hạnh phúc/;
    const rules = {
      state: ofState,
      party: /ĐẢNG CỘNG SẢN VIỆT NAM/,
      own: /\(Tiêu đề theo quy định của tổ chức mình\)/,
    };
    const seen = new Set<string>();
    for (const [id] of drafts) {
      const { papers } = unit(id).data;
      seen.add(papers);
      for (const [rule, heading] of Object.entries(rules))
        expect(heading.test(top(id)), `${id}: ${rule}`).toBe(rule === papers);
    }
    expect(seen.size).toBeGreaterThanOrEqual(floor(3));
    let groups = 0;
    for (const [id] of drafts) {
      expect(top(id)).toMatch(/ngày …… tháng …… năm 20……/);
      if (unit(id).data.kind === 'group') {
        groups++;
        expect(top(id).toUpperCase(), id).not.toContain(unit(id).data.name.toUpperCase());
      }
    }
    expect(groups).toBeGreaterThanOrEqual(floor(11));
  });

  test('is on A4 with the margins of the rules, the appendices on wide pages, in Times New Roman', () => {
    const byTables = [...drafts.values()].sort(
      (one, other) => other.docx.tables.length - one.docx.tables.length,
    );
    const { document } = present(byTables[0], 'a draft').docx;
    const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
    const millimetres = (element: Element, name: string): number =>
      Math.round((Number(element.getAttributeNS(namespace, name)) / 1440) * 25.4);
    const sizes = [...document.getElementsByTagNameNS(namespace, 'pgSz')].map((element) => [
      millimetres(element, 'w'),
      millimetres(element, 'h'),
    ]);
    expect(sizes).toEqual([
      [210, 297],
      [297, 210],
    ]);
    for (const element of document.getElementsByTagNameNS(namespace, 'pgMar'))
      expect(['top', 'bottom', 'left', 'right'].map((name) => millimetres(element, name))).toEqual([
        20, 20, 30, 15,
      ]);
    expect(document.getElementsByTagNameNS(namespace, 'tblHeader').length).toBeGreaterThanOrEqual(3);
  });

  test('is the same bytes a second later, with no clock in it', async () => {
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    for (const id of [...drafts.keys()].slice(0, 2)) {
      const sum = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
      expect(sum(await reportDraft(unit(id), handbook))).toBe(
        sum(present(drafts.get(id), 'an entry of drafts').bytes),
      );
      expect(drafts.get(id)?.docx.properties.match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g)).toEqual([
        `${handbook.edition}T00:00:00Z`,
        `${handbook.edition}T00:00:00Z`,
      ]);
    }
  });
});

describe('the desk', () => {
  test.runIf(isNational)('lists what comes each year by quarter; months gone by stand apart', () => {
    const view = unitView(unit('gia-lai-xa-uy-ban-nhan-dan'), handbook);
    expect(
      view.quarters.map((quarter) => quarter.due.map((row) => `${row.day}/${row.month}`).join(' ')),
    ).toEqual(['14/3', '14/6', '14/9', '10/10 14/12']);
    const ministry = unitView(unit('cuc-chuyen-doi-so-quoc-gia'), handbook);
    expect(
      ministry.quarters
        .flatMap((quarter) => quarter.due)
        .filter((row) => row.what.startsWith('Nhận báo cáo quý'))
        .map((row) => `${row.day}/${row.month}`),
    ).toEqual(['15/3', '15/6', '15/9', '15/12']);
    expect(ministry.past.length).toBeGreaterThan(0);
    for (const row of ministry.past)
      expect(`${row.year}-${String(row.month).padStart(2, '0')}` < handbook.edition.slice(0, 7)).toBe(true);
    // In the month itself it is not past yet.
    const then = unitView(unit('cuc-chuyen-doi-so-quoc-gia'), { ...handbook, edition: '2025-04-30' });
    expect(then.past).toEqual([]);
    expect(then.quarters.find((quarter) => quarter.quarter === 2)?.due.some((row) => row.year === 2025)).toBe(
      true,
    );
  });

  test('a part of a unit is named by what it belongs to, never called a ministry or a commune itself', () => {
    expect(unitView(unit('bo-khoa-hoc-va-cong-nghe'), handbook).level).toBe('Bộ');
    let parts = 0;
    for (const unit of handbook.units) {
      const view = unitView(unit, handbook);
      if (view.level === undefined) {
        parts++;
        expect(view.parent, unit.id).toBeDefined();
      }
      if (/^(Cục|Vụ|Văn phòng|Phòng|Báo) /.test(view.name)) expect(view.level, unit.id).not.toBe('Bộ');
    }
    expect(parts).toBeGreaterThanOrEqual(floor(21));
  });

  test('no unit loses a task that has a day', () => {
    let dated = 0;
    for (const unit of handbook.units) {
      const view = unitView(unit, handbook);
      const shown = [...view.quarters.flatMap((quarter) => quarter.due), ...view.past].map((row) => row.href);
      for (const task of tasksOf(unit).filter((task) => hasDays(task.data.time))) {
        dated++;
        expect(shown, `${unit.id}: ${task.id}`).toContain(task.address);
      }
      expect(view.standing + new Set(tasksOf(unit).filter((task) => hasDays(task.data.time))).size).toBe(
        tasksOf(unit).length,
      );
    }
    expect(dated).toBeGreaterThanOrEqual(floor(11));
  });

  test('guides to hand out serve a task of the unit, are for the readers named, and come once', () => {
    let groups = 0;
    for (const unit of handbook.units) {
      const list = unitHandouts(unit);
      const numbers = list.flatMap((handout) => handout.guides.map((guide) => guide.data.number));
      expect(new Set(numbers).size, unit.id).toBe(numbers.length);
      const served = new Set(unitGuides(unit));
      for (const handout of list) {
        groups++;
        for (const guide of handout.guides) {
          expect(served.has(guide), unit.id).toBe(true);
          if (handout.address !== undefined) {
            const audience = present(
              handbook.audiences.find((candidate) => candidate.address === handout.address),
              'one of audiences',
            );
            expect(
              audience.guides.includes(guide) || audience.first.includes(guide),
              `${unit.id}: ${guide.id}`,
            ).toBe(true);
          }
        }
      }
      for (const session of unitSessions(unit, handbook.programmes))
        expect(
          session.tasks.some((task) => tasksOf(unit).includes(task)),
          `${unit.id}: ${session.id}`,
        ).toBe(true);
    }
    expect(groups).toBeGreaterThanOrEqual(floor(51));
  });
});
