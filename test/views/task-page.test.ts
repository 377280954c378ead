/** What a task's page says: its part of the plan, what to start with, which guides help. */
import { expect, test } from 'vitest';
import type { Guide, Picked, Plan, Task } from '../../src/handbook/handbook.ts';
import { festivalData, guideData, sessionData, trailData } from '../../src/views/structured-data.ts';
import { fit, guidesByFit, sharesAudience, startOf, taskRow, taskView } from '../../src/views/task.ts';
import { present } from '../present.ts';
import { realHandbook } from '../real.ts';

const handbook = realHandbook();
const somePlan = present(handbook.plans[0], 'a plan');
const { leadNote: _, coordinatingNote: __, ...bare } = present(handbook.tasks[0], 'a task').data;
const someTask: Task = {
  ...present(handbook.tasks[0], 'a task'),
  data: { ...bare, unseen: [], products: [], parts: [] },
  lead: [],
  coordinating: [],
  workstreams: [],
  audiences: [],
  picks: [],
  guides: [],
  same: [],
};
const [common, rare] = handbook.workstreams
  .slice(0, 2)
  .map((one, index) => ({ ...one, guides: handbook.guides.slice(0, index === 0 ? 30 : 1) }))
  .map((one) => present(one, 'a workstream'));
const strands = { common: present(common, 'common'), rare: present(rare, 'rare') };
const guide = (id: string, number: number, fields: Partial<Guide> = {}): Guide => {
  const one = present(handbook.guides[0], 'a guide');
  return {
    ...one,
    id,
    address: `/bai/${id}/`,
    workstreams: [],
    audiences: [],
    ...fields,
    data: { ...one.data, number, title: id, level: 'first' },
  };
};
const pick = (what: Picked['what'], first?: number): Picked => ({
  why: 'Vì hợp việc.',
  what,
  ...(first === undefined ? {} : { first }),
});

test('a guide fits a task by shared strands, rare ones most, by its readers and its level', () => {
  const task = { ...someTask, workstreams: [strands.common, strands.rare] };
  const both = guide('both', 1, { workstreams: [strands.common, strands.rare] });
  const onlyRare = guide('rare', 2, { workstreams: [strands.rare] });
  const onlyCommon = guide('common', 3, { workstreams: [strands.common] });
  // Nobody is named: the task is for everybody.
  expect(fit(both, task)).toBeCloseTo(2.6);
  expect(fit(onlyRare, task)).toBeGreaterThan(fit(onlyCommon, task));
  expect(fit(onlyCommon, task)).toBeGreaterThan(1.6);
  expect(fit(guide('none', 4), task)).toBeCloseTo(0.6);
  const sure = { ...both, data: { ...both.data, level: 'sure' as const } };
  expect(fit(sure, task) - fit(both, task)).toBeCloseTo(0.4);
  expect(fit(guide('none', 4), someTask)).toBeCloseTo(0.6);
});

test('a guide is for somebody whom the task names, also by the wider group and the narrower', () => {
  const narrow = present(
    handbook.audiences.find(({ parent }) => parent !== undefined),
    'a narrow audience',
  );
  const wide = present(narrow.parent, 'its wider one');
  const other = present(
    handbook.audiences.find((one) => one !== wide && one.parent === undefined),
    'another',
  );
  const shares = (of: Guide['audiences'], named: Task['audiences']): boolean =>
    sharesAudience({ audiences: of }, { ...someTask, audiences: named });
  expect([shares([narrow], [wide]), shares([wide], [narrow]), shares([other, narrow], [narrow])]).toEqual([
    true,
    true,
    true,
  ]);
  expect([shares([other], [narrow]), shares([], [wide])]).toEqual([false, false]);
  expect([shares([other], []), shares([], [])]).toEqual([true, true]);
  const task = { ...someTask, audiences: [wide] };
  expect(fit(guide('other', 1, { audiences: [other] }), task)).toBe(0);
});

