/** Times in the words of plans: nothing is added, and what is not understood whole is left to a person. */
import { expect, test } from 'vitest';
import { readTime, timeInside } from '../../src/intake/recognise/times.ts';
import { taskSchema } from '../../src/schemas/task.ts';

const read: readonly (readonly [string, object])[] = [
  ['Ngày 10/10/2026', { kind: 'day', day: '2026-10-10' }],
  ['Chậm nhất ngày 15 tháng 11 năm 2026', { kind: 'by', date: '2026-11-15' }],
  ['Trước ngày 30/11/2026', { kind: 'before', date: '2026-11-30' }],
  ['Từ 15/9 đến 10/10/2026', { kind: 'period', from: '2026-09-15', until: '2026-10-10' }],
  ['Tháng 6/2026', { kind: 'once', month: '2026-06' }],
  ['Hết tháng 6 năm 2026', { kind: 'by', date: '2026-06' }],
  ['Quý III/2026', { kind: 'quarter', year: 2026, quarter: 3 }],
  ['Năm 2026', { kind: 'year', year: 2026 }],
  ['Giai đoạn 2025 - 2026', { kind: 'period', from: '2025', until: '2026' }],
  ['Hằng tuần', { kind: 'weekly' }],
  ['Trước ngày 20 hằng tháng', { kind: 'monthly', day: 20, limit: 'before' }],
  ['Ngày 15 của tháng cuối quý', { kind: 'quarterly', day: 15 }],
  ['Ngày 10/10 hàng năm', { kind: 'yearly', month: 10, day: 10 }],
  ['Thường xuyên, bắt đầu từ tháng 8/2025', { kind: 'ongoing', from: '2025-08' }],
  ['Năm học 2025 – 2026', { kind: 'school-year', years: '2025-2026' }],
  ['Theo kế hoạch của cấp trên', { kind: 'on-instruction' }],
  ['2026-10-30', { kind: 'day', day: '2026-10-30' }],
  ['6/2025', { kind: 'once', month: '2025-06' }],
  ['Quí IV-2025', { kind: 'quarter', year: 2025, quarter: 4 }],
  ['Năm 2026 và các năm tiếp theo', { kind: 'ongoing', from: '2026' }],
  ['Quý IV năm 2025 và các năm tiếp theo', { kind: 'ongoing', from: '2025-10' }],
  ['Giai đoạn 2026-2030 và những năm tiếp theo', { kind: 'ongoing', from: '2026' }],
  ['Từ 01/7/2025', { kind: 'ongoing', from: '2025-07-01' }],
  ['Thường xuyên, theo yêu cầu nhiệm vụ', { kind: 'ongoing' }],
  ['Triển khai theo lộ trình, hướng dẫn của bộ, ngành', { kind: 'on-instruction' }],
];

test.each(read)('“%s” is told as it is', (words, time) => {
  const found = readTime(words);
  expect(found).toMatchObject({ time, sure: true });
  expect(taskSchema.shape.time.safeParse(found?.time).success).toBe(true);
});

test('a day without a year takes that of the plan, and somebody has to look', () => {
  expect(readTime('Trước ngày 30/9', 2026)).toMatchObject({
    time: { kind: 'before', date: '2026-09-30' },
    sure: false,
  });
  expect(readTime('Trước ngày 30/9')).toBeUndefined();
});

test('a day that no month has, and words of no time, are not read', () => {
  expect(readTime('Ngày 31/02/2026')).toBeUndefined();
  expect(readTime('Khi đủ điều kiện')).toBeUndefined();
});

test('a time inside of a sentence is never sure', () => {
  expect(timeInside('Tổng hợp số liệu, báo cáo trước ngày 31/3/2026.')).toMatchObject({
    time: { kind: 'before', date: '2026-03-31' },
    sure: false,
  });
});
