/** Packages for platforms: three guides, a track and a session, opened again and counted. */
import { strFromU8, unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import type { Choice } from '../../../src/outputs/output.ts';
import { packages } from '../../../src/outputs/scorm/write.ts';
import { present } from '../../present.ts';
import { everything, handbook, mustSay } from '../exported.ts';

const made = (choice: Choice) => packages({ ...everything, choice });
const opened = (content: string | Uint8Array): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(Buffer.from(content))).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
const xml = (text: string): Document => new JSDOM(text, { contentType: 'text/xml' }).window.document;
const byNumber = (number: number) =>
  present(
    handbook.guides.find(({ data }) => data.number === number),
    String(number),
  );
// A stop guide that sessions ask about, one with an easy-read version, one with a table.
const guides = [83, 62, 80].map(byNumber);
const session = present(handbook.programmes[0], 'session');
const track = present(handbook.tracks[0], 'track');
const asked = (id: string) =>
  new Set(
    handbook.programmes.flatMap(({ questions }) =>
      questions.filter(({ guide }) => guide.id === id).map(({ ask }) => ask),
    ),
  );

const each = await made({ of: 'guides', slug: 'bai', title: 'ba bài', guides });
const ofSession = await made({
  of: 'session',
  slug: session.id,
  title: session.data.title,
  guides: session.guides,
});
const ofTrack = await made({ of: 'track', slug: track.id, title: track.data.title, guides: track.guides });
const all = [...each, ...ofSession, ...ofTrack];

test('a package a guide, one a session, one a track; the same bytes each time', async () => {
  expect(all.map(({ name }) => name)).toEqual([
    'scorm/bai-83.zip',
    'scorm/bai-62.zip',
    'scorm/bai-80.zip',
    `scorm/buoi-${session.id}.zip`,
    `scorm/chang-${track.id}.zip`,
  ]);
  expect(await made({ of: 'guides', slug: 'bai', title: 'ba bài', guides })).toEqual(each);
});

test.each(all.map(({ name, content }) => [name, opened(content)] as const))(
  '%s: the manifest keeps the rules of both schemas and names each file once',
  (_, files) => {
    const { documentElement: root } = xml(present(files['imsmanifest.xml'], 'manifest'));
    expect(root.namespaceURI).toBe('http://www.imsproject.org/xsd/imscp_rootv1p1p2');
    expect([...root.children].map(({ localName }) => localName)).toEqual([
      'metadata',
      'organizations',
      'resources',
    ]);
    expect(present(root.querySelector('schemaversion'), 'version').textContent).toBe('1.2');
    const ids = [...root.querySelectorAll('[identifier]'), root].map((part) =>
      part.getAttribute('identifier'),
    );
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9-]*$/);
    const resources = [...root.querySelectorAll('resource')];
    const lessons = resources.filter((part) => part.getAttribute('adlcp:scormtype') === 'sco');
    const items = [...root.querySelectorAll('item')];
    expect(items.map((item) => item.getAttribute('identifierref'))).toEqual(
      lessons.map((part) => part.getAttribute('identifier')),
    );
    for (const title of root.querySelectorAll('title')) {
      expect(title.textContent.length).toBeGreaterThan(0);
      expect(title.textContent.length).toBeLessThanOrEqual(200);
    }
    for (const part of [...root.querySelectorAll('dependency')])
      expect(ids).toContain(part.getAttribute('identifierref'));
    const named = [...root.querySelectorAll('file')].map((part) => part.getAttribute('href'));
    expect([...named, 'imsmanifest.xml'].sort()).toEqual(Object.keys(files).sort());
  },
);

test('a lesson says every section, step and number, loads its own files alone, asks at its end', () => {
  let questions = 0;
  for (const [index, guide] of guides.entries()) {
    const text = present(
      opened(present(each[index], 'package').content)[`bai-${guide.data.number}.html`],
      'page',
    );
    const { document } = new JSDOM(text).window;
    for (const words of mustSay(guide)) expect(document.body.textContent, words).toContain(words);
    const loaded = [...document.querySelectorAll('[src],link[href]')].map(
      (part) => part.getAttribute('src') ?? part.getAttribute('href'),
    );
    expect(loaded).toEqual(['kieu.css', 'bai.js']);
    const wanted = asked(guide.id);
    expect(document.querySelectorAll('details').length).toBe(wanted.size);
    expect(document.querySelectorAll('#xong').length).toBe(wanted.size === 0 ? 1 : 0);
    for (const ask of wanted) expect(document.body.textContent).toContain(ask);
    questions += wanted.size;
  }
  expect(questions).toBeGreaterThan(0);
});

test('a session has its guides and, last, its three questions with their answers', () => {
  const files = opened(present(ofSession[0], 'package').content);
  for (const { data } of session.guides) expect(files).toHaveProperty([`bai-${data.number}.html`]);
  const text = new JSDOM(present(files['ba-cau-hoi.html'], 'end')).window.document.body.textContent;
  expect(session.questions.length).toBe(3);
  for (const { ask, expect: answer } of session.questions) {
    expect(text).toContain(ask);
    expect(text).toContain(answer);
  }
});

test('everything: a package for every guide, track and session', async () => {
  const whole = await packages(everything);
  const { guides: every, tracks, programmes } = handbook;
  expect(whole.length).toBe(every.length + tracks.length + programmes.length);
  expect(new Set(whole.map(({ name }) => name)).size).toBe(whole.length);
});
