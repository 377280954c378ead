/** The row of a unit among the results bears its draft report: search is one tap, the draft the next. */
import { JSDOM } from 'jsdom';
import { afterAll, expect, test } from 'vitest';
import { rowView } from '../../src/outputs/search-index/client/search-rows.ts';
import { find } from '../../src/search/find.ts';
import { index } from './index-of-content.ts';
import { present } from '../present.ts';

const old = Reflect.getOwnPropertyDescriptor(globalThis, 'document');
Reflect.defineProperty(globalThis, 'document', {
  configurable: true,
  value: new JSDOM('').window.document,
});
afterAll(() => {
  if (old) Reflect.defineProperty(globalThis, 'document', old);
  else Reflect.deleteProperty(globalThis, 'document');
});

test('a unit found by its name has its draft, its list and its calendar as buttons with their names', () => {
  const question = 'sở nội vụ tỉnh lâm đồng';
  const found = find(question, index);
  const row = present(
    found.rows.find(
      ({ page, sheet }) => sheet === undefined && index.page(page).address === '/don-vi/lam-dong-so-noi-vu/',
    ),
    'the row of the unit',
  );
  const li = rowView(row, { index, found, words: (key) => key });
  const buttons = [...li.querySelectorAll('a.pill')].map((link) => ({
    text: link.textContent,
    href: link.getAttribute('href'),
  }));
  expect(buttons).toContainEqual({
    text: 'Bản thảo báo cáo quý (Word): Sở Nội vụ tỉnh Lâm Đồng',
    href: '/don-vi/lam-dong-so-noi-vu/bao-cao-quy.docx',
  });
  expect(buttons.length).toBeGreaterThan(1);
  const guide = present(
    found.rows.find(({ page }) => index.page(page).kind === 'plan'),
    'a row that is no unit',
  );
  expect(rowView(guide, { index, found, words: (key) => key }).querySelector('a.pill')).toBeNull();
});
