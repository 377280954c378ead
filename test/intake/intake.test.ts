/**
 * The intake as a whole: how much of a plan it reads, what it leaves to a person, and that nothing is
 * published or written over by itself.
 */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { prove } from '../../src/gate/prove.ts';
import { readEntryBytes } from '../../src/gate/read-entry.ts';
import { compare } from '../../src/intake/compare.ts';
import { propose, type Proposal } from '../../src/intake/propose.ts';
import { readDocument } from '../../src/intake/read/read.ts';
import { writeProposal, type WrittenFile } from '../../src/intake/write.ts';
import type { Entries } from '../../src/schemas/collections.ts';
import { Units } from '../../src/intake/recognise/units.ts';
import { fields, measurePlan, measureSeed, type Measured } from './measure.ts';
import { floor, isNational } from '../national/edition.ts';
import { realContent } from '../real.ts';

const entries = realContent();

/** Right facts of what was proposed and of what is true, over several documents. */
function shares(list: readonly Measured[], field: (typeof fields)[number]): [number, number, number] {
  const sum = (part: 'right' | 'proposed' | 'truth'): number =>
    list.reduce((all, { scores }) => all + scores[field][part], 0);
  return [sum('right') / sum('proposed'), sum('right') / sum('truth'), sum('truth')];
}

test.runIf(isNational)('the campaign’s own plans are read as by hand, field by field', async () => {
  const plans = ['binh-phuoc-skhcn', 'bkhcn-550', 'cao-bang-noi-vu', 'gia-lai-xa', 'lam-dong-1410'];
  const measured = await Promise.all(plans.map((plan) => measureSeed(entries, plan)));
  for (const field of fields) {
    const [precision, recall, facts] = shares(measured, field);
    expect(precision, `${field}: precision`).toBeGreaterThanOrEqual(0.95);
    expect(recall, `${field}: recall`).toBeGreaterThanOrEqual(0.95);
    expect(facts).toBeGreaterThan(15);
  }
  expect(measured.flatMap(({ invented }) => invented)).toEqual([]);
});

test('plans of other shapes in Word, Excel and PDF are read without an invented fact', async () => {
  const files = globSync('test/intake/plans/*.yaml');
  const measured = await Promise.all(files.map((file) => measurePlan(entries, file)));
  expect(measured.length).toBeGreaterThanOrEqual(6);
  for (const field of fields) {
    const [precision, recall, facts] = shares(measured, field);
    expect(precision, `${field}: precision`).toBeGreaterThanOrEqual(0.85);
    expect(recall, `${field}: recall`).toBeGreaterThanOrEqual(0.85);
    expect(facts).toBeGreaterThan(10);
  }
  expect(measured.flatMap(({ invented }) => invented)).toEqual([]);
});

test('public plans of nine bodies are read without an invented fact', async () => {
  const files = globSync('test/intake/public/*.yaml');
  const measured = await Promise.all(files.map((file) => measurePlan(entries, file)));
  expect(measured.length).toBeGreaterThanOrEqual(9);
  expect(new Set(measured.map(({ name }) => name.split('.').at(-1)))).toEqual(
    new Set(['docx', 'xlsx', 'pdf']),
  );
  for (const field of fields) {
    const [precision, recall, facts] = shares(measured, field);
    expect(precision, `${field}: precision`).toBeGreaterThanOrEqual(0.85);
    expect(recall, `${field}: recall`).toBeGreaterThanOrEqual(0.85);
    expect(facts).toBeGreaterThan(floor(20));
  }
  expect(measured.flatMap(({ invented }) => invented)).toEqual([]);
});

