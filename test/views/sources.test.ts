/** An official text that nobody read in full is told as official and never as read. */
import { expect, test } from 'vitest';
import { source } from '../../src/schemas/fields.ts';
import { hasOfficialText } from '../../src/views/rule.ts';
import { sureWords } from '../../src/words/source.ts';
import { present } from '../present.ts';
import { realHandbook } from '../real.ts';
import { floor } from '../national/edition.ts';

const handbook = realHandbook();
const law = {
  title: 'Nghị định mẫu',
  document: '1/2026/NĐ-CP',
  seen: '2026-11-29',
  certainty: 'two' as const,
};

test('a text known by its number says that it was not read, and needs its number', () => {
  expect(sureWords({ ...law, read: false })).toBe('văn bản chính thức, chưa đọc toàn văn');
  expect(sureWords(law)).toBe('có từ hai nguồn, hoặc có văn bản chính thức');
  expect(source.safeParse({ ...law, read: false }).success).toBe(true);
  const news = { title: 'Bài báo', url: 'https://bao.example/', seen: '2026-11-29', certainty: 'one' };
  expect(source.safeParse({ ...news, read: false }).success).toBe(false);
});

test('no title of a source with a number still says by hand that it was not read', () => {
  const sources = handbook.guides.flatMap(({ data }) => data.sources);
  expect(sources.filter(({ read }) => read === false).length).toBeGreaterThan(floor(50));
  for (const { title, document } of sources)
    if (document !== undefined) expect(title).not.toMatch(/chưa đọc toàn văn|đọc qua bản trích/u);
});

test('news about a law is no official text, an office’s page and a number alone are', () => {
  const guide = present(
    handbook.guides.find(({ rules }) => rules.length === 0),
    'a guide that stands on no rule',
  );
  const official = (...sources: (typeof guide.data.sources)[number][]): boolean =>
    hasOfficialText({ ...guide, data: { ...guide.data, sources } });
  expect(official(law)).toBe(true);
  expect(official({ ...law, url: 'https://vanban.chinhphu.vn.example/' })).toBe(false);
  expect(official({ ...law, url: 'https://bao.example/', read: false })).toBe(true);
  expect(official({ ...law, url: 'https://congan.tinh.gov.vn/1' })).toBe(true);
});
