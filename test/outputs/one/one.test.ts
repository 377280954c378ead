/** The one file, counted against the handbook: what it carries is unpacked as its script does. */
import { inflateSync, strFromU8 } from 'fflate';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { isCarried, type Carried } from '../../../src/outputs/one/carried.ts';
import { between, decoded, lettered, unlettered } from '../../../src/outputs/one/coding.ts';
import { pack } from '../../../src/outputs/one/pack.ts';
import { limits, oneFile } from '../../../src/outputs/one/write.ts';
import { isListed } from '../../../src/views/directory.ts';
import { present } from '../../present.ts';
import { everything, handbook, mustSay } from '../exported.ts';

const inflated = (text: string): Uint8Array => inflateSync(unlettered(text));
const unpacked = (words: string, places: string): string =>
  decoded(strFromU8(inflated(words)).split(between), inflated(places));

function carriedBy(page: string): Carried {
  const part = (id: string): string => present(new RegExp(`id="${id}">([^<]+)<`).exec(page)?.[1], id);
  const found: unknown = JSON.parse(unpacked(part('chu'), part('bai')));
  if (!isCarried(found)) throw new Error('not what the file carries');
  return found;
}
const letters = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, '')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

const [whole] = await oneFile(everything);
const page = String(present(whole, 'file').content);
const { guides, calls } = carriedBy(page);

test('every guide with all its steps and numbers, every entry of the directory, in at most 400 kB', () => {
  expect(Buffer.byteLength(page)).toBeLessThanOrEqual(limits.full);
  expect(guides.map(([number]) => number)).toEqual(handbook.guides.map(({ data }) => data.number));
  let said = 0;
  for (const [index, [, , title, , body]] of guides.entries()) {
    const text = `${title} ${letters(body)}`;
    for (const words of mustSay(present(handbook.guides[index], title))) {
      expect(text, words).toContain(words);
      said += 1;
    }
    expect(page).toContain(`href="#b${handbook.guides[index]?.data.number}"`);
  }
  expect(said).toBeGreaterThan(3000);
  const directory = letters(calls[1]);
  const listed = handbook.directory.filter(isListed);
  for (const { data } of listed)
    for (const words of [data.name, ...data.numbers.map(({ number }) => number)])
      expect(directory).toContain(words);
  expect(listed.length).toBeGreaterThan(60);
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
  expect(await oneFile(everything)).toEqual([whole]);
});

test('each audience has a plain file of at most 150 kB, that holds or names each of its guides', async () => {
  let plain = 0;
  let left = 0;
  for (const audience of handbook.audiences) {
    const choice = {
      of: 'audience' as const,
      slug: audience.id,
      title: audience.data.title,
      guides: audience.guides,
    };
    const [, made] = await oneFile({ ...everything, choice });
    const text = String(present(made, audience.id).content);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limits.plain);
    expect(text).not.toMatch(/<script|style=/);
    for (const guide of audience.guides) {
      const { number, title } = guide.data;
      if (text.includes(`id="b${number}"`))
        for (const words of mustSay(guide)) expect(letters(text)).toContain(words);
      else {
        left += 1;
        expect(letters(text)).toContain(
          `Bài ${number}. ${title}: ${new URL(`/${number}/`, handbook.site.url).href}`,
        );
      }
    }
    plain += 1;
  }
  expect(plain).toBe(handbook.audiences.length);
  expect(left).toBeGreaterThan(0);
});

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

test('the file for elders is at most 150 kB, with every step and number and every drawing', async () => {
  const audience = present(
    handbook.audiences.find(({ id }) => id === 'nguoi-cao-tuoi'),
    'elders',
  );
  const choice = {
    of: 'audience' as const,
    slug: audience.id,
    title: audience.data.title,
    guides: audience.guides,
  };
  const [made] = await oneFile({ ...everything, choice });
  const text = String(present(made, 'file').content);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limits.plain);
  const carried = carriedBy(text);
  expect(carried.guides.length).toBe(audience.guides.length);
  let steps = 0;
  for (const guide of audience.guides) {
    const body = present(
      carried.guides.find(([number]) => number === guide.data.number),
      guide.data.title,
    )[4];
    for (const section of guide.tree.sections)
      for (const step of section.steps) {
        expect(letters(body)).toContain(step.title);
        steps += 1;
      }
    expect(body).toContain(new URL(`/${guide.data.number}/`, handbook.site.url).href);
  }
  expect(steps).toBeGreaterThan(200);
  expect(carried.guides.filter(([, , , , body]) => body.includes('<svg')).length).toBeGreaterThan(40);
});
