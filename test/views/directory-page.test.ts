/** What the directory says of an entry: its numbers, how to lock, who read it. */
import { expect, test } from 'vitest';
import type { Contact } from '../../src/handbook/handbook.ts';
import {
  contactView,
  directoryGroups,
  fullLines,
  isListed,
  lockLine,
  reviewedWords,
} from '../../src/views/directory.ts';
import { present } from '../present.ts';
import { realHandbook } from '../real.ts';

const some = present(realHandbook().directory[0], 'an entry');
/** An entry that says nothing but its name, and what is added to it. */
function contact(data: Partial<Contact['data']>): Contact {
  const { kind, name, when, checked, sources, certainty, order, reviewEvery } = some.data;
  const bare: Contact['data'] = {
    ...{ kind, name, when, checked, sources, certainty, order, reviewEvery, use: 'ok' },
    ...{ aliases: [], numbers: [], locks: [], lookAlikes: [], changes: [] },
  };
  return { ...some, data: { ...bare, ...data } };
}

test('a way to lock is told by what one does: call, press keys, write, open the app', () => {
  expect(lockLine({ by: 'call', what: ['card', 'sim'] }, '1900 0001')).toBe(
    'Khóa thẻ, Khóa SIM: gọi 1900 0001.',
  );
  expect(lockLine({ by: 'call', what: ['card'], keys: '1 → 2', note: 'Cần số thẻ.' }, '1900 0001')).toBe(
    'Khóa thẻ: gọi 1900 0001, bấm 1 → 2. Cần số thẻ.',
  );
  expect(lockLine({ by: 'sms', what: ['digital'], text: 'KHOA [số]', to: '8000' }, undefined)).toBe(
    'Khóa ngân hàng trên điện thoại: nhắn KHOA [số] gửi 8000.',
  );
  expect(lockLine({ by: 'app', what: ['wallet'], path: ['Ví', 'Khóa'] }, undefined)).toBe(
    'Khóa ví trong ứng dụng: Ví → Khóa.',
  );
});

test('beside a number stands what it is for, what it costs, from where it can be called', () => {
  const first = { number: '1900 0001', reach: 'any', for: 'Khóa thẻ', charge: 'paid' } as const;
  const second = { number: '198', reach: 'own', charge: 'free' } as const;
  expect(contactView(contact({ numbers: [first] })).numbers).toEqual([
    { number: '1900 0001', notes: ['Có cước'] },
  ]);
  expect(contactView(contact({ numbers: [first, second] })).numbers).toEqual([
    { number: '1900 0001', notes: ['Khóa thẻ', 'Có cước'] },
    { number: '198', notes: ['Không mất tiền', 'Chỉ gọi được từ máy cùng mạng'] },
  ]);
  const bare = contactView(contact({ name: 'Ngân hàng Mẫu' }));
  expect(bare.name).toBe('Ngân hàng Mẫu');
  for (const key of ['fullName', 'where', 'website', 'proof']) expect(bare).not.toHaveProperty(key);
  expect(contactView(contact({ name: 'Ngân hàng Mẫu', short: 'NHM' }))).toMatchObject({
    name: 'NHM',
    fullName: 'Ngân hàng Mẫu',
  });
});

test('an entry is listed when it tells what one can use; a heading only with a number', () => {
  expect(isListed(contact({ kind: 'office' }))).toBe(false);
  expect(isListed(contact({ kind: 'office', website: 'a.gov.vn' }))).toBe(true);
  expect(isListed(contact({ kind: 'office', where: 'Ở trụ sở' }))).toBe(true);
  expect(isListed(contact({ kind: 'office', numbers: [{ number: '111', reach: 'any' }] }))).toBe(true);
  for (const kind of ['bank', 'wallet', 'carrier'] as const)
    expect(isListed(contact({ kind })), kind).toBe(true);
  expect(isListed(contact({ kind: 'bank', chooses: 'bank' }))).toBe(false);
  expect(isListed(contact({ kind: 'bank', chooses: 'bank', number: '111' }))).toBe(true);
});

test('a group has its sure entries, those without a sure number apart, and no group is empty', () => {
  const sure = contact({ kind: 'bank', numbers: [{ number: '1900 0001', reach: 'any' }] });
  const unsure = contact({ kind: 'bank', use: 'check' });
  const heading = contact({ kind: 'bank', chooses: 'bank' });
  const silent = contact({ kind: 'office' });
  const groups = directoryGroups({ directory: [heading, sure, unsure, silent] });
  expect(groups.map(({ kind, chosen }) => [kind, chosen])).toEqual([['bank', true]]);
  const [bank] = groups;
  expect(bank?.entries.map((entry) => entry.contact)).toEqual([sure]);
  expect(bank?.unsure.map((entry) => entry.contact)).toEqual([unsure]);
  expect(bank?.places).toContain('mặt sau thẻ');
  expect(directoryGroups({ directory: [sure] }).map(({ chosen }) => chosen)).toEqual([false]);
});

test('the page of a group says everything that is known, line by line, and nothing else', () => {
  expect(fullLines(contactView(contact({})))).toEqual([]);
  const reviewedBy = { unit: 'Hội Mẫu', role: 'thư ký', day: '2026-11-02' };
  const lines = fullLines(
    contactView(
      contact({
        name: 'Ngân hàng Mẫu',
        short: 'NHM',
        aliases: ['Mẫu Bank', 'NH Mẫu'],
        app: 'Mẫu Pay',
        hours: '7 giờ tới 22 giờ',
        note: 'Gọi từ số đã đăng ký.',
        lookAlikes: ['mau-bank.example', 'maubank.example'],
        reviewedBy,
      }),
    ),
  );
  expect(lines).toEqual([
    'Ngân hàng Mẫu.',
    'Còn gọi: Mẫu Bank, NH Mẫu.',
    'Ứng dụng: Mẫu Pay.',
    'Giờ trả lời: 7 giờ tới 22 giờ.',
    'Gọi từ số đã đăng ký.',
    'Trang nhái từng gặp, đừng mở: mau-bank.example, maubank.example.',
    reviewedWords(reviewedBy),
  ]);
  expect(reviewedWords(reviewedBy)).toMatch(/^Hội Mẫu \(thư ký\) duyệt ngày .*11.*2026\.$/);
});
