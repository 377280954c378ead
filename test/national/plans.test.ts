/**
 * The hand-made table of the plans against the real content. Both were read from the documents, by different
 * hands.
 */
import { describe, expect, test } from 'vitest';
import type { Unit } from '../../src/handbook/handbook.ts';
import { expectedPlans } from './plans.ts';
import { present } from '../present.ts';
import { realHandbook } from '../real.ts';

const { plans } = realHandbook();

/**
 * One phrase of the table that the content holds as several units, or several that it holds as one. Same
 * words in the document, cut at other places. By phrase (or phrases joined with ` + `), in lower case with
 * short dashes; values are unit ids.
 */
const sameWords: Readonly<Record<string, readonly string[]>> = {
  // QĐ 550, item 2.5: the words after the name say what these units do.
  'các cơ quan, đơn vị chủ quản nền tảng học trực tuyến mở đại trà thực hiện phong trào': [
    'cac-don-vi-chu-quan-nen-tang-hoc-truc-tuyen',
  ],
  // QĐ 550, items 2.8 and 2.14: the contact points of organisations; the content names the organisations and
  // says "đầu mối" in a note.
  'các đơn vị đầu mối của bộ công an, bộ giáo dục và đào tạo': ['bo-cong-an', 'bo-giao-duc-va-dao-tao'],
  'đơn vị đầu mối của ban tuyên giáo và dân vận trung ương, văn phòng trung ương đảng, bộ công an, bộ giáo dục và đào tạo':
    [
      'ban-tuyen-giao-va-dan-van-trung-uong',
      'van-phong-trung-uong-dang',
      'bo-cong-an',
      'bo-giao-duc-va-dao-tao',
    ],
  'các doanh nghiệp viễn thông, doanh nghiệp công nghệ số': [
    'cac-doanh-nghiep-vien-thong',
    'cac-doanh-nghiep-cong-nghe-so',
  ],
  // KH 1410: a list that shares one "có liên quan".
  'các sở, ngành, doanh nghiệp, địa phương có liên quan': [
    'lam-dong-cac-so-nganh-lien-quan',
    'lam-dong-cac-doanh-nghiep-lien-quan',
    'lam-dong-cac-dia-phuong-lien-quan',
  ],
  'các sở, ngành, địa phương, cơ quan, đơn vị có liên quan': [
    'lam-dong-cac-so-nganh-lien-quan',
    'lam-dong-cac-dia-phuong-lien-quan',
    'lam-dong-cac-co-quan-don-vi-lien-quan',
  ],
  'các sở, ngành, địa phương có liên quan': [
    'lam-dong-cac-so-nganh-lien-quan',
    'lam-dong-cac-dia-phuong-lien-quan',
  ],
  // Gia Lai, l. 164 and 316: "Mặt trận Tổ quốc và các tổ chức chính trị - xã hội xã" is one phrase of the
  // document.
  'mặt trận tổ quốc + các tổ chức chính trị - xã hội xã': [
    'gia-lai-xa-mat-tran-va-cac-to-chuc-chinh-tri-xa-hoi',
  ],
};

/**
 * Units that the content names although the task's own lines do not: another part of the document does. The
 * table leaves them out on purpose; the content must say so in a note of the task.
 */
const fromElsewhere: Readonly<
  Record<string, { readonly lead?: readonly string[]; readonly coordinating?: readonly string[] }>
> = {
  // Gia Lai l. 297-299: the sentence of b itself.
  'gia-lai-xa/iv-4-4-b': {
    coordinating: ['gia-lai-xa-cac-lang-to-dan-pho', 'gia-lai-xa-to-cong-nghe-so-cong-dong'],
  },
  // Cao Bằng l. 270-276 (VI.2), l. 255-263 (VI.1.2), l. 231-253 (VI.1.1).
  'cao-bang-noi-vu/iv-1-2': {
    coordinating: ['cao-bang-cac-so-ban-nganh', 'cao-bang-uy-ban-nhan-dan-cac-xa-phuong'],
  },
  'cao-bang-noi-vu/iv-2-2': {
    lead: ['cao-bang-ban-thi-dua-khen-thuong'],
    coordinating: ['cao-bang-cac-co-quan-lien-quan'],
  },
  'cao-bang-noi-vu/iv-4': {
    lead: ['cao-bang-phong-to-chuc-bo-may-va-cong-chuc-vien-chuc'],
    coordinating: ['cao-bang-cac-co-quan-lien-quan', 'cao-bang-so-khoa-hoc-va-cong-nghe'],
  },
};

/** Documents that the content lists beside the basis: named elsewhere in the plan, as their `about` says. */
const besides: Readonly<Record<string, readonly string[]>> = {
  // Cao Bằng: l. 13 in the title of 1495/UBND-VX; l. 152-153 footnotes to II.5.
  'cao-bang-noi-vu': ['285-CV/ĐU', '506/KH-UBND', '1902/QĐ-UBND'],
  // Bình Phước l. 32: in the title of 57/KH-UBND.
  'binh-phuoc-skhcn': ['57-NQ/TW'],
  // Lâm Đồng l. 33: under "Mục đích".
  'lam-dong-1410': ['174-KH/TU'],
  // Facts, section 5 does not give the basis; not in the table.
  'trung-uong-01': ['146/QĐ-TTg', '1315/QĐ-TTg'],
};