test('guides of a task: picked ones first, then those that fit well, of two alike the lower number', () => {
  const near = { workstreams: [strands.rare] };
  const picked = guide('picked', 90);
  const [late, early, far] = [guide('late', 80, near), guide('early', 7, near), guide('far', 1)];
  const task = {
    ...someTask,
    workstreams: [strands.rare],
    guides: [late, far, early, picked],
    picks: [pick({ kind: 'guide', guide: picked })],
  };
  expect(guidesByFit(task).map(({ id }) => id)).toEqual(['picked', 'early', 'late']);
});

test('a task starts with its session, then guides in their places, then the form', () => {
  const programme = present(handbook.programmes[0], 'a session');
  const [one, two, three] = [guide('mot', 5), guide('hai', 3), guide('ba', 1)];
  const picks = [
    pick({ kind: 'form', page: 'mentorCards', name: 'Bộ tờ in' }, 1),
    pick({ kind: 'guide', guide: two }, 2),
    pick({ kind: 'guide', guide: three }),
    pick({ kind: 'guide', guide: one }, 1),
    pick({ kind: 'session', programme }, 1),
  ];
  const start = startOf({ ...someTask, picks });
  expect(start.map(({ kind, text }) => [kind, text])).toEqual([
    ['session', programme.data.title],
    ['guide', 'mot'],
    ['guide', 'hai'],
    ['form', 'Bộ tờ in'],
  ]);
  expect(start.map(({ number }) => number)).toEqual([undefined, 5, 3, undefined]);
  expect(start.slice(0, 2).map(({ href }) => href)).toEqual([programme.address, '/bai/mot/']);
  expect(new Set(start.map(({ why }) => why))).toEqual(new Set(['Vì hợp việc.']));
});

test('a task’s page leads to the tasks before and after it and to the same work in other plans', () => {
  const tasks = ['mot', 'hai', 'ba'].map((id): Task => ({
    ...someTask,
    id,
    address: `/viec/${id}/`,
    data: { ...someTask.data, title: id },
  }));
  const plan: Plan = { ...somePlan, tasks };
  for (const task of tasks) Object.assign(task, { plan });
  const [first, second, third] = tasks.map((task) => taskView(task));
  expect([first?.previous, first?.next?.href]).toEqual([undefined, '/viec/hai/']);
  expect([second?.previous?.href, second?.next?.href]).toEqual(['/viec/mot/', '/viec/ba/']);
  expect([third?.previous?.href, third?.next]).toEqual(['/viec/hai/', undefined]);
  const other = { ...somePlan, data: { ...somePlan.data, short: 'Kế hoạch khác' } };
  const [one, two, three] = tasks.map((task) => present(task, 'a task'));
  const same = [one, two, three].map((task, index) => ({
    ...present(task, 'a task'),
    plan: index === 1 ? other : plan,
  }));
  const view = taskView({ ...someTask, plan, same });
  expect(view.same.map(({ plan: of, tasks: list }) => [of, list.map(({ href }) => href)])).toEqual([
    [plan.data.short, ['/viec/mot/', '/viec/ba/']],
    ['Kế hoạch khác', ['/viec/hai/']],
  ]);
});

test('a task’s page lists six guides that it does not start with, and tells how many there are', () => {
  const near = { workstreams: [strands.rare] };
  const guides = Array.from({ length: 9 }, (_one, index) => guide(`bai-${index}`, index, near));
  const view = taskView({
    ...someTask,
    workstreams: [strands.rare],
    guides,
    picks: [pick({ kind: 'guide', guide: present(guides[4], 'a guide') }, 1)],
  });
  expect(view.guides.map(({ href }) => href)).toEqual(
    [0, 1, 2, 3, 5, 6].map((number) => `/bai/bai-${number}/`),
  );
  expect(view.guideCount).toBe(9);
});

