/**
 * What is heard on each type of page, by a virtual screen reader: promises on all of them, and the structure
 * of those whose form is ours. After a wanted change: run with `-u`, then read the difference as a listener
 * would.
 */
import { JSDOM } from 'jsdom';
import { beforeAll, describe, expect, test } from 'vitest';
import { pageTypes } from '../access/page-types.ts';
import { realPages } from './dist.ts';
import { heard, namedRoles, phraseParts, structure } from './heard.ts';
import { present } from '../present.ts';
import { floor } from '../national/edition.ts';

/**
 * A page that its script makes from the address is the same file as the one without; what it becomes is seen
 * in the browser tests.
 */
const types = Object.fromEntries(Object.entries(pageTypes()).filter(([, path]) => !path.includes('?')));
const html = (type: string): string =>
  present(
    realPages.find((page) => page.path === types[type]),
    'one of realPages',
  ).html;
/** The body of these is an author's; the style page has all its parts. */
const authored = ['guide', 'guideWithLists', 'lesson', 'easyRead', 'mode', 'preset'];
/** Texts of this house, without a form worth keeping: only the promises are kept there. */
const plainText = ['guideWithLists', 'preset', 'statement', 'record', 'about'];
/**
 * Names here are data, also where they happen to be words of the interface: “Tệp” is an entry of the
 * glossary.
 */
const named = ['glossary'];
const vague = /^(?:(?:bấm|nhấn|xem|vào|chi tiết|tại|thêm|ở)\s*)*(?:đây|này|thêm|chi tiết|xem)$/i;

const log = new Map<string, readonly string[]>();
beforeAll(async () => {
  const started = performance.now();
  for (const type of Object.keys(types)) log.set(type, await heard(html(type)));
  console.log(
    `virtual screen reader: ${log.size} pages, ${[...log.values()].flat().length} phrases in ${((performance.now() - started) / 1000).toFixed(0)} s`,
  );
}, 600_000);

const part = (phrases: readonly string[], role: string): string[] =>
  phrases.slice(phrases.indexOf(role), phrases.lastIndexOf(`end of ${role}`) + 1);
const settled = (phrases: readonly string[]): string =>
  phrases
    .map((phrase) => phrase.replace(/\d{1,2}\/\d{1,2}\/\d{4}/, '{ngày}').replace(', current page', ''))
    .join('\n');

describe('the ear finds what it should', () => {
  test('a heading of bold text, a list of boxes, a field without a name, a vague link', async () => {
    const good = await heard(
      '<!doctype html><html lang="vi"><body><main><h1>A</h1><ol><li>B</li><li>C</li></ol><label>D <input type="checkbox"></label><a href="/x">Bài 1</a></main></body></html>',
    );
    const bad = await heard(
      '<!doctype html><html lang="vi"><body><main><p><b>A</b></p><div>B</div><div>C</div><input type="checkbox"><a href="/x">tại đây</a></main></body></html>',
    );
    expect(good).toEqual(
      expect.arrayContaining([
        'heading, A, level 1',
        'listitem, level 1, position 2, set size 2',
        'checkbox, D, not checked',
        'link, Bài 1',
      ]),
    );
    expect(bad.some((path) => /^(?:heading|listitem)/.test(path))).toBe(false);
    expect(
      bad
        .map(phraseParts)
        .filter((parts) => namedRoles.some((role) => role === parts.role) && parts.name === '')
        .map((parts) => parts.role),
    ).toEqual(['checkbox']);
    expect(vague.test('tại đây') && vague.test('Xem thêm') && !vague.test('Xem bài 62')).toBe(true);
  });
});

describe.each(Object.keys(types))('%s', (type) => {
  const phrases = (): readonly string[] => present(log.get(type), 'an entry of log');

  test('skip link first; h1 before any other heading, and soon in the main part', () => {
    const headings = phrases().filter((phrase) => phrase.startsWith('heading, '));
    expect(phrases()[1]).toBe('link, Đến nội dung chính');
    expect(headings[0]).toMatch(/, level 1$/);
    expect(headings.filter((heading) => heading.endsWith(', level 1'))).toHaveLength(1);
    const main = part(phrases(), 'main');
    expect(main.findIndex((path) => path === headings[0])).toBeLessThan(8);
  });

  test('whatever is used or looked at has a name, and no link is called “tại đây”', () => {
    const parts = phrases()
      .map(phraseParts)
      .filter((phraseParts) => namedRoles.some((role) => role === phraseParts.role));
    expect(parts.length).toBeGreaterThan(10);
    expect(parts.filter((part) => part.name === '')).toEqual([]);
    expect(parts.filter((part) => part.role === 'link' && vague.test(part.name))).toEqual([]);
  });

  test('steps are a list of as many items as “Bước n trên N” says; tables have headers', () => {
    for (const [index, phrase] of phrases().entries()) {
      const step = /^Bước (\d+) trên (\d+)$/.exec(phrase);
      if (step)
        expect(
          phrases()
            .slice(0, index)
            .findLast((phrase) => phrase.startsWith('listitem, ')),
        ).toContain(`position ${step[1]}, set size ${step[2]}`);
    }
    const tables = phrases().filter((phrase) => /^table\b/.test(phrase)).length;
    // What is hidden until a script runs is not heard.
    const bodies = new JSDOM(html(type)).window.document.querySelectorAll(
      'table:not([hidden], [hidden] *)',
    ).length;
    expect(tables).toBe(bodies);
    expect(phrases().filter((phrase) => phrase.startsWith('columnheader, ')).length).toBeGreaterThanOrEqual(
      tables * 2,
    );
  });

  test('header and footer are the same everywhere', () => {
    for (const role of ['banner', 'contentinfo'])
      expect(settled(part(phrases(), role)), role).toBe(
        settled(part(present(log.get('guides'), 'guides in log'), role)),
      );
    if (type === 'home') expect(phrases()).not.toContain('navigation, Đường dẫn');
    else expect(phrases()).toContain('navigation, Đường dẫn');
  });
});

test('steps and tables were really heard', () => {
  const all = [...log.values()].flat();
  expect(all.filter((path) => /^Bước \d+ trên \d+$/.test(path)).length).toBeGreaterThan(floor(20));
  expect(all.filter((path) => /^table\b/.test(path)).length).toBeGreaterThan(8);
  expect(all.filter((path) => path.startsWith('columnheader, ')).length).toBeGreaterThan(floor(30));
});

describe('structure as it was last read and found good', () => {
  test('header and footer, word for word', async () => {
    await expect(
      `${settled([...part(present(log.get('guides'), 'guides in log'), 'banner'), ...part(present(log.get('guides'), 'guides in log'), 'contentinfo')])}\n`,
    ).toMatchFileSnapshot('phrases/header-footer.txt');
  });
  test.each(Object.keys(types).filter((key) => !plainText.includes(key)))(
    '%s',
    async (type) => {
      const phrases = authored.includes(type)
        ? await heard(html(type), '.body')
        : present(log.get(type), 'an entry of log');
      await expect(structure(part(phrases, 'main'), !named.includes(type))).toMatchFileSnapshot(
        `phrases/${type}.txt`,
      );
    },
    60_000,
  );
});
