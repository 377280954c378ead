/** What a unit's page and desk say: its work, its days, whom it works beside, what to hand out and to run. */
import { expect, test } from 'vitest';
import type { Plan, Programme, Task, Unit } from '../../src/handbook/handbook.ts';
import { besideUnit, plansOf } from '../../src/views/see-also.ts';
import { unitData } from '../../src/views/structured-data.ts';
import { unitView, unitsByPlace } from '../../src/views/unit.ts';
import {
  plansOfUnit,
  reportTiming,
  unitDownloads,
  unitGuides,
  unitHandouts,
  unitSessions,
  unitWork,
} from '../../src/views/unit-work.ts';
import { present } from '../present.ts';
import { realHandbook } from '../real.ts';

const handbook = realHandbook();
const plan: Plan = {
  ...present(handbook.plans[0], 'a plan'),
  address: '/ke-hoach/thu/',
};
const someUnit: Unit = {
  ...present(handbook.units[0], 'a unit'),
  leads: [],
  joins: [],
  duties: [],
  issues: [],
  children: [],
};
const someTask: Task = {
  ...present(handbook.tasks[0], 'a task'),
  plan,
  guides: [],
  audiences: [],
  workstreams: [],
  coordinating: [],
};
const unit = (id: string, fields: Partial<Unit> = {}): Unit => ({ ...someUnit, id, ...fields });
const named = (name: string, short?: string): Unit['data'] => {
  const { short: _, ...data } = someUnit.data;
  return { ...data, name, ...(short === undefined ? {} : { short }) };
};
const task = (title: string, data: Partial<Task['data']>, fields: Partial<Task> = {}): Task => ({
  ...someTask,
  address: `/viec/${title}/`,
  ...fields,
  data: { ...someTask.data, title, unseen: [], products: [], ...data },
});
const reporting = (rule: Partial<NonNullable<Plan['data']['reporting']>>): Plan => ({
  ...plan,
  data: { ...plan.data, reporting: { to: [], words: 'Báo cáo đúng hạn.', every: 'quarter', ...rule } },
});

test('work of a unit: what it leads, then what it joins, each once, then its duties', () => {
  const self = unit('xa', { data: named('Ủy ban nhân dân xã', 'UBND xã') });
  const school = unit('truong', { data: named('Trường học') });
  const police = unit('cong-an', { data: named('Công an xã', 'CAX') });
  const led = task(
    'led',
    { item: '1', result: 'Mở 3 lớp.', products: ['Danh sách lớp', 'Báo cáo'] },
    { lead: [self], coordinating: [school, police] },
  );
  const joined = task('joined', { item: '2', result: null }, { lead: [police], coordinating: [self] });
  const rows = unitWork(
    Object.assign(self, {
      leads: [led],
      joins: [led, joined],
      duties: [
        { plan, duties: ['Cử người', 'Góp kinh phí'], item: '5' },
        { plan, duties: ['Theo dõi'] },
      ],
    }),
  );
  expect(rows.map(({ role, item, title, others }) => [role, item, title, others])).toEqual([
    ['Chủ trì', '1', 'led', 'Trường học; CAX'],
    ['Phối hợp', '2', 'joined', 'CAX'],
    ['Trách nhiệm chung', '5', 'Cử người', ''],
    ['Trách nhiệm chung', '5', 'Góp kinh phí', ''],
    ['Trách nhiệm chung', '', 'Theo dõi', ''],
  ]);
  expect(rows.map(({ result }) => result)).toEqual([
    'Mở 3 lớp.\nDanh sách lớp\nBáo cáo',
    'Không nêu',
    '',
    '',
    '',
  ]);
  expect(rows.map(({ address }) => address)).toEqual([
    '/viec/led/',
    '/viec/joined/',
    plan.address,
    plan.address,
    plan.address,
  ]);
  const [first, , duty] = rows;
  expect(present(first, 'a row').task).toBe(led);
  expect([duty?.when, duty?.wording, duty?.task]).toEqual(['', '', undefined]);
  expect(present(first, 'a row').wording).toBe('words' in led.data.time ? led.data.time.words : '');
});

