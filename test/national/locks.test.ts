/** Whoever is told to lock something is told how to open it again, there or on a page that is named. */
import { expect, test } from 'vitest';
import { guideText } from '../../src/books/guide-text.ts';
import { originOf, plainText } from '../../src/books/plain-text.ts';
import type { Guide } from '../../src/handbook/handbook.ts';
import { present } from '../present.ts';
import { realHandbook } from '../real.ts';

const handbook = realHandbook();
const locks =
  /(?:xin|nhờ|gọi|mạng|hàng) khóa (?:gấp |cả )?(?:SIM|thẻ|tài khoản|ví|ngân hàng|VNeID|ứng dụng)/iu;
const opens = /mở (?:lại|khóa)|(?:xin|cách|phải) mở/iu;

/** Everything that the page says, its easy version too, on one line. */
const said = (guide: Guide): string =>
  plainText(guideText(guide, handbook), originOf(guide, handbook)).replace(/\s+/g, ' ');
const named = (guide: Guide): Guide[] =>
  [guide.tree, ...(guide.easyRead ? [guide.easyRead.tree] : [])]
    .flatMap(({ mentions }) => mentions)
    .filter(({ kind }) => kind === 'guide')
    .map(({ id }) => present(handbook.byId.get(id), id));

test('every guide that tells to lock says how to open again, or names one that does', () => {
  const locking = handbook.guides.filter((guide) => locks.test(said(guide)));
  expect(locking.length).toBeGreaterThan(8);
  const shut = locking.filter((guide) => ![guide, ...named(guide)].some((one) => opens.test(said(one))));
  expect(shut.map(({ data }) => data.number)).toEqual([]);
});

test('every card of an emergency that tells to lock leads to a guide that says how to open again', () => {
  const locking = handbook.emergencies.filter(({ data }) => locks.test(data.steps.join(' ')));
  expect(locking.length).toBeGreaterThan(2);
  for (const { id, guide } of locking) expect(said(present(guide, id)), id).toMatch(opens);
});