describe('units', () => {
  const known = [
    { id: 'bo', names: ['Bộ Khoa học và Công nghệ'], isGroup: false, isPart: false },
    { id: 'chung', names: ['Các đơn vị liên quan'], isGroup: true, isPart: false },
    { id: 'so-a', names: ['Sở Nội vụ'], place: 'Tỉnh A', isGroup: false, isPart: false },
    { id: 'so-b', names: ['Sở Nội vụ'], place: 'Tỉnh B', isGroup: false, isPart: false },
  ];
  const idsOf = (text: string): (string | undefined)[] =>
    new Units(known, { place: 'Tỉnh A' }).read({ text, place: '' }).map(({ id }) => id);

  test('are those of the place, never of another one', () => {
    expect(idsOf('Sở Nội vụ')).toEqual(['so-a']);
    expect(idsOf('Các đơn vị liên quan')).toEqual([undefined]);
  });

  test('a letter apart are not the same: a department is no ministry', () => {
    expect(idsOf('Sở Khoa học và Công nghệ')).toEqual([undefined]);
  });

  test('with commas and “và” in their names stay whole', () => {
    const names = new Units([], { place: 'Tỉnh A' })
      .read({ text: 'Sở Văn hóa, Thể thao và Du lịch; Văn phòng HĐND và UBND, Công an tỉnh', place: '' })
      .map(({ name }) => name);
    expect(names).toEqual(['Sở Văn hóa, Thể thao và Du lịch', 'Văn phòng HĐND và UBND', 'Công an tỉnh']);
  });
});

test('a name of a person under the office is not read', async () => {
  const text = [
    'KẾ HOẠCH',
    'Mở lớp kỹ năng số',
    '1. Nhiệm vụ',
    '1.1. Mở lớp kỹ năng số cho bà con ở thôn.',
    'Nơi nhận:',
    '- Các thôn;',
    'KT. CHỦ TỊCH',
    'PHÓ CHỦ TỊCH',
    'Nguyễn Văn Mẫu',
  ].join('\n');
  const document = await readDocument(new TextEncoder().encode(text), 'a.txt');
  const proposal = propose(document, entries, { id: 'thu' });
  expect(proposal.found.head.signer?.text).toBe('KT. CHỦ TỊCH, PHÓ CHỦ TỊCH');
  const files = writeProposal(proposal, entries, '2026-11-29').map((file) => file.text);
  expect(files.join('\n')).not.toContain('Nguyễn Văn Mẫu');
});

test('a head and a signature that stand in tables are read as those that do not', async () => {
  const name = 'ha-noi-308.docx';
  const document = await readDocument(readFileSync(`test/intake/public/${name}`), name);
  const { head, organisation } = propose(document, entries, { id: 'thu' }).found;
  expect(head.number?.text).toBe('308/KH-UBND');
  expect(head.date?.day).toBe('2025-11-17');
  expect(head.issuer?.text).toBe('ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI');
  expect(head.signer?.text).toBe('TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH');
  expect(head.recipients.map(({ text }) => text)).toContain('Bộ Khoa học và Công nghệ');
  expect(head.recipients).toHaveLength(9);
  // Capitals of the title are those of the same words below it.
  expect(head.title?.text).toMatch(
    /^Kế hoạch triển khai thực hiện Nghị quyết số 214\/NQ-CP .* của Chính phủ/,
  );
  expect(organisation[0]?.unit.text).toBe('Sở Khoa học và Công nghệ');
});

test('a letter before a label numbers no task; dashes with labels of their own are tasks', async () => {
  const text = [
    'KẾ HOẠCH',
    'Phổ cập kỹ năng số trên địa bàn xã năm 2026',
    'I. NHIỆM VỤ',
    '1. Mở lớp kỹ năng số',
    'a) Nhiệm vụ: Mở mỗi thôn một lớp vào buổi tối.',
    'b) Cơ quan thực hiện:',
    '- Đơn vị chủ trì: Hội Nông dân xã.',
    '- Đơn vị phối hợp: Các thôn.',
    'c) Thời hạn: 30/6/2026.',
    '2. Tuyên truyền',
    '- Viết tin cho loa phát thanh của xã.',
    '- Đọc tin ở các buổi họp thôn.',
    'Đơn vị chủ trì thực hiện: Phòng Văn hóa - Xã hội.',
    'Thời gian thực hiện: Thường xuyên.',
    '- Làm video ngắn về người học trong xã.',
    'Đơn vị chủ trì tham mưu thực hiện: Đoàn Thanh niên xã.',
    'Thời gian thực hiện: Tháng 5/2026.',
  ].join('\n');
  const document = await readDocument(new TextEncoder().encode(text), 'a.txt');
  const { tasks } = propose(document, entries, { id: 'thu' });
  expect(tasks.map(({ item, time }) => [item, time?.value.kind])).toEqual([
    ['I.1', 'by'],
    ['I.2.1', 'ongoing'],
    ['I.2.2', 'once'],
  ]);
  expect(tasks.map(({ lead }) => lead.places.map((place) => place.text))).toEqual([
    ['Hội Nông dân xã'],
    ['Phòng Văn hóa - Xã hội'],
    ['Đoàn Thanh niên xã'],
  ]);
  expect(tasks[1]?.summary.value).toContain('Đọc tin ở các buổi họp thôn');
});