test('a plan is a unit’s when it gives it a task, a part in one or a duty', () => {
  const [one, two, three, four] = ['a', 'b', 'c', 'd'].map((id) => ({ ...plan, id }));
  const plans = [one, two, three, four].map((each) => present(each, 'a plan'));
  const [led, joined, asked] = plans;
  const self = unit('xa', {
    leads: [{ ...someTask, plan: present(led, 'led') }],
    joins: [{ ...someTask, plan: present(joined, 'joined') }],
    duties: [{ plan: present(asked, 'asked'), duties: ['Theo dõi'] }],
  });
  expect(plansOfUnit(self, plans).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(plansOf([...self.joins, ...self.leads, ...self.joins])).toEqual(
    [joined, led].map(() => ({
      href: plan.address,
      text: plan.data.number ? `${plan.data.short} (${plan.data.number})` : plan.data.short,
    })),
  );
  const bare = { ...plan, data: { ...plan.data, number: '' } };
  expect(plansOf([{ plan: bare }])).toEqual([{ href: plan.address, text: plan.data.short }]);
});

test('a plan’s reports are due as it asks: each year, quarter or month on its day, or once', () => {
  const timing = (rule: Parameters<typeof reporting>[0]): unknown => reportTiming(reporting(rule));
  expect(timing({ every: 'quarter', day: 15 })).toEqual({ kind: 'quarterly', day: 15, limit: 'by' });
  expect(timing({ every: 'month', day: 25, limit: 'before' })).toEqual({
    kind: 'monthly',
    day: 25,
    limit: 'before',
  });
  expect(timing({ every: 'year', month: 12, day: 10 })).toEqual({
    kind: 'yearly',
    month: 12,
    day: 10,
    limit: 'by',
  });
  expect(timing({ every: 'once', on: '2026-06-15' })).toEqual({ kind: 'by', date: '2026-06-15' });
  expect(timing({ every: 'once', on: '2026-06-15', limit: 'before' })).toEqual({
    kind: 'before',
    date: '2026-06-15',
  });
  expect(timing({ every: 'quarter' })).toBeUndefined();
  expect(timing({ every: 'once', day: 3 })).toBeUndefined();
  expect(reportTiming({ ...plan, data: { ...plan.data, reporting: null } })).toBeUndefined();
});

test('guides, sessions and readers that serve most of a unit’s tasks come first', () => {
  const [low, high, third] = handbook.guides
    .slice(0, 3)
    .map((guide) => ({ ...guide, workstreams: [], audiences: [] }));
  const [a, b, c] = [low, high, third].map((guide) => present(guide, 'a guide'));
  const [people, old] = handbook.audiences.slice(0, 2).map((one) => present(one, 'an audience'));
  const [readers, elders] = [
    { ...present(people, 'readers'), first: [], guides: [a, b].map((one) => present(one, 'a guide')) },
    { ...present(old, 'elders'), first: [present(c, 'c')], guides: [present(c, 'c')] },
  ];
  const tasks = [
    task('one', {}, { guides: [a, b].map((one) => present(one, 'a guide')), audiences: [readers] }),
    task('two', {}, { guides: [b, c].map((one) => present(one, 'a guide')), audiences: [readers, elders] }),
  ];
  const self = unit('xa', { leads: tasks.slice(0, 1), joins: tasks });
  expect(unitGuides(self).map(({ id }) => id)).toEqual([b?.id, a?.id, c?.id]);
  expect(
    unitHandouts(self).map(({ audience, address, guides }) => [
      audience,
      address,
      guides.map(({ id }) => id),
    ]),
  ).toEqual([
    [readers.data.title, readers.address, [b?.id, a?.id]],
    [elders.data.title, elders.address, [c?.id]],
  ]);
  // Readers whom more of its tasks are for come first, whatever is named first; of two alike, by their order.
  const [early, late] = [
    { ...readers, data: { ...readers.data, order: 1 } },
    { ...elders, data: { ...elders.data, order: 2 } },
  ];
  const bare = { ...readers, first: [], guides: [] };
  const groupsOf = (...named: (readonly Task['audiences'][number][])[]): unknown[] => {
    const leads = named.map((audiences) => ({ ...present(tasks[1], 'a task'), audiences }));
    return unitHandouts(unit('xa', { leads })).map(({ audience }) => audience);
  };
  expect(groupsOf([late, early])).toEqual([early.data.title, late.data.title]);
  expect(groupsOf([early, late], [late])).toEqual([late.data.title, early.data.title]);
  // Readers for whom there is nothing to hand out are not named.
  expect(groupsOf([bare, late])).toEqual([late.data.title]);
  // Tasks that name nobody are for everybody: one group without a name.
  const open = unit('xa', { leads: [task('three', {}, { guides: [present(c, 'c')] })] });
  expect(unitHandouts(open)).toEqual([{ guides: [c] }]);
  expect(unitHandouts(unit('xa'))).toEqual([]);

  const some = present(handbook.programmes[0], 'a session');
  const session = (id: string, order: number, of: readonly Task[]): Programme => ({
    ...some,
    id,
    tasks: of,
    data: { ...some.data, order },
  });
  const sessions = [
    session('none', 0, [someTask]),
    session('later', 9, tasks.slice(0, 1)),
    session('sooner', 2, tasks.slice(1)),
    session('both', 5, tasks),
    ...[11, 12, 13, 14].map((order) => session(`more-${order}`, order, tasks.slice(0, 1))),
  ];
  expect(unitSessions(self, sessions).map(({ id }) => id)).toEqual([
    'both',
    'sooner',
    'later',
    'more-11',
    'more-12',
    'more-13',
  ]);
});

test('a unit is offered only files that have something in them', () => {
  const undated = task('standing', { time: { kind: 'ongoing', words: 'Thường xuyên' } }, { plan });
  const quiet: Plan = { ...plan, data: { ...plan.data, reporting: null } };
  expect(unitDownloads(unit('xa'))).toEqual([]);
  const withoutDays = unit('xa', { leads: [{ ...undated, plan: quiet }] });
  expect(unitDownloads(withoutDays)).not.toContain('coverage');
  expect(unitDownloads(withoutDays)).toContain('report');
  const served = unit('xa', { leads: [{ ...undated, guides: handbook.guides.slice(0, 1) }] });
  expect(unitDownloads(served)).toEqual(expect.arrayContaining(['coverageBook', 'coverage', 'tasksBook']));
  const due = unit('xa', {
    leads: [
      task('dated', { time: { kind: 'by', date: '2026-12-15', words: 'Trước 15/12/2026' } }, { plan: quiet }),
    ],
  });
  expect(unitDownloads(due)).toContain('calendar');
  expect(
    unitDownloads(unit('xa', { duties: [{ plan: reporting({ day: 15 }), duties: ['Góp'] }] })),
  ).toContain('calendar');
});

test('days of a unit stand in their quarters in order, those that have passed apart', () => {
  const by = (title: string, date: string): Task =>
    task(title, { time: { kind: 'by', date, words: `Trước ${date}` } });
  const self = unit('xa', {
    leads: [by('late', '2026-12-20'), by('early', '2026-11-05'), by('gone', '2026-02-01')],
    joins: [task('standing', { time: { kind: 'ongoing', words: 'Thường xuyên' } })],
  });
  const view = unitView(self, { ...handbook, edition: '2026-10-01' });
  const quarters = view.quarters.map(({ quarter, due }) => [quarter, due.map(({ what }) => what)]);
  expect(quarters).toEqual([[4, ['early', 'late']]]);
  expect(view.past.map(({ what, href }) => [what, href])).toEqual([['gone', '/viec/gone/']]);
  expect(view.standing).toBe(1);
});

test('reports of a plan are sent by those who have work in it and received by those whom it names', () => {
  const asks = { ...reporting({ day: 15, to: ['tinh'] }), id: 'hoi' };
  const work = [{ plan: asks, duties: ['Theo dõi'] }];
  const view = (id: string) =>
    unitView(unit(id, { duties: work }), { ...handbook, plans: [asks], edition: '2026-01-01' });
  const sent = view('xa');
  expect(sent.reporting).toEqual([
    { plan: { href: '/ke-hoach/thu/#bao-cao', text: asks.data.short }, words: 'Báo cáo đúng hạn.' },
  ]);
  const rows = sent.quarters.flatMap(({ due }) => due);
  expect(rows.map(({ what, when }) => [what, when])).toEqual(
    [3, 6, 9, 12].map((month, index) => [
      `Báo cáo quý ${index + 1}: ${asks.data.short}`,
      `Chậm nhất ngày 15/${month}`,
    ]),
  );
  expect(new Set(rows.map(({ href }) => href))).toEqual(new Set(['/ke-hoach/thu/#bao-cao']));
  const [received] = view('tinh').quarters.flatMap(({ due }) => due);
  expect(present(received, 'a day').what).toMatch(/^Nhận báo cáo quý 1: /);
});

test('units beside a unit are those that it works with most often, at most six', () => {
  const others = Array.from({ length: 8 }, (_, index) =>
    unit(`don-vi-${index}`, { address: `/don-vi/${index}/`, data: named(`Đơn vị ${index}`) }),
  );
  const self = unit('xa');
  // The last works with it three times, the one before twice, the rest once.
  const tasks = [others, others.slice(6), others.slice(7)].map((coordinating) =>
    task('t', {}, { lead: [self], coordinating }),
  );
  const beside = besideUnit(Object.assign(self, { leads: tasks }));
  expect(beside.map(({ text }) => text)).toEqual([
    'Đơn vị 7',
    'Đơn vị 6',
    'Đơn vị 0',
    'Đơn vị 1',
    'Đơn vị 2',
    'Đơn vị 3',
  ]);
  expect(present(beside[0], 'the nearest').href).toBe('/don-vi/7/');
  const alone = Object.assign(unit('mot-minh'), { leads: [{ ...someTask, lead: [self] }] });
  expect(besideUnit(alone).map(({ text }) => text)).toEqual([self.data.name]);
  expect(besideUnit(unit('khong-viec'))).toEqual([]);
});

test('the list of units has each place once, with names to find a unit by and how much it does', () => {
  const here = unit('a', { data: { ...named('Xã A'), spellings: ['A xã'], place: 'Huyện Mẫu' } });
  const busy = unit('b', {
    data: { ...named('Sở B'), spellings: [], place: undefined },
    leads: [someTask, someTask],
    joins: [someTask],
  });
  const places = unitsByPlace([here, busy, { ...here, id: 'c' }]);
  expect(places.map(({ place, units }) => [place, units.length])).toEqual([
    ['Huyện Mẫu', 2],
    [undefined, 1],
  ]);
  const [first, second] = places.map(({ units }) => present(units[0], 'a unit'));
  expect([first?.names, first?.counts]).toEqual(['Xã A A xã Huyện Mẫu', '']);
  expect([second?.names, second?.counts]).toEqual(['Sở B', 'chủ trì 2 việc, phối hợp 1 việc']);
});

test('machines are told which units are organs of the state and which are not', () => {
  const typed = (data: Partial<Unit['data']>) =>
    unitData(
      unit('x', { address: '/don-vi/x/', data: { ...named('X'), spellings: [], ...data } }),
      'https://a.vn/',
    );
  expect(typed({ kind: 'agency', level: 'commune' })).toMatchObject({
    '@type': 'GovernmentOrganization',
    '@id': 'https://a.vn/don-vi/x/',
    url: 'https://a.vn/don-vi/x/',
    name: 'X',
  });
  for (const data of [
    { kind: 'group' },
    { kind: 'agency', level: 'enterprise' },
    { kind: 'agency', level: 'school' },
  ] as const)
    expect(typed(data)).toHaveProperty('@type', 'Organization');
  expect(typed({})).not.toHaveProperty('alternateName');
  expect(typed({ spellings: ['Ích'] })).toHaveProperty('alternateName', ['Ích']);
  const within = unit('y', { parent: unit('x', { address: '/don-vi/x/', data: named('X') }) });
  expect(unitData(within, 'https://a.vn/')).toHaveProperty('parentOrganization', {
    '@id': 'https://a.vn/don-vi/x/',
    name: 'X',
  });
});