const plainName = (name: string): string => name.normalize('NFC').toLowerCase().replaceAll('–', '-');
const isCalled = (unit: Unit, name: string): boolean =>
  [unit.data.name, unit.data.short ?? '', ...unit.data.spellings].some(
    (spelling) => plainName(spelling) === plainName(name),
  );

/**
 * Ids of the units that a list of phrases means, among `candidates`; throws when a phrase means none of them.
 */
function meant(phrases: readonly string[], candidates: readonly Unit[]): string[] {
  const rest = phrases.map(plainName);
  const found: string[] = [];
  for (const [words, ids] of Object.entries(sameWords)) {
    const parts = words.split(' + ');
    if (!parts.every((part) => rest.includes(part))) continue;
    for (const part of parts) rest.splice(rest.indexOf(part), 1);
    found.push(...ids);
  }
  for (const name of rest) {
    const units = candidates.filter((candidate) => isCalled(candidate, name));
    if (units.length !== 1)
      throw new Error(
        `“${name}” is ${units.length} of: ${candidates.map((candidate) => candidate.data.name).join('; ')}`,
      );
    found.push(present(units[0], 'item 0 of units').id);
  }
  return found.sort();
}

test('the table and the content hold all of it', () => {
  const five = expectedPlans.filter((plan) => plan.tasks.length > 0);
  expect(five.length).toBe(5);
  expect(five.flatMap((plan) => plan.tasks).length).toBe(64);
  expect(expectedPlans.flatMap((plan) => plan.indicators).length).toBe(34);
  expect(plans.map((plan) => plan.id).sort()).toEqual(expectedPlans.map((plan) => plan.id).sort());
  expect(plans.flatMap((plan) => plan.data.indicators).length).toBe(34);
  expect(
    plans
      .filter((plan) => five.some((expectedPlan) => expectedPlan.id === plan.id))
      .flatMap((plan) => plan.tasks).length,
  ).toBe(64);
});

describe.each(expectedPlans.map((plan) => [plan.id, plan] as const))('%s', (id, expected) => {
  const plan = present(
    plans.find((candidate) => candidate.id === id),
    'one of plans',
  );

  test('head', () => {
    const { number, date, period, signer, level, partial } = plan.data;
    expect({
      number,
      date,
      until: period?.until ?? null,
      signerName: signer?.name ?? null,
      level,
      partial,
    }).toEqual({
      number: expected.number,
      date: expected.date,
      until: expected.until,
      signerName: expected.signerName,
      level: expected.level,
      partial: expected.partial,
    });
  });

  test('reporting', () => {
    const reporting = plan.data.reporting;
    // A rule without a period is kept in words; the table has nothing for it.
    expect(
      reporting?.every === 'quarter'
        ? { every: reporting.every, day: reporting.day, limit: reporting.limit }
        : null,
    ).toEqual(expected.reporting);
  });

  test('legal basis', () => {
    expect(plan.data.legalBasis.map((basis) => basis.document).sort()).toEqual(
      [...expected.legalBasisNumbers, ...(besides[id] ?? [])].sort(),
    );
  });

  test('indicators', () => {
    const figures = ({
      year,
      value,
      unit,
      comparator,
      measure,
    }: {
      year: number;
      value: number;
      unit: string;
      comparator: string;
      measure: string;
    }): string => `${year}: ${comparator} ${value} ${unit} ${measure}`;
    expect(plan.data.indicators.map(figures)).toEqual(expected.indicators.map(figures));
    // The item of the content goes on with the place of the bullet: "II.1, ý 2".
    if (!expected.partial)
      expect(plan.data.indicators.map((indicator) => indicator.item.split(',')[0])).toEqual(
        expected.indicators.map((indicator) => indicator.item),
      );
  });

  if (expected.tasks.length === 0) return;

  test('has these tasks and no other', () => {
    expect(plan.tasks.map((task) => task.id)).toEqual(expected.tasks.map((task) => `${id}/${task.id}`));
  });

  test.each(expected.tasks.map((task) => [task.id, task] as const))('task %s', (taskId, want) => {
    const task = present(
      plan.tasks.find((candidate) => candidate.id === `${id}/${taskId}`),
      'one of tasks',
    );
    const extra = fromElsewhere[task.id];
    expect(task.lead.map((unit) => unit.id).sort()).toEqual(
      [...meant(want.lead, task.lead), ...(extra?.lead ?? [])].sort(),
    );
    expect(task.coordinating.map((unit) => unit.id).sort()).toEqual(
      [...meant(want.coordinating, task.coordinating), ...(extra?.coordinating ?? [])].sort(),
    );
    if (extra)
      expect(
        task.data.leadNote ?? task.data.coordinatingNote,
        'units from elsewhere need a note',
      ).toBeDefined();
    if (want.lead.length === 0 && extra?.lead === undefined) expect(task.data.leadNote).toBeDefined();
    const { words, ...time } = { words: undefined, ...task.data.time };
    expect(time).toEqual(want.time);
    if (want.time.kind !== 'not-stated') expect(String(words).trim().length).toBeGreaterThan(3);
    expect(task.data.result !== null).toBe(want.hasResult);
  });
});
