/** What may be exported, and how the command refuses. */
import { expect, test } from 'vitest';
import { chosen, exportsNamed } from '../../src/cli/export.ts';
import { present } from '../present.ts';
import { handbook } from '../outputs/exported.ts';

test('all guides, some by number, those of an audience and of a session', () => {
  expect(chosen(handbook, {}).guides.length).toBe(handbook.guides.length);
  const [one, two] = handbook.guides.map(({ data }) => data.number);
  expect(chosen(handbook, { guides: `${two}, ${one}` }).guides.map(({ data }) => data.number)).toEqual([
    one,
    two,
  ]);
  const many = handbook.guides.map(({ data }) => data.number).join(',');
  expect(chosen(handbook, { guides: many }).slug).toMatch(/^bai-[\d-]{11,23}-va-\d+-bai$/);
  const audience = present(
    handbook.audiences.find(({ guides }) => guides.length > 3),
    'an audience',
  );
  expect(chosen(handbook, { audience: audience.id }).guides.length).toBe(audience.guides.length);
  const session = present(handbook.programmes[0], 'a session');
  expect(new Set(chosen(handbook, { session: session.id }).guides)).toEqual(new Set(session.guides));
});

test('what is not there is refused with what is there', () => {
  expect(() => chosen(handbook, { guides: '83,9999' })).toThrow('Không có bài số “9999”');
  expect(() => chosen(handbook, { audience: 'khong-co' })).toThrow(
    present(handbook.audiences[0], 'audience').id,
  );
  expect(() => chosen(handbook, { guides: '83', session: 'a' })).toThrow('Chỉ chọn một');
  expect(() => exportsNamed('pdf')).toThrow(/các dạng có: .*epub/);
  expect(exportsNamed('all').length).toBeGreaterThan(2);
});
