/** What a page is known to have read, and what of it still says the same in the next build. */
import { expect, test } from 'vitest';
import { grouping, keptGroups } from '../../../src/cli/kept/groups.ts';
import { emptyFrame, watch, type Frame } from '../../../src/cli/kept/watch.ts';
import { oncePer, reading, readingSlot } from '../../../src/domain/once.ts';

interface Entry {
  readonly id: string;
  readonly file: string;
  readonly data: { readonly title: string; readonly minutes: number; readonly note?: string };
  readonly next: readonly Entry[];
}
const entry = (id: string, data: Entry['data'], next: readonly Entry[] = []): Entry => ({
  id,
  file: `content/guides/${id}.mdx`,
  data,
  next,
});
const handbook = (change: Partial<Entry['data']> = {}, body = 'lời') => {
  const far = entry('xa', { title: 'Xa', minutes: 5, ...change });
  return { guides: [entry('gan', { title: 'Gần', minutes: 3 }, [far]), far], edition: '2026-11-21', body };
};
type Book = ReturnType<typeof handbook>;

/** Whether what `page` read of one handbook still says the same in another. */
function holds(page: (book: Book) => unknown, before: Book, after: Book): boolean {
  const first = watch(() => before.body);
  const book = first.watched(before);
  const frame: Frame = emptyFrame();
  first.note(frame);
  reading[readingSlot] = first;
  page(book);
  first.note(undefined);
  reading[readingSlot] = undefined;
  const { written, groupOf } = grouping(first);
  const group = groupOf(frame);
  if (group === undefined) return false;
  const second = watch(() => after.body);
  second.watched(after);
  return keptGroups({ code: '', drawn: {}, ...written }, second).holds(group);
}

const titles = ({ guides }: Book) => guides.map(({ data }) => data.title);

test.each<[string, (book: Book) => unknown, Book, boolean]>([
  ['nothing changed', titles, handbook(), true],
  ['a title that it shows', titles, handbook({ title: 'Khác' }), false],
  ['minutes that it does not show', titles, handbook({ minutes: 9 }), true],
  ['a field that was not there', ({ guides }) => guides[1]?.data.note, handbook({ note: 'mới' }), false],
  ['a neighbour’s title', ({ guides }) => guides[0]?.next[0]?.data.title, handbook({ title: 'B' }), false],
  ['all of an entry copied', ({ guides }) => ({ ...guides[1]?.data }), handbook({ minutes: 9 }), false],
  [
    'all of an entry printed',
    ({ guides }) => JSON.stringify(guides[1]?.data),
    handbook({ minutes: 9 }),
    false,
  ],
  ['the body of a file that it draws', ({ guides }) => guides[0]?.file, handbook({}, 'lời khác'), false],
  ['a body that it does not draw', titles, handbook({}, 'lời khác'), true],
  ['a guide more', titles, { ...handbook(), guides: handbook().guides.slice(0, 1) }, false],
  ['the day of the edition, not shown', titles, { ...handbook(), edition: '2026-12-01' }, true],
])('%s', (_, page, after, same) => {
  expect(holds(page, handbook(), after)).toBe(same);
});

test('who gets what was made for another page has read the same', () => {
  const lookUp = oncePer((book: Book) => new Map(book.guides.map(({ id, data }) => [id, data.title])));
  const after = handbook({ title: 'Khác' });
  const second = (book: Book) => [lookUp(book), lookUp(book).get('gan')];
  expect(holds(second, handbook(), after)).toBe(false);
  expect(holds(second, handbook(), handbook({ minutes: 8 }))).toBe(true);
});

test('two entries of one name are refused', () => {
  const twice = { guides: [entry('a', { title: 'A', minutes: 1 }), entry('a', { title: 'A', minutes: 1 })] };
  expect(() => watch(() => '').watched(twice)).toThrow('two entries');
});