test('a task says what its document says: who leads, notes, parts', () => {
  const [unit] = handbook.units;
  const lead = present(unit, 'a unit');
  const { short: ___, ...long } = lead.data;
  const noted = {
    ...someTask,
    data: { ...someTask.data, leadNote: 'Các thôn', coordinatingNote: 'Các hội' },
  };
  expect(taskRow(noted).lead).toBe('Các thôn');
  expect(taskRow(someTask).lead).toBe('');
  const units = [
    { ...lead, data: { ...long, name: 'Ủy ban', short: 'UB' } },
    { ...lead, data: { ...long, name: 'Trường' } },
  ];
  expect(taskRow({ ...noted, lead: units }).lead).toBe('UB, Trường');
  const view = taskView(noted);
  expect([view.leadNote, view.coordinatingNote]).toEqual(['Các thôn', 'Các hội']);
  for (const key of ['leadNote', 'coordinatingNote', 'notServed'])
    expect(
      taskView({ ...someTask, data: { ...someTask.data, handbook: { by: 'guides' } } }),
    ).not.toHaveProperty(key);
  expect(taskView(someTask).lists).toEqual([]);
  const listed = taskView({
    ...someTask,
    data: {
      ...someTask.data,
      products: ['Danh sách'],
      parts: [{ item: 'a', title: 'Mời người dạy', lead: [] }],
    },
  }).lists;
  expect(listed.map(({ texts }) => texts)).toEqual([
    ['Danh sách'],
    [expect.stringContaining('Mời người dạy')],
  ]);
  const office = { ...someTask.data, handbook: { by: 'none' as const, reason: 'Việc trong phòng.' } };
  expect(taskView({ ...someTask, data: office }).notServed).toBe('Việc trong phòng.');
});

test('a task leads to whom it is for and to its workstreams, by their names', () => {
  const audiences = handbook.audiences.slice(0, 2);
  const workstreams = handbook.workstreams.slice(0, 3);
  const view = taskView({ ...someTask, audiences, workstreams });
  expect(view.audiences).toEqual(audiences.map(({ address, data }) => ({ href: address, text: data.title })));
  expect(view.workstreams).toEqual(
    workstreams.map(({ address, data }) => ({ href: address, text: data.title })),
  );
  expect(view.plan).toEqual({ href: someTask.plan.address, text: someTask.plan.data.short });
});

test('machines read of a guide, a session, the festival and the way to a page what the page says', () => {
  const [one] = handbook.guides;
  const read = present(one, 'a guide');
  expect(guideData(read, 'https://a.vn/')).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'LearningResource',
    url: `https://a.vn${read.address}`,
    inLanguage: 'vi',
    name: read.data.title,
    description: read.data.summary,
    dateModified: read.data.checked,
    license: 'https://creativecommons.org/licenses/by/4.0/',
    teaches: read.skills.map(({ data }) => data.title),
    audience: read.audiences.map(({ data }) => ({ '@type': 'Audience', audienceType: data.title })),
  });
  const session = present(handbook.programmes[0], 'a session');
  expect(sessionData(session, 'https://a.vn/')).toEqual({
    '@context': 'https://schema.org',
    '@type': 'LearningResource',
    '@id': `https://a.vn${session.address}`,
    url: `https://a.vn${session.address}`,
    inLanguage: 'vi',
    name: session.data.title,
    description: session.data.summary,
    learningResourceType: 'lesson plan',
    timeRequired: `PT${session.data.minutes}M`,
    isAccessibleForFree: true,
    dateModified: session.data.checked,
    license: 'https://creativecommons.org/licenses/by/4.0/',
    teaches: session.data.goals,
    audience: session.audiences.map(({ data }) => ({ '@type': 'Audience', audienceType: data.title })),
    hasPart: session.guides.map(({ address, data }) => ({
      '@type': 'LearningResource',
      '@id': `https://a.vn${address}`,
      name: data.title,
    })),
  });
  expect(festivalData(2027, 'https://a.vn/', '/ngay-hoi/')).toEqual({
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: 'Ngày hội toàn dân học tập số',
    startDate: '2027-10-10',
    endDate: '2027-10-10',
    url: 'https://a.vn/ngay-hoi/',
    eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
    location: { '@type': 'Country', name: 'Việt Nam' },
    inLanguage: 'vi',
  });
  const trail = [
    { href: '/', text: 'Trang đầu' },
    { href: '/bai/', text: 'Bài' },
  ];
  expect(trailData(trail, 'https://a.vn/')).toEqual({
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: [
      { '@type': 'ListItem', position: 1, name: 'Trang đầu', item: 'https://a.vn/' },
      { '@type': 'ListItem', position: 2, name: 'Bài', item: 'https://a.vn/bai/' },
    ],
  });
});