test('period, groups and numbered points are proposed, marked where they are guessed', async () => {
  const text = [
    'KẾ HOẠCH',
    'Phổ cập kỹ năng số trên địa bàn xã năm 2026',
    'I. NHIỆM VỤ',
    '1. Mở lớp kỹ năng số cho người cao tuổi và đồng bào dân tộc thiểu số ở các thôn.',
    '- Cơ quan chủ trì: Phòng Văn hóa - Xã hội.',
    '- Thời gian: Quý I/2026.',
    'a) Chọn nơi học, mượn máy chiếu của trường.',
    'b) Dạy mỗi tối hai giờ, có người kèm.',
    '2. Tổng hợp số liệu, báo cáo cấp trên theo quy định.',
    '- Cơ quan chủ trì: Văn phòng HĐND và UBND.',
    '- Thời gian: Thường xuyên.',
    'Nơi nhận:',
    '- Các thôn;',
  ].join('\n');
  const read = async (written: string): Promise<WrittenFile[]> =>
    writeProposal(
      propose(await readDocument(new TextEncoder().encode(written), 'a.txt'), entries, { id: 'thu' }),
      entries,
      '2026-11-29',
    );
  const files = await read(text);
  const file = (end: string): string => files.find(({ path }) => path.endsWith(end))?.text ?? '';
  expect(file('plans/thu.mdx')).toMatch(
    /“năm 2026”\n# ✎ Cần xem: kế hoạch làm từ khi nào.*\nperiod: \{ from: "2026", until: "2026", words: "năm 2026" \}/,
  );
  const unnamed = await read(text.replace(' năm 2026', ''));
  expect(unnamed.some(({ text: told }) => told.includes('period: null'))).toBe(true);
  const tasks = files.filter(({ path }) => path.includes('/tasks/')).map(({ text: told }) => told);
  const [course = '', report = ''] = tasks;
  expect(course).toMatch(/✎ Cần xem: nhóm người.*\naudiences: \[dong-bao-dan-toc, nguoi-cao-tuoi\]/);
  expect(report).toContain('\naudiences: []\n');
  expect(report).toMatch(/workstreams: \[[a-z]|# truyen-thong: .+\n[^]*workstreams: \["✎/);
  expect(course).toMatch(
    /parts:\n {2}# dòng \d+: “Chọn nơi học.*”\n {2}- item: "I\.1\.a"\n {4}title: "Chọn nơi học/,
  );
  expect(course).toContain('  - item: "I.1.b"');
});

test('a deadline that lies ahead is no slip of the clock', () => {
  const [task] = entries.tasks;
  if (task === undefined) throw new Error('no task');
  const ahead = {
    ...task,
    data: { ...task.data, time: { kind: 'by' as const, date: '2040-12-15', words: 'x' } },
  };
  const { problems } = prove({ ...entries, tasks: [ahead, ...entries.tasks.slice(1)] });
  expect(problems.filter(({ rule }) => rule === 'future-day')).toEqual([]);
});

describe('from a file to pages', () => {
  const seed = 'test/intake/seeds/lam-dong-1410.txt';
  const issuer = 'lam-dong-uy-ban-nhan-dan-tinh';
  const proposed = async (text: string, id: string): Promise<Proposal> =>
    propose(await readDocument(new TextEncoder().encode(text), 'a.txt'), entries, { id, issuer });

  /** What the gate makes of a written file of a collection. */
  const gate = <C extends 'plans' | 'tasks'>(collection: C, { path, text }: WrittenFile) =>
    readEntryBytes(
      collection,
      path.replace(`content/${collection}/`, ''),
      path,
      new TextEncoder().encode(text),
    );
  const looked = ({ path, text }: WrittenFile): WrittenFile => ({
    path,
    text: text
      .split('\n')
      .filter((line) => !line.includes('✎'))
      .join('\n'),
  });

  test('the gate holds what nobody has looked at, and lets it pass once somebody has', async () => {
    const files = writeProposal(await proposed(readFileSync(seed, 'utf8'), 'thu'), entries, '2026-11-29');
    expect(files).toHaveLength(10);
    const [plans, tasks] = ['plans', 'tasks'].map((folder) =>
      files.filter(({ path }) => path.startsWith(`content/${folder}/`)),
    );
    const held = [
      ...(plans ?? []).map((file) => gate('plans', file)),
      ...(tasks ?? []).map((file) => gate('tasks', file)),
    ].flatMap(({ problems }) => problems);
    expect(held.length).toBeGreaterThan(3);
    expect(new Set(held.map(({ rule }) => rule))).toEqual(new Set(['not-looked-at']));
    const seenPlans = (plans ?? []).map((file) => gate('plans', looked(file)));
    const seenTasks = (tasks ?? []).map((file) => gate('tasks', looked(file)));
    expect([...seenPlans, ...seenTasks].flatMap(({ problems }) => problems)).toEqual([]);
    const whole: Entries = {
      ...entries,
      plans: [...entries.plans, ...seenPlans.flatMap(({ entry }) => (entry ? [entry] : []))],
      tasks: [...entries.tasks, ...seenTasks.flatMap(({ entry }) => (entry ? [entry] : []))],
    };
    expect(whole.tasks.length - entries.tasks.length).toBe(9);
    expect(prove(whole).problems).toEqual([]);
  });

  test('every fact in a file stands under its place in the document', async () => {
    const files = writeProposal(await proposed(readFileSync(seed, 'utf8'), 'thu'), entries, '2026-11-29');
    const task = files.find(({ path }) => path.endsWith('iii-2.yaml'))?.text ?? '';
    expect(task).toContain('# dòng 85: “Công an tỉnh”\nlead: [lam-dong-cong-an-tinh]');
  });

  test.runIf(isNational)('a second version tells what was added, changed and gone', async () => {
    const changed = readFileSync(seed, 'utf8')
      .replace('Cơ quan chủ trì: Công an tỉnh.', 'Cơ quan chủ trì: Sở Nội vụ.')
      .replace(/8\. Chủ động thực hiện[\s\S]*?IV\. KINH PHÍ/u, 'IV. KINH PHÍ')
      .replace('- 70% người dân', '- 75% người dân');
    const difference = compare(await proposed(changed, 'lam-dong-1410'), entries);
    expect(difference.changed.join('\n')).toContain(
      'III.2, chủ trì: lam-dong-cong-an-tinh → lam-dong-so-noi-vu',
    );
    expect(difference.changed.join('\n')).toContain('chỉ tiêu II.1, ý 4: 2025 equal 70 percent → 2025');
    expect(difference.gone).toHaveLength(1);
    expect(difference.gone[0]).toMatch(/^III\.8: /);
    expect(difference.added).toEqual([]);
  });

  test.runIf(isNational)('the command writes over nothing, and says what it cannot do', () => {
    const run = (...args: string[]): string => {
      const command = ['--disable-warning=ExperimentalWarning', 'src/cli/intake.ts', 'plan', ...args];
      const { stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
      return `${stdout}${stderr}`;
    };
    const plan = readFileSync('content/plans/lam-dong-1410.mdx', 'utf8');
    expect(run(seed, '--unit', issuer, '--id', 'lam-dong-1410')).toContain('Không ghi đè tệp nào');
    expect(readFileSync('content/plans/lam-dong-1410.mdx', 'utf8')).toBe(plan);
    expect(run('khong-co.docx')).toContain('khong-co.docx: Không thấy tệp này. Cách sửa: ');
  });
});
