/** The one file, counted against the handbook: what it carries is unpacked as its script does. */
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { html } from '../../../src/components/prose/html.ts';
import { lettered, unlettered } from '../../../src/outputs/one/coding.ts';
import { pack } from '../../../src/outputs/one/pack.ts';
import { limits, oneFile } from '../../../src/outputs/one/write.ts';
import { isListed } from '../../../src/views/directory.ts';
import { t } from '../../../src/words/words.ts';
import { present } from '../../present.ts';
import { whole } from '../../whole.ts';
import { everything, handbook, mustSay } from '../exported.ts';
import { carriedBy, unpacked } from './carried-by.ts';
import { floor } from '../../national/edition.ts';

const letters = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, '')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

const escaped = (words: string): string => html`${words}`.text;

const [all] = await oneFile(everything);
const page = String(present(all, 'file').content);
const { guides, calls } = carriedBy(page);

test('every guide with all its steps and numbers, every entry of the directory, in at most 400 kB', () => {
  expect(Buffer.byteLength(page)).toBeLessThanOrEqual(limits.full);
  expect(guides.map(([number]) => number)).toEqual(handbook.guides.map(({ data }) => data.number));
  let said = 0;
  for (const [index, [, , , body]] of guides.entries()) {
    const { title, number } = present(handbook.guides[index], 'a guide').data;
    expect(page).toContain(`<a href="#b${number}">${escaped(`Bài ${number}. ${title}`)}</a>`);
    const text = `${title} ${letters(body)}`;
    for (const words of mustSay(present(handbook.guides[index], title))) {
      expect(text, words).toContain(words);
      said += 1;
    }
  }
  expect(said).toBeGreaterThan(floor(3000));
  const directory = letters(calls[1]);
  const listed = handbook.directory.filter(isListed);
  for (const { data } of listed)
    for (const words of [data.name, ...data.numbers.map(({ number }) => number)])
      expect(directory).toContain(words);
  expect(listed.length).toBeGreaterThan(floor(60));
});

test('nothing is let in from outside; the policy knows the one style and the one script', () => {
  const policy = present(/Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1], 'policy');
  expect(policy).toContain("default-src 'none'");
  for (const kind of ['style', 'script']) {
    const text = present(new RegExp(`<${kind}>([^]*?)</${kind}>`).exec(page)?.[1], kind);
    expect(policy).toContain(`sha256-${createHash('sha256').update(text).digest('base64')}`);
  }
  expect(page).not.toMatch(/\s(?:src|action)=|<link|url\(/);
});

test('two runs make the same bytes', async () => {
  expect(await oneFile(everything)).toEqual([all]);
});

/** The audience with most guides, whose file must leave something out; all of them in a whole run. */
const heaviest = present(
  [...handbook.audiences].sort((one, other) => other.guides.length - one.guides.length)[0],
  'an audience',
);
describe.each((whole ? handbook.audiences : [heaviest]).map((audience) => [audience.id, audience] as const))(
  'the files of %s',
  (_, audience) => {
    const { guides: own } = audience;
    let full = '';
    let plain = '';
    beforeAll(async () => {
      const choice = { of: 'audience' as const, slug: audience.id, title: audience.data.title, guides: own };
      const [withScript, without] = await oneFile({ ...everything, choice });
      full = String(present(withScript, 'file').content);
      plain = String(present(without, 'file without script').content);
    }, 120_000);
    const address = (number: number): string => new URL(`/${number}/`, handbook.site.url).href;

    test('with search: at most 150 kB; holds each guide with steps and numbers, or names it', () => {
      expect(Buffer.byteLength(full)).toBeLessThanOrEqual(limits.part);
      const carried = carriedBy(full);
      // Few are only named, and none of those that stop a loss.
      expect(carried.guides.length).toBeGreaterThan(own.length * 0.85);
      let steps = 0;
      let short = 0;
      for (const guide of own) {
        const { number, title } = guide.data;
        const held = carried.guides.find(([other]) => other === number);
        if (held === undefined) {
          expect(full).toContain(`<li>${escaped(`Bài ${number}. ${title}`)}: ${address(number)}</li>`);
          expect(guide.data.stop, title).toBe(false);
          continue;
        }
        const words = letters(held[3]);
        for (const section of guide.tree.sections) {
          for (const step of section.steps) {
            expect(words).toContain(step.title);
            steps += 1;
          }
          if (['scam-signs', 'safety', 'call'].includes(section.kind)) expect(words).toContain(section.title);
          for (const id of section.contacts)
            for (const { number: called } of handbook.directory
              .find((one) => one.id === id)
              ?.data.numbers.slice(0, 1) ?? [])
              expect(words, title).toContain(called);
        }
        if (!words.includes(address(number)))
          for (const said of mustSay(guide)) expect(words).toContain(said);
        const isShort = words.includes(t('one.short', { address: address(number) }));
        if (isShort) short += 1;
        else
          for (const { title: heading, kind } of guide.tree.sections)
            if (kind !== 'helper') expect(words).toContain(heading);
      }
      expect(steps).toBeGreaterThan(carried.guides.length);
      // Only what weighs too much is shortened.
      if (short > 0) expect(Buffer.byteLength(full)).toBeGreaterThan(limits.part * 0.9);
    });

    test('without script: at most 150 kB, holds or names each guide', () => {
      expect(Buffer.byteLength(plain)).toBeLessThanOrEqual(limits.plain);
      expect(plain).not.toMatch(/<script|style=/);
      const said = letters(plain);
      for (const guide of own) {
        const { number, title } = guide.data;
        if (plain.includes(`id="b${number}"`))
          for (const words of mustSay(guide)) expect(said).toContain(words);
        else expect(said).toContain(`Bài ${number}. ${title}: ${address(number)}`);
      }
    });
  },
);

test('what is packed comes out again, with more words than one byte tells apart', () => {
  const many = Array.from(
    { length: 700 },
    (_, number) => `<i>a${'b'.repeat(number % 40)}${number}</i> Ưỡn 🙂 <`,
  ).join('"');
  const { words, places } = pack(many);
  expect(unpacked(words, places)).toBe(many);
  expect(() => pack('a\nb')).toThrow(/line breaks/);
});

test('bytes of every kind come back from their letters', () => {
  for (const length of [0, 1, 2, 12, 13, 14, 4096]) {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 167 + 91) % 256);
    const text = lettered(bytes);
    expect(text).toMatch(/^[!-~]*$/);
    expect(text).not.toMatch(/[<&"]/);
    expect([...unlettered(text).slice(0, length)]).toEqual([...bytes]);
    expect(unlettered(text).length - length).toBeLessThan(2);
  }
});
